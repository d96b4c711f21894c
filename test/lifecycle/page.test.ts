import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lifecyclePage } from "../../scripts/lifecycle-page.js";
import { ACTIONS } from "../../src/model/operation.js";

it("docs/lifecycle.md is what the table says: else run `npm run schema`", () => {
  expect(readFileSync("docs/lifecycle.md", "utf8")).toBe(lifecyclePage());
});

it("docs/lifecycle.md names every action", () => {
  expect(ACTIONS.filter((action) => !lifecyclePage().includes(`\`${action}\``))).toEqual([]);
});
