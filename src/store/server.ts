import { setTimeout as sleep } from "node:timers/promises";
import { Client, escapeIdentifier, Pool, types } from "pg";
import type { Sql, Store } from "./sql.js";

const CONNECTIONS = 10;
const RECONNECT_MS = 1_000;

/** A Postgres server, shared by as many replicas as there are. Counts come as numbers, as they do from the embedded one. */
export async function openServer(connectionString: string): Promise<Store> {
  const pool = new Pool({ connectionString, max: CONNECTIONS, types: { getTypeParser: parserOf } });
  pool.on("error", () => {}); // A connection that dies idle is replaced at the next use.
  await pool.query("select 1").catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const listeners = new Set<Listener>();
  return {
    run: async (text, values) => (await pool.query(text, [...(values ?? [])])).rows,
    transaction: (work) => inTransaction(pool, work),
    listen: async (channel, hear) => {
      const listener = new Listener(connectionString, channel, hear);
      listeners.add(listener);
      await listener.start();
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
    const client = new Client({ connectionString: this.connectionString });
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
