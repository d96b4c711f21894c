import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hang, html } from "../support/scripted-answers.js";
import {
  listingOf,
  noProfile,
  profileOf,
  profiles,
  rowOf,
  type ScriptedBics,
  startScriptedBics,
} from "./scripted-bics.js";

interface Row {
  readonly carrierEndpointId: string;
  readonly name: string | null;
  readonly state: string;
  readonly plan: { readonly name: string } | null;
}

const IDS = Array.from({ length: 20 }, (_, index) => String(index + 1));

const ROWS = `{ endpoints(first: 20) {
  nodes { carrierEndpointId name state plan { name } }
  sources { status }
} }`;

let bics: ScriptedBics;
beforeAll(async () => {
  bics = await startScriptedBics({ deadlines: { readMs: 300 } });
});
afterAll(() => bics.stop());

const ask = () => bics.graph.query<{ endpoints: { nodes: Row[]; sources: { status: string }[] } }>(ROWS);

const serve = (rows: readonly object[], odd: Parameters<typeof profiles>[0] = {}) => {
  bics.carrier.serve("/api/GetEndpoints", () => listingOf(rows));
  bics.carrier.serve("/api/GetEndPointProfile", profiles(odd));
};

describe("among twenty endpoints", () => {
  it("profiles that fail, each in its own way, spoil only their own fields", async () => {
    serve(
      IDS.map((id) => rowOf(id)),
      {
        "3": () => html(),
        "7": () => hang(),
        "11": () => profileOf("12"),
      },
    );
    const { data, errors } = await ask();
    const nodes = data?.endpoints.nodes ?? [];
    expect(nodes.map(({ name }) => name)).toEqual(IDS.map((id) => `name ${id}`));
    expect(nodes.filter(({ plan }) => plan === null).map((row) => row.carrierEndpointId)).toEqual(["3", "7", "11"]);
    const codes = errors.map(({ path, extensions }) => [path?.join("."), extensions.code]);
    expect(Object.fromEntries(codes)).toEqual({
      "endpoints.nodes.2.plan": "CARRIER_CONTRACT_VIOLATION",
      "endpoints.nodes.6.plan": "CARRIER_TIMEOUT",
      "endpoints.nodes.10.plan": "CARRIER_CONTRACT_VIOLATION",
    });
    expect(data?.endpoints.sources).toEqual([{ status: "OK" }]);
  });

  it("a profile that the carrier does not know any more is null without an error", async () => {
    const rows = IDS.map((id) => rowOf(id));
    serve(rows, { "5": noProfile });
    const listed = bics.carrier.to("/api/GetEndpoints").length;
    const isFirst = (number: number) => number === listed + 1;
    bics.carrier.serve("/api/GetEndpoints", (_, number) => listingOf(isFirst(number) ? rows : rows.toSpliced(4, 1)));
    const { data, errors } = await ask();
    expect(errors).toEqual([]);
    expect(data?.endpoints.nodes[4]).toMatchObject({ name: "name 5", plan: null });
    expect(data?.endpoints.nodes.filter(({ plan }) => plan === null)).toHaveLength(1);
  });

  it("a row of wrong types and new words spoils only its own cells", async () => {
    const odd = rowOf("9", { status: "Dreaming", name: { first: "x" }, msisdn: 327700000100019, tagIdList: "none" });
    serve(IDS.map((id) => (id === "9" ? odd : rowOf(id))));
    const { data, errors } = await bics.graph.query<{ endpoints: { nodes: object[] } }>(
      "{ endpoints(first: 20) { nodes { carrierEndpointId name state stateRaw msisdn tags { id } } } }",
    );
    expect(errors).toEqual([]);
    expect(data?.endpoints.nodes).toHaveLength(20);
    expect(data?.endpoints.nodes[8]).toEqual({
      carrierEndpointId: "9",
      name: null,
      state: "UNKNOWN",
      stateRaw: "Dreaming",
      msisdn: "327700000100019",
      tags: [],
    });
  });

  it("new words of a profile are UNKNOWN beside the carrier's own", async () => {
    const cells = {
      eSimProfileStatus: "sleeping",
      rspState: "Lunar",
      ratType: "99",
      subscriberType: "7",
      imeiLockStatus: "AJAR",
    };
    serve([rowOf("1")], { "1": () => profileOf("1", cells) });
    const { data, errors } = await bics.graph.query(
      `{ endpoint(by: { carrierEndpointId: "1" }, account: "bics") {
        billing billingRaw imeiLock imeiLockRaw esimProfile { state stateRaw rsp rspRaw } radioAccess { rats raw }
      } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      endpoint: {
        billing: "UNKNOWN",
        billingRaw: "7",
        imeiLock: "UNKNOWN",
        imeiLockRaw: "AJAR",
        esimProfile: { state: "UNKNOWN", stateRaw: "sleeping", rsp: "UNKNOWN", rspRaw: "Lunar" },
        radioAccess: { rats: ["UNKNOWN"], raw: "99" },
      },
    });
  });
});
