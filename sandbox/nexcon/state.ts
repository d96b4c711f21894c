import type { Delivery } from "../types.js";

/** The status words are invented, but for ACTIVATED: the document prints none. */
export type Word = "INACTIVE" | "ACTIVATED" | "BLOCKED" | "TERMINATED" | "QUARANTINED";

export const ACTIONS = ["activate", "terminate", "restore", "block"] as const;
export type Action = (typeof ACTIONS)[number];

export interface Sim {
  icc: string;
  status: Word;
  /** How the status is printed, where that differs. */
  printedStatus?: string | null;
  msisdn: string | null;
  countryCode: string | null;
  /** Of whatever shape: the document prints an empty list and empty objects. */
  tags: unknown;
  product: unknown;
  pool: unknown;
  /** The job that is under way. */
  job: Job | null;
  /** Overrides of the account's conditions. */
  callback?: CallbackMode;
  /** Jobs end without any effect. */
  jobFails?: boolean;
}

/** `early` calls before the request is answered; `late` long after the job has finished. */
export const CALLBACK_MODES = ["normal", "early", "late", "twice", "never", "get", "put", "garbage"] as const;
export type CallbackMode = (typeof CALLBACK_MODES)[number];

export interface Job {
  action: Action;
  to: Word;
  callbackUrl: string | null;
  mode: CallbackMode;
  /** Decided when it is accepted. */
  fails: boolean;
}

export interface Account {
  id: string;
  apiKey: string;
  displayName: string;
  sims: Map<string, Sim>;
  specimens: Record<string, string>;
  /** How jobs call back, where a SIM does not say otherwise. */
  callback: CallbackMode;
  /** How long a job takes, on the sandbox's clock. */
  jobMs: number;
  /** False as if the caller's address were not on the allow-list. */
  isAllowed: boolean;
}

/** Something that happens at a time of the sandbox's clock. */
interface Due {
  at: number;
  run(): void;
}

export interface World {
  accounts: Account[];
  due: Due[];
  deliveries: Delivery[];
  /** Calls back that have not been answered yet. */
  inFlight: Set<Promise<void>>;
}
