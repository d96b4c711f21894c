import type { ReachDelivery, Specimens } from "../types.js";
import type { Catalogue } from "./catalogue.js";
import type { Bill, Card, Invoice, Job, Order, PlanChange, Purchase, RoamingPack, SimSwap, Swap } from "./commerce.js";

/** Numbers of a subscriber's state. 3 and 4 are the sandbox's own; the others are the document's. */
export const STATUS = {
  INACTIVE: 0,
  ACTIVATION_IN_PROGRESS: 1,
  ACTIVE: 2,
  SUSPENDED: 3,
  DISCONNECTED: 4,
  ACTIVATION_FAILED: 8,
  PORTING_IN_PROGRESS: 9,
  PORTING_FAILED: 10,
  PORT_CANCELLED: 11,
} as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

export type SimType = "ESIM" | "PSIM";

export interface Address {
  type: "billing" | "shipping";
  address1: string;
  address2?: string | undefined;
  city: string;
  state: string;
  zip: string;
  country: "USA";
  residential?: string | undefined;
}

/** What is handed in to fetch a number from another carrier. */
export interface PortIn {
  numberToPort: string;
  oldCarrier: string;
  oldCarrierAccountNumber: string;
  password: string;
  oldZip: string;
}

/** Counters of one line in its present cycle; data in MB, talk in minutes, money of roaming in cents. */
export interface Usage {
  dataMb: number;
  extraMb: number;
  ildMinutes: number;
  roamingCents: number;
}

/** One line. Its state changes by jobs only. */
export interface Customer {
  id: string;
  groupId: string;
  firstName: string;
  lastName: string;
  email: string;
  addresses: Address[];
  status: Status;
  plan: string;
  simType: SimType;
  isPrimary: boolean;
  mobileNo: string | null;
  iccId: string | null;
  imei: string | null;
  activatedAt: number | null;
  activationMsg: string | null;
  billedFrom: number;
  isDataCutOff: boolean;
  disconnectedAt: number | null;
  leaving: "PORT_OUT" | "DISCONNECT" | null;
  voicemailPin: string;
  portIn: PortIn | null;
  usage: Usage;
  /** What is under way; only one thing at a time. */
  job: Job | null;
  /** The plan to come at the next billing date. */
  nextPlan: string | null;
  mdnSwap: Swap | null;
  reset: { status: "IN_PROGRESS" | "COMPLETED" } | null;
  otp: { code: string; expiresAt: number; isUsed: boolean } | null;
  order: Order | null;
  /** Activations of this line end in ACTIVATION_FAILED. */
  activationFails: boolean;
}

/** What lines of one account have in common. */
export interface Group {
  id: string;
  clientAccountId: string;
  cards: Card[];
  ildCents: number;
  ildUsage: { destination: string; minutes: number; cents: number }[];
  ildPurchases: { purchaseId: string; customerId: string; cents: number; at: number }[];
  packs: RoamingPack[];
}

export const CALLBACK_MODES = ["normal", "twice", "late", "out-of-order", "never", "unknown-type"] as const;
export type CallbackMode = (typeof CALLBACK_MODES)[number];

/** How long each thing takes, in milliseconds of the sandbox's clock. */
export const DURATIONS = {
  purchaseMs: 3_000,
  paymentMs: 3_000,
  linkMs: 900_000,
  activationMs: 4_000,
  portInMs: 6_000,
  lifecycleMs: 3_000,
  swapMs: 4_000,
  planChangeMs: 3_000,
  resetMs: 4_000,
  roamingMs: 2_000,
  shipmentMs: 86_400_000,
  otpMs: 300_000,
} as const;
export type Durations = { [step in keyof typeof DURATIONS]: number };

/** What an account is told to do; all of it can be set by the control interface. */
export interface Settings {
  /** False as if the caller's address were not on the allow-list. */
  isAllowed: boolean;
  /** Every call is one too many; `retryAfter` is the header, if there is to be one. */
  rateLimit: { retryAfter: string | null } | null;
  /** Where the platform of the brand takes what it is told. */
  callbackBaseUrl: string | null;
  callback: CallbackMode;
  /** How long an answer to a call back is waited for, in milliseconds of real time. */
  callbackTimeoutMs: number;
  durations: Durations;
}

/** How an account prints. Two accounts differ, since the document does not settle it. */
export interface Style {
  /** Numbers, statuses too, come as text. */
  isTextual: boolean;
  /** Coverage comes as a map by carrier. */
  isCoverageByCarrier: boolean;
  /** How suspend, restore, disconnect and reconnect are taken on. */
  lifecycleStatus: 200 | 202;
}

export interface Account {
  id: string;
  jwt: string;
  apiKey: string;
  displayName: string;
  style: Style;
  settings: Settings;
  catalogue: Catalogue;
  customers: Map<string, Customer>;
  groups: Map<string, Group>;
  purchases: Map<string, Purchase>;
  planChanges: Map<string, PlanChange>;
  simSwaps: Map<string, SimSwap>;
  bills: Bill[];
  invoices: Invoice[];
  /** Links to the page on which a card is added, by token. */
  cardLinks: Map<string, { groupId: string; redirectUrl: string; expiresAt: number }>;
  accessKeys: number;
  serial: number;
  specimens: Specimens;
}

/** Something that happens at a time of the sandbox's clock. */
interface Due {
  at: number;
  run(at: number): void;
}

export interface World {
  accounts: Account[];
  due: Due[];
  /** The moment that is being caught up with, while what has fallen due is done. */
  catchingUp: number | null;
  deliveries: ReachDelivery[];
  /** Calls back that have not been answered yet. */
  inFlight: Set<Promise<void>>;
}

/** A new id of this account. */
export const mint = (account: Account, prefix: string): string => `${prefix}${++account.serial}`;

const MONTH_MS = 30 * 86_400_000;

/** When the line is billed next: every thirty days. */
export function nextBilling({ billedFrom }: Customer, now: number): number {
  const cycles = Math.max(1, Math.floor((now - billedFrom) / MONTH_MS) + 1);
  return billedFrom + cycles * MONTH_MS;
}

/** When the running cycle has begun; a line that is paid ahead begins one now. */
export const cycleStart = (customer: Customer, now: number): number =>
  Math.min(now, nextBilling(customer, now) - MONTH_MS);
