import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret that ids are sealed with when none is configured: made once, kept in the data directory,
 * so that ids stay the same over restarts. Replicas must share one by `ID_SECRET`.
 *
 * @throws where the directory cannot be written, or the kept secret has been damaged
 */
export function keptIdSecret(dataDir: string): string {
  const file = join(dataDir, "id-secret");
  mkdirSync(dataDir, { recursive: true });
  keepOnce(file, randomBytes(32).toString("base64url"));
  const secret = readFileSync(file, "utf8");
  if (secret.length >= MIN_LENGTH) return secret;
  throw new Error(`${file} is damaged: restore it, or remove it and accept that all ids change`);
}

/** As for `ID_SECRET`. */
const MIN_LENGTH = 16;

/** Writes the file unless it exists. It appears with all its content: a crash or a second process never sees a part. */
function keepOnce(file: string, content: string): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, content, { flag: "wx", mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
}
