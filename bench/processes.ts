import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "undici";

/** What a process says of itself. */
export interface Report {
  /** Microseconds of CPU since its start, of all its threads. */
  readonly cpu: number;
  /** Event-loop delay, 99th percentile since it was last reset, milliseconds. */
  readonly delayMs: number;
  /** Resident memory in bytes. */
  readonly rss: number;
}

/** Starts a program of the bench, or the server itself as it is built. */
export function start(
  file: string,
  port: number,
  env: Record<string, string>,
  flags: readonly string[] = [],
): ChildProcess {
  const loader = file.endsWith(".ts") ? ["--import", "tsx"] : [];
  return fork(file, {
    env: { ...process.env, ...env, PORT: String(port) },
    execArgv: ["--import", "./bench/report.mjs", ...loader, ...flags],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

export const reportOf = (child: ChildProcess): Promise<Report> => asked(child, "report", "cpu") as Promise<Report>;

/** Carrier calls since the start. */
export const callsOf = async (child: ChildProcess): Promise<number> =>
  ((await asked(child, "calls", "calls")) as { calls: number }).calls;

async function asked(child: ChildProcess, question: string, member: string): Promise<object> {
  child.send(question);
  for (;;) {
    const [message] = await once(child, "message");
    if (typeof message === "object" && message !== null && member in message) return message;
  }
}

/** Waits until something answers there, to a body where one is given. */
export async function until(pool: Pool, path: string, body?: string): Promise<void> {
  const asked = body === undefined ? ({ method: "GET" } as const) : ({ method: "POST", body } as const);
  for (let tries = 0; tries < 4_000; tries += 1) {
    const answer = await pool
      .request({ path, ...asked, headers: { "content-type": "application/json" } })
      .catch(() => null);
    await answer?.body.dump();
    if (answer && answer.statusCode < 500) return;
    await sleep(5);
  }
  throw new Error(`nothing answers at ${path}`);
}
