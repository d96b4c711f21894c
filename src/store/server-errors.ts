import { StoreUnavailable } from "./sql.js";

const NETWORK: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** Classes and codes of SQLSTATE for a server that goes, comes, is full, or is the one that only reads. */
const STATES = /^(?:08|57P0[123]|53300|25006)/;

/** What pg itself says of a connection; it gives no codes. */
const WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded|Query read timeout)/;

/** Why a server could not be opened, in one word: a code, where there is one. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return "NO_ANSWER";
}

function isOutOfReach(error: unknown): boolean {
  const code = reasonOf(error);
  return NETWORK.has(code) || STATES.test(code) || (error instanceof Error && WORDS.test(error.message));
}

/** The same, and StoreUnavailable when it is for the connection that it failed. */
export async function sayingWhether<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw isOutOfReach(error) ? new StoreUnavailable(reasonOf(error), error) : error;
  }
}
