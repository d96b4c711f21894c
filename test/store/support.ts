import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import { Ids } from "../../src/ids.js";
import { openEmbedded } from "../../src/store/embedded.js";
import { sealing } from "../../src/store/personal.js";
import { openServer } from "../../src/store/server.js";
import type { Store } from "../../src/store/sql.js";

/** An empty place for a store, which can be opened more than once. */
export interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export interface StoreKind {
  readonly name: string;
  place(): Promise<Place>;
}

const IDS = new Ids("secret of the tests of stores");

const EMBEDDED: StoreKind = {
  name: "embedded Postgres",
  place: async () => {
    const directory = freshDirectory();
    return {
      open: async () => sealing(await openEmbedded(join(directory, "store")), IDS),
      remove: async () => rmSync(directory, { recursive: true, force: true }),
    };
  },
};

const SERVER = process.env.TEST_DATABASE_URL;

/** The kinds that several processes can share. */
export const SERVER_STORES: readonly StoreKind[] =
  SERVER === undefined ? [] : [{ name: "Postgres server", place: () => serverPlace(SERVER) }];

/** Every kind of store that there is here: the embedded one always, a server where `TEST_DATABASE_URL` names one. */
export const STORES: readonly StoreKind[] = [EMBEDDED, ...SERVER_STORES];

process.stdout.write(`stores tested: ${STORES.map(({ name }) => name).join(", ")}\n`);

async function serverPlace(server: string): Promise<Place> {
  const database = await freshDatabase(server);
  return { open: async () => sealing(await openServer(database.url), IDS), remove: database.remove };
}

/** A database of its own on a server. Removing it also ends connections that are still open. */
export async function freshDatabase(server: string) {
  const name = `test_${randomUUID()}`;
  await administer(server, `create database ${escapeIdentifier(name)}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: () => administer(server, `drop database ${escapeIdentifier(name)} with (force)`),
  };
}

/** Runs one statement on a connection of its own. */
async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export const freshDirectory = (): string => mkdtempSync(join(tmpdir(), "carrier-graph-"));
