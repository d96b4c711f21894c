/** Everything that can happen to the one write. */
export interface Fault {
  /** As the sandbox takes it; null shuts the door before the write. */
  readonly fault: string | null;
  /** Whether the carrier has carried it out. */
  readonly isDone: boolean;
  /** The carrier, or the network, says that it has not. */
  readonly isRefusal?: true;
  /** A status of success comes, and nothing that can be read. */
  readonly isStatusAlone?: true;
}

/** The one whose effect comes after the answer is given up must be the last: effects are told apart by their turn. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  "a refused connection": { fault: null, isDone: false, isRefusal: true },
  "a reset before the carrier reads": { fault: "reset-before", isDone: false },
  "a reset after the carrier has done it": { fault: "reset-after", isDone: true },
  "a hang past the deadline": { fault: "hang", isDone: false },
  "a hang past the deadline after it is done": { fault: "hang;applied=true", isDone: true },
  "HTTP 500": { fault: "status;status=500", isDone: false },
  "HTTP 500 after it is done": { fault: "status;status=500;applied=true", isDone: true },
  "HTTP 502 with HTML": { fault: "status;status=502", isDone: false },
  "HTTP 502 with HTML after it is done": { fault: "status;status=502;applied=true", isDone: true },
  "HTML at HTTP 200 after it is done": { fault: "html200;applied=true", isDone: true },
  "half an answer": { fault: "truncated", isDone: true },
  "an empty answer": { fault: "empty", isDone: true, isStatusAlone: true },
  "JSON of another shape": { fault: "wrong-type", isDone: true, isStatusAlone: true },
  "HTTP 429 with Retry-After": { fault: "status;status=429;retryAfter=1", isDone: false, isRefusal: true },
  "a rate limit told in words": { fault: "rate-limit", isDone: false, isRefusal: true },
  "HTTP 503": { fault: "status;status=503", isDone: false },
  "HTTP 503 after it is done": { fault: "status;status=503;applied=true", isDone: true },
  "an answer behind the deadline": { fault: "latency;ms=2600", isDone: true },
};
