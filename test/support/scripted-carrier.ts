import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, json } from "./scripted-answers.js";

/** What the server has read of one request. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Empty when the request has no body or the body was not read. */
  readonly text: string;
  /** Undefined when the body is no JSON. */
  readonly json: unknown;
  /** Resolves when the exchange is over: `cut` when the connection went before the whole answer was sent. */
  readonly over: Promise<"answered" | "cut">;
}

/** `number`: how many requests have come, this one included. */
export type Script = (request: ReceivedRequest, number: number) => Answer | Promise<Answer>;

const unscripted: Script = ({ method, path }) => json({ error: `no answer is scripted for ${method} ${path}` }, 501);

/** A real HTTP server on loopback that answers as it is told and keeps what it has received. */
export class ScriptedCarrier {
  readonly requests: ReceivedRequest[] = [];
  /** Most requests that were being answered at the same moment. */
  mostAtOnce = 0;
  #atOnce = 0;
  #script: Script;
  readonly #queue: Answer[] = [];
  readonly #served = new Map<string, Script>();
  #unread = 0;
  readonly #server = createServer((request, response) => void this.#receive(request, response));

  constructor(script: Script) {
    this.#script = script;
  }

  get baseUrl(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Answers the next requests with these, in this order, before the script is asked again. */
  answer(...answers: Answer[]): void {
    this.#queue.push(...answers);
  }

  onRequest(script: Script): void {
    this.#script = script;
  }

  /** Answers every request to a path by its own script, apart from the queue. */
  serve(path: string, script: Script): void {
    this.#served.set(path, script);
  }

  /** Destroys the sockets of the next requests when their heads arrive, without reading the bodies. */
  dropUnread(count = 1): void {
    this.#unread += count;
  }

  /** The requests to a path. */
  to(path: string): ReceivedRequest[] {
    return this.requests.filter((request) => request.path === path);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  /** Also ends exchanges that hang. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #receive(message: AsyncIterable<Buffer> & MessageHead, response: ServerResponse): Promise<void> {
    const over = this.#watch(response);
    if (this.#unread > 0) {
      this.#unread -= 1;
      this.requests.push(received(message, "", over));
      response.destroy();
      return;
    }
    const body = await bodyOf(message);
    if (body === null) return;
    const request = received(message, body, over);
    this.requests.push(request);
    const own = this.#served.get(request.path);
    const answer = own
      ? await own(request, this.to(request.path).length)
      : (this.#queue.shift() ?? (await this.#script(request, this.requests.length)));
    await answer(response);
  }

  #watch(response: ServerResponse): Promise<"answered" | "cut"> {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    return new Promise((resolve) =>
      response.once("close", () => {
        this.#atOnce -= 1;
        resolve(response.writableFinished ? "answered" : "cut");
      }),
    );
  }
}

interface MessageHead {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Null when the client went away before it had sent everything. */
async function bodyOf(message: AsyncIterable<Buffer>): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function received(head: MessageHead, body: string, over: ReceivedRequest["over"]): ReceivedRequest {
  const [path = "/", query = ""] = (head.url ?? "/").split("?");
  return {
    method: head.method ?? "",
    path,
    query: new URLSearchParams(query),
    headers: head.headers,
    text: body,
    json: parsed(body),
    over,
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Starts a carrier on a free port; without a script it answers 501 to what is not queued by `answer`. */
export const startScriptedCarrier = (script: Script = unscripted): Promise<ScriptedCarrier> =>
  new ScriptedCarrier(script).start();

/** An address where nobody listens. */
export async function refusingAddress(): Promise<string> {
  const carrier = await startScriptedCarrier();
  const { baseUrl } = carrier;
  await carrier.stop();
  return baseUrl;
}
