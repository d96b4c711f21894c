import type { Change } from "./records.js";
import type { Ended } from "./verdicts.js";

/** What was asked with and is never stored: only in the memory of this process, and only until it is sent or nobody may send it. */
export class Secrets {
  readonly #kept = new Map<string, { readonly secret: unknown; readonly forget: NodeJS.Timeout }>();

  keep(operation: string, secret: unknown, seconds: number): void {
    const forget = setTimeout(() => this.drop(operation), seconds * 1000).unref();
    this.#kept.set(operation, { secret, forget });
  }

  /** Undefined when it has none, or none any more. */
  of(operation: string): unknown {
    return this.#kept.get(operation)?.secret;
  }

  drop(operation: string): void {
    clearTimeout(this.#kept.get(operation)?.forget);
    this.#kept.delete(operation);
  }
}

/** An end as it may be stored: without anything of the secret that the carrier says back. */
export function cleared({ end, change, rows }: Ended, secret: unknown): Ended {
  const parts = textsIn(secret);
  const clear = <Said extends { readonly carrierMessage: string | null }>(said: Said): Said => ({
    ...said,
    carrierMessage: parts.reduce((text, part) => text?.replaceAll(part, "…") ?? null, said.carrierMessage),
  });
  const clearChange = (of: Change): Change => (of.error ? { ...of, error: clear(of.error) } : of);
  return {
    end: clear(end),
    change: clearChange(change),
    rows: rows.map((row) => ({ ...row, end: clear(row.end), change: clearChange(row.change) })),
  };
}

/** Shorter ones are in too many words. */
const SHORTEST = 3;

function textsIn(secret: unknown): readonly string[] {
  if (typeof secret === "string") return secret.length < SHORTEST ? [] : [secret];
  return typeof secret === "object" && secret !== null && !ArrayBuffer.isView(secret)
    ? Object.values(secret).flatMap(textsIn)
    : [];
}
