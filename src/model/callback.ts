/** What came to an address that a carrier was given for an operation, whatever it is. Who took it has bounded it. */
export interface Callback {
  readonly account: string;
  /** Secret: whoever knows it may say that the operation has moved on. */
  readonly token: string;
  readonly method: string;
  /** Without the question mark, as it was sent. */
  readonly query: string;
  /** Only those that help to understand the body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * What became of it. `accepted`: the operation is looked at now. `duplicate`: the same had come before. `late`: the
 * operation had ended. `expired` and `unknown`: the address is none of ours any more, or never was. `unavailable`:
 * it could not be kept.
 */
export type CallbackResult = "accepted" | "duplicate" | "late" | "expired" | "unknown" | "unavailable";
