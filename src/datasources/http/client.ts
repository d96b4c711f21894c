import type { CallContext } from "../call.js";
import { withDeadline } from "./abort.js";
import { encode, type WireRequest } from "./encode.js";
import { failureOf } from "./failing.js";
import { Flights } from "./flights.js";
import type { InputOf, Operation, Outcome } from "./operation.js";
import { type ClientOptions, type Protocol, Sender } from "./sender.js";

export type { ClientOptions, Protocol };

/** One account's way to its carrier: every carrier call of the program goes through here. */
export class CarrierClient {
  readonly #sender: Sender;
  readonly #flights = new Flights();

  constructor(
    readonly options: ClientOptions,
    protocol: (client: CarrierClient) => Protocol,
  ) {
    this.#sender = new Sender(options, protocol(this));
  }

  get load(): { running: number; waiting: number } {
    return this.#sender.load;
  }

  /**
   * The outcome of one operation; equal reads that are under way together are sent once. Throws a Failure for everything
   * that is neither done, pending, already so nor empty.
   */
  async call<O extends Operation>(operation: O, input: InputOf<O>, context: CallContext): Promise<Outcome<O>> {
    const request = encode(operation, input);
    const givesUpAt = Math.min(Date.now() + this.#timeoutMs(operation), context.deadlineAt);
    return isShareable(operation)
      ? this.#shared(operation, request, context, givesUpAt)
      : this.#own(operation, request, context, givesUpAt);
  }

  #shared<O extends Operation>(operation: O, request: WireRequest, context: CallContext, givesUpAt: number) {
    const { signal, isFirstHand = false } = context;
    const left = (reason: unknown) => failureOf(operation, reason, GONE, this.options);
    return this.#flights.join(keyOf(operation, request), { signal, givesUpAt, isFirstHand, left }, (term) =>
      this.#sender.send(operation, request, context, term),
    );
  }

  /** Reads that were asked for before a change do not answer those that are asked for after it. */
  async #own<O extends Operation>(operation: O, request: WireRequest, context: CallContext, givesUpAt: number) {
    const isChange = operation.effect === "write";
    if (isChange) this.#flights.part();
    try {
      return await withDeadline(context.signal, givesUpAt - Date.now(), (signal) =>
        this.#sender.send(operation, request, context, { signal, givesUpAt }),
      );
    } finally {
      if (isChange) this.#flights.part();
    }
  }

  #timeoutMs({ effect, timeoutMs }: Operation): number {
    return effect === "read" ? Math.min(timeoutMs, this.options.readMs ?? timeoutMs) : timeoutMs;
  }

  /** Frees the sockets; calls under way end as broken. */
  close(): Promise<void> {
    return this.#sender.close();
  }
}

/** Obtaining a token is left alone: it has its own waiters. */
const isShareable = ({ effect, repeat, auth }: Operation): boolean =>
  effect === "read" && repeat === "safe" && auth !== "none";

const keyOf = ({ name }: Operation, { method, path, body }: WireRequest): string =>
  `${name} ${method} ${path} ${body ?? ""}`;

/** Who leaves has no answer. */
const GONE = { isAborted: true, isAnswered: false };
