import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process holds the data directory. */
export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";

  constructor(directory: string, holder: string) {
    super(
      `DATA_DIR: ${directory} is in use by process ${holder}. Stop that one, or give each its own DATA_DIR, ` +
        "or let both use one Postgres by DATABASE_URL.",
    );
  }
}

/**
 * Holds a data directory for this process, so that no second one opens the store in it; gives the way to let go.
 * A holder that is dead, also by kill -9 or a power cut, is noticed and replaced. Throws DirectoryInUse.
 */
export function holdDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const lock = join(directory, "lock");
  const mine = `${lock}.${randomUUID()}`;
  const holder = describe(process.pid);
  writeFileSync(mine, holder);
  try {
    while (!isLinked(mine, lock)) {
      const other = readHolder(lock);
      if (other !== null && isAlive(other)) throw new DirectoryInUse(directory, other.split(" ")[0] ?? other);
      if (other !== null) removeStale(lock, other);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (readHolder(lock) === holder) rmSync(lock, { force: true });
  };
}

/** Linking fails when the lock is there: of two that try, one succeeds. */
function isLinked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(lock: string): string | null {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return null;
  }
}

/** Moves the lock of a dead holder away; puts it back when another process was faster and holds it by now. */
function removeStale(lock: string, dead: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (readHolder(aside) !== dead) isLinked(aside, lock);
  rmSync(aside, { force: true });
}

/** A process by number and, where the system tells it, the moment it began: numbers are used again. */
const describe = (pid: number): string => `${pid} ${startOf(pid) ?? "-"}`;

function isAlive(holder: string): boolean {
  const [number = "", start] = holder.split(" ");
  if (!/^[1-9]\d*$/.test(number)) return false;
  const pid = Number(number);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return start === "-" || startOf(pid) === start;
}

/** Field 22 of /proc/PID/stat: when the process began, in ticks since the system did. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
