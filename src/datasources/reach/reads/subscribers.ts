import { Failure } from "../../../errors.js";
import type { SubscriberReads } from "../../port/subscribers.js";
import { subscriberFromWire } from "../mapping/subscriber.js";
import { customerInfo } from "../operations/subscriber.js";
import type { Wire } from "../wire.js";
import { sameCustomer } from "./same-customer.js";

/** The carrier finds nobody by a number, and lists nobody: the id must be known. */
export const subscriberReads = ({ find, frame }: Wire): SubscriberReads => ({
  findsBy: [],
  byId: async (customerId, call) => {
    const info = await find(customerInfo, { query: { customerId } }, call);
    return info && subscriberFromWire(sameCustomer(customerInfo, info, customerId), customerId, frame);
  },
  find: async () => {
    throw new Failure("NOT_SUPPORTED_BY_CARRIER", "REACH finds no subscriber by a number.", { carrier: "REACH" });
  },
});
