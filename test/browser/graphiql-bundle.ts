import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = ["graphiql", "examples"];

/** The folder of the bundled GraphiQL page, built first where it is missing or older than its sources. */
export async function graphiqlBundle(): Promise<string> {
  const bundle = join(REPOSITORY, "dist/graphiql");
  if (!(await isFresh(join(bundle, "index.html")))) await build();
  return bundle;
}

async function isFresh(page: string): Promise<boolean> {
  if (!existsSync(page)) return false;
  const built = await changedAt(page);
  const changes = await Promise.all(SOURCES.map((folder) => lastChangeBelow(join(REPOSITORY, folder))));
  return changes.every((change) => change < built);
}

/** Folders count too: a deleted example changes nothing else. */
async function lastChangeBelow(folder: string): Promise<number> {
  const below = await readdir(folder, { recursive: true });
  const changes = await Promise.all([folder, ...below.map((name) => join(folder, name))].map(changedAt));
  return Math.max(...changes);
}

async function changedAt(path: string): Promise<number> {
  return (await stat(path)).mtimeMs;
}

/** A process of its own: the test runner's NODE_ENV would bundle the development build of React. */
async function build(): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [join(REPOSITORY, "node_modules/vite/bin/vite.js"), "build", "graphiql"],
    {
      cwd: REPOSITORY,
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
}
