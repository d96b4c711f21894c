import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, startApi } from "./support/api.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
let api: Api;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api?.stop());

it("answers the first query of the README as the README says", async () => {
  const body = /-d '(\{[^']+\})'/.exec(readme)?.[1];
  const answer = /```json\n([\s\S]+?)```/.exec(readme)?.[1] ?? "";
  const response = await fetch(`${api.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: body ?? "",
  });
  expect(await response.json()).toEqual(JSON.parse(answer));
});
