import { setTimeout as sleep } from "node:timers/promises";
import type { CarrierId } from "../../model/carrier.js";
import type { CallContext } from "../carrier.js";
import { encode, type WireRequest } from "./encode.js";
import { Limiter, type Limits } from "./limiter.js";
import type { InputOf, Operation, Outcome } from "./operation.js";
import { retryDelayMs } from "./retry.js";
import { type Answered, answerOf, failureOf, outcomeOf } from "./settle.js";
import { Transport } from "./transport.js";
import type { Reply, Verdict } from "./verdict.js";

/** What is particular to a carrier's way of being called and of answering. */
export interface Protocol {
  /** A token that the carrier accepts, or null where there is none to obtain. */
  token(signal: AbortSignal): Promise<string | null>;
  /** The token was refused; the next one must be another. */
  expire(token: string): void;
  headers(operation: Operation, token: string | null): Record<string, string>;
  judge(reply: Reply, operation: Operation): Verdict;
}

/** One carrier call, as it is logged, counted and shown. Never carries a body, a number or a secret. */
export interface CallRecord {
  readonly carrier: CarrierId;
  readonly account: string;
  readonly operation: string;
  readonly effect: Operation["effect"];
  readonly requestId: string;
  readonly attempt: number;
  readonly ms: number;
  readonly status: number | null;
  readonly carrierCode: string | null;
  /** How it ended: an outcome or a failure code. */
  readonly result: string;
}

export interface ClientOptions {
  readonly carrier: CarrierId;
  readonly account: string;
  readonly baseUrl: string;
  readonly limits: Limits;
  readonly observe: (record: CallRecord) => void;
}

/** The one sender of carrier calls: every deadline, retry, limit, redaction and log line is here and nowhere else. */
export class CarrierClient {
  readonly #transport: Transport;
  readonly #limiter: Limiter;

  constructor(
    readonly options: ClientOptions,
    protocol: (client: CarrierClient) => Protocol,
  ) {
    this.#transport = new Transport(options.baseUrl, options.limits.concurrency);
    this.#limiter = new Limiter(options.limits);
    this.#protocol = protocol(this);
  }

  readonly #protocol: Protocol;

  get load(): { running: number; waiting: number } {
    return this.#limiter.load;
  }

  /** Sends one operation. Throws a Failure for everything that is neither done, pending, already so nor empty. */
  async call<O extends Operation>(operation: O, input: InputOf<O>, context: CallContext): Promise<Outcome<O>> {
    const request = encode(operation, input);
    const remainingMs = Math.max(0, Math.min(operation.timeoutMs, context.deadlineAt - Date.now()));
    const givesUpAt = Date.now() + remainingMs;
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(remainingMs)]);
    for (let number = 1; ; number += 1) {
      try {
        return await this.#attempt(operation, request, { context, signal, number });
      } catch (failure) {
        const remaining = givesUpAt - Date.now();
        const delayMs = retryDelayMs({ operation, number, failure, remainingMs: remaining, jitter: Math.random() });
        if (delayMs === null) throw failure;
        await sleep(delayMs, undefined, { signal }).catch(() => {
          throw failure;
        });
      }
    }
  }

  async #attempt<O extends Operation>(
    operation: O,
    request: WireRequest,
    attempt: AttemptContext,
  ): Promise<Outcome<O>> {
    const startedAt = performance.now();
    let answered: Answered | null = null;
    try {
      answered = await this.#send(operation, request, attempt.signal);
      const outcome = outcomeOf(operation, answered, this.options);
      this.#observe(operation, attempt, startedAt, answered, outcome.is);
      return outcome;
    } catch (error) {
      const failure = failureOf(operation, error, this.options);
      this.#observe(operation, attempt, startedAt, answered, failure.code);
      throw failure;
    }
  }

  /** Sends the request; when the token turns out to be refused, once more with a new one. */
  async #send(operation: Operation, request: WireRequest, signal: AbortSignal): Promise<Answered> {
    const first = await this.#sendOnce(operation, request, signal);
    if (first.verdict.is !== "expired" || first.token === null) return first;
    this.#protocol.expire(first.token);
    return this.#sendOnce(operation, request, signal);
  }

  async #sendOnce(operation: Operation, request: WireRequest, signal: AbortSignal): Promise<Answered> {
    const token = operation.auth === "token" ? await this.#protocol.token(signal) : null;
    const headers = this.#protocol.headers(operation, token);
    const reply = await this.#limiter.run(() => answerOf(this.#transport.send(request, headers, signal)), signal);
    return { reply, token, verdict: this.#protocol.judge(reply, operation) };
  }

  #observe(
    operation: Operation,
    attempt: AttemptContext,
    startedAt: number,
    answered: Answered | null,
    result: string,
  ): void {
    const { carrier, account, observe } = this.options;
    observe({
      carrier,
      account,
      operation: operation.name,
      effect: operation.effect,
      requestId: attempt.context.requestId,
      attempt: attempt.number,
      ms: performance.now() - startedAt,
      status: answered?.reply.status ?? null,
      carrierCode: answered?.verdict.is === "code" ? answered.verdict.code : null,
      result,
    });
  }

  close(): Promise<void> {
    return this.#transport.close();
  }
}

interface AttemptContext {
  readonly context: CallContext;
  readonly signal: AbortSignal;
  readonly number: number;
}
