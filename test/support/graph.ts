import { existsSync, readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { pino } from "pino";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox, SandboxOptions } from "../../sandbox/types.js";
import { buildGraph } from "../../src/build-schema.js";
import { createContext } from "../../src/context.js";
import { Accounts } from "../../src/datasources/accounts.js";
import { parseAccount } from "../../src/datasources/carriers.js";
import { errorFormatter } from "../../src/format-error.js";
import { Ids } from "../../src/ids.js";
import { createServer } from "../../src/server.js";

/** The secret behind the ids of these graphs. */
export const ID_SECRET = "secret of the tests of the graph";

const EXAMPLES = new URL("../../examples/", import.meta.url);

type Variables = Readonly<Record<string, unknown>>;

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface GraphAnswer<Data> {
  readonly data: Data | null;
  /** Empty when there are none. */
  readonly errors: readonly GraphError[];
}

export interface CountedAnswer<Data> extends GraphAnswer<Data> {
  /** The carrier calls that arrived while this was answered, log-ins left out. */
  readonly calls: readonly string[];
}

/** The program but for its entry point, over any accounts. */
export interface ServedGraph {
  /** Where the server listens. */
  readonly url: string;
  readonly ids: Ids;
  /** What was reported as a bug, masked in the answers. */
  readonly bugs: readonly unknown[];
  /** Posts a document, or an example by its name, such as `01-endpoints`, with its own variables unless others are given. */
  query<Data>(document: string, variables?: Variables): Promise<GraphAnswer<Data>>;
  /** The data of an answer that must have no errors. */
  data<Data>(document: string, variables?: Variables): Promise<Data>;
  stop(): Promise<void>;
}

/** The same over a real sandbox. */
export interface Graph extends ServedGraph {
  readonly sandbox: Sandbox;
  query<Data>(document: string, variables?: Variables): Promise<CountedAnswer<Data>>;
  /** Names of the carrier calls since the last `forget`, log-ins left out. */
  calls(): string[];
  forget(): void;
  /** Resolves when no carrier call is under way: an account may still be searched when another has answered. */
  quiet(): Promise<void>;
}

export interface GraphOptions extends SandboxOptions {
  /** The accounts file; the sandbox's first two accounts unless told. */
  readonly accounts?: (sandbox: Sandbox) => readonly object[];
}

/** A store that never opens: nothing that is only read may wait for it. */
const never = () => new Promise<never>(() => {});
const UNOPENED = { operations: never, inbox: never, known: never, met: () => {} };

/** Serves the graph of some accounts over HTTP. Stop it when done: that closes the accounts, too. */
export async function serveGraph(accounts: Accounts): Promise<ServedGraph> {
  const ids = new Ids(ID_SECRET);
  const bugs: unknown[] = [];
  const server = await createServer({
    schema: buildGraph(),
    contextOf: (request) => createContext({ accounts, ids, ...UNOPENED }, request),
    formatError: errorFormatter((bug) => bugs.push(bug)),
    graphiql: { directory: undefined },
    health: { ready: () => ({ ok: true, detail: {} }) },
    log: pino({ level: "silent" }),
    host: "127.0.0.1",
    port: 0,
  });
  const { url } = await server.listen();
  const query = async <Data>(document: string, variables?: Variables): Promise<GraphAnswer<Data>> => {
    const { data, errors = [] } = await post<Data>(url, requestOf(document, variables));
    return { data, errors };
  };
  return {
    url,
    ids,
    bugs,
    query,
    data: async <Data>(document: string, variables?: Variables): Promise<Data> => {
      const { data, errors } = await query<Data>(document, variables);
      if (data === null || errors.length > 0) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
      return data;
    },
    stop: async () => {
      await server.close();
      await accounts.close();
    },
  };
}

/** Starts a sandbox and the graph over it. Stop it when done. */
export async function startGraph({ accounts: choose, ...options }: GraphOptions = {}): Promise<Graph> {
  const sandbox = await startSandbox(options);
  const accounts = openAccounts(choose?.(sandbox) ?? sandbox.accounts);
  const served = await serveGraph(accounts);
  const calls = () => sandbox.calls.filter(({ effect }) => effect !== "auth").map(({ operation }) => operation);
  return {
    ...served,
    sandbox,
    calls,
    forget: () => void sandbox.calls.splice(0),
    quiet: () => quiet(accounts),
    query: async <Data>(document: string, variables?: Variables): Promise<CountedAnswer<Data>> => {
      const before = calls().length;
      const answer = await served.query<Data>(document, variables);
      return { ...answer, calls: calls().slice(before) };
    },
    stop: async () => {
      await served.stop();
      await sandbox.stop();
    },
  };
}

/** Turns of the event loop without any call after which none is expected to follow. */
const QUIET_TURNS = 20;

async function quiet(accounts: Accounts): Promise<void> {
  const isBusy = () => accounts.all.some(({ load }) => load.running + load.waiting > 0);
  for (let turns = 0; turns < QUIET_TURNS; turns = isBusy() ? 0 : turns + 1) await setImmediate();
}

/** Accounts as the accounts file of the program would open them. */
export function openAccounts(entries: readonly object[]): Accounts {
  const setups = entries.map((entry) => {
    const parsed = parseAccount(entry);
    if ("setup" in parsed) return parsed.setup;
    throw new Error(`no account: ${JSON.stringify(parsed.faults)}`);
  });
  return new Accounts(setups, { observe: () => {} });
}

interface Request {
  readonly query: string;
  readonly variables: unknown;
}

function requestOf(document: string, variables: Variables | undefined): Request {
  const file = new URL(`${document}.graphql`, EXAMPLES);
  if (/[\s{]/.test(document) || !existsSync(file)) return { query: document, variables };
  const own = new URL(`${document}.variables.json`, EXAMPLES);
  return {
    query: readFileSync(file, "utf8"),
    variables: variables ?? (existsSync(own) ? JSON.parse(readFileSync(own, "utf8")) : {}),
  };
}

async function post<Data>(url: string, request: Request) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  return (await response.json()) as { data: Data | null; errors?: readonly GraphError[] };
}
