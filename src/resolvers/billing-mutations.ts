import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import type { ObjectKey } from "../model/carrier.js";
import {
  BillPayInput,
  CardInput,
  CardLinkCreateInput,
  CardUpdateInput,
  InvoiceSendInput,
} from "../schema/billing-mutations.js";
import { SubscriberPayload } from "../schema/subscriber-mutations.js";
import { actOnSubscriber } from "./act-on-subscriber.js";
import { atInput } from "./field-checks.js";

const INPUT = { description: "What to do." };

@Resolver(() => SubscriberPayload)
export class BillingMutations {
  @Mutation(() => SubscriberPayload, {
    description: "Makes a page of the carrier at which a person gives a card: see `Operation.cardLink`.",
  })
  cardLinkCreate(@Arg("input", () => CardLinkCreateInput, INPUT) input: CardLinkCreateInput, @Ctx() context: Context) {
    const understand = () => {
      const redirectUrl = atInput.https("redirectUrl", input.redirectUrl);
      return { asked: { redirectUrl }, wishOf: () => ({ redirectUrl }) };
    };
    return actOnSubscriber({ action: "CARD_LINK_CREATE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Has a card used where none is named." })
  cardDefaultSet(@Arg("input", () => CardInput, INPUT) input: CardInput, @Ctx() context: Context) {
    const understand = (key: ObjectKey) => ofCard(key, input, {}, context);
    return actOnSubscriber({ action: "CARD_DEFAULT_SET", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Changes expiry or priority of a card." })
  cardUpdate(@Arg("input", () => CardUpdateInput, INPUT) input: CardUpdateInput, @Ctx() context: Context) {
    const understand = (key: ObjectKey) => ofCard(key, input, { change: cardChangeOf(input) }, context);
    return actOnSubscriber({ action: "CARD_UPDATE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Deletes a card." })
  cardDelete(@Arg("input", () => CardInput, INPUT) input: CardInput, @Ctx() context: Context) {
    const understand = (key: ObjectKey) => ofCard(key, input, {}, context);
    return actOnSubscriber({ action: "CARD_DELETE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Charges a bill to a card." })
  billPay(@Arg("input", () => BillPayInput, INPUT) input: BillPayInput, @Ctx() context: Context) {
    const { bill, card, amount } = input;
    const understand = (key: ObjectKey) => ({
      asked: { bill, card, amount },
      wishOf: async () => {
        await checkCard(key, card, context);
        const before = await dueBill(key, input, context);
        return { bill, card, amount, before };
      },
    });
    return actOnSubscriber({ action: "BILL_PAY", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Has an invoice sent by e-mail. It ends when the carrier has taken it on: nothing more is told of it.",
  })
  invoiceSend(@Arg("input", () => InvoiceSendInput, INPUT) input: InvoiceSendInput, @Ctx() context: Context) {
    const { invoice } = input;
    const understand = (key: ObjectKey) => {
      const email = atInput.email("email", input.email);
      const wishOf = async () => {
        const own = await context.loaders.invoices.load(key);
        if (own.some(({ id }) => id === invoice)) return { invoice };
        throw atInput.refusal(
          "invoice",
          "this subscriber has no such invoice.",
          "See Subscriber.invoices.",
          "NOT_FOUND",
        );
      };
      return { asked: { invoice }, secret: email, wishOf };
    };
    return actOnSubscriber({ action: "INVOICE_SEND", input, understand }, context);
  }
}

const ofCard = (key: ObjectKey, { card }: CardInput, more: object, context: Context) => ({
  asked: { card, ...more },
  wishOf: async () => {
    await checkCard(key, card, context);
    return { card, ...more };
  },
});

/** The card must be one of this subscriber. One carrier call. */
export async function checkCard(
  key: ObjectKey,
  card: string,
  { loaders }: Context,
  field: readonly string[] = ["input", "card"],
): Promise<void> {
  if ((await loaders.cards.load(key)).some(({ id }) => id === card)) return;
  throw new Failure("NOT_FOUND", `${field.join(".")}: this subscriber has no such card.`, {
    field,
    hint: "See Subscriber.cards.",
  });
}

function cardChangeOf({ expiryMonth, expiryYear, priority }: CardUpdateInput) {
  const change = {
    ...(isGiven(expiryMonth) ? { expiryMonth: atInput.within("expiryMonth", expiryMonth, 1, 12) } : {}),
    ...(isGiven(expiryYear) ? { expiryYear: atInput.within("expiryYear", expiryYear, 2000, 2100) } : {}),
    ...(isGiven(priority) ? { priority: atInput.within("priority", priority, 0, 100) } : {}),
  };
  if (Object.keys(change).length > 0) return change;
  throw atInput.refusal("expiryMonth", "something must be changed.", "Give expiryMonth, expiryYear or priority.");
}

const isGiven = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/** The state of the bill, which must be of this subscriber and of the amount that the caller has seen. One carrier call. */
async function dueBill(
  key: ObjectKey,
  { bill: id, amount }: BillPayInput,
  { loaders }: Context,
): Promise<string | null> {
  const bill = (await loaders.bills.clear(key).load(key)).find((one) => one.id === id);
  if (bill === undefined)
    throw atInput.refusal("bill", "this subscriber has no such bill.", "See Subscriber.bills.", "NOT_FOUND");
  if (bill.amount !== null && isSameAmount(bill.amount.amount, amount)) return bill.statusRaw;
  throw atInput.refusal("amount", "is not what the bill says.", "Read Bill.amount, and show it before it is paid.");
}

/** Whether two decimal texts are the same number, such as 12.5 and 12.50. */
export const isSameAmount = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (amount: string): string => (amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount);
