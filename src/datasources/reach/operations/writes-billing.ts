import { z } from "zod";
import { cell, object, side } from "../../shapes.js";
import { noAnswer, sideAnswer, writeOperation } from "./declare.js";
import { customer, redirectUrl, text } from "./request.js";

/** Makes a new link each time. The page asks a person for a card, of which only an id ever comes back. */
export const cardLinkGenerate = writeOperation({
  name: "cardLinkGenerate",
  doc: "Scenario G, step 1",
  path: "/apisvc/v0/account/generate/addcard/link/{customerId}",
  body: z.strictObject({ redirectUrl }),
  answers: sideAnswer({ link: side(object({ url: cell, expireDate: cell })) }),
});

/** One path for three operations, which call the id of a card by three names: `id`, `uuid` and `cardId`. */
const path = "/apisvc/v0/account/card";

export const cardSetDefault = writeOperation({
  name: "cardSetDefault",
  doc: "6 Quick Reference",
  path,
  query: z.strictObject({ id: text, default: z.literal("true") }),
  answers: noAnswer,
});

export const cardUpdate = writeOperation({
  name: "cardUpdate",
  doc: "6 Quick Reference",
  path,
  body: z
    .strictObject({
      uuid: text,
      expiryMonth: z.int().min(1).max(12).optional(),
      expiryYear: z.int().min(2000).max(2999).optional(),
      priority: z.int().nonnegative().optional(),
    })
    .refine(
      ({ expiryMonth, expiryYear, priority }) => [expiryMonth, expiryYear, priority].some((one) => one !== undefined),
      { error: "must change something" },
    ),
  answers: noAnswer,
});

export const cardDelete = writeOperation({
  name: "cardDelete",
  doc: "6 Quick Reference",
  method: "DELETE",
  path,
  query: z.strictObject({ cardId: text, customerId: text }),
  answers: noAnswer,
});

export const invoiceSendEmail = writeOperation({
  name: "invoiceSendEmail",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/invoice/sendemail",
  body: z.strictObject({ ...customer, invoiceId: text, email: text }),
  answers: noAnswer,
});
