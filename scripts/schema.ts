import { readFileSync, writeFileSync } from "node:fs";
import { buildGraph, printGraph } from "../src/build-schema.js";

/** Writes schema.graphql; with `--check` fails when the committed one differs. */
const printed = printGraph(buildGraph());
if (!process.argv.includes("--check")) {
  writeFileSync("schema.graphql", printed);
} else if (readFileSync("schema.graphql", "utf8") !== printed) {
  console.error("schema.graphql is out of date: run `npm run schema` and commit it.");
  process.exitCode = 1;
}
