import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { ConfigError, readConfig } from "../src/config.js";
import { makeAccessKeys, reach } from "../src/datasources/reach/index.js";
import { Failure } from "../src/errors.js";

/**
 * Has the permanent keys of one Reach account made, and prints them: `npm run reach:key -- <account> --yes`. They are told
 * once, on standard output, and are kept nowhere. Ends with 1 when there are none, and says why on standard error.
 */
const USAGE = `Usage: npm run reach:key -- <account> --yes

Makes NEW permanent access keys at Reach Mobile, once in the life of an account. They are printed to standard output,
once, and kept nowhere. <account> is the id of a Reach account in ACCOUNTS_FILE. Without --yes nothing is sent.`;

const PATIENCE_MS = 60_000;

/** What is wrong with how the command was given, or with the account that it names. */
class Misuse extends Error {}

function accountOf(id: string) {
  const { accounts } = readConfig(process.env);
  const found = accounts.find(({ config }) => config.id === id);
  const ofReach = accounts.filter(({ carrier }) => carrier === reach.id).map(({ config }) => config.id);
  if (found?.carrier === reach.id) return reach.config.parse(found.config);
  const known = ofReach.length === 0 ? "There is none of Reach" : `Of Reach there are: ${ofReach.join(", ")}`;
  throw new Misuse(`${id} is no Reach account of ACCOUNTS_FILE. ${known}.`);
}

function argumentsOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { yes: { type: "boolean" } },
    });
    return { isConfirmed: values.yes === true, accounts: positionals };
  } catch {
    throw new Misuse(USAGE);
  }
}

async function keysFor(args: readonly string[]): Promise<string> {
  const { isConfirmed, accounts } = argumentsOf(args);
  const [id, ...others] = accounts;
  if (id === undefined || others.length > 0) throw new Misuse(USAGE);
  const config = accountOf(id);
  if (!isConfirmed) throw new Misuse(`Nothing was sent: new keys of ${id} are only made with --yes.\n\n${USAGE}`);
  const call = {
    requestId: randomUUID(),
    signal: AbortSignal.timeout(PATIENCE_MS),
    deadlineAt: Date.now() + PATIENCE_MS,
  };
  const { id: key, secret } = await makeAccessKeys(config, call);
  return `accountAccessKeyId: ${key}\naccountAccessSecretKey: ${secret}\n`;
}

function explain(error: unknown): string {
  if (error instanceof Failure) return `${error.code}: ${error.message} ${error.hint}`;
  if (error instanceof Misuse || error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  process.stdout.write(await keysFor(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
