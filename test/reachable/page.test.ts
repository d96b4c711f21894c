import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { operationsPage } from "../../scripts/operations-page.js";
import { REACHED } from "./all.js";

it("docs/operations.md is what the tables say: else run `npm run schema`", () => {
  expect(readFileSync("docs/operations.md", "utf8")).toBe(operationsPage());
});

it("docs/operations.md has each of the 109 documented operations, and 5 that are referred to", () => {
  const counts = Object.values(REACHED).map(({ operations }) => operations.length);
  expect(counts).toEqual([23 + 5, 68, 11, 5, 2]);
  const rows = operationsPage().matchAll(/^\| `(\S+)` \| (?:GET|POST|PUT|PATCH|DELETE) /gm);
  expect([...rows]).toHaveLength(109 + 5);
});
