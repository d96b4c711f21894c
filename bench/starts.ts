import { once } from "node:events";
import { Pool } from "undici";
import { reportOf, start, until } from "./processes.js";

const STARTS = 5;
const ACCOUNTS = JSON.stringify({ query: "{ accounts { id } }" });

export interface Started {
  readonly port: number;
  readonly env: Record<string, string>;
  readonly flags: readonly string[];
}

/** Starts the server several times, alone: milliseconds until its first answer, and of CPU, at best. */
export async function startTimes(started: Started) {
  const [wall, cpu]: [number[], number[]] = [[], []];
  for (let count = 0; count < STARTS; count += 1) {
    const from = performance.now();
    const { child, pool } = startGraph(started);
    await until(pool, "/graphql", ACCOUNTS);
    wall.push(performance.now() - from);
    cpu.push((await reportOf(child)).cpu / 1000);
    await pool.destroy();
    child.kill();
    await once(child, "exit");
  }
  return { wallMs: Math.min(...wall), cpuMs: Math.min(...cpu) };
}

export function startGraph({ port, env, flags }: Started) {
  const child = start("dist/src/main.js", port, env, flags);
  return { child, pool: new Pool(`http://127.0.0.1:${port}`, { connections: 4 }) };
}
