import { Pool } from "undici";
import type { WireRequest } from "./encode.js";
import { Exchange } from "./exchange.js";
import type { Term } from "./term.js";
import type { Reply } from "./verdict.js";

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

/** The sockets to one carrier's origin. Deadlines come from the term of a call, down to the socket. */
export class Transport {
  readonly #pool: Pool;
  readonly #prefix: string;

  /** `baseUrl` is everything before the path that the carrier's document prints. */
  constructor(baseUrl: string, connections: number, maxAnswerBytes = MAX_ANSWER_BYTES) {
    const { origin, pathname } = new URL(baseUrl);
    this.#prefix = pathname.replace(/\/$/, "");
    this.#pool = new Pool(origin, {
      connections,
      pipelining: 1,
      // One request per socket: a broken socket spoils one call, and nothing is ever replayed behind our back.
      allowH2: false,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: maxAnswerBytes,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /** Rejects with a WireError, which says whether the carrier may have seen the request. */
  send(request: WireRequest, headers: Readonly<Record<string, string>>, term: Term): Promise<Reply> {
    const { method, path, body } = request;
    return new Exchange(term).reply(this.#pool, { method, path: this.#prefix + path, headers, body });
  }

  /** Calls under way end as broken. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
