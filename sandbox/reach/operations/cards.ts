import { randomUUID } from "node:crypto";
import { z } from "zod";
import { iso, notFound, num, ok } from "../answers.js";
import { redirectUrl } from "../basket.js";
import type { Card } from "../commerce.js";
import { cardOf, customerOf, groupOf } from "../lookup.js";
import { operation } from "../operation.js";
import type { Account, Group } from "../state.js";

const text = z.string().min(1);

function cardView(account: Account, { isDeclined: _, ...card }: Card): unknown {
  const { expiryMonth, expiryYear, priority } = card;
  return {
    ...card,
    expiryMonth: num(account, expiryMonth),
    expiryYear: num(account, expiryYear),
    priority: num(account, priority),
  };
}

/** A card by its id alone, with the group that it belongs to. */
function anyCard({ groups }: Account, uuid: string): { card: Card; group: Group } {
  for (const group of groups.values()) {
    const card = group.cards.find((candidate) => candidate.uuid === uuid);
    if (card) return { card, group };
  }
  throw notFound("card");
}

function makeDefault({ cards }: Group, chosen: Card | undefined): void {
  for (const card of cards) card.isDefault = card === chosen;
}

const amount = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Saved cards. The numbers of cards go to the payment processor's page alone. */
export const cardOperations = {
  cardLinkGenerate: operation({
    from: "body",
    input: z.strictObject({ customerId: z.string(), redirectUrl }),
    handle: ({ account, now, origin, commit }, { customerId, redirectUrl }) => {
      const { groupId } = customerOf(account, customerId);
      const token = randomUUID();
      const expiresAt = now + account.settings.durations.linkMs;
      account.cardLinks.set(token, { groupId, redirectUrl, expiresAt });
      commit(customerId);
      return ok({ link: { url: `${origin}/cards/${account.id}/${token}`, expireDate: iso(expiresAt) } });
    },
  }),
  cardList: operation({
    from: "query",
    isBare: true,
    input: z.strictObject({ customerId: text }),
    handle: ({ account }, { customerId }) =>
      ok(groupOf(account, customerOf(account, customerId)).cards.map((card) => cardView(account, card))),
  }),
  cardSpecific: operation({
    from: "query",
    input: z.strictObject({ cardId: text }),
    handle: ({ account }, { cardId }) => ok(cardView(account, anyCard(account, cardId).card)),
  }),
  cardSetDefault: operation({
    from: "query",
    input: z.strictObject({ id: text, default: z.literal("true") }),
    handle: ({ account, commit }, { id }) => {
      const { card, group } = anyCard(account, id);
      makeDefault(group, card);
      commit(id);
      return ok();
    },
  }),
  cardUpdate: operation({
    from: "body",
    input: z.strictObject({
      uuid: text,
      expiryMonth: amount(1, 12).optional(),
      expiryYear: amount(2000, 2100).optional(),
      priority: amount(1, 99).optional(),
    }),
    handle: ({ account, commit }, { uuid, ...changes }) => {
      const { card } = anyCard(account, uuid);
      const said = Object.entries(changes).filter(([, value]) => value !== undefined);
      Object.assign(card, Object.fromEntries(said));
      commit(uuid);
      return ok();
    },
  }),
  cardDelete: operation({
    from: "query",
    input: z.strictObject({ cardId: text, customerId: text }),
    handle: ({ account, commit }, { cardId, customerId }) => {
      const customer = customerOf(account, customerId);
      const gone = cardOf(account, customer, cardId);
      const group = groupOf(account, customer);
      group.cards = group.cards.filter((card) => card !== gone);
      if (gone.isDefault) makeDefault(group, group.cards[0]);
      commit(cardId);
      return ok();
    },
  }),
};
