import type { NextcommDocuments, NextcommTransaction } from "../types.js";

/** A kind of allowance, or what is left of one; the words and units are invented, but for the names of the fields. */
export interface Balance {
  balanceName: string;
  outstandingAmount: number | string;
  unitType: string;
  expirationDate: string | null;
  creationDate: string;
  source: string;
}

export interface AddOn {
  addOnName: string;
  addOnCode: string;
  allowance: number | string;
  unitType: string;
  startDate: string;
  expiryDate: string;
  status: string;
}

/** What a plan gives, per unit. */
export interface Allowance {
  balanceName: string;
  amount: number;
  unitType: string;
}

export interface ActivationPlan {
  regionId: string;
  /** As it is printed: the document does not show it, its bulk request names these fields. */
  row: {
    ProfileId: number;
    Profile: string;
    ServiceTypeId: number;
    ServiceType: string;
    ServiceId: number;
    Service: string;
    Price: number;
    ValidityDays: number;
    OtherBenefits: string;
    AdditionalBenefit: string;
  };
  allowances: readonly Allowance[];
}

export interface RechargePlan {
  regionId: string;
  row: { PlanCode: string; PlanName: string; Price: number; ValidityDays: number; OtherBenefits: string };
  allowances: readonly Allowance[];
}

export interface Subscriber {
  mobileNo: string;
  simNo: string;
  subscriptionId: string;
  name: string;
  planName: string;
  /** An active one whose plan has expired is printed as Expired. */
  status: string | null;
  /** Local time without a zone, `yyyy-MM-ddTHH:mm:ss`. */
  planExpiryDt: string;
  lastTxnId: string;
  imsi: string;
  balances: Balance[];
  addOns: AddOn[];
}

export interface Sim {
  simNo: string;
  kind: "physical" | "esim";
  /** Of the subscriber who has it; null while it is free. */
  mobileNo: string | null;
  smdp: string;
  matchingId: string;
  /** A bulk activation with it is `lost` (done, but its row is missing) or `ignored` (not even done). */
  bulkRow: "normal" | "lost" | "ignored";
}

/** How one account of the platform behaves where the document leaves it open. */
export interface Settings {
  /** What is left to spend, in 1/10000 cent. */
  credit: number;
  /** Structured `MessageData` as JSON in a string, or already decoded. */
  messageData: "text" | "decoded";
  /** The spelling of the plan's key that Activation takes. */
  planKey: "either" | "PlanID" | "PlanId";
  /** The HTTP status at which a bearer is refused. */
  tokenRefusal: 200 | 401;
  /** How Activation gives the RequestID back. */
  requestIdEcho: "exact" | "garbled";
  facilityFlags: "boolean" | "words";
  hasSimExpDate: boolean;
}

export interface Account {
  id: string;
  displayName: string;
  loginId: string;
  userId: string;
  password: string;
  encryptionKey: string;
  cipher: "aes-256-cbc" | "aes-256-ecb";
  loginEntityId: string;
  timeZone: string;
  currency: string;
  settings: Settings;
  activationPlans: readonly ActivationPlan[];
  rechargePlans: readonly RechargePlan[];
  sims: Map<string, Sim>;
  subscribers: Map<string, Subscriber>;
  /** What a new number begins with, and how many have been given. */
  numberPrefix: string;
  numbersGiven: number;
  specimens: Record<string, string>;
}

export interface World {
  accounts: Account[];
  tokens: Map<string, { account: Account; until: number }>;
  /** Numbers the transactions of the whole platform. */
  counter: number;
  transactions: NextcommTransaction[];
  documents: NextcommDocuments[];
}
