import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret that ids are sealed with when none is configured: made once, kept in the data directory,
 * so that ids stay the same over restarts. Replicas must share one by `ID_SECRET`.
 */
export function keptIdSecret(dataDir: string): string {
  const file = join(dataDir, "id-secret");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8");
}
