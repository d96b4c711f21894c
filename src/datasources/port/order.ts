import { z } from "zod";

const id = z.string().min(1);
const SimType = z.enum(["PSIM", "ESIM"]);

const OrderAddress = z.strictObject({
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  isResidential: z.boolean(),
});

/** A number to bring along. Secret: the PIN and account number open the line at the losing carrier. */
const PortIn = z.strictObject({
  msisdn: z.string(),
  carrier: z.string(),
  accountNumber: z.string(),
  pin: z.string(),
  zip: z.string(),
});

const OrderLine = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  planId: id,
  isPrimary: z.boolean(),
  simType: SimType,
  portIn: PortIn.nullable(),
});

/** A first purchase: it makes a subscriber. */
const NewPurchase = z.strictObject({
  kind: z.literal("PURCHASE"),
  clientAccountId: id,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phoneCountryCode: z.string(),
  phone: z.string(),
  billingAddress: OrderAddress,
  shippingAddress: OrderAddress.nullable(),
  shipmentType: z.string().nullable(),
  lines: z.array(OrderLine).min(1),
  acquisitionSource: z.string().nullable(),
  agentId: z.string().nullable(),
  redirectUrl: z.string(),
});

/** A renewal, another line or an add-on of somebody who is a subscriber already. */
const NextPurchase = z.strictObject({
  kind: z.literal("PURCHASE_SUBSEQUENT"),
  subscriber: id,
  clientAccountId: id,
  cardId: id.nullable(),
  /** `renews` is the native id of the line that is renewed; null buys another line. */
  lines: z
    .array(z.strictObject({ renews: id.nullable(), planId: id, isPrimary: z.boolean(), simType: SimType }))
    .min(1),
  redirectUrl: z.string(),
});

const TopUp = z.strictObject({
  kind: z.literal("TOP_UP_PURCHASE"),
  subscriber: id,
  serviceCode: id,
  quantity: z.int().positive(),
  cardId: id,
});

/** Credit for calls abroad. `amount` is decimal text in major units. */
const IldCredit = z.strictObject({
  kind: z.literal("ILD_PURCHASE"),
  subscriber: id,
  groupId: id,
  amount: z.string(),
  cardId: id,
});

const RoamingPackOrder = z.strictObject({
  kind: z.literal("ROAMING_PACK_PURCHASE"),
  subscriber: id,
  packId: id,
  countries: z.array(id).min(1),
  cardId: id,
});

const PlanChangeOrder = z.strictObject({
  kind: z.literal("SUBSCRIBER_PLAN_CHANGE"),
  subscriber: id,
  planId: id,
  isUpgrade: z.boolean(),
  isImmediate: z.boolean(),
  cardId: id.nullable(),
});

/**
 * Something that has a price and can be bought. What is quoted and what is bought is the same order, so that the
 * carrier is sent the same body both times. Holds personal data, and may hold a port-in PIN.
 */
export const Order = z.discriminatedUnion("kind", [
  NewPurchase,
  NextPurchase,
  TopUp,
  IldCredit,
  RoamingPackOrder,
  PlanChangeOrder,
]);

export type Order = z.output<typeof Order>;

export type OrderKind = Order["kind"];

export type OrderOf<Kind extends OrderKind> = Extract<Order, { kind: Kind }>;
