import { setTimeout as sleep } from "node:timers/promises";
import { Client, escapeIdentifier, Pool, types } from "pg";
import { reasonOf, sayingWhether } from "./server-errors.js";
import { type Sql, type Store, StoreUnavailable } from "./sql.js";

const CONNECTIONS = 10;
const RECONNECT_MS = 1_000;
/** A server that does not answer is out of reach: nothing that is asked here takes as long. */
const WAITS = { connectionTimeoutMillis: 5_000, query_timeout: 60_000, keepAlive: true } as const;

/**
 * A Postgres server, shared by as many replicas as there are. Counts come as numbers, as they do from the embedded one.
 * Throws StoreUnavailable, here and later, whenever it cannot be reached; comes back by itself when it can.
 */
export async function openServer(connectionString: string): Promise<Store> {
  const pool = new Pool({ connectionString, max: CONNECTIONS, types: { getTypeParser: parserOf }, ...WAITS });
  pool.on("error", () => {}); // A connection that dies idle is replaced at the next use.
  pool.on("connect", (client) => client.on("error", () => {})); // One that dies in use tells it by what was asked.
  await pool.query("select 1").catch(async (error: unknown) => {
    await pool.end();
    throw new StoreUnavailable(reasonOf(error), error);
  });
  const listeners = new Set<Listener>();
  return {
    run: async (text, values) => (await sayingWhether(pool.query(text, [...(values ?? [])]))).rows,
    transaction: (work) => sayingWhether(inTransaction(pool, work)),
    listen: async (channel, hear) => {
      const listener = new Listener(connectionString, channel, hear);
      listeners.add(listener);
      await sayingWhether(listener.start());
      return async () => {
        listeners.delete(listener);
        await listener.stop();
      };
    },
    close: async () => {
      await Promise.all([...listeners].map((listener) => listener.stop()));
      await pool.end();
    },
  };
}

const INT8 = 20;

const parserOf = ((oid: number, format?: "text") =>
  oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser;

async function inTransaction<T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await work({ run: async (text, values) => (await client.query(text, [...(values ?? [])])).rows });
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    const broken = await client.query("rollback").then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}

/** A connection that only listens, and comes back when it breaks. */
class Listener {
  #client: Client | null = null;
  #isStopped = false;

  constructor(
    readonly connectionString: string,
    readonly channel: string,
    readonly hear: (payload: string) => void,
  ) {}

  async start(): Promise<void> {
    const client = new Client({ connectionString: this.connectionString, ...WAITS });
    client.on("notification", ({ payload }) => this.hear(payload ?? ""));
    client.on("error", () => this.#lose(client));
    try {
      await client.connect();
      await client.query(`listen ${escapeIdentifier(this.channel)}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    this.#client = client;
    if (this.#isStopped) await this.stop();
  }

  /** A connection may tell more than once that it broke; one that is still being made tells it to who makes it. */
  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    void this.#comeBack();
  }

  /** What was said meanwhile was not heard: who listens is told to look for itself. */
  async #comeBack(): Promise<void> {
    while (!this.#isStopped) {
      await sleep(RECONNECT_MS, undefined, { ref: false });
      if (this.#isStopped) return;
      const isBack = await this.start().then(
        () => true,
        () => false,
      );
      if (isBack) return this.hear("");
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#client?.end().catch(() => {});
  }
}
