import { describe, expect, it } from "vitest";
import type { Sim } from "../../../src/model/sim.js";
import { empty, json, text } from "../../support/scripted-answers.js";
import { call, everythingOf, failureOf, ICC, lab, open } from "./support.js";

const nexcon = lab();

/** The SIM of an answer with these fields. */
async function simWith(fields: object): Promise<Sim> {
  nexcon.says(json({ status: "ACTIVATED", ...fields }));
  const sim = await nexcon.reads.byIccid(ICC, call());
  if (!sim) throw new Error("no SIM");
  return sim;
}

const detailWith = async (fields: object) => (await simWith(fields)).nexcon;

describe("the state", () => {
  it.each(["ACTIVATED", "Activated", " activated "])("is ACTIVE for %j", async (status) => {
    expect(await simWith({ status })).toMatchObject({ state: "ACTIVE", stateRaw: status.trim() });
  });

  it.each(["BLOCKED", "TERMINATED", "ACTIVE", "NOT ACTIVATED", "constructor", "42"])(
    "is UNKNOWN for the word %j, which is kept",
    async (status) => {
      expect(await simWith({ status })).toMatchObject({ state: "UNKNOWN", stateRaw: status });
    },
  );

  it.each([null, "", "-"])("is UNKNOWN for %j", async (status) => {
    expect(await simWith({ status })).toMatchObject({ state: "UNKNOWN", stateRaw: null });
  });

  it("follows the operator's words where there are some, before our own", async () => {
    const statusWords = { "On Hold": "SUSPENDED", gone: "TERMINATED", Activated: "TEST" };
    const source = open({ baseUrl: `${nexcon.carrier.baseUrl}/api/v1`, statusWords });
    const stateOf = async (status: string) => {
      nexcon.says(json({ status }));
      return (await everythingOf(source).reads.byIccid(ICC, call()))?.state;
    };
    expect(await stateOf("ON HOLD")).toBe("SUSPENDED");
    expect(await stateOf("Gone")).toBe("TERMINATED");
    expect(await stateOf("ACTIVATED")).toBe("TEST");
    expect(await stateOf("BLOCKED")).toBe("UNKNOWN");
    await source.close();
  });
});

describe("the number", () => {
  it.each([
    ["+4599000001", "4599000001"],
    ["4599000001", "4599000001"],
    ["0045 9900 0001", "4599000001"],
    ["+45 (99) 00-00-01", "4599000001"],
    [4599000001, "4599000001"],
  ])("%j is one with country code", async (msisdn, digits) => {
    const sim = await simWith({ msisdn });
    expect([sim.msisdn, sim.nexcon?.msisdnRaw]).toEqual([digits, String(msisdn)]);
  });

  it.each(["099000001", "none", "+45", "12345678901234567", "+45x99000001"])(
    "%j is none that could be called, and is kept as it is",
    async (msisdn) => {
      const sim = await simWith({ msisdn });
      expect([sim.msisdn, sim.nexcon?.msisdnRaw]).toEqual([null, msisdn]);
    },
  );

  it.each([null, "", undefined, {}])("%j is nothing", async (msisdn) => {
    const sim = await simWith({ msisdn });
    expect([sim.msisdn, sim.nexcon?.msisdnRaw]).toEqual([null, null]);
  });
});

describe("tags", () => {
  it("are words", async () => {
    expect((await detailWith({ tags: ["fleet", 7, true] }))?.tags).toEqual([
      { name: "fleet", entries: [] },
      { name: "7", entries: [] },
      { name: "true", entries: [] },
    ]);
  });

  it("are objects, with all that they have", async () => {
    expect((await detailWith({ tags: [{ id: 1, name: "fleet", color: null }] }))?.tags).toEqual([
      {
        name: "fleet",
        entries: [
          { key: "id", value: "1" },
          { key: "name", value: "fleet" },
          { key: "color", value: null },
        ],
      },
    ]);
  });

  it.each([
    [null, []],
    [[], []],
    [[null, "", "-"], []],
    ["fleet", [{ name: "fleet", entries: [] }]],
    [{ fleet: "north" }, [{ name: null, entries: [{ key: "fleet", value: "north" }] }]],
  ])("may be %j", async (tags, expected) => {
    expect((await detailWith({ tags }))?.tags).toEqual(expected);
  });
});

describe.each(["product", "pool"] as const)("%s", (part) => {
  const read = async (value: unknown) => (await detailWith({ [part]: value }))?.[part];

  it.each([null, undefined, "", "-"])("may be nothing: %j", async (value) => {
    expect(await read(value)).toBeNull();
  });

  it("may be a word", async () => {
    expect(await read("IoT 100")).toEqual({ name: "IoT 100", entries: [] });
  });

  it("may have members at any level, of which none is lost", async () => {
    const value = { name: "Flex", limits: { data: { mb: 500 }, isShared: true }, zones: ["EU", "UK"], none: {} };
    expect(await read(value)).toEqual({
      name: "Flex",
      entries: [
        { key: "name", value: "Flex" },
        { key: "limits.data.mb", value: "500" },
        { key: "limits.isShared", value: "true" },
        { key: "zones.0", value: "EU" },
        { key: "zones.1", value: "UK" },
      ],
    });
  });

  it("has no name where that is no word", async () => {
    expect((await read({ name: { da: "Flex" } }))?.name).toBeNull();
  });

  it("may be deeper than anybody reads", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`);
    expect(await read({ id: 1, deep })).toEqual({ name: null, entries: [{ key: "id", value: "1" }] });
  });
});

describe("a hostile answer", () => {
  it.each([
    ["a list", json([])],
    ["a list of SIMs", json([{ status: "ACTIVATED" }])],
    ["a number", json(7)],
    ["a text", json("ACTIVATED")],
    ["null", json(null)],
    ["an object without status", json({ error: "no" })],
    ["a status that is an object", json({ status: { code: "ACTIVATED" } })],
    ["a status that is a list", json({ status: ["ACTIVATED"] })],
    ["nothing", empty()],
    ["plain text", text("ACTIVATED")],
  ])("is a contract violation: %s", async (_what, answer) => {
    nexcon.says(answer);
    expect((await failureOf(nexcon.reads.byIccid(ICC, call()))).code).toBe("CARRIER_CONTRACT_VIOLATION");
  });

  it("with junk beside the status is a SIM all the same", async () => {
    const odd = JSON.parse('{"__proto__":{"name":1},"constructor":"x"}');
    for (const junk of [7, true, [], [[]], {}, { a: { b: [null] } }, "junk", odd]) {
      const fields = { tags: junk, countryCode: junk, msisdn: junk, product: junk, pool: junk };
      expect((await simWith(fields)).state).toBe("ACTIVE");
    }
  });
});
