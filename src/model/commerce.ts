import type { ObjectKey } from "./carrier.js";
import type { Money } from "./quantity.js";
import type { CarrierTime } from "./time.js";

/** A page of the carrier at which a person pays or gives a card. Secret: whoever has it may use it. */
export interface PaymentLink {
  readonly url: string;
  readonly expiresAt: CarrierTime | null;
}

/** A payment card as the carrier keeps it. Never a card number. */
export interface Card {
  readonly id: string;
  readonly isDefault: boolean;
  readonly brand: string | null;
  readonly lastFour: string | null;
  readonly expiryMonth: number | null;
  readonly expiryYear: number | null;
  readonly priority: number | null;
}

/** A bill. */
export interface Bill {
  readonly id: string;
  readonly subscriber: ObjectKey;
  readonly amount: Money | null;
  readonly dueOn: CarrierTime | null;
  readonly statusRaw: string | null;
}

/** What a bill is made of. */
export interface BillDetail {
  readonly amount: Money | null;
  readonly tax: Money | null;
  readonly dueOn: CarrierTime | null;
  readonly statusRaw: string | null;
  readonly items: readonly { readonly description: string | null; readonly amount: Money | null }[];
}

/** An invoice. */
export interface Invoice {
  readonly id: string;
  readonly subscriber: ObjectKey;
  readonly billId: string | null;
  readonly amount: Money | null;
  readonly issuedOn: CarrierTime | null;
  readonly statusRaw: string | null;
}

/** How far a purchase has come. */
export const PURCHASE_STATES = [
  "PENDING",
  "PAYMENT_PENDING",
  "PAYMENT_PROCESSING",
  "COMPLETED",
  "FAILED",
  "UNKNOWN",
] as const;

export type PurchaseState = (typeof PURCHASE_STATES)[number];

/** A purchase as the carrier tells it while it goes on. */
export interface Purchase {
  readonly transactionId: string;
  readonly state: PurchaseState;
  readonly stateRaw: string | null;
  readonly paymentStatusRaw: string | null;
  readonly paymentStatusText: string | null;
  /** Null until there is one. */
  readonly link: PaymentLink | null;
  /** Native id of the subscriber; null until the purchase is completed. */
  readonly subscriber: string | null;
  readonly clientAccountId: string | null;
  readonly shipmentStatusRaw: string | null;
  readonly total: Money | null;
  readonly tax: Money | null;
}

/** A SIM or kit on its way. */
export interface Shipment {
  readonly orderId: string | null;
  readonly statusRaw: string | null;
  readonly courier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly orderedAt: CarrierTime | null;
  readonly shippedAt: CarrierTime | null;
}

/** A part of a price, in the carrier's words for it. */
export interface Charge {
  readonly name: string;
  readonly amount: Money;
}

/** What an order would cost. */
export interface Price {
  /** Due now; null where the carrier does not tell a sum. */
  readonly total: Money | null;
  readonly charges: readonly Charge[];
  /** Per month from now on; null where it does not apply. */
  readonly monthly: Money | null;
  /** When it would take effect, in the carrier's words; null for at once. */
  readonly effectiveOn: CarrierTime | null;
}
