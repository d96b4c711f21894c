import type { SandboxClock } from "./clock.js";
import type { FaultBook } from "./faults.js";

/** One entry of an accounts file, as the sandbox's own accounts would be written there. */
export interface AccountJson {
  id: string;
  carrier: string;
  baseUrl: string;
  username: string;
  password: string;
  timeZone: string;
  displayName: string;
}

/** The same for NexCon. */
export interface NexconAccountJson {
  id: string;
  carrier: string;
  baseUrl: string;
  apiKey: string;
  displayName: string;
  /** What the words mean that the sandbox has invented. */
  statusWords: Record<string, string>;
}

/** A call back, as it was made. */
export interface Delivery {
  account: string;
  icc: string;
  action: string;
  method: string;
  url: string;
  /** What the receiver answered; null when it did not. */
  status: number | null;
}

export interface NexconSandbox {
  accounts: NexconAccountJson[];
  /** Per account id: names of situations, and the ICC of a SIM that is in it. */
  specimens: Record<string, Specimens>;
  /** Calls back that were made and answered, or given up. */
  deliveries: readonly Delivery[];
  /** Finishes what has fallen due; resolves when the calls back of it are answered. */
  settled(): Promise<void>;
}

/** The same for NextComm. */
export interface NextcommAccountJson {
  id: string;
  carrier: string;
  baseUrl: string;
  displayName: string;
  loginId: string;
  userId: string;
  password: string;
  encryptionKey: string;
  cipher: string;
  loginEntityId: string;
  timeZone: string;
  currency: string;
  /** What the words mean that the sandbox has invented. */
  statusWords: Record<string, string>;
}

/** A transaction of NextComm that took effect. */
export interface NextcommTransaction {
  account: string;
  operation: string;
  transactionId: string;
  requestId: string | null;
  /** The SIM or the number. */
  target: string;
  txnDateTime: string;
  /** The caller gave no time: it was stamped in Indian time. */
  isIst: boolean;
}

/** Documents that were taken for a SIM: a visa and a passport, and how large they were. */
export interface NextcommDocuments {
  account: string;
  simNo: string;
  poiBytes: number;
  poaBytes: number;
}

export interface NextcommSandbox {
  accounts: NextcommAccountJson[];
  /** Per account id: names of situations, and the number, SIM or plan that is in it. */
  specimens: Record<string, Specimens>;
  transactions: readonly NextcommTransaction[];
  documents: readonly NextcommDocuments[];
}

/** The same for PayU. */
export interface PayuAccountJson {
  id: string;
  carrier: string;
  baseUrl: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  grantType: string;
  agentId: string;
  displayName: string;
}

export interface PayuSandbox {
  accounts: PayuAccountJson[];
  /** Per account id: names of situations, and the number, operator or circle that is in it. */
  specimens: Record<string, Specimens>;
}

/** The same for Reach. */
export interface ReachAccountJson {
  id: string;
  carrier: string;
  baseUrl: string;
  jwt: string;
  apiKey: string;
  displayName: string;
  /** What the numbers mean that the sandbox has invented. */
  statusWords: Record<string, string>;
}

/** A call back of Reach, one attempt of at most four. */
export interface ReachDelivery {
  account: string;
  type: string;
  url: string;
  attempt: number;
  /** What the receiver answered; null when it did not, in time. */
  status: number | null;
}

export interface ReachSandbox {
  accounts: ReachAccountJson[];
  /** Per account id: names of situations, and the id of a line, a card, a bill or whatever is in it. */
  specimens: Record<string, Specimens>;
  /** Calls back that were made. */
  deliveries: readonly ReachDelivery[];
  /** Finishes what has fallen due; resolves when the calls back of it are answered. */
  settled(): Promise<void>;
}

/** What a carrier operation does there: reads, changes something, or only gives tokens. */
export type Effect = "read" | "write" | "auth";

/** One request that reached a carrier of the sandbox, whatever became of it. */
export interface RecordedCall {
  carrier: string;
  /** The operation's name as in the carrier's document. */
  operation: string;
  method: string;
  /** Path after the carrier's prefix, without the query. */
  path: string;
  query: Record<string, string>;
  effect: Effect;
  /** Account id, or null when the caller could not be recognised. */
  account: string | null;
  /** Sandbox time in milliseconds. */
  at: number;
  /** The carrier's inner result code, null until (or unless) it answered with one. */
  code: string | null;
}

/** One change that took effect. A write accepted for later counts from the moment it is accepted. */
export interface LedgerEntry {
  carrier: string;
  operation: string;
  account: string;
  /** What was changed: an endpoint id, or the job id of a bulk request. */
  target: string;
  at: number;
  /** Money taken by this write, in 1/10000 cent; 0 when it is free. */
  charged: number;
}

/** Named objects that stand for a situation, so that a test need not search for one. */
export type Specimens = Record<string, string>;

export interface SandboxOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  host?: string;
  /** Same seed, same data. */
  seed?: number;
  /** With it the clock stands still there; without it the clock runs. */
  now?: Date;
  /** How many endpoints the first account has; 240 unless told. */
  endpoints?: number;
}

export interface Sandbox {
  url: string;
  bics: {
    baseUrl: string;
    username: string;
    password: string;
    /** Per account id: names of situations, and the endpoint id or ICCID that is in it. */
    specimens: Record<string, Specimens>;
  };
  nexcon: NexconSandbox;
  nextcomm: NextcommSandbox;
  payu: PayuSandbox;
  reach: ReachSandbox;
  /** What an accounts file for this sandbox contains, but for those of the other carriers. */
  accounts: AccountJson[];
  /** Accounts for special purposes: an enterprise that demands dynamic benefits, a reseller. */
  extraAccounts: AccountJson[];
  calls: RecordedCall[];
  ledger: LedgerEntry[];
  faults: FaultBook;
  clock: SandboxClock;
  /** Everything as at the start: data, clock, faults, calls, ledger. */
  reset(): void;
  stop(): Promise<void>;
}
