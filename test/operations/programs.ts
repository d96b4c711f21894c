import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type AppSettings, SHORT } from "../support/api.js";
import { Caller } from "./support.js";

export interface Program {
  readonly url: string;
  readonly caller: Caller;
  /** As the kernel does it: nothing of it is told to the program. */
  kill(): Promise<void>;
  /** Has it stand still, and go on, without being told. */
  freeze(): void;
  thaw(): void;
}

/** The program in processes of its own, to be killed. */
export class Programs {
  readonly #children: ChildProcess[] = [];

  /** Starts one over the entries of an accounts file. */
  async start(entries: readonly object[], settings: AppSettings): Promise<Program> {
    const told = JSON.stringify({ entries, settings: { timing: SHORT, ...settings } });
    const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "program.ts"), told], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#children.push(child);
    const [said] = await once(child.stdout, "data");
    const url = String(said).trim();
    return {
      url,
      caller: new Caller(url),
      kill: () => kill(child),
      freeze: () => void child.kill("SIGSTOP"),
      thaw: () => void child.kill("SIGCONT"),
    };
  }

  async killAll(): Promise<void> {
    await Promise.all(this.#children.splice(0).map(kill));
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
