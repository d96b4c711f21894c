import { setTimeout as sleep } from "node:timers/promises";
import type { Failure } from "../../errors.js";
import type { CarrierId, Standing } from "../../model/carrier.js";
import type { CallContext, CallRecord, Load, Spared } from "../call.js";
import type { CachePolicy } from "./answer-cache.js";
import { Attempt, type Term } from "./attempt.js";
import { Breaker, type BreakerPolicy, type Sign } from "./breaker.js";
import type { WireRequest } from "./encode.js";
import { failer, failureOf, signOf } from "./failing.js";
import { Limiter, type Limits } from "./limiter.js";
import type { Operation, Outcome } from "./operation.js";
import { Pause } from "./pause.js";
import { redactText } from "./redact.js";
import { type RetryPolicy, retryDelayMs, USUAL_RETRY } from "./retry.js";
import { type Answered, outcomeOf } from "./settle.js";
import { Transport } from "./transport.js";
import type { Reply, Verdict } from "./verdict.js";

/** What is particular to a carrier's way of being called and of answering. */
export interface Protocol {
  /** A token that the carrier accepts, or null where there is none to obtain. */
  token(signal: AbortSignal): Promise<string | null>;
  /** The token was refused; the next one must be another. */
  expire(token: string): void;
  headers(operation: Operation, token: string | null): Record<string, string>;
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

/** An outcome, as it came from the carrier. */
export interface Answer<O extends Operation> {
  readonly outcome: Outcome<O>;
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
  /** The length of what the carrier sent. */
  readonly characters: number;
}

/** Sends encoded requests: every retry, limit, token and log line is here and nowhere else. */
export class Sender {
  readonly #transport: Transport;
  readonly #limiter: Limiter;
  readonly #protocol: Protocol;
  readonly #retry: RetryPolicy;
  readonly #pause: Pause;
  readonly #breaker: Breaker;
  /** Calls that were not made. */
  readonly spared: Record<Spared, number> = { shared: 0, cached: 0, stale: 0, heldBack: 0 };

  constructor(
    readonly options: ClientOptions,
    protocol: Protocol,
  ) {
    const { baseUrl, limits, maxAnswerBytes, breaker, retry = USUAL_RETRY } = options;
    this.#transport = new Transport(baseUrl, limits.concurrency, maxAnswerBytes);
    this.#limiter = new Limiter(limits);
    this.#retry = retry;
    this.#pause = new Pause(retry);
    this.#breaker = new Breaker(breaker);
    this.#protocol = protocol;
  }

  get load(): Load {
    const { running, waiting } = this.#limiter.load;
    return { running, waiting, reads: this.#standing("read"), writes: this.#standing("write"), spared: this.spared };
  }

  share(replicas: number): void {
    this.#limiter.share(replicas);
  }

  #standing(effect: Operation["effect"]): Standing {
    const { isRest, leftMs } = this.#pause;
    return isRest ? { state: "OPEN", until: Date.now() + leftMs } : this.#breaker.standing(effect);
  }

  /** Sends a request, again where that is safe and may help, as long as its outcome is of use. Throws a Failure. */
  async send<O extends Operation>(
    operation: O,
    request: WireRequest,
    context: CallContext,
    term: Term,
  ): Promise<Answer<O>> {
    for (let number = 1; ; number += 1) {
      const attempt = new Attempt(context, term, number);
      try {
        return await this.#attempt(operation, request, attempt);
      } catch (failure) {
        const { remainingMs } = attempt;
        const tried = { operation, number, failure, remainingMs, jitter: Math.random() };
        const delayMs = retryDelayMs(tried, this.#retry);
        if (delayMs === null || this.#breaker.heldBackMs(operation.effect) !== null) throw failure;
        await sleep(delayMs, undefined, { signal: term.signal }).catch(() => {
          throw failure;
        });
      }
    }
  }

  async #attempt<O extends Operation>(operation: O, request: WireRequest, attempt: Attempt): Promise<Answer<O>> {
    let result = "INTERNAL";
    let sign: Sign = "there";
    try {
      const answered = await this.#sendTwice(operation, request, attempt);
      const outcome = outcomeOf(operation, answered, this.options);
      result = outcome.is;
      return { outcome, fetchedAt: Date.now(), characters: answered.reply.text.length };
    } catch (error) {
      const failure = failureOf(operation, error, attempt, this.options);
      result = failure.code;
      sign = signOf(operation, failure, attempt);
      throw failure;
    } finally {
      if (operation.auth !== "none") this.#breaker.ended(operation.effect, sign, attempt.isTried);
      if (!attempt.isHeldBack) this.#observe(operation, attempt, result);
    }
  }

  /** Sends the request; when the token turns out to be refused, once more with another one, if there is another. */
  async #sendTwice(operation: Operation, request: WireRequest, attempt: Attempt): Promise<Answered> {
    const first = await this.#sendOnce(operation, request, attempt);
    if (attempt.refusedToken === null) return first;
    const next = await this.#protocol.token(attempt.signal);
    if (next === attempt.refusedToken) return first;
    this.#observe(operation, attempt, "expired");
    return this.#sendOnce(operation, request, attempt);
  }

  async #sendOnce(operation: Operation, request: WireRequest, attempt: Attempt): Promise<Answered> {
    attempt.answered = null;
    const send = async () => {
      // Others may have been refused while this one waited for its place.
      await this.#untilCalm(operation, attempt);
      if (operation.auth !== "none") attempt.isTried ||= this.#breaker.sends(operation.effect);
      const token = operation.auth === "token" ? await this.#protocol.token(attempt.signal) : null;
      const headers = this.#protocol.headers(operation, token);
      attempt.isSent = true;
      const sentAt = performance.now();
      const reply = await this.#transport.send(request, headers, attempt.signal);
      attempt.answered = { reply, verdict: null };
      const verdict = this.#pause.after(this.#protocol.judge(reply, operation, request), sentAt);
      attempt.answered = { reply, verdict };
      if (verdict.is === "throttled" && this.#pause.isRest) throw this.#heldBack(operation);
      if (verdict.is === "expired") this.#expire(token, attempt);
      return { reply, verdict, token };
    };
    await this.#untilCalm(operation, attempt);
    // Those who hold a place wait for the token, so the call that obtains it must not wait for a place.
    return operation.auth === "none" ? send() : this.#limiter.run(send, attempt.signal, attempt.context.caller);
  }

  /** Waits until the account may call again; fails at once where that is too late for the caller. */
  async #untilCalm(operation: Operation, attempt: Attempt): Promise<void> {
    const heldBackMs = attempt.isTried || operation.auth === "none" ? null : this.#breaker.heldBackMs(operation.effect);
    if (heldBackMs !== null) throw this.#leftAlone(operation, attempt, heldBackMs);
    for (let { leftMs } = this.#pause; leftMs > 0; { leftMs } = this.#pause) {
      if (this.#pause.isRest || leftMs >= attempt.remainingMs) throw this.#heldBack(operation);
      await sleep(Math.ceil(leftMs), undefined, { signal: attempt.signal });
    }
  }

  #heldBack(operation: Operation): Failure {
    const { isRest, leftMs } = this.#pause;
    const code = isRest ? "CIRCUIT_OPEN" : "TOO_MANY_REQUESTS";
    const what = "calls are held back, because the carrier asks for fewer";
    return failer(operation, this.options)(code, what, { retryAfterMs: Math.ceil(leftMs) });
  }

  #leftAlone(operation: Operation, attempt: Attempt, retryAfterMs: number): Failure {
    attempt.isHeldBack = true;
    this.spared.heldBack += 1;
    const what = "the carrier has failed too often in a row, and is left alone for a while";
    return failer(operation, this.options)("CIRCUIT_OPEN", what, { retryAfterMs: Math.ceil(retryAfterMs) });
  }

  /** Done while the place is still held, so that the next in the queue is not sent with the same token. */
  #expire(token: string | null, attempt: Attempt): void {
    if (token === null || attempt.refusedToken !== null) return;
    attempt.refusedToken = token;
    this.#protocol.expire(token);
  }

  #observe(operation: Operation, attempt: Attempt, result: string): void {
    const { carrier, account, observe } = this.options;
    const { reply, verdict } = attempt.answered ?? {};
    const record: CallRecord = {
      carrier,
      account,
      operation: operation.name,
      effect: operation.effect,
      requestId: attempt.context.requestId,
      attempt: attempt.number,
      ms: performance.now() - attempt.startedAt,
      status: reply?.status ?? null,
      carrierCode: verdict?.is === "code" || verdict?.is === "refused" ? redactText(verdict.code) : null,
      result,
    };
    observe(record);
    attempt.context.observe?.(record);
  }

  /** Frees the sockets; calls under way end as broken. */
  close(): Promise<void> {
    return this.#transport.close();
  }
}
