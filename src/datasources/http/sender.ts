import type { CallContext, Load, Spared } from "../call.js";
import { Attempt } from "./attempt.js";
import type { Sign } from "./breaker.js";
import type { WireRequest } from "./encode.js";
import { failureOf, signOf } from "./failing.js";
import { Gate } from "./gate.js";
import { Limiter } from "./limiter.js";
import type { Operation, Outcome } from "./operation.js";
import type { ClientOptions, Protocol } from "./protocol.js";
import { observe } from "./record.js";
import { retryDelayMs } from "./retry.js";
import { type Answered, outcomeOf } from "./settle.js";
import type { Term } from "./term.js";
import { Transport } from "./transport.js";
import type { Reply } from "./verdict.js";

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
  readonly #gate: Gate;
  /** Calls that were not made. */
  readonly spared: Record<Spared, number> = { shared: 0, cached: 0, stale: 0, heldBack: 0 };

  constructor(
    readonly options: ClientOptions,
    protocol: Protocol,
  ) {
    const { baseUrl, limits, maxAnswerBytes } = options;
    this.#transport = new Transport(baseUrl, limits.concurrency, maxAnswerBytes);
    this.#limiter = new Limiter(limits);
    this.#gate = new Gate(options, this.spared);
    this.#protocol = protocol;
  }

  get load(): Load {
    const { running, waiting } = this.#limiter.load;
    const [reads, writes] = [this.#gate.standing("read"), this.#gate.standing("write")];
    return { running, waiting, reads, writes, spared: this.spared };
  }

  share(replicas: number): void {
    this.#limiter.share(replicas);
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
        const first = await this.#sendOnce(operation, request, attempt);
        const isLast = attempt.refusedToken === null;
        const answered = isLast ? first : await this.#sendAnew(operation, request, attempt, first);
        const outcome = outcomeOf(operation, answered, this.options);
        this.#ended(operation, attempt, outcome.is, "there");
        return { outcome, fetchedAt: Date.now(), characters: answered.reply.text.length };
      } catch (error) {
        await this.#waitForRepeat(operation, attempt, error);
      }
    }
  }

  /** Sends the request when the account may call and there is a place for it. */
  async #sendOnce(operation: Operation, request: WireRequest, attempt: Attempt): Promise<Answered> {
    const { term, context } = attempt;
    attempt.answered = null;
    const opening = this.#gate.opens(operation, attempt);
    if (opening) await opening;
    // Those who hold a place wait for the token, so the call that obtains it must not wait for a place.
    const hasPlace = operation.auth !== "none";
    const place = hasPlace ? this.#limiter.enter(term, context.caller) : null;
    if (place) await place;
    try {
      // Others may have been refused while this one waited.
      const reopening = opening || place ? this.#gate.opens(operation, attempt) : null;
      if (reopening) await reopening;
      this.#gate.passed(operation, attempt);
      term.throwIfOver();
      const token = operation.auth === "token" ? this.#protocol.token() : null;
      attempt.token = token instanceof Promise ? await term.until(token) : token;
      return this.#judged(operation, request, attempt, await this.#exchange(operation, request, attempt));
    } finally {
      if (hasPlace) this.#limiter.leave();
    }
  }

  #exchange(operation: Operation, request: WireRequest, attempt: Attempt): Promise<Reply> {
    const headers = this.#protocol.headers(operation, attempt.token);
    attempt.isSent = true;
    attempt.sentAt = performance.now();
    return this.#transport.send(request, headers, attempt.term);
  }

  /** Done while the place is still held, so that the next in the queue is not sent with a token that is refused. */
  #judged(operation: Operation, request: WireRequest, attempt: Attempt, reply: Reply): Answered {
    const { token, sentAt } = attempt;
    attempt.answered = { reply, verdict: null };
    const verdict = this.#gate.after(this.#protocol.judge(reply, operation, request), sentAt);
    const answered = { reply, verdict, token };
    attempt.answered = answered;
    if (verdict.is === "throttled") this.#gate.throwIfResting(operation);
    if (verdict.is === "expired" && token !== null && attempt.refusedToken === null) {
      attempt.refusedToken = token;
      this.#protocol.expire(token);
    }
    return answered;
  }

  /** The token was refused: sends once more with another one, if there is another. */
  async #sendAnew(operation: Operation, request: WireRequest, attempt: Attempt, first: Answered): Promise<Answered> {
    attempt.term.throwIfOver();
    const next = await attempt.term.until(this.#protocol.token());
    if (next === attempt.refusedToken) return first;
    observe(this.options, operation, attempt, "expired");
    return this.#sendOnce(operation, request, attempt);
  }

  /** Waits until the call is to be sent again; throws the failure where it is not. */
  async #waitForRepeat(operation: Operation, attempt: Attempt, error: unknown): Promise<void> {
    const failure = failureOf(operation, error, attempt, this.options);
    this.#ended(operation, attempt, failure.code, signOf(operation, failure, attempt));
    const { number, remainingMs, term } = attempt;
    const delayMs = retryDelayMs(
      { operation, number, failure, remainingMs, jitter: Math.random() },
      this.options.retry,
    );
    if (delayMs === null || this.#gate.isShut(operation.effect)) throw failure;
    await term.sleep(delayMs).catch(() => {
      throw failure;
    });
  }

  #ended(operation: Operation, attempt: Attempt, result: string, sign: Sign): void {
    this.#gate.ended(operation, attempt, sign);
    if (!attempt.isHeldBack) observe(this.options, operation, attempt, result);
  }

  /** Frees the sockets; calls under way end as broken. */
  close(): Promise<void> {
    return this.#transport.close();
  }
}
