import type { Freshness } from "../../model/provenance.js";
import type { CallContext, Load } from "../call.js";
import { AnswerCache, type Label, objectOf } from "./answer-cache.js";
import { encode, type WireRequest } from "./encode.js";
import { failureOf, isAway } from "./failing.js";
import { Flights, type Wait } from "./flights.js";
import { type InputOf, isShareable, type Operation, type Outcome } from "./operation.js";
import type { ClientOptions, Protocol } from "./protocol.js";
import { type Answer, Sender } from "./sender.js";
import type { Term } from "./term.js";

export type { ClientOptions, Protocol };

/** One call that is wanted. */
class Wish<O extends Operation> implements Wait {
  readonly request: WireRequest;
  /** Epoch milliseconds. */
  readonly givesUpAt: number;

  constructor(
    readonly operation: O,
    readonly input: InputOf<O>,
    readonly context: CallContext,
    readonly options: ClientOptions,
  ) {
    this.request = encode(operation, input);
    this.givesUpAt = Math.min(Date.now() + timeoutMs(operation, options), context.deadlineAt);
  }

  /** Equal wishes have equal keys. */
  get key(): string {
    const { path, body } = this.request;
    return body === null ? `${this.operation.name} ${path}` : `${this.operation.name} ${path} ${body}`;
  }

  left(reason: unknown): unknown {
    return failureOf(this.operation, reason, GONE, this.options);
  }
}

const timeoutMs = ({ effect, timeoutMs }: Operation, { readMs }: ClientOptions): number =>
  effect === "read" ? Math.min(timeoutMs, readMs ?? timeoutMs) : timeoutMs;

/** Who leaves has no answer. */
const GONE = { isAborted: true, isAnswered: false };

/** One account's way to its carrier: every carrier call of the program goes through here. */
export class CarrierClient {
  readonly #sender: Sender;
  readonly #flights = new Flights(() => {
    this.#sender.spared.shared += 1;
  });
  readonly #cache: AnswerCache | null;

  constructor(
    readonly options: ClientOptions,
    protocol: (client: CarrierClient) => Protocol,
  ) {
    this.#sender = new Sender(options, protocol(this));
    this.#cache = options.cache ? new AnswerCache(options.cache) : null;
  }

  get load(): Load {
    return this.#sender.load;
  }

  /** See DataSource. */
  share(replicas: number): void {
    this.#sender.share(replicas);
  }

  /**
   * The outcome of one operation. Equal reads that are under way together are sent once, and where the account and the
   * caller allow it the answer may be one that was kept. Throws a Failure for everything that is neither done, pending,
   * already so nor empty.
   */
  async call<O extends Operation>(operation: O, input: InputOf<O>, context: CallContext): Promise<Outcome<O>> {
    const wish = new Wish(operation, input, context, this.options);
    if (operation.effect === "write") return this.#write(wish);
    if (!isShareable(operation)) return (await this.#sendAlone(wish)).outcome;
    if (this.#cache) return this.#readThrough(this.#cache, wish);
    return told(context, "LIVE", await this.#flights.join(wish.key, wish, (term) => this.#send(wish, term)));
  }

  /** What was asked for before a change does not answer who asks after it. */
  async #write<O extends Operation>(wish: Wish<O>): Promise<Outcome<O>> {
    this.#changes(wish);
    try {
      return (await this.#sendAlone(wish)).outcome;
    } finally {
      this.#changes(wish);
    }
  }

  #changes({ input }: Wish<Operation>): void {
    this.#flights.part();
    this.#cache?.drop(objectOf(input, this.options.objectField));
  }

  #sendAlone<O extends Operation>(wish: Wish<O>): Promise<Answer<O>> {
    return this.#flights.alone(wish, (term) => this.#send(wish, term));
  }

  #send<O extends Operation>({ operation, request, context }: Wish<O>, term: Term): Promise<Answer<O>> {
    return this.#sender.send(operation, request, context, term);
  }

  async #readThrough<O extends Operation>(cache: AnswerCache, wish: Wish<O>): Promise<Outcome<O>> {
    const { context, operation, input, key } = wish;
    const { isFirstHand, ageLimit } = context;
    const label = { operation: operation.name, key, object: objectOf(input, this.options.objectField) };
    // Who looks for a change that the carrier has made since may be the first to see it.
    if (isFirstHand) cache.drop(label.object);
    // A key belongs to one operation, whose answers have one type.
    const kept = (ageLimit && cache.fresh(label, ageLimit.maxAgeMs)) as Answer<O> | null;
    if (kept) {
      this.#sender.spared.cached += 1;
      return told(context, "CACHED", kept);
    }
    const send = (term: Term) => this.#sendAndKeep(cache, label, wish, term);
    try {
      return told(context, "LIVE", await this.#flights.join(key, wish, send));
    } catch (failure) {
      const old = (ageLimit?.allowStale && isAway(failure) ? cache.stale(label) : null) as Answer<O> | null;
      if (!old) throw failure;
      this.#sender.spared.stale += 1;
      return told(context, "STALE", old);
    }
  }

  async #sendAndKeep<O extends Operation>(
    cache: AnswerCache,
    label: Label,
    wish: Wish<O>,
    term: Term,
  ): Promise<Answer<O>> {
    const { changes } = cache;
    const answer = await this.#send(wish, term);
    cache.keep(label, answer, changes);
    return answer;
  }

  /** Frees the sockets; calls under way end as broken. */
  close(): Promise<void> {
    return this.#sender.close();
  }
}

function told<O extends Operation>({ note }: CallContext, freshness: Freshness, answer: Answer<O>): Outcome<O> {
  note?.(freshness, answer.fetchedAt);
  return answer.outcome;
}
