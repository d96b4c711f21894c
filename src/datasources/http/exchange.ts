import { type Dispatcher, errors } from "undici";
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
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #answer = Promise.withResolvers<Reply>();
  readonly #signal: AbortSignal;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #head: Pick<Reply, "status" | "headers"> = { status: 0, headers: {} };

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Waits for the whole answer. Rejects with a WireError. */
  async reply(dispatch: (handler: Dispatcher.DispatchHandler) => unknown): Promise<Reply> {
    const stop = () => this.#stop();
    this.#signal.addEventListener("abort", stop, { once: true });
    try {
      if (this.#signal.aborted) stop();
      else dispatch(this);
      return await this.#answer.promise;
    } catch (cause) {
      throw new WireError(this.#controller !== undefined, cause);
    } finally {
      this.#signal.removeEventListener("abort", stop);
    }
  }

  /** Called right before the first byte is written. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#signal.aborted) controller.abort(new errors.RequestAbortedError());
    else this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#head = { status, headers };
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const text = new TextDecoder().decode(Buffer.concat(this.#chunks));
    this.#answer.resolve({ ...this.#head, text, json: parseJson(text) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#answer.reject(error);
  }

  #stop(): void {
    this.#answer.reject(this.#signal.reason);
    this.#controller?.abort(new errors.RequestAbortedError());
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
