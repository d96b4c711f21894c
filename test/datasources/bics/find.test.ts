import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { empty, hang, html, json } from "../../support/scripted-answers.js";
import { type Bics, call, envelope, everythingOf, failureOf, fixed, startBics } from "./support.js";

const ICCID = "8932042000000000019";
const ID = "51170448";

let bics: Bics;
beforeEach(async () => {
  bics = await startBics();
});
afterEach(() => bics.stop());

const all = () => everythingOf(bics);
const paths = () => bics.carrier.requests.map(({ path }) => path.replace("/api/", ""));
const sims = (...rows: object[]) => json(envelope("0", "1", { responseParam: { rows } }));
const page = (endpoints: object[], fields: object = {}) =>
  json(envelope("0", "6742", { responseParam: { endpoints }, ...fields }));
const listing = (...endpoints: object[]) => bics.carrier.serve("/api/GetEndpoints", () => page(endpoints));
const byIccid = (value = ICCID) => all().endpoints.find({ kind: "iccid", value }, call());

describe("finding an endpoint by ICCID", () => {
  it("asks the SIM inventory and then for the profile", async () => {
    bics.carrier.serve("/api/fetchSIM", () => sims({ iccid: ICCID, endPointId: ID }));
    bics.carrier.serve("/api/GetEndPointProfile", () => fixed("getEndPointProfile", "prepaid"));
    expect((await byIccid())?.key.native).toBe(ID);
    expect(paths()).toEqual(["fetchSIM", "GetEndPointProfile"]);
  });

  it("falls back to the listing when the inventory refuses, is not there, or does not know the SIM", async () => {
    listing({ id: "1", iccid: "893" }, { id: ID, iccid: ICCID });
    const answers = [json(envelope("1", "4711")), html(404), sims(), sims({ iccid: "893", endPointId: "1" })];
    for (const answer of answers) {
      bics.carrier.serve("/api/fetchSIM", () => answer);
      expect((await byIccid())?.key.native).toBe(ID);
    }
    expect(bics.carrier.to("/api/GetEndPointProfile")).toHaveLength(0);
  });

  it("falls back to the listing when the SIM is free", async () => {
    bics.carrier.serve("/api/fetchSIM", () => sims({ iccid: ICCID, endPointId: "-" }));
    listing();
    expect(await byIccid()).toBeNull();
  });

  it("does not take an outage of the inventory for an answer", async () => {
    bics.carrier.serve("/api/fetchSIM", () => html(503));
    listing({ id: ID, iccid: ICCID });
    expect((await failureOf(byIccid())).code).toBe("CARRIER_UNAVAILABLE");
  });
});

describe("finding an endpoint by another number", () => {
  const row = (index: number) => ({
    id: String(index),
    iccid: `89${index}`,
    imsi: `206${index}`,
    msisdn: `32${index}`,
    eid: `99${index}`,
  });
  const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => row(from + index));

  it("walks the pages until it is there", async () => {
    bics.carrier.serve("/api/GetEndpoints", (_, number) => page(rows((number - 1) * 2000, 2000)));
    expect((await all().endpoints.find({ kind: "msisdn", value: "323999" }, call()))?.key.native).toBe("3999");
    expect(bics.carrier.requests.map(({ query }) => query.toString())).toEqual([
      "page=1&perPage=2000",
      "page=2&perPage=2000",
    ]);
  });

  it("knows imsi, msisdn and eid", async () => {
    listing(...rows(0, 5));
    const find = async (kind: "imsi" | "msisdn" | "eid", value: string) =>
      (await all().endpoints.find({ kind, value }, call()))?.key.native;
    expect([await find("imsi", "2063"), await find("msisdn", "323"), await find("eid", "993")]).toEqual([
      "3",
      "3",
      "3",
    ]);
    expect(await find("imsi", "323")).toBeUndefined();
  });

  it("stops at the last page, which is short or ends with the total", async () => {
    bics.carrier.serve("/api/GetEndpoints", (_, number) =>
      page(rows(number * 2000, 2000), { totalNoOfRecords: "4000" }),
    );
    expect(await all().endpoints.find({ kind: "imsi", value: "none" }, call())).toBeNull();
    expect(bics.carrier.requests).toHaveLength(2);
  });

  it("gives up after fifty pages and says what to do instead", async () => {
    const full = page(rows(0, 2000));
    bics.carrier.serve("/api/GetEndpoints", () => full);
    const failure = await failureOf(all().endpoints.find({ kind: "imsi", value: "none" }, call(60_000)));
    expect(failure.code).toBe("NOT_SUPPORTED_BY_CARRIER");
    expect(failure.hint).toContain("ICCID");
    expect(bics.carrier.requests).toHaveLength(50);
  });
});

describe("a profile that the carrier refuses", () => {
  const profile = () => all().endpoints.profile(ID, call());

  it("is null when the listing does not have the endpoint either", async () => {
    listing({ id: "1" });
    for (const code of ["1083", "1001"]) {
      bics.carrier.serve("/api/GetEndPointProfile", () => json(envelope("1", code)));
      expect(await profile()).toBeNull();
    }
  });

  it("is a refusal when the listing has the endpoint", async () => {
    listing({ id: ID });
    bics.carrier.serve("/api/GetEndPointProfile", () => json(envelope("1", "1083")));
    expect(await failureOf(profile())).toMatchObject({ code: "CARRIER_REFUSED", details: { carrierCode: "1083" } });
  });

  it("is a refusal when the listing cannot be read", async () => {
    bics.carrier.serve("/api/GetEndPointProfile", () => json(envelope("1", "1083")));
    bics.carrier.serve("/api/GetEndpoints", () => empty());
    expect((await failureOf(profile())).code).toBe("CARRIER_CONTRACT_VIOLATION");
  });

  it("is a refusal at once for every other code", async () => {
    bics.carrier.serve("/api/GetEndPointProfile", () => json(envelope("1", "10002")));
    expect((await failureOf(profile())).code).toBe("PERMISSION_DENIED");
    expect(paths()).toEqual(["GetEndPointProfile"]);
  });
});

describe("a SIM by ICCID", () => {
  it("is shown as its endpoint shows it when the inventory does not know it", async () => {
    bics.carrier.serve("/api/fetchSIM", () => sims());
    listing({ id: ID, iccid: ICCID, status: "S", imsi: "206281000000019" });
    expect(await all().sims.byIccid(ICCID, call())).toMatchObject({
      state: "SUSPENDED",
      imsi: "206281000000019",
      endpoint: { native: ID },
      detail: null,
    });
  });

  it("is null when nobody knows it", async () => {
    bics.carrier.serve("/api/fetchSIM", () => sims());
    listing();
    expect(await all().sims.byIccid(ICCID, call())).toBeNull();
  });
});

describe("an account that is read-only", () => {
  it("has no writes at all", async () => {
    await bics.stop();
    bics = await startBics({ accessToken: "t", readOnly: true });
    expect(bics.source.writes).toEqual({});
  });
});

describe("the deadline of reads", () => {
  const hangingWith = async (readMs: number) => {
    await bics.stop();
    bics = await startBics({ accessToken: "t", deadlines: { readMs } });
    bics.carrier.onRequest(() => hang());
  };

  it("is shortened by the account", async () => {
    await hangingWith(100);
    expect((await failureOf(all().own.iccidRanges(call(60_000)))).code).toBe("CARRIER_TIMEOUT");
  });

  it("is not lengthened by it", async () => {
    await hangingWith(60_000);
    expect((await failureOf(all().own.iccidRanges(call(100)))).code).toBe("CARRIER_TIMEOUT");
  });
});
