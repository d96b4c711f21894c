import type { BillingReads } from "../../port/subscribers.js";
import {
  billDetailFromWire,
  billFromWire,
  cardFromWire,
  invoiceFromWire,
  shipmentFromWire,
} from "../mapping/billing.js";
import { linkFromWire } from "../mapping/progress.js";
import {
  billingCustomer,
  billingDetail,
  cardList,
  cardSpecific,
  invoiceHistory,
  invoiceLink,
  shipmentOrder,
} from "../operations/billing.js";
import type { Wire } from "../wire.js";

export const billingReads = ({ ask, find, frame }: Wire): BillingReads => ({
  cards: async (customerId, call) => {
    const rows = await ask(cardList, { query: { customerId } }, call);
    return rows.map(cardFromWire);
  },
  card: async (cardId, call) => {
    const card = await find(cardSpecific, { query: { cardId } }, call);
    return card && cardFromWire(card);
  },
  bills: async (customerId, call) => {
    const rows = await ask(billingCustomer, { params: { customerId } }, call);
    return rows.map((row) => billFromWire(row, customerId, frame));
  },
  bill: async (billId, call) => {
    const bill = await find(billingDetail, { params: { billId } }, call);
    return bill && billDetailFromWire(bill, frame);
  },
  invoices: async (customerId, call) => {
    const rows = await ask(invoiceHistory, { params: { customerId } }, call);
    return rows.map((row) => invoiceFromWire(row, customerId, frame));
  },
  invoiceLink: async (customerId, invoiceId, call) =>
    linkFromWire(await find(invoiceLink, { query: { customerId, invoiceId } }, call), frame),
  shipment: async (customerId, call) => {
    const order = await find(shipmentOrder, { params: { customerId } }, call);
    return order ? shipmentFromWire(order, frame) : null;
  },
});
