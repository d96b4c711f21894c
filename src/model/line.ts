/** The administrative state of a line: an Endpoint or a Subscriber. Carrier words that are only transitional are no state. */
export const LINE_STATES = [
  "PENDING",
  "PRE_ACTIVE",
  "TEST",
  "INVENTORY",
  "ACTIVE",
  "SUSPENDED",
  "HOLD",
  "ENDING",
  "RECOVERABLE",
  "ENDED",
  "UNKNOWN",
] as const;

export type LineState = (typeof LINE_STATES)[number];

export type BillingType = "PREPAID" | "POSTPAID" | "UNKNOWN";
