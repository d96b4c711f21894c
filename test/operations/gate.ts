import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A door before a carrier that can be shut between two calls, so that the second one finds nobody listening. */
export class Gate {
  #server: Server;
  #port = 0;
  /** Calls that are still let in; null for all. */
  #left: number | null = null;

  constructor(readonly carrier: string) {
    this.#server = this.#create();
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async open(): Promise<this> {
    this.#left = null;
    this.#server = this.#create();
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Answers so many more calls and refuses every connection after them. */
  async shutAfter(calls: number): Promise<void> {
    if (calls === 0) return this.shut();
    this.#left = calls;
  }

  async shut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #create(): Server {
    return createServer((request, response) => {
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "GET", url = "/", headers } = request;
    const kept = Object.entries(headers).filter(([name]) => !["host", "connection", "content-length"].includes(name));
    const answer = await fetch(this.carrier + url, {
      method,
      headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
      ...(method === "GET" ? {} : { body: Buffer.concat(chunks) }),
    });
    const text = await answer.text();
    const isCounted = this.#left !== null;
    if (this.#left !== null && --this.#left === 0) this.#server.close();
    response.writeHead(answer.status, {
      "content-type": answer.headers.get("content-type") ?? "text/plain",
      ...(isCounted ? { connection: "close" } : {}),
    });
    response.end(text);
  }
}
