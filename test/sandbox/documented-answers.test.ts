import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fixtures, type ResponseFixture } from "../datasources/bics/fixtures.js";
import { type Bench, openBench, type Scenario } from "./scenarios/bench.js";
import * as changes from "./scenarios/changes.js";
import * as lifecycle from "./scenarios/lifecycle.js";
import * as reads from "./scenarios/reads.js";
import { shapeFaults } from "./shape.js";
import { at } from "./support.js";

const SCENARIOS: Record<string, Record<string, Scenario>> = { ...changes, ...lifecycle, ...reads };
const RESPONSES = fixtures().filter((fixture) => fixture.kind === "response");

/** Where the document contradicts itself and the sandbox can only follow one side. */
const OTHER_CODE: Record<string, string> = {
  "endPointLifeCycleChange/test-to-active": "9003",
  "endPointLifeCycleChange/inventory-to-active": "9003",
};

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.stop());

describe("answers that the document prints", () => {
  it.each(RESPONSES)("$operation answers as in the example $name", async (fixture) => {
    const scenario = SCENARIOS[fixture.operation]?.[fixture.name];
    if (!scenario) throw new Error(`no scenario leads to ${fixture.operation}/${fixture.name}`);
    const reply = await scenario(bench);
    if (fixture.inner === null) {
      expect(reply.text).toBe("");
      return;
    }
    const inner = OTHER_CODE[`${fixture.operation}/${fixture.name}`] ?? fixture.inner;
    expect([reply.outer, reply.inner]).toEqual([fixture.outer, inner]);
    expect(loose(reply.description)).toBe(loose(at(fixture.body, "Response", "resultParam", "resultDescription")));
    if (fixture.httpStatus === 202) expect(reply.status).toBe(202);
    expect(shapeFaults(reply.body, examplesOf(fixture))).toEqual([]);
    expect(orderOf(reply.body)).toBe(orderOf(fixture.body));
  });
});

/** The document itself is not consistent in blanks, capitals and dots. */
const loose = (text: unknown): string =>
  String(text)
    .toLowerCase()
    .replace(/[\s.]+/g, " ")
    .trim();

const examplesOf = ({ operation }: ResponseFixture): unknown[] =>
  RESPONSES.filter((other) => other.operation === operation).map((other) => other.body);

const orderOf = (body: unknown): string => {
  const keys = Object.keys(Object(at(body, "Response")));
  return keys.indexOf("resultParam") < keys.indexOf("resultCode") ? "resultParam first" : "resultCode first";
};
