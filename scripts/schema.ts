import { readFileSync, writeFileSync } from "node:fs";
import { buildGraph, printGraph } from "../src/build-schema.js";
import { lifecyclePage } from "./lifecycle-page.js";
import { operationsPage } from "./operations-page.js";

/** Writes what is made from the program's own tables; with `--check` fails when a committed file differs. */
const files = {
  "schema.graphql": printGraph(buildGraph()),
  "docs/lifecycle.md": lifecyclePage(),
  "docs/operations.md": operationsPage(),
};

for (const [file, printed] of Object.entries(files)) {
  if (!process.argv.includes("--check")) {
    writeFileSync(file, printed);
  } else if (readFileSync(file, "utf8") !== printed) {
    console.error(`${file} is out of date: run \`npm run schema\` and commit it.`);
    process.exitCode = 1;
  }
}
