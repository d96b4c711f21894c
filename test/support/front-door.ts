import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An address that stays while the program behind it comes and goes, as a load balancer's does; keeps what came. */
export class FrontDoor {
  /** The program of the moment; null answers 502. */
  origin: string | null = null;
  /** What came, oldest first. */
  readonly seen: { readonly method: string; readonly path: string; readonly body: string }[] = [];
  readonly #server: Server = createServer((request, response) => void this.#pass(request, response));

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "", headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    this.seen.push({ method, path, body: body.toString() });
    if (this.origin === null) {
      response.writeHead(502).end();
      return;
    }
    const onward = forward(`${this.origin}${path}`, { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    onward.end(body);
  }
}
