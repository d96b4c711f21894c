import type { CallContext, Load } from "../call.js";
import { AnswerCache, type Label, objectOf } from "./answer-cache.js";
import { isAway } from "./failing.js";
import { Flights } from "./flights.js";
import { type InputOf, isShareable, type Operation, type Outcome } from "./operation.js";
import type { ClientOptions, Protocol } from "./protocol.js";
import { type Answer, Sender } from "./sender.js";
import type { Term } from "./term.js";
import { told, Wish } from "./wish.js";

export type { ClientOptions, Protocol };

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
  call<O extends Operation>(operation: O, input: InputOf<O>, context: CallContext): Promise<Outcome<O>> {
    try {
      return this.#fulfil(new Wish(operation, input, context, this.options));
    } catch (failure) {
      return Promise.reject(failure);
    }
  }

  #fulfil<O extends Operation>(wish: Wish<O>): Promise<Outcome<O>> {
    const { operation } = wish;
    if (operation.effect === "write") return this.#write(wish);
    if (!isShareable(operation)) return this.#sendAlone(wish);
    if (this.#cache) return this.#readThrough(this.#cache, wish);
    return this.#flights.join(wish.key, wish, (term) => this.#send(wish, term));
  }

  /** What was asked for before a change does not answer who asks after it. */
  async #write<O extends Operation>(wish: Wish<O>): Promise<Outcome<O>> {
    this.#changes(wish);
    try {
      return await this.#sendAlone(wish);
    } finally {
      this.#changes(wish);
    }
  }

  #changes({ input }: { readonly input: unknown }): void {
    this.#flights.part();
    this.#cache?.drop(objectOf(input, this.options.objectField));
  }

  #sendAlone<O extends Operation>(wish: Wish<O>): Promise<Outcome<O>> {
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
      return told(wish, "CACHED", kept);
    }
    const send = (term: Term) => this.#sendAndKeep(cache, label, wish, term);
    try {
      return await this.#flights.join(key, wish, send);
    } catch (failure) {
      const old = (ageLimit?.allowStale && isAway(failure) ? cache.stale(label) : null) as Answer<O> | null;
      if (!old) throw failure;
      this.#sender.spared.stale += 1;
      return told(wish, "STALE", old);
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
