import { z } from "zod";
import { action } from "./action.js";
import { isSo } from "./observe.js";
import { ofSubscriber, unseen, writesOf } from "./subscriber-observe.js";

/** The link is for who asked, for a while. A second one does no harm, but nothing tells whether the first was made. */
export const createCardLink = action({
  name: "CARD_LINK_CREATE",
  wish: z.strictObject({ ...ofSubscriber, redirectUrl: z.string() }),
  result: z.strictObject({ url: z.string().nullable(), expiresAt: z.string().nullable() }),
  perform: async (writes, { subscriber, redirectUrl }, call) => {
    const { link, ...result } = await writesOf(writes, "billing").createCardLink(subscriber, redirectUrl, call);
    return { ...result, result: { url: link?.url ?? null, expiresAt: link?.expiresAt?.raw ?? null } };
  },
  endsWhenTaken: true,
  observe: unseen,
});

const OfCard = z.strictObject({ ...ofSubscriber, card: z.string() });

export const setDefaultCard = action({
  name: "CARD_DEFAULT_SET",
  wish: OfCard,
  perform: (writes, { card }, call) => writesOf(writes, "billing").setDefaultCard(card, call),
  observe: async ({ billing }, { subscriber, card }, call) => {
    const cards = (await billing?.cards(subscriber, call)) ?? [];
    const found = cards.find(({ id }) => id === card);
    return found === undefined ? "UNKNOWN" : isSo(found.isDefault);
  },
});

const CardChange = z.strictObject({
  expiryMonth: z.int().optional(),
  expiryYear: z.int().optional(),
  priority: z.int().optional(),
});

export const updateCard = action({
  name: "CARD_UPDATE",
  wish: z.strictObject({ ...ofSubscriber, card: z.string(), change: CardChange }),
  perform: (writes, { card, change: { expiryMonth, expiryYear, priority } }, call) =>
    writesOf(writes, "billing").updateCard(
      card,
      {
        ...(expiryMonth === undefined ? {} : { expiryMonth }),
        ...(expiryYear === undefined ? {} : { expiryYear }),
        ...(priority === undefined ? {} : { priority }),
      },
      call,
    ),
  observe: async ({ billing }, { card, change }, call) => {
    const now = (await billing?.card(card, call)) ?? null;
    if (now === null) return "UNKNOWN";
    const { expiryMonth = now.expiryMonth, expiryYear = now.expiryYear, priority = now.priority } = change;
    return isSo(now.expiryMonth === expiryMonth && now.expiryYear === expiryYear && now.priority === priority);
  },
});

export const deleteCard = action({
  name: "CARD_DELETE",
  wish: OfCard,
  perform: (writes, { subscriber, card }, call) => writesOf(writes, "billing").deleteCard(subscriber, card, call),
  observe: async ({ billing }, { subscriber, card }, call) => {
    if (billing === undefined) return "UNKNOWN";
    return isSo(!(await billing.cards(subscriber, call)).some(({ id }) => id === card));
  },
});

/**
 * A bill that is shown otherwise than before has been paid. One that is shown as before tells nothing: a payment may
 * take its time, and it must not be made twice.
 */
export const payBill = action({
  name: "BILL_PAY",
  wish: z.strictObject({
    ...ofSubscriber,
    bill: z.string(),
    card: z.string(),
    amount: z.string(),
    before: z.string().nullable(),
  }),
  perform: (writes, { subscriber, bill, card, amount }, call) =>
    writesOf(writes, "billing").payBill(subscriber, { billId: bill, cardId: card, amount }, call),
  observe: async ({ billing }, { bill, before }, call) => {
    const now = (await billing?.bill(bill, call))?.statusRaw ?? null;
    return now !== null && now !== before && /^\s*paid\s*$/i.test(now) ? "REACHED" : "UNKNOWN";
  },
});

export const sendInvoice = action({
  name: "INVOICE_SEND",
  wish: z.strictObject({ ...ofSubscriber, invoice: z.string() }),
  secret: z.string(),
  perform: (writes, { subscriber, invoice }, call, email) =>
    writesOf(writes, "billing").sendInvoice(subscriber, invoice, email, call),
  endsWhenTaken: true,
  observe: unseen,
});
