import { readFileSync } from "node:fs";
import { z } from "zod";
import type { AccountSetup } from "./datasources/accounts.js";
import { type ConfigFault, parseAccount } from "./datasources/carriers.js";

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

const Environment = z.object({
  ACCOUNTS_FILE: z.string({ error: "is missing: give the path of the accounts file (see .env.example)" }),
  PORT: z.string().refine(isPort, "must be a whole number from 0 to 65535").default("4000").transform(Number),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be the http(s) address where carriers reach this server" })
    .optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be the address of a Postgres server" }).optional(),
  ID_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  EXPLAIN: z.enum(["on", "off"]).default("off"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** The variables that are read, apart from those that an accounts file names. */
export const VARIABLES: readonly string[] = Object.keys(Environment.shape);

export interface Config {
  readonly accounts: readonly AccountSetup[];
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** A Postgres server that replicas share; absent: one inside this process, in the data directory. */
  readonly databaseUrl: string | undefined;
  /** Absent: a secret is made once and kept in the data directory. */
  readonly idSecret: string | undefined;
  /** Callers may be told which carrier calls a request needs and makes. */
  readonly isExplaining: boolean;
  readonly logLevel: z.output<typeof Environment>["LOG_LEVEL"];
}

/** All faults of the configuration at once, a line each: the variable or the JSON path, and what is wrong. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

type Env = ReadonlyMap<string, string>;

/** Reads the environment and the accounts file. Throws one ConfigError with every fault found; no fault shows a value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = withoutBlanks(environment);
  const faults: string[] = [];
  const parsed = Environment.safeParse(Object.fromEntries(env));
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const file = env.get("ACCOUNTS_FILE");
  const accounts = file === undefined ? [] : readAccounts(file, env, faults);
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, ID_SECRET, EXPLAIN, LOG_LEVEL } = parsed.data;
  return {
    accounts,
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL,
    idSecret: ID_SECRET,
    isExplaining: EXPLAIN === "on",
    logLevel: LOG_LEVEL,
  };
}

/** `NAME=` in an environment file means that the variable is not set. */
function withoutBlanks(environment: Readonly<Record<string, string | undefined>>): Env {
  const set = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) if (value?.trim()) set.set(name, value);
  return set;
}

function readAccounts(file: string, env: Env, faults: string[]): AccountSetup[] {
  const entries = parseFile(file, faults);
  if (entries === null) return [];
  if (entries.length === 0) faults.push(`${file}: names no account; at least one is needed`);
  const resolved = entries.map((entry) => resolveVariables(entry, env));
  const setups = resolved.flatMap((entry, index) => readAccount(entry, `${file}[${index}]`, faults));
  faults.push(...sharedIds(resolved).map(([first, again]) => `${file}[${again}].id: is that of ${file}[${first}] too`));
  return setups;
}

function parseFile(file: string, faults: string[]): unknown[] | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(content)) return content;
    faults.push(`${file}: must be a JSON list of accounts`);
  } catch (error) {
    faults.push(
      error instanceof SyntaxError
        ? `${file}: is not JSON${placeOf(error)}`
        : `ACCOUNTS_FILE: ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  return null;
}

/** The parser's message quotes the text, which may hold a password: only the place is told, where the parser knows it. */
const placeOf = ({ message }: SyntaxError): string => / \(line \d+ column \d+\)$/.exec(message)?.[0] ?? "";

function readAccount({ value, unset }: Resolved, at: string, faults: string[]): AccountSetup[] {
  const parsed = parseAccount(value);
  const place = (path: readonly PropertyKey[]) => [at, ...path.map(String)].join(".");
  for (const { path, name } of unset) faults.push(`${place(path)}: the environment variable ${name} is not set`);
  const isKnown = ({ path }: ConfigFault) => unset.some((missing) => place(missing.path) === place(path));
  if ("setup" in parsed) return unset.length === 0 ? [parsed.setup] : [];
  for (const fault of parsed.faults) if (!isKnown(fault)) faults.push(`${place(fault.path)}: ${fault.message}`);
  return [];
}

interface Resolved {
  readonly value: unknown;
  readonly unset: readonly { readonly path: readonly string[]; readonly name: string }[];
}

/** Replaces `${NAME}` in every string, at any depth, by the variable's value. Where it is not set the text stays. */
function resolveVariables(entry: unknown, env: Env): Resolved {
  const unset: { path: readonly string[]; name: string }[] = [];
  const resolve = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === "string") {
      return value.replace(/\$\{([^}]*)\}/g, (text, name: string) => {
        const found = env.get(name);
        if (found === undefined) unset.push({ path, name });
        return found ?? text;
      });
    }
    if (Array.isArray(value)) return value.map((item, index) => resolve(item, [...path, String(index)]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, [...path, key])]));
  };
  return { value: resolve(entry, []), unset };
}

/** Pairs of entries that have the same id, faulty ones too: the first, and each that comes again. */
function sharedIds(entries: readonly Resolved[]): [first: number, again: number][] {
  const ids = entries.map(({ value }) =>
    typeof value === "object" && value !== null && "id" in value ? value.id : undefined,
  );
  return ids.flatMap((id, again) => {
    const first = ids.indexOf(id);
    return typeof id === "string" && first < again ? [[first, again] satisfies [number, number]] : [];
  });
}
