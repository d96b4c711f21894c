import type { ObjectKey } from "./carrier.js";
import type { NexconSim } from "./nexcon.js";

export const SIM_STATES = ["INVENTORY", "PROVISIONED", "TEST", "ACTIVE", "SUSPENDED", "TERMINATED", "UNKNOWN"] as const;

export type SimState = (typeof SIM_STATES)[number];

export type EsimProfileState =
  | "NOT_APPLICABLE"
  | "AVAILABLE"
  | "DOWNLOADED"
  | "INSTALLED"
  | "ENABLED"
  | "DISABLED"
  | "DELETED"
  | "FAILED"
  | "UNKNOWN";

/** What an eSIM is activated with: the LPA text of the QR code and its parts. Secret: shown to who asks, never logged. */
export interface EsimActivation {
  readonly qrText: string | null;
  readonly smdpAddress: string | null;
  readonly matchingId: string | null;
}

/** One identity of a SIM with several. */
export interface SimImsi {
  readonly sponsor: string | null;
  readonly imsi: string;
}

/** A SIM as any carrier answer shows it. `detail` is there only when the carrier's SIM inventory was read. */
export interface Sim {
  readonly key: ObjectKey;
  readonly iccid: string | null;
  readonly imsi: string | null;
  readonly msisdn: string | null;
  readonly eid: string | null;
  readonly state: SimState;
  readonly stateRaw: string | null;
  /** Native id of the endpoint that the SIM is linked to; null when free or not modelled. */
  readonly endpoint: ObjectKey | null;
  readonly detail: SimDetail | null;
  /** What only NexCon tells; absent for SIMs of other carriers. */
  readonly nexcon?: NexconSim;
}

export interface SimDetail {
  readonly carrierSimId: string | null;
  readonly product: string | null;
  readonly isAttached: boolean | null;
  readonly attachStatusRaw: string | null;
  readonly imsis: readonly SimImsi[];
  readonly activation: EsimActivation | null;
}
