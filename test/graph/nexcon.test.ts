import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../support/graph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ accounts: ({ accounts, nexcon }) => [...accounts, ...nexcon.accounts] });
});
afterAll(() => graph.stop());

const specimen = (name: string): string => graph.sandbox.nexcon.specimens.nexcon?.[name] ?? "";

interface NexconSim {
  readonly id: string;
  readonly iccid: string;
  readonly state: string;
  readonly stateRaw: string;
  readonly account: { readonly id: string; readonly carrier: string };
  readonly nexcon: object | null;
}

const SIM = `
  id iccid msisdn imsi eid state stateRaw carrierSimId product imsis { imsi } account { id carrier } endpoint { id }
  nexcon {
    countryCode msisdnRaw
    tags { name entries { key value } } product { name entries { key value } } pool { name entries { key value } }
  }`;

const find = (iccid: string, account: string | null = null) =>
  graph.data<{ sim: NexconSim | null }>(
    `query ($iccid: String!, $account: ID) { sim(by: { iccid: $iccid }, account: $account) { ${SIM} } }`,
    { iccid, account },
  );

describe("a SIM of NexCon", () => {
  it("is found by its ICCID among all accounts", async () => {
    const { sim } = await find(specimen("blocked"));
    expect(sim).toMatchObject({
      state: "SUSPENDED",
      stateRaw: "BLOCKED",
      account: { id: "nexcon", carrier: "NEXCON" },
    });
    expect(sim?.nexcon).not.toBeNull();
  });

  it("costs one call with everything that is told of it", async () => {
    const { errors, calls } = await graph.query(
      `query ($iccid: String!) {
      sim(by: { iccid: $iccid }, account: "nexcon") { ${SIM} }
    }`,
      { iccid: specimen("activated") },
    );
    // Calls of an earlier look-up to slower accounts may still arrive here.
    expect([errors, calls.filter((name) => name === "status")]).toEqual([[], ["status"]]);
  });

  it("is read again by its id", async () => {
    const { sim } = await find(specimen("quarantined"), "nexcon");
    const { node } = await graph.data<{ node: NexconSim | null }>(
      "query ($id: ID!) { node(id: $id) { id ... on Sim { iccid state stateRaw } } }",
      { id: sim?.id },
    );
    expect(node).toMatchObject({ iccid: sim?.iccid, state: "UNKNOWN", stateRaw: "QUARANTINED" });
  });

  it("is null where there is none", async () => {
    expect(await find(specimen("unknown"), "nexcon")).toEqual({ sim: null });
  });

  it("cannot be found by another number", async () => {
    const { errors } = await graph.query('{ sim(by: { msisdn: "4599000001" }, account: "nexcon") { id } }');
    expect(errors[0]?.extensions.code).toBe("NOT_SUPPORTED_BY_CARRIER");
  });
});

describe("a SIM of another carrier", () => {
  it("has nothing of NexCon", async () => {
    const { sims } = await graph.data<{ sims: { nodes: NexconSim[] } }>(
      "{ sims(first: 3) { nodes { nexcon { countryCode } } } }",
    );
    expect(sims.nodes).toEqual([{ nexcon: null }, { nexcon: null }, { nexcon: null }]);
  });
});

describe("X-15 the list of SIMs", () => {
  const list = (accounts: readonly string[] | null) =>
    graph.data<{ sims: { nodes: object[]; sources: object[] } }>(
      `query ($filter: SimFilter) {
        sims(first: 1, filter: $filter) { nodes { iccid } sources { account { id } status error { code } } }
      }`,
      { filter: { accounts } },
    );

  it("X-15 leaves NexCon out", async () => {
    const { sims } = await list(null);
    expect(sims.sources).toMatchObject([{ account: { id: "bics-eu" } }, { account: { id: "bics-oem" } }]);
  });

  it("X-15 says so where NexCon is asked for by name", async () => {
    const { sims } = await list(["nexcon"]);
    const error = { code: "NOT_SUPPORTED_BY_CARRIER" };
    expect(sims).toEqual({ nodes: [], sources: [{ account: { id: "nexcon" }, status: "FAILED", error }] });
  });

  it("X-15 is no capability of NexCon", async () => {
    const { account } = await graph.data<{ account: object }>('{ account(id: "nexcon") { carrier capabilities } }');
    expect(account).toEqual({ carrier: "NEXCON", capabilities: ["SIMS"] });
  });
});
