import type { LedgerEntry } from "../types.js";
import type { NewOrder, SubsequentOrder } from "./basket.js";

/** What is under way with a line. A later job of the same line takes its place. */
export interface Job {
  name: string;
}

/** A saved card. One that is declined takes no money. */
export interface Card {
  uuid: string;
  isDefault: boolean;
  brand: string;
  lastFour: string;
  expiryMonth: number;
  expiryYear: number;
  priority: number;
  isDeclined: boolean;
}

/** A shipment of SIM cards. */
export interface Order {
  orderId: string;
  status: "PENDING" | "SHIPPED" | "DELIVERED" | "CANCELLED";
  orderedAt: number;
  shippedAt: number | null;
}

export interface Bill {
  billId: string;
  customerId: string;
  cents: number;
  taxCents: number;
  dueAt: number;
  status: "DUE" | "PAID";
  items: { description: string; cents: number }[];
}

export interface Invoice {
  invoiceId: string;
  billId: string;
  customerId: string;
  cents: number;
  at: number;
  status: "ISSUED" | "SENT";
}

/** One purchase, first or subsequent, from its acceptance on. */
export interface Purchase {
  transactionId: string;
  what: { kind: "PRODUCT_PURCHASE"; order: NewOrder } | { kind: "PURCHASE_SUBSEQUENT"; order: SubsequentOrder };
  status: "PENDING" | "PAYMENT_PENDING" | "PAYMENT_PROCESSING" | "COMPLETED" | "FAILED";
  paymentStatus: "PENDING" | "PROCESSING" | "APPROVED" | "FAILED";
  paymentStatusDesc: string | null;
  clientAccountId: string;
  customerId: string | null;
  totalCents: number;
  taxCents: number;
  /** The key is a part of the address: whoever has it may pay. */
  link: { url: string; key: string; createdAt: number; expiresAt: number } | null;
  /** Where the sandbox is reached, for the link to come. */
  origin: string;
  /** Charged when the money has been taken. */
  entry: LedgerEntry;
}

export type JobWord = "IN_PROGRESS" | "COMPLETED" | "FAILED";

export interface Swap {
  status: JobWord;
  oldMdn: string | null;
  newMdn: string | null;
}

export interface SimSwap {
  id: string;
  customerId: string;
  status: JobWord;
}

export interface PlanChange {
  txnId: string;
  customerId: string;
  status: JobWord;
}

/** A pack that a group has bought. */
export interface RoamingPack {
  packId: string;
  packInstanceId: string;
  customerId: string;
  status: "PENDING" | "ACTIVE";
  startAt: number;
  expiresAt: number;
  autoRenew: boolean;
  usedMb: number;
  usedMinutes: number;
  usedSms: number;
}
