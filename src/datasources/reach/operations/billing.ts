import { z } from "zod";
import { cell, list, object, type Shaped, side } from "../../shapes.js";
import { MISSING } from "../failures.js";
import { answer, id, listAnswer, optionalAnswer, readOperation } from "./declare.js";
import { text } from "./request.js";

const CardRow = object({
  uuid: id,
  isDefault: cell,
  brand: cell,
  lastFour: cell,
  expiryMonth: cell,
  expiryYear: cell,
  priority: cell,
});

export type CardRow = Shaped<typeof CardRow>;

/** The saved cards of a customer. The document names `uuid` and `isDefault` only. */
export const cardList = readOperation({
  name: "cardList",
  doc: "Scenario B, step 2; Scenario G, step 3",
  path: "/apisvc/v0/account/card",
  query: z.strictObject({ customerId: text }),
  answers: listAnswer(CardRow, "cards"),
});

/** One card. Its id is called `cardId` here, `uuid` in the answer, `ccUUID` in payments, `id` elsewhere. */
export const cardSpecific = readOperation({
  name: "cardSpecific",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/account/card/specific",
  query: z.strictObject({ cardId: text }),
  answers: answer(CardRow),
  codes: { empty: [MISSING] },
});

const BillRow = object({ billId: id, amount: cell, dueDate: cell, status: cell });

export type BillRow = Shaped<typeof BillRow>;

/** All bills of a customer. */
export const billingCustomer = readOperation({
  name: "billingCustomer",
  doc: "Scenario H, step 1",
  path: "/apisvc/v0/billing/customer/{customerId}",
  answers: listAnswer(BillRow, "bills"),
});

const BillContent = object({
  billId: cell,
  amount: cell,
  dueDate: cell,
  status: cell,
  tax: cell,
  items: side(list(object({ description: cell, amount: cell }))),
});

export type BillContent = Shaped<typeof BillContent>;

/** What a bill is made of. Members are assumed. */
export const billingDetail = readOperation({
  name: "billingDetail",
  doc: "Scenario H, step 2",
  path: "/apisvc/v0/billing/customize/{billId}",
  answers: answer(BillContent),
  codes: { empty: [MISSING] },
});

const InvoiceRow = object({ invoiceId: id, billId: cell, amount: cell, invoiceDate: cell, status: cell });

export type InvoiceRow = Shaped<typeof InvoiceRow>;

/** The invoices of a customer. Members are assumed. */
export const invoiceHistory = readOperation({
  name: "invoiceHistory",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/invoice/history/{customerId}",
  answers: listAnswer(InvoiceRow, "invoices"),
});

const Link = object({ url: cell, expireDate: cell });

/** A time-limited link to the PDF. The document shows no parameter; these two are assumed, and the answer too. */
export const invoiceLink = readOperation({
  name: "invoiceLink",
  doc: "Scenario H, step 3",
  path: "/apisvc/v0/invoice/link/generate",
  query: z.strictObject({ customerId: text, invoiceId: text }),
  answers: optionalAnswer((data) => (typeof data === "string" ? { url: data } : Link(data))),
  codes: { empty: [MISSING] },
});

const ShipmentCells = object({
  orderId: cell,
  status: cell,
  carrier: cell,
  trackingNumber: cell,
  trackingUrl: cell,
  orderDate: cell,
  shippedDate: cell,
});

export type ShipmentCells = Shaped<typeof ShipmentCells>;

/** What is on its way to a customer. The answer is assumed. */
export const shipmentOrder = readOperation({
  name: "shipmentOrder",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/shipment/order/customer/{customerId}",
  answers: optionalAnswer(ShipmentCells),
  codes: { empty: [MISSING] },
});
