import { type Dispatcher, errors } from "undici";
import type { Stoppable, Term } from "./term.js";
import type { Reply } from "./verdict.js";

/** An error of the wire itself: no whole answer came. */
export class WireError extends Error {
  override readonly name = "WireError";

  constructor(
    /** Whether the carrier may have seen the request. False is a proof that it has not. */
    readonly isSent: boolean,
    override readonly cause: unknown,
  ) {
    super("the wire failed", { cause });
  }
}

/**
 * One request and its answer on a socket. Knows whether the first byte was written, which no error code tells: a reset
 * during a TLS handshake looks like one after the request. An abort is answered at once, also while still connecting.
 */
export class Exchange implements Dispatcher.DispatchHandler, Stoppable {
  readonly #answer = Promise.withResolvers<Reply>();
  readonly #term: Term;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: Reply["headers"] = {};

  constructor(term: Term) {
    this.#term = term;
  }

  /** Waits for the whole answer. Rejects with a WireError. */
  reply(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): Promise<Reply> {
    if (this.#term.isOver) this.#fail(this.#term.reason);
    else {
      this.#term.stops(this);
      dispatcher.dispatch(request, this);
    }
    return this.#answer.promise;
  }

  /** Called right before the first byte is written. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#term.isOver) controller.abort(new errors.RequestAbortedError());
    else this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Reply["headers"]): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#term.stops(null);
    const text = UTF_8.decode(this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks));
    this.#answer.resolve({ status: this.#status, headers: this.#headers, text, json: parseJson(text) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#term.stops(null);
    this.#fail(error);
  }

  /** Answers at once, also while still connecting. */
  stop(reason: unknown): void {
    this.#fail(reason);
    this.#controller?.abort(new errors.RequestAbortedError());
  }

  #fail(cause: unknown): void {
    this.#answer.reject(new WireError(this.#controller !== undefined, cause));
  }
}

/** Passes over a byte order mark, and takes what is no UTF-8 for U+FFFD. */
const UTF_8 = new TextDecoder();

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
