import type { CarrierId } from "../../model/carrier.js";
import type { CallRecord } from "../call.js";
import type { CachePolicy } from "./answer-cache.js";
import type { BreakerPolicy } from "./breaker.js";
import type { WireRequest } from "./encode.js";
import type { Limits } from "./limiter.js";
import type { Operation } from "./operation.js";
import type { RetryPolicy } from "./retry.js";
import type { Reply, Verdict } from "./verdict.js";

/** What is particular to a carrier's way of being called and of answering. */
export interface Protocol {
  /** A token that the carrier accepts, at once where one is at hand; null where there is none to obtain. */
  token(): string | null | Promise<string | null>;
  /** The token was refused; the next one must be another. */
  expire(token: string): void;
  headers(operation: Operation, token: string | null): Readonly<Record<string, string>>;
  /** `request` is what the answer may repeat. */
  judge(reply: Reply, operation: Operation, request: WireRequest): Verdict;
}

export interface ClientOptions {
  readonly carrier: CarrierId;
  readonly account: string;
  readonly baseUrl: string;
  readonly limits: Limits;
  /** Longest time that a read may take, in milliseconds; an operation may have less. */
  readonly readMs?: number | undefined;
  /** How the carrier wants to be called again; the usual way unless told. */
  readonly retry?: RetryPolicy;
  /** When calls are held back; the usual way unless told. */
  readonly breaker?: BreakerPolicy | undefined;
  /** For how long answers may be told again; not at all unless told. */
  readonly cache?: CachePolicy | undefined;
  /** The name that the carrier gives to the id of what a read shows or a write changes. Without it every write changes all. */
  readonly objectField?: string;
  /** Longest answer that is read; 64 MiB unless told. */
  readonly maxAnswerBytes?: number;
  /** Must not throw. */
  readonly observe: (record: CallRecord) => void;
}
