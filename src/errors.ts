/** What a failure is about; drives whom to ask and whether waiting helps. */
export type FailureCategory = "INPUT" | "STATE" | "POLICY" | "CARRIER" | "UNKNOWN_OUTCOME" | "INTERNAL";

interface FailureFacts {
  readonly category: FailureCategory;
  /** The same request may succeed later without any change. */
  readonly retryable: boolean;
  /** What the caller can do about it. */
  readonly hint: string;
}

/** The closed list of failure codes: every carrier's refusal, outage and oddity is translated into one of them. */
export const FAILURES = {
  INVALID_ARGUMENT: {
    category: "INPUT",
    retryable: false,
    hint: "Correct the named field and send the request again.",
  },
  OUT_OF_RANGE: { category: "INPUT", retryable: false, hint: "Use a value within the stated limits." },
  NOT_FOUND: { category: "STATE", retryable: false, hint: "Check the id; the object may have been removed." },
  IDENTIFIER_NOT_FOUND: { category: "STATE", retryable: false, hint: "Check the number; no account knows it." },
  UNAUTHENTICATED: { category: "POLICY", retryable: false, hint: "Send credentials with the request." },
  PERMISSION_DENIED: {
    category: "POLICY",
    retryable: false,
    hint: "Ask the operator of the account for this permission.",
  },
  ALREADY_EXISTS: { category: "STATE", retryable: false, hint: "Read the object: it is there already." },
  STATE_CHANGED: { category: "STATE", retryable: false, hint: "Read the object again and decide anew." },
  INVALID_TRANSITION: { category: "STATE", retryable: false, hint: "Read the state: it does not allow this action." },
  OPERATION_IN_PROGRESS: { category: "STATE", retryable: true, hint: "Wait until the operation under way has ended." },
  NOT_LIFTABLE: { category: "STATE", retryable: false, hint: "The carrier imposed it; remove the cause first." },
  NOT_SUPPORTED_BY_CARRIER: {
    category: "POLICY",
    retryable: false,
    hint: "See Account.capabilities for what this carrier offers.",
  },
  SERVICE_NOT_APPLICABLE: {
    category: "STATE",
    retryable: false,
    hint: "The line's plan or service profile does not include it.",
  },
  INSUFFICIENT_BALANCE: { category: "STATE", retryable: false, hint: "Top the account up first." },
  PLAN_UNAVAILABLE: { category: "STATE", retryable: false, hint: "Choose a plan that plans() lists for this account." },
  QUOTE_EXPIRED: { category: "STATE", retryable: false, hint: "Ask for a new quote." },
  POSSIBLE_DUPLICATE: {
    category: "STATE",
    retryable: false,
    hint: "An equal action has an unknown outcome; settle it first.",
  },
  IDEMPOTENCY_KEY_REUSED: { category: "INPUT", retryable: false, hint: "Use a new key for a different request." },
  OUTCOME_UNKNOWN: {
    category: "UNKNOWN_OUTCOME",
    retryable: false,
    hint: "Do not send it again: read the object to see what happened.",
  },
  QUOTA_EXCEEDED: {
    category: "STATE",
    retryable: false,
    hint: "Remove something first; the carrier's limit is reached.",
  },
  TOO_MANY_REQUESTS: {
    category: "CARRIER",
    retryable: true,
    hint: "Slow down; retryAfterMs says how long, if the carrier did.",
  },
  CARRIER_UNAVAILABLE: {
    category: "CARRIER",
    retryable: true,
    hint: "The carrier is down or out of reach; try again later.",
  },
  CARRIER_TIMEOUT: {
    category: "CARRIER",
    retryable: true,
    hint: "The carrier did not answer in time; try again later.",
  },
  CARRIER_AUTH_FAILED: {
    category: "CARRIER",
    retryable: false,
    hint: "The operator must check the credentials of this account.",
  },
  CARRIER_CONTRACT_VIOLATION: {
    category: "CARRIER",
    retryable: false,
    hint: "The carrier's answer could not be read; report it with the request id.",
  },
  CIRCUIT_OPEN: {
    category: "CARRIER",
    retryable: true,
    hint: "The carrier failed repeatedly and is given a rest; try again later.",
  },
  CARRIER_REFUSED: {
    category: "CARRIER",
    retryable: false,
    hint: "Read carrierCode and carrierMessage: they say why.",
  },
  STORE_UNAVAILABLE: {
    category: "INTERNAL",
    retryable: true,
    hint: "Reads of carriers work; send the same request with the same key again later.",
  },
  INTERNAL: { category: "INTERNAL", retryable: false, hint: "Report it with the request id." },
} as const satisfies Record<string, FailureFacts>;

export type FailureCode = keyof typeof FAILURES;

export const isFailureCode = (word: string): word is FailureCode => Object.hasOwn(FAILURES, word);

/** Whether a carrier that fails so may be in trouble. Where it refuses, it is well. */
export const isOutage = (code: FailureCode): boolean => {
  const { category } = FAILURES[code];
  return (
    (category === "CARRIER" && code !== "CARRIER_REFUSED") || category === "UNKNOWN_OUTCOME" || code === "INTERNAL"
  );
};

export interface FailureDetails {
  /** Path of the offending input field, such as `["by", "iccid"]`. */
  readonly field?: readonly string[];
  readonly carrier?: string;
  readonly account?: string;
  /** The carrier operation, by the carrier's own name. */
  readonly carrierOperation?: string;
  readonly carrierCode?: string;
  /** The carrier's words, already scrubbed of numbers that identify a person or a SIM. */
  readonly carrierMessage?: string;
  /** What the carrier has made before it failed, by its own id, such as an endpoint whose SIM could not be linked. */
  readonly carrierReference?: string;
  /** The id of the operation that stands in the way. */
  readonly operation?: string;
  readonly retryAfterMs?: number;
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * A failure that is known: it has a code of the closed list and may be shown to the caller as it is.
 * Anything else that is thrown is a bug and is masked.
 */
export class Failure extends Error {
  override readonly name = "Failure";
  /** Without the cause, which stays where it is not serialised. */
  readonly details: Omit<FailureDetails, "cause">;

  constructor(
    readonly code: FailureCode,
    message: string,
    { cause, ...details }: FailureDetails = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.details = details;
  }

  get facts(): FailureFacts {
    return FAILURES[this.code];
  }

  get hint(): string {
    return this.details.hint ?? this.facts.hint;
  }
}
