import { readFileSync } from "node:fs";
import { z } from "zod";
import type { AccountSetup } from "./datasources/accounts.js";
import { parseAccount } from "./datasources/carriers.js";

const port = z.coerce.number().int("must be a whole number").min(0).max(65535);

const Environment = z.object({
  ACCOUNTS_FILE: z.string({ error: "is missing: give the path of the accounts file (see .env.example)" }).min(1),
  PORT: port.default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z.url({ error: "must be the address where carriers reach this server" }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  ID_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export interface Config {
  readonly accounts: readonly AccountSetup[];
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** Absent: a secret is made once and kept in the data directory. */
  readonly idSecret: string | undefined;
  readonly logLevel: z.output<typeof Environment>["LOG_LEVEL"];
}

/** All faults of the configuration at once, a line each: the variable or the JSON path, and what is wrong. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the environment and the accounts file. Throws one ConfigError with every fault found. */
export function readConfig(env: Env): Config {
  const faults: string[] = [];
  const parsed = Environment.safeParse(withoutBlanks(env));
  if (!parsed.success) faults.push(...parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`));
  const file = env["ACCOUNTS_FILE"];
  const accounts = file ? readAccounts(file, env, faults) : [];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, ID_SECRET, LOG_LEVEL } = parsed.data;
  return {
    accounts,
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    dataDir: DATA_DIR,
    idSecret: ID_SECRET,
    logLevel: LOG_LEVEL,
  };
}

/** `NAME=` in an environment file means that the variable is not set. */
const withoutBlanks = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));

function readAccounts(file: string, env: Env, faults: string[]): AccountSetup[] {
  const entries = parseFile(file, faults);
  if (entries === null) return [];
  if (entries.length === 0) faults.push(`${file}: names no account; at least one is needed`);
  const setups = entries.flatMap((entry, index) => readAccount(entry, { at: `${file}[${index}]`, env, faults }));
  for (const id of duplicates(setups.map(({ config }) => config.id)))
    faults.push(`${file}: two accounts have the id ${id}`);
  return setups;
}

function parseFile(file: string, faults: string[]): unknown[] | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(content)) return content;
    faults.push(`${file}: must be a JSON list of accounts`);
  } catch (error) {
    faults.push(
      `ACCOUNTS_FILE: ${file} cannot be read: ${error instanceof SyntaxError ? "it is not JSON" : String(error)}`,
    );
  }
  return null;
}

interface Reading {
  readonly at: string;
  readonly env: Env;
  readonly faults: string[];
}

function readAccount(entry: unknown, { at, env, faults }: Reading): AccountSetup[] {
  const missing = new Set<string>();
  const resolved = resolveVariables(entry, env, missing);
  for (const name of missing) faults.push(`${at}: the environment variable ${name} is not set`);
  if (missing.size > 0) return [];
  const parsed = parseAccount(resolved);
  if ("setup" in parsed) return [parsed.setup];
  for (const { path, message } of parsed.faults) faults.push(`${[at, ...path.map(String)].join(".")}: ${message}`);
  return [];
}

/** Replaces `${NAME}` in every string by the variable's value. */
function resolveVariables(value: unknown, env: Env, missing: Set<string>): unknown {
  if (typeof value === "string") {
    return value.replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const found = env[name];
      if (found === undefined) missing.add(name);
      return found ?? "";
    });
  }
  if (Array.isArray(value)) return value.map((item) => resolveVariables(item, env, missing));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveVariables(item, env, missing)]));
}

const duplicates = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];
