import { Pool } from "undici";
import type { WireRequest } from "./encode.js";
import type { Reply } from "./verdict.js";

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

/** The sockets to one carrier's origin. Deadlines come from the caller's signal, down to the socket. */
export class Transport {
  readonly #pool: Pool;
  readonly #prefix: string;

  /** `baseUrl` is everything before the path that the carrier's document prints. */
  constructor(baseUrl: string, connections: number) {
    const { origin, pathname } = new URL(baseUrl);
    this.#prefix = pathname.replace(/\/$/, "");
    this.#pool = new Pool(origin, {
      connections,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: MAX_ANSWER_BYTES,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  async send(request: WireRequest, headers: Record<string, string>, signal: AbortSignal): Promise<Reply> {
    const answer = await this.#pool.request({
      method: request.method,
      path: this.#prefix + request.path,
      headers,
      body: request.body,
      signal,
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text, json: parseJson(text) };
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** Whether the error proves that the request never reached the carrier. */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && NEVER_SENT.test(error.code);
}
