import type { CarrierClient } from "../../http/client.js";
import type { BillingWrites } from "../../port/subscribers.js";
import type { Frame } from "../mapping/frame.js";
import { linkFromWire } from "../mapping/progress.js";
import {
  cardDelete,
  cardLinkGenerate,
  cardSetDefault,
  cardUpdate,
  invoiceSendEmail,
} from "../operations/writes-billing.js";
import { paymentCustomer } from "../operations/writes-orders.js";
import { chargeResult } from "./charge.js";
import { resultOf, send } from "./send.js";

/** A card link is shown to its caller and to nobody else: neither a failure nor a record has it. */
export const billingWrites = (client: CarrierClient, frame: Frame): BillingWrites => ({
  createCardLink: async (customerId, redirectUrl, call) => {
    const input = { params: { customerId }, body: { redirectUrl } };
    const { answer, ...sent } = await send(client, cardLinkGenerate, input, call);
    return { ...resultOf(sent), link: linkFromWire(answer?.link, frame) };
  },
  setDefaultCard: async (id, call) =>
    resultOf(await send(client, cardSetDefault, { query: { id, default: "true" } }, call)),
  updateCard: async (uuid, change, call) =>
    resultOf(await send(client, cardUpdate, { body: { uuid, ...change } }, call)),
  deleteCard: async (customerId, cardId, call) =>
    resultOf(await send(client, cardDelete, { query: { cardId, customerId } }, call)),
  payBill: async (customerId, { billId, cardId, amount }, call) => {
    const body = { customerId, billId, ccUUID: cardId, amount };
    return chargeResult(client, paymentCustomer, await send(client, paymentCustomer, { body }, call));
  },
  sendInvoice: async (customerId, invoiceId, email, call) =>
    resultOf(await send(client, invoiceSendEmail, { body: { customerId, invoiceId, email } }, call)),
});
