import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openEmbedded } from "../../src/store/embedded.js";

const ROOT = join(import.meta.dirname, "..", "..");
const CACHE = join(ROOT, "node_modules", ".cache", "carrier-graph");

/**
 * Puts an empty embedded database into a directory that has none. To make one takes seconds, to copy one does not: the
 * first is kept for each version of the database, without any table.
 */
export async function putEmptyStore(directory: string): Promise<void> {
  if (existsSync(directory)) return;
  const template = join(CACHE, `empty-store-${versionOfDatabase()}`);
  if (!existsSync(template)) await make(template);
  cpSync(template, directory, { recursive: true });
}

/** Made aside and moved there, so that nobody copies one that is half made; whoever comes second leaves the first. */
async function make(template: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const aside = mkdtempSync(join(CACHE, "making-"));
  const store = await openEmbedded(join(aside, "store"));
  await store.close();
  try {
    renameSync(join(aside, "store"), template);
  } catch (error) {
    if (!existsSync(template)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function versionOfDatabase(): string {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return String(dependencies["@electric-sql/pglite"]);
}
