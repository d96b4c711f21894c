import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import type { Script } from "../../support/scripted-carrier.js";
import { listingOf, noProfile, profileOf, rowOf, type ScriptedBics, startScriptedBics } from "../scripted-bics.js";

// A page of 2000 rows weighs as much as 20 look-ups: more than 20 objects are found in the listing where they may be there.

const PROFILE = "/api/GetEndPointProfile";
const LISTING = "/api/GetEndpoints";
const INVENTORY = "/api/fetchSIM";
const PAGE = 2_000;

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => String(from + index));

/** So many endpoints, 2000 a page. */
const fleetOf =
  (count: number): Script =>
  ({ query }) => {
    const first = (Number(query.get("page")) - 1) * PAGE;
    const rows = numbers(Math.max(0, Math.min(PAGE, count - first)), first + 1);
    return listingOf(
      rows.map((id) => rowOf(id)),
      count,
    );
  };

const simRow = (iccid: string) => ({ iccid, simStatus: "Active", simProduct: "Triple" });

const inventoryOf =
  (iccids: readonly string[]): Script =>
  ({ query }) => {
    const one = query.get("iccid");
    const rows = iccids.filter((iccid) => one === null || iccid === one).map(simRow);
    const resultParam = { resultCode: "1", resultDescription: "success" };
    return json({ Response: { resultCode: "0", resultParam, responseParam: { rows } } });
  };

let bics: ScriptedBics;
beforeEach(async () => {
  bics = await startScriptedBics();
  bics.carrier.serve(PROFILE, ({ query }) => profileOf(query.get("endPointId") ?? ""));
  bics.carrier.serve(LISTING, fleetOf(3_000));
});
afterEach(() => bics.stop());

const idOf = (native: string) => bics.graph.ids.encode("Endpoint", { account: "bics", native });
const calls = () => ({ pages: bics.carrier.to(LISTING).length, profiles: bics.carrier.to(PROFILE).length });

const NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Endpoint { carrierEndpointId name } } }";
const ENTITIES =
  "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Endpoint { carrierEndpointId name } } }";

const named = (native: string) => ({ carrierEndpointId: native, name: `name ${native}` });

describe("endpoints of which no more is asked than their listing has", () => {
  it("are looked up while a page weighs as much", async () => {
    const natives = numbers(20);
    expect(await bics.graph.data(NODES, { ids: natives.map(idOf) })).toEqual({ nodes: natives.map(named) });
    expect(calls()).toEqual({ pages: 0, profiles: 20 });
  });

  it("are found in one page when it has them all", async () => {
    const natives = numbers(21);
    expect(await bics.graph.data(NODES, { ids: natives.map(idOf) })).toEqual({ nodes: natives.map(named) });
    expect(calls()).toEqual({ pages: 1, profiles: 0 });
  });

  it("cost as many pages as there are where another subgraph names 2000 of them", async () => {
    const natives = numbers(2_000, 501);
    const of = natives.map((native) => ({ __typename: "Endpoint", id: idOf(native) }));
    expect(await bics.graph.data(ENTITIES, { of })).toEqual({ _entities: natives.map(named) });
    expect(calls()).toEqual({ pages: 2, profiles: 0 });
  });

  it("are counted over all fields of the query", async () => {
    const fields = numbers(40).map((native) => `e${native}: node(id: "${idOf(native)}") { id }`);
    const { errors } = await bics.graph.query(`{ ${fields.join(" ")} }`);
    expect(errors).toEqual([]);
    expect(calls()).toEqual({ pages: 1, profiles: 0 });
  });

  it("are looked up behind the first page when all others weigh more than they do", async () => {
    bics.carrier.serve(LISTING, fleetOf(100_000));
    const natives = [...numbers(30), ...numbers(15, 90_000)];
    expect(await bics.graph.data(NODES, { ids: natives.map(idOf) })).toEqual({ nodes: natives.map(named) });
    expect(calls()).toEqual({ pages: 1, profiles: 15 });
  });

  it("are looked up when the listing does not have them, and null only when the carrier does not know them", async () => {
    bics.carrier.serve(PROFILE, ({ query }) => (query.get("endPointId") === "5000" ? profileOf("5000") : noProfile()));
    const natives = [...numbers(50), "5000", "6000"];
    const nodes = [...numbers(50).map(named), named("5000"), null];
    expect(await bics.graph.data(NODES, { ids: natives.map(idOf) })).toEqual({ nodes });
    expect(calls().profiles).toBe(2);
  });

  it("are looked up when the carrier refuses to list", async () => {
    bics.carrier.serve(LISTING, () =>
      json({ Response: { resultCode: "1", resultParam: { resultCode: "6745", resultDescription: "failure" } } }),
    );
    const natives = numbers(21);
    expect(await bics.graph.data(NODES, { ids: natives.map(idOf) })).toEqual({ nodes: natives.map(named) });
    expect(calls()).toEqual({ pages: 1, profiles: 21 });
  });

  it("are not looked up one by one at a carrier that is away, which fails each of them", async () => {
    bics.carrier.serve(LISTING, () => json({}, 503));
    const { data, errors } = await bics.graph.query(NODES, { ids: numbers(21).map(idOf) });
    expect(data).toEqual({ nodes: numbers(21).map(() => null) });
    expect(new Set(errors.map(({ extensions }) => extensions["code"]))).toEqual(new Set(["CARRIER_UNAVAILABLE"]));
    expect(errors).toHaveLength(21);
    expect(calls().profiles).toBe(0);
  });
});

it.each(["{ plan { name } }", "{ ...F }"])(
  "endpoints of which a field of the profile is asked are looked up: %s",
  async (selection) => {
    const natives = numbers(30);
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Endpoint { name } ... on Endpoint ${selection} } }`;
    const fragment = selection.includes("F") ? "fragment F on Endpoint { addons { id } }" : "";
    const { errors } = await bics.graph.query(document + fragment, { ids: natives.map(idOf) });
    expect(errors).toEqual([]);
    expect(calls()).toEqual({ pages: 0, profiles: 30 });
  },
);

describe("SIMs", () => {
  const iccids = numbers(100, 8932042000001).map((number) => `${number}000000`);
  const sims = (some: readonly string[]) =>
    some.map((iccid, at) => `s${at}: sim(by: { iccid: "${iccid}" }) { product }`);
  beforeEach(() => bics.carrier.serve(INVENTORY, inventoryOf(iccids)));

  it("a hundred by their ICCIDs cost one page of the inventory", async () => {
    const { data, errors } = await bics.graph.query<object>(`{ ${sims(iccids).join(" ")} }`);
    expect(errors).toEqual([]);
    expect(new Set(Object.values(data ?? {}).map((sim) => JSON.stringify(sim)))).toEqual(
      new Set(['{"product":"Triple"}']),
    );
    expect(bics.carrier.to(INVENTORY)).toHaveLength(1);
  });

  it("twenty by their ICCIDs cost a call each", async () => {
    const { errors } = await bics.graph.query(`{ ${sims(iccids.slice(0, 20)).join(" ")} }`);
    expect(errors).toEqual([]);
    expect(bics.carrier.to(INVENTORY)).toHaveLength(20);
  });

  it("what the inventory has of the SIMs of a listing costs one page of it", async () => {
    bics.carrier.serve(LISTING, () => listingOf(iccids.map((iccid, at) => rowOf(String(at), { iccid }))));
    const { endpoints } = await bics.graph.data<{ endpoints: { nodes: unknown[] } }>(
      "{ endpoints(first: 100) { nodes { sim { product provenance { freshness } } } } }",
    );
    expect(endpoints.nodes).toEqual(
      iccids.map(() => ({ sim: { product: "Triple", provenance: { freshness: "LIVE" } } })),
    );
    expect([bics.carrier.to(LISTING).length, bics.carrier.to(INVENTORY).length]).toEqual([1, 1]);
  });
});
