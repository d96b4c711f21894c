import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DirectoryInUse, holdDirectory } from "../../src/store/directory.js";
import { freshDirectory } from "./support.js";

let directory: string;
let children: ChildProcess[];

beforeEach(() => {
  directory = freshDirectory();
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  rmSync(directory, { recursive: true, force: true });
});

/** Another process that tries to hold the directory; tells what it says. */
async function other(): Promise<{ readonly child: ChildProcess; readonly says: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "holder.ts"), directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [said] = await once(child.stdout, "data");
  return { child, says: String(said).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

describe("a data directory", () => {
  it("is refused to a second process, in words that say which holds it and what to do", async () => {
    const { child, says } = await other();
    expect(says).toBe("held");
    expect(() => holdDirectory(directory)).toThrow(DirectoryInUse);
    expect(() => holdDirectory(directory)).toThrow(
      `DATA_DIR: ${directory} is in use by process ${child.pid}. Stop that one, or give each its own DATA_DIR, or let both use one Postgres by DATABASE_URL.`,
    );
  });

  it("is refused to a second store of the same process", () => {
    const letGo = holdDirectory(directory);
    expect(() => holdDirectory(directory)).toThrow(DirectoryInUse);
    letGo();
  });

  it("is free again once it is let go, and leaves nothing behind", async () => {
    holdDirectory(directory)();
    expect(readdirSync(directory)).toEqual([]);
    expect((await other()).says).toBe("held");
  });

  it("is taken from a holder that was killed", async () => {
    const { child } = await other();
    await kill(child);
    expect(existsSync(join(directory, "lock"))).toBe(true);
    const letGo = holdDirectory(directory);
    expect((await other()).says).toBe("in use");
    letGo();
  });

  it("is taken from a holder whose process number belongs to another process by now", () => {
    writeFileSync(join(directory, "lock"), `${process.pid} 1`);
    holdDirectory(directory)();
  });

  it.each(["", "nonsense", "-1 5", "0 -", "999999999 -"])("is taken from a lock that names no process: %o", (lock) => {
    writeFileSync(join(directory, "lock"), lock);
    holdDirectory(directory)();
  });

  it("is taken by one of many that find a dead holder at once", async () => {
    const { child } = await other();
    await kill(child);
    const takers = await Promise.all(Array.from({ length: 6 }, other));
    expect(takers.map(({ says }) => says).sort()).toEqual(["held", ...Array(5).fill("in use")]);
  });

  it("is not let go by one that does not hold it any more", async () => {
    const letGo = holdDirectory(directory);
    rmSync(join(directory, "lock"));
    const { says } = await other();
    letGo();
    expect(says).toBe("held");
    expect(existsSync(join(directory, "lock"))).toBe(true);
  });
});
