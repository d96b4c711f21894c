/** What a carrier sent, whatever it is. Who took it has bounded it. */
interface Sent {
  readonly account: string;
  /** Only those that help to understand the body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What came to an address that a carrier was given for an operation. */
export interface Callback extends Sent {
  /** Secret: whoever knows it may say that the operation has moved on. */
  readonly token: string;
  readonly method: string;
  /** Without the question mark, as it was sent. */
  readonly query: string;
}

/** What came to an address that a carrier has fixed for a whole account: things that happen, or ends of what was asked for. */
export interface Message extends Sent {
  readonly channel: "EVENTS" | "RESULTS";
}

export const CALLBACK_KINDS = ["OPERATION", "EVENTS", "RESULTS"] as const;

/** Where it came to: the address of an operation, or one of the two that a carrier has fixed. */
export type CallbackKind = (typeof CALLBACK_KINDS)[number];

export const CALLBACK_OUTCOMES = ["ACCEPTED", "LATE", "NOTED", "MALFORMED"] as const;

/**
 * What became of one that is kept. ACCEPTED: what it is about is looked at now. LATE: its operation had ended. NOTED: it
 * is about nothing that could be looked at. MALFORMED: it cannot be read.
 */
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number];

/**
 * What became of one that came. `duplicate`: the same had come before. `over`: so many came in a day that it is not kept.
 * `unauthentic`: its sender does not know the secret. `expired` and `unknown`: the address is none of ours any more, or
 * never was. `unavailable`: it could not be kept.
 */
export type CallbackResult =
  | Lowercase<CallbackOutcome>
  | "duplicate"
  | "over"
  | "unauthentic"
  | "expired"
  | "unknown"
  | "unavailable";

/** One that is kept, as people may see it: neither what was sent nor any number. */
export interface KeptCallback {
  readonly id: string;
  readonly account: string;
  readonly receivedAt: string;
  readonly kind: CallbackKind;
  readonly outcome: CallbackOutcome;
  /** The carrier's word for what it tells; null where it has none. */
  readonly typeRaw: string | null;
  /** Id of the operation that it is about, as far as that is known. */
  readonly operation: string | null;
}
