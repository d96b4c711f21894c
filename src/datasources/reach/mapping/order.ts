import type { OrderOf } from "../../port/order.js";
import { portInToWire } from "./port-in.js";

/**
 * Orders as bodies. A quote and the purchase that follows must be sent the same body, so both are made here and both
 * operations check them by the schemas of `operations/order-bodies.ts`.
 */

type NewPurchase = OrderOf<"PURCHASE">;
type Address = NewPurchase["billingAddress"];
type Line = NewPurchase["lines"][number];

const payment = { paymentType: "CARD", collection: 0 } as const;

const addressToWire = <Type extends string>(
  type: Type,
  { line1, line2, city, state, zip, isResidential }: Address,
) => ({
  type,
  address1: line1,
  address2: line2,
  city,
  state,
  zip,
  country: "USA" as const,
  residential: isResidential ? ("true" as const) : ("false" as const),
});

/** The port-in is a part of the line that the number comes to. */
const lineToWire = ({ portIn, firstName, lastName, planId, isPrimary, simType }: Line) => ({
  firstName,
  lastName,
  planId,
  isPrimary,
  simType,
  ...(portIn === null ? {} : portInToWire(portIn)),
});

const metaToWire = ({ acquisitionSource, agentId }: NewPurchase) =>
  acquisitionSource === null && agentId === null
    ? undefined
    : { acquisitionSrc: acquisitionSource ?? undefined, agentUniqueId: agentId ?? undefined };

/** A first purchase. */
export const newPurchaseToWire = (order: NewPurchase) => ({
  accountInfo: {
    firstName: order.firstName,
    lastName: order.lastName,
    billingPhoneCountryCode: order.phoneCountryCode,
    billingPhoneNumber: order.phone,
    addresses: [
      addressToWire("billing", order.billingAddress),
      ...(order.shippingAddress === null ? [] : [addressToWire("shipping", order.shippingAddress)]),
    ],
    email: order.email,
    shipmentType: order.shipmentType ?? undefined,
    clientAccountId: order.clientAccountId,
    payment,
  },
  lines: order.lines.map(lineToWire),
  meta: metaToWire(order),
  redirectUrl: order.redirectUrl,
});

/** A purchase of somebody who is a customer already. Never to be sent where first purchases go. */
export const nextPurchaseToWire = (order: OrderOf<"PURCHASE_SUBSEQUENT">) => ({
  customerId: order.subscriber,
  accountInfo: {
    clientAccountId: order.clientAccountId,
    payment: { ...payment, ccUUID: order.cardId ?? undefined },
  },
  lines: order.lines.map(({ renews, planId, isPrimary, simType }) => ({
    customerId: renews ?? undefined,
    planId,
    isPrimary,
    simType,
  })),
  redirectUrl: order.redirectUrl,
});

export const topUpToWire = ({ subscriber, serviceCode, quantity, cardId }: OrderOf<"TOP_UP_PURCHASE">) => ({
  customerId: subscriber,
  serviceCode,
  quantity,
  ccUUID: cardId,
});

export const ildCreditToWire = ({ subscriber, groupId, amount, cardId }: OrderOf<"ILD_PURCHASE">) => ({
  customerId: subscriber,
  groupId,
  amount,
  ccUUID: cardId,
});

/** The subscriber stands in the path. */
export const roamingPackToWire = ({ packId, countries, cardId }: OrderOf<"ROAMING_PACK_PURCHASE">) => ({
  packId,
  countries,
  ccUUID: cardId,
});

export const planChangeToWire = (order: OrderOf<"SUBSCRIBER_PLAN_CHANGE">) => ({
  customerId: order.subscriber,
  newPlanId: order.planId,
  isUpgrade: order.isUpgrade,
  immediateEffect: order.isImmediate,
  ccUUID: order.cardId ?? undefined,
});
