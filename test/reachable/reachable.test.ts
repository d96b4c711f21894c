import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { REACH_CALLS } from "../../scripts/operations-page.js";
import { buildGraph } from "../../src/build-schema.js";
import { REACHED } from "./all.js";
import { isRefused, startReaching } from "./run.js";
import type { Way } from "./way.js";

let running: Awaited<ReturnType<typeof startReaching>>;
beforeAll(async () => {
  running = await startReaching();
});
afterAll(() => running.stop());

const CARRIERS = Object.entries(REACHED) as [keyof typeof REACHED, (typeof REACHED)[keyof typeof REACHED]][];

describe.each(CARRIERS)("every operation of %s is reached:", (carrier, { operations }) => {
  const ways = operations.flatMap(({ key, operation, ways }) =>
    ways.map((way) => ({ key, operation, way, by: "command" in way ? way.command : way.document })),
  );

  it.each(ways)("$key by $by", async ({ operation, way }) => {
    if ("command" in way) return expect(Object.keys(manifest.scripts)).toContain(way.command);
    const { answer, calls } = await running.reach(carrier, way, operation.name);
    expect(isRefused(answer), JSON.stringify(answer)).toBe(false);
    expect(calls).toBeGreaterThan(0);
  });
});

it.each(Object.keys(REACH_CALLS))("a call of Reach to %s is kept", async (path) => {
  const url = `${running.url}/callbacks/reach-us${path}`;
  const body = JSON.stringify({ type: "ACTIVATION", eventType: "PORT_OUT", customerId: path.length });
  expect((await fetch(url, { method: "POST", body })).status).toBe(200);
});

it("every mutation reaches an operation, but for those that are about what is kept here", () => {
  const OURS = ["operationSettle", "callbackReplay"];
  const mutations = Object.keys(buildGraph().getMutationType()?.getFields() ?? {});
  const documents = CARRIERS.flatMap(([, { operations }]) => operations.flatMap(({ ways }) => ways))
    .filter((way): way is Way => "document" in way)
    .map(({ document }) => document);
  const isUsed = (name: string) => documents.some((document) => document.includes(` ${name}(`));
  expect(mutations.filter((name) => !isUsed(name)).sort()).toEqual(OURS.sort());
});
