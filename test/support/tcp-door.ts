import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** An address before a server of any kind that can be shut, as if the server were gone, and opened again. */
export class TcpDoor {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;

  private constructor(readonly behind: URL) {}

  /** Shut at first. `behind` is any address with host and port. */
  static async before(behind: string): Promise<TcpDoor> {
    const door = new TcpDoor(new URL(behind));
    await door.open();
    await door.shut();
    return door;
  }

  /** The address behind, by way of the door. */
  get url(): string {
    const url = new URL(this.behind);
    url.hostname = "127.0.0.1";
    url.port = String(this.#port);
    return url.href;
  }

  async open(): Promise<void> {
    const server = createServer((socket) => this.#pass(socket));
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Breaks every connection, and refuses new ones. */
  async shut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #pass(socket: Socket): void {
    const onward = connect(Number(this.behind.port), this.behind.hostname);
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#sockets.add(end);
      end.on("error", () => other.destroy());
      end.on("close", () => {
        this.#sockets.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  }
}
