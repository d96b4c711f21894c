import type { Context, Order, OrderOf } from "../context.js";
import { Failure } from "../errors.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Plan } from "../model/plan.js";
import type {
  IldCreditInput,
  NextPurchaseInput,
  OrderAddressInput,
  OrderInput,
  PurchaseInput,
  PurchaseLineInput,
  RoamingPackInput,
  SubscriberPlanChangeInput,
  TopUpInput,
} from "../schema/orders.js";
import { isGiven } from "./look-up.js";
import { type Field, orderChecks } from "./order-checks.js";

/** An order, and the account that it is placed in. */
export interface Placed {
  readonly account: string;
  readonly order: Order;
}

/** What the input orders. Throws a Failure that names the field for what cannot be ordered. */
export async function orderOf(input: OrderInput, context: Context): Promise<Placed> {
  if (input.purchase) return purchaseOf(input.purchase, context);
  if (input.nextPurchase) return nextPurchaseOf(input.nextPurchase, context);
  if (input.topUp) return topUpOf(input.topUp, context);
  if (input.ildCredit) return ildCreditOf(input.ildCredit, context);
  if (input.roamingPack) return roamingPackOf(input.roamingPack, context);
  if (input.planChange) return planChangeOf(input.planChange, context);
  throw new Failure("INVALID_ARGUMENT", "order: must name exactly one kind.", { field: ["order"] });
}

function purchaseOf(input: PurchaseInput, context: Context): Placed {
  const { id: account } = context.accounts.get(input.account, ["order", "purchase", "account"]);
  const at = orderChecks(["order", "purchase"]);
  const { firstName, lastName, email, phoneCountryCode, phone, redirectUrl } = input;
  const order: OrderOf<"PURCHASE"> = {
    kind: "PURCHASE",
    clientAccountId: isGiven(input.clientAccountId)
      ? at.filled("clientAccountId", input.clientAccountId)
      : crypto.randomUUID(),
    firstName: at.filled("firstName", firstName),
    lastName: at.filled("lastName", lastName),
    email: at.email("email", email),
    phoneCountryCode: at.digits("phoneCountryCode", phoneCountryCode, /^\d{1,3}$/, "1 to 3 digits"),
    phone: at.digits("phone", phone, /^\d{10}$/, "10 digits"),
    billingAddress: addressOf("billingAddress", input.billingAddress, at),
    shippingAddress: input.shippingAddress ? addressOf("shippingAddress", input.shippingAddress, at) : null,
    shipmentType: input.shipmentType ?? null,
    lines: at.some("lines", input.lines).map((line, index) => lineOf(line, account, at.below("lines", index), context)),
    acquisitionSource: input.acquisitionSource ?? null,
    agentId: input.agentId ?? null,
    redirectUrl: at.https("redirectUrl", redirectUrl),
  };
  return { account, order };
}

const addressOf = (name: string, address: OrderAddressInput, at: Field) => ({
  ...at.address(name, address),
  isResidential: address.isResidential,
});

const lineOf = (line: PurchaseLineInput, account: string, at: Field, context: Context) => ({
  firstName: at.filled("firstName", line.firstName),
  lastName: at.filled("lastName", line.lastName),
  planId: at.plan("plan", line.plan, account, context),
  isPrimary: line.isPrimary,
  simType: line.simType,
  portIn: line.portIn ? at.portIn("portIn", line.portIn) : null,
});

async function nextPurchaseOf(input: NextPurchaseInput, context: Context): Promise<Placed> {
  const at = orderChecks(["order", "nextPurchase"]);
  const { key, subscriber } = await at.subscriber(input.subscriber, context);
  const cardId = isGiven(input.card)
    ? await at.card("card", key, input.card, context)
    : await defaultCardOf(key, context);
  const clientAccountId = subscriber.reach?.clientAccountId ?? null;
  if (clientAccountId === null) throw at.refusal("subscriber", "has no account reference to buy under.");
  const order: OrderOf<"PURCHASE_SUBSEQUENT"> = {
    kind: "PURCHASE_SUBSEQUENT",
    subscriber: key.native,
    clientAccountId,
    cardId,
    lines: at.some("lines", input.lines).map(({ renews, plan, isPrimary, simType }, index) => ({
      renews: isGiven(renews) ? at.below("lines", index).native("renews", renews, key.account, context) : null,
      planId: at.below("lines", index).plan("plan", plan, key.account, context),
      isPrimary,
      simType,
    })),
    redirectUrl: at.https("redirectUrl", input.redirectUrl),
  };
  return { account: key.account, order };
}

/** The card that pays where none is named (scenario B, step 2); null where there is none, so that the person is asked. */
const defaultCardOf = async (key: ObjectKey, { loaders }: Context): Promise<string | null> =>
  (await loaders.cards.load(key)).find(({ isDefault }) => isDefault)?.id ?? null;

async function topUpOf(input: TopUpInput, context: Context): Promise<Placed> {
  const at = orderChecks(["order", "topUp"]);
  const { key } = await at.subscriber(input.subscriber, context);
  const cardId = await at.card("card", key, input.card, context);
  const serviceCode = at.plan("plan", input.plan, key.account, context);
  const quantity = at.within("quantity", input.quantity, 1, 100);
  const { native: subscriber } = key;
  return { account: key.account, order: { kind: "TOP_UP_PURCHASE", subscriber, serviceCode, quantity, cardId } };
}

async function ildCreditOf(input: IldCreditInput, context: Context): Promise<Placed> {
  const at = orderChecks(["order", "ildCredit"]);
  const { key, subscriber } = await at.subscriber(input.subscriber, context);
  const groupId = subscriber.reach?.groupId ?? null;
  if (groupId === null) throw at.refusal("subscriber", "belongs to no group of lines, which is what has the credit.");
  const cardId = await at.card("card", key, input.card, context);
  const amount = at.positive("amount", input.amount);
  return {
    account: key.account,
    order: { kind: "ILD_PURCHASE", subscriber: key.native, groupId, amount, cardId },
  };
}

async function roamingPackOf(input: RoamingPackInput, context: Context): Promise<Placed> {
  const at = orderChecks(["order", "roamingPack"]);
  const { key } = await at.subscriber(input.subscriber, context);
  const cardId = await at.card("card", key, input.card, context);
  const countries = [...at.some("countries", input.countries)];
  const { native: subscriber } = key;
  return {
    account: key.account,
    order: { kind: "ROAMING_PACK_PURCHASE", subscriber, packId: at.filled("pack", input.pack), countries, cardId },
  };
}

async function planChangeOf(input: SubscriberPlanChangeInput, context: Context): Promise<Placed> {
  const at = orderChecks(["order", "planChange"]);
  const { key, subscriber } = await at.subscriber(input.subscriber, context);
  const planId = at.plan("plan", input.plan, key.account, context);
  const isUpgrade = await directionOf(subscriber.plan, planId, key, at, context);
  const cardId = isGiven(input.card) ? await at.card("card", key, input.card, context) : null;
  const { native } = key;
  return {
    account: key.account,
    order: {
      kind: "SUBSCRIBER_PLAN_CHANGE",
      subscriber: native,
      planId,
      isUpgrade,
      isImmediate: input.isImmediate,
      cardId,
    },
  };
}

/** Whether it goes up. Refuses a plan that the present one may not move to (scenario F of Reach's guide). */
async function directionOf(
  now: Plan | null,
  planId: string,
  { account }: ObjectKey,
  at: Field,
  { loaders }: Context,
): Promise<boolean> {
  if (now?.key.native === planId) throw at.refusal("plan", "is the present plan.", undefined, "ALREADY_EXISTS");
  const present = now === null ? null : await loaders.plan.load({ account, native: now.key.native });
  if (present?.reach?.upgradableTo.includes(planId)) return true;
  if (present?.reach?.downgradableTo.includes(planId)) return false;
  const hint = "See upgradableTo and downgradableTo of the present plan.";
  throw at.refusal("plan", "is none that the present plan may move to.", hint, "PLAN_UNAVAILABLE");
}
