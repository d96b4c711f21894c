import type { ProgressReads } from "../../port/subscribers.js";
import { activationFromWire, jobFromWire, purchaseFromWire } from "../mapping/progress.js";
import {
  activationStatus,
  customerResetStatus,
  mdnSwapStatus,
  planChangeStatus,
  productStatus,
  simSwapStatus,
} from "../operations/progress.js";
import type { Wire } from "../wire.js";
import { sameCustomer } from "./same-customer.js";

export const progressReads = ({ find, frame }: Wire): ProgressReads => ({
  purchase: async (transactionId, call) => {
    const status = await find(productStatus, { params: { transactionId } }, call);
    return status && purchaseFromWire(status, transactionId, frame);
  },
  activation: async (customerId, call) => {
    const status = await find(activationStatus, { query: { customerId } }, call);
    return status && activationFromWire(sameCustomer(activationStatus, status, customerId), frame);
  },
  planChange: async (txnId, call) => {
    const status = await find(planChangeStatus, { params: { txnId } }, call);
    return status && jobFromWire(status);
  },
  numberSwap: async (customerId, call) => {
    const status = await find(mdnSwapStatus, { params: { customerId } }, call);
    return status && jobFromWire(status);
  },
  simSwap: async (id, call) => {
    const status = await find(simSwapStatus, { query: { id } }, call);
    return status && jobFromWire(status);
  },
  reset: async (customerId, call) => {
    const status = await find(customerResetStatus, { params: { customerId } }, call);
    return status && jobFromWire(status);
  },
});
