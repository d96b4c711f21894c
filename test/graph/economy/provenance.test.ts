import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { listingOf, profileOf, rowOf, type ScriptedBics, startScriptedBics } from "../scripted-bics.js";

const PROFILE = "/api/GetEndPointProfile";
const LISTING = "/api/GetEndpoints";
const P = "provenance { fetchedAt freshness }";
const ICCID = "8932042000000100019";

interface Provenance {
  readonly fetchedAt: string;
  readonly freshness: string;
}

let bics: ScriptedBics;
beforeEach(async () => {
  bics = await startScriptedBics({ cache: { seconds: 3_600 } });
  bics.carrier.serve(PROFILE, ({ query }) => profileOf(query.get("endPointId") ?? ""));
  bics.carrier.serve(LISTING, () => listingOf(["7", "8"].map((id) => rowOf(id, { iccid: ICCID }))));
});
afterEach(() => bics.stop());

const one = (directive: string, fields: string) =>
  `query Q ${directive} { endpoint(by: { carrierEndpointId: "7" }, account: "bics") { ${fields} } }`;
const rows = (directive: string, fields: string) =>
  `query Q ${directive} { endpoints(first: 2) { nodes { ${fields} } } }`;
const KEPT = "@freshness(maxAge: 600)";
const STALE = "@freshness(maxAge: 0, allowStale: true)";

type One = {
  readonly endpoint: { readonly provenance: Provenance; readonly sim: { readonly provenance: Provenance } | null };
};
type Rows = { readonly endpoints: { readonly nodes: readonly { readonly provenance: Provenance }[] } };

const provenance = async (document: string) => (await bics.graph.data<One>(document)).endpoint.provenance;
const provenances = async (document: string) =>
  (await bics.graph.data<Rows>(document)).endpoints.nodes.map((node) => node.provenance);

/** Waits until the clock shows another instant. */
async function later(): Promise<number> {
  const now = Date.now();
  while (Date.now() <= now) await sleep(1);
  return Date.now();
}

describe("an object tells", () => {
  it("that it was fetched for this request, and when", async () => {
    const from = Date.now();
    const { fetchedAt, freshness } = await provenance(one("", P));
    expect(freshness).toBe("LIVE");
    expect(Date.parse(fetchedAt)).toBeGreaterThanOrEqual(from);
    expect(Date.parse(fetchedAt)).toBeLessThanOrEqual(Date.now());
  });

  it("that it was kept, and when it was fetched", async () => {
    const live = await provenance(one("", P));
    await later();
    for (let run = 0; run < 3; run += 1) {
      expect(await provenance(one(KEPT, P))).toEqual({ ...live, freshness: "CACHED" });
    }
  });

  it("that it is stale", async () => {
    const live = await provenance(one("", P));
    bics.carrier.serve(PROFILE, () => json({}, 503));
    expect(await provenance(one(STALE, P))).toEqual({ ...live, freshness: "STALE" });
  });

  it("the same as a node", async () => {
    const { endpoint } = await bics.graph.data<{ endpoint: { id: string; provenance: Provenance } }>(
      one("", `id ${P}`),
    );
    const document = `query Q($id: ID!) ${KEPT} { node(id: $id) { ... on Endpoint { ${P} } } }`;
    const { node } = await bics.graph.data<{ node: { provenance: Provenance } }>(document, { id: endpoint.id });
    expect(node.provenance).toEqual({ ...endpoint.provenance, freshness: "CACHED" });
  });
});

describe("each row of a listing tells", () => {
  it("when the listing was fetched", async () => {
    const live = await provenances(rows("", P));
    expect(live).toMatchObject([{ freshness: "LIVE" }, { freshness: "LIVE" }]);
    await later();
    const kept = live.map(({ fetchedAt }) => ({ fetchedAt, freshness: "CACHED" }));
    expect(await provenances(rows(KEPT, P))).toEqual(kept);
  });

  it.each([`${P} plan { name }`, `plan { name } ${P}`])(
    "the oldest of the answers that { %s } needs",
    async (fields) => {
      const [profile] = [await provenance(one("", P))];
      const from = await later();
      for (let run = 0; run < 3; run += 1) {
        const [first, second] = await provenances(rows(KEPT, fields));
        expect(first).toEqual({ ...profile, freshness: "CACHED" });
        expect(Date.parse(second?.fetchedAt ?? "")).toBeGreaterThanOrEqual(from);
      }
    },
  );

  it("what it is made of when what belongs to it cannot be read", async () => {
    bics.carrier.serve(PROFILE, () => json({}, 503));
    const { data } = await bics.graph.query<Rows>(rows("", `${P} plan { name }`));
    expect(data?.endpoints.nodes.map((node) => node.provenance.freshness)).toEqual(["LIVE", "LIVE"]);
  });
});

it("look-ups that share a walk through the listing all tell when it was made, also of the SIMs that came with it", async () => {
  const imsis = ["206010000000001", "206010000000002"];
  bics.carrier.serve(LISTING, () =>
    listingOf(imsis.map((imsi, index) => rowOf(String(index), { imsi, iccid: `893204200000010001${index}` }))),
  );
  const finds = imsis.map(
    (imsi) => `of${imsi}: endpoint(by: { imsi: "${imsi}" }, account: "bics") { ${P} sim { ${P} } }`,
  );
  const found = await bics.graph.data<Record<string, One["endpoint"]>>(`{ ${finds.join(" ")} }`);
  const live = { provenance: { freshness: "LIVE" } };
  expect(Object.values(found)).toMatchObject([
    { ...live, sim: live },
    { ...live, sim: live },
  ]);
  expect(bics.carrier.to(LISTING)).toHaveLength(1);
});
