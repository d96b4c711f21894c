import { z } from "zod";
import { invalid, iso, money, num, ok } from "../answers.js";
import { amount } from "../basket.js";
import { taxOn } from "../catalogue.js";
import { activeOf, cardOf, chargeableCard, customerOf, groupById } from "../lookup.js";
import { operation } from "../operation.js";
import { type Account, type Customer, mint } from "../state.js";

const text = z.string().min(1);
const byGroup = z.strictObject({ groupId: text });

const Credit = z.strictObject({
  customerId: text,
  groupId: text,
  amount: amount.refine((cents) => cents >= 100, "is too little"),
  ccUUID: text,
});

/** The customer who buys for the group, which must be the customer's. */
function buyerOf(account: Account, { customerId, groupId }: z.output<typeof Credit>): Customer {
  const customer = activeOf(account, customerId);
  groupById(account, groupId);
  if (customer.groupId !== groupId) throw invalid({ groupId: "is not the group of the customer" });
  return customer;
}

/** International calls from home: a balance of the group, bought by a customer. */
export const ildOperations = {
  ildStatus: operation({
    from: "query",
    input: byGroup,
    handle: ({ account }, { groupId }) =>
      ok({ groupId, balance: money(account, groupById(account, groupId).ildCents) }),
  }),
  ildUsage: operation({
    from: "query",
    input: byGroup,
    handle: ({ account }, { groupId }) =>
      ok(
        groupById(account, groupId).ildUsage.map(({ destination, minutes, cents }) => ({
          destination,
          minutes: num(account, minutes),
          amount: money(account, cents),
        })),
      ),
  }),
  ildPurchaseHistory: operation({
    from: "query",
    input: z.strictObject({ customerId: text }),
    handle: ({ account }, { customerId }) => {
      const customer = customerOf(account, customerId);
      const purchases = groupById(account, customer.groupId).ildPurchases.filter(
        (one) => one.customerId === customerId,
      );
      return ok(
        purchases.map(({ purchaseId, cents, at }) => ({
          purchaseId,
          amount: money(account, cents),
          purchaseDate: iso(at),
          status: "COMPLETED",
        })),
      );
    },
  }),
  ildQuote: operation({
    from: "body",
    input: Credit,
    handle: ({ account }, input) => {
      cardOf(account, buyerOf(account, input), input.ccUUID);
      const tax = taxOn(input.amount);
      return ok({
        amount: money(account, input.amount),
        tax: money(account, tax),
        total: money(account, input.amount + tax),
      });
    },
  }),
  ildPurchase: operation({
    from: "body",
    input: Credit,
    handle: ({ account, now, commit }, input) => {
      const customer = buyerOf(account, input);
      chargeableCard(account, customer, input.ccUUID);
      const group = groupById(account, input.groupId);
      const purchaseId = mint(account, "ILD-");
      group.ildCents += input.amount;
      group.ildPurchases.push({ purchaseId, customerId: customer.id, cents: input.amount, at: now });
      commit(group.id, input.amount + taxOn(input.amount));
      return ok({ transactionId: purchaseId, status: "COMPLETED" });
    },
  }),
};
