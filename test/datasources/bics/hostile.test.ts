import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, drip, empty, html, json, text, truncated } from "../../support/scripted-answers.js";
import { told } from "../../support/told.js";
import { type DocumentedOperation, ENDPOINT, RUNS } from "./runs.js";
import { type Bics, call, envelope, everythingOf, failureOf, startBics } from "./support.js";

let bics: Bics;
beforeAll(async () => {
  bics = await startBics();
});
afterAll(() => bics.stop());

/** The reads, with their success code and where the content of an answer stands. */
const READS = {
  getEndpoints: { code: "6742", places: ["responseParam", "responseParam.endpoints"] },
  getEndPointProfile: {
    code: "1082",
    places: ["info", "info.basicInfo", "info.benefitInfo", "info.benefitInfo.benefit", "info.counter"],
  },
  getEndpointAddonDetails: { code: "10255", places: ["info", "info.promotionalPlans", "info.promotionalPlans.plan"] },
  getStatistics: {
    code: "2589",
    places: ["responseParam", "responseParam.dataUsage", "responseParam.dataTotalUsage", "responseParam.smsTotalUsage"],
  },
  locationInfo: { code: "10084", places: ["responseParam", "responseParam.geolocation"] },
  endpointCoverage: { code: "10132", places: ["responseParam", "responseParam.coverage"] },
  fetchNetworkStatus: { code: "11008", places: ["responseParam", "responseParam.networkStatusInfo"] },
  fetchICCIDForProvisioning: { code: "10048", places: ["responseParam", "responseParam.rows"] },
  fetchSIMProvisioningDetails: { code: "10050", places: ["responseParam", "responseParam.rows"] },
} as const satisfies Partial<Record<DocumentedOperation, { code: string; places: readonly string[] }>>;

const JUNK: Readonly<Record<string, unknown>> = {
  "a number": 7,
  "a text": "junk",
  true: true,
  "a list of texts": ["junk"],
  "a list of nulls": [null],
  "a list of lists": [[[]]],
};

/** What is right at this place, so that it is no junk there. */
const isFine = (place: string, junk: unknown): boolean =>
  Array.isArray(junk) && /(endpoints|benefit|counter|plan|Usage|coverage|rows)$/.test(place) && junk.length === 0;

function withAt(place: string, junk: unknown): object {
  const [first = "", ...rest] = place.split(".");
  if (rest.length === 0) return { [first]: junk };
  const beside = first === "info" ? { basicInfo: {} } : {};
  return { [first]: { ...beside, ...withAt(rest.join("."), junk) } };
}

const answerWith = (answer: Answer): void => bics.carrier.onRequest(() => answer);

const reads = Object.keys(READS) as (keyof typeof READS)[];

describe("a wrong type in an answer is a contract violation", () => {
  for (const operation of reads) {
    const { code, places } = READS[operation];
    for (const place of places) {
      it(`${operation}: at ${place}`, async () => {
        for (const [what, junk] of Object.entries(JUNK)) {
          if (isFine(place, junk)) continue;
          answerWith(json(envelope("0", code, withAt(place, junk))));
          const failure = await failureOf(RUNS[operation](bics));
          expect(failure.code, what).toBe("CARRIER_CONTRACT_VIOLATION");
          expect(failure.message, what).toContain(place.split(".").at(-1));
        }
      });
    }
  }
});

describe("nothing where content could be is no failure", () => {
  for (const operation of reads) {
    const { code, places } = READS[operation];
    const optional = places.filter((place) => place !== "info" && place !== "info.basicInfo");
    it(`${operation}: null at ${optional.join(", ")}`, async () => {
      for (const place of optional) {
        answerWith(json(envelope("0", code, withAt(place, null))));
        expect(["done", "empty"]).toContain(await RUNS[operation](bics));
      }
    });
  }
});

const BODIES: Readonly<Record<string, Answer>> = {
  "no JSON object: null": text("null"),
  "no JSON object: a list": json([1, 2]),
  "no JSON object: a number": text("6742"),
  "no JSON object: a text": text('"ok"'),
  "no envelope": json({ hello: "world" }),
  "an envelope that is a list": json({ Response: [] }),
  "codes that are objects": json({ Response: { resultCode: {}, resultParam: { resultCode: [] } } }),
  "no inner code": json({ Response: { resultCode: "0", resultParam: {} } }),
  "no outer code": json({ Response: { resultParam: { resultCode: "6742" } } }),
  "an outer code of its own": json(envelope("2", "6742")),
  "a page of HTML": html(),
  "half a JSON": text('{"Response": {"resultCode": "0", "resultPar'),
  "an empty body": empty(),
  "2 MB of junk": text("x".repeat(2 * 1024 * 1024)),
  "2 MB of lists": text("[".repeat(2 * 1024 * 1024)),
  "HTTP 404 with a page": html(404),
  "HTTP 302 without a body": empty(302),
};

describe("an answer that is none", () => {
  for (const [what, answer] of Object.entries(BODIES)) {
    it(`is a contract violation for every read: ${what}`, async () => {
      for (const operation of reads) {
        answerWith(answer);
        const { code } = await failureOf(RUNS[operation](bics));
        expect(code, operation).toBe("CARRIER_CONTRACT_VIOLATION");
      }
    });

    it(`leaves every write unknown: ${what}`, async () => {
      for (const operation of ["deleteEndPoint", "linkSim", "createEndPoint", "bulkProvisioning"] as const) {
        answerWith(answer);
        expect((await failureOf(RUNS[operation](bics))).code, operation).toBe("OUTCOME_UNKNOWN");
      }
    });
  }

  it("is an outage where the carrier says HTTP 500, or the connection breaks in the middle", async () => {
    for (const answer of [html(500), truncated(envelope("0", "6742"))]) {
      answerWith(answer);
      expect((await failureOf(everythingOf(bics).own.iccidRanges(call()))).code).toBe("CARRIER_UNAVAILABLE");
      expect((await failureOf(RUNS.deleteEndPoint(bics))).code).toBe("OUTCOME_UNKNOWN");
    }
  });

  it("ends with the deadline where it drips in byte by byte", async () => {
    answerWith(drip(JSON.stringify(envelope("0", "10048")), 20));
    expect((await failureOf(everythingOf(bics).own.iccidRanges(call(150)))).code).toBe("CARRIER_TIMEOUT");
  });
});

describe("one broken row", () => {
  const ODD: readonly unknown[] = [7, true, [], {}, "", "-", null, { toString: "x" }];

  it("of the listing keeps what is readable and spoils no other row", async () => {
    const good = { id: "1", status: "A", name: "good" };
    const broken = ODD.map((odd, index) => ({
      id: `odd${index}`,
      status: odd,
      name: odd,
      iccid: odd,
      type: odd,
      imeiLockStatus: odd,
      tagIdList: odd,
    }));
    answerWith(json(envelope("0", "6742", { responseParam: { endpoints: [good, ...broken, { ...good, id: 2 }] } })));
    const { rows } = await everythingOf(bics).endpoints.list({ number: 1, size: 100 }, {}, call());
    expect(told(rows)).toHaveLength(rows.length);
    expect(rows.map(({ key }) => key.native)).toEqual(["1", ...broken.map(({ id }) => id), "2"]);
    expect(rows.at(0)).toMatchObject({ name: "good", state: "ACTIVE" });
    expect(rows.at(1)).toMatchObject({ name: "7", state: "UNKNOWN", stateRaw: "7", tags: [] });
    expect(rows.at(3)).toMatchObject({ name: null, state: "UNKNOWN", stateRaw: null, sim: null });
  });

  it("of a list of tags leaves none of them, and the endpoint whole", async () => {
    const tag = { tagId: 7, tagName: "good" };
    const lists = ODD.filter((odd) => odd !== 7 && odd !== "-").map((odd) => [tag, { tagId: odd }]);
    const endpoints = [[tag, tag], [tag, null], [tag, "junk"], ...lists].map((tagIdList) => ({ id: "1", tagIdList }));
    answerWith(json(envelope("0", "6742", { responseParam: { endpoints } })));
    const { rows } = await everythingOf(bics).endpoints.list({ number: 1, size: 100 }, {}, call());
    const [whole, ...broken] = rows.map(({ tags }) => tags);
    expect(whole).toEqual([{ id: "7", name: "good", description: null }]);
    expect(broken).toEqual(broken.map(() => []));
  });

  it("of fifty thousand balances, all alike, has its own key as each has", async () => {
    const benefit = Array.from({ length: 50_000 }, () => ({ id: "2" }));
    answerWith(json(envelope("0", "1082", { info: { basicInfo: {}, benefitInfo: { benefit } } })));
    const { balances = [] } = (await everythingOf(bics).endpoints.profile(ENDPOINT, call())) ?? {};
    expect(new Set(balances.map(({ key }) => key.native)).size).toBe(50_000);
    expect(balances.at(-1)?.key.native).toBe(`${ENDPOINT}/2//#50000`);
  });

  it("of the listing that has no id at all is refused with its place", async () => {
    answerWith(json(envelope("0", "6742", { responseParam: { endpoints: [{ id: "1" }, { name: "who?" }] } })));
    const failure = await failureOf(everythingOf(bics).endpoints.list({ number: 1, size: 100 }, {}, call()));
    expect(failure.code).toBe("CARRIER_CONTRACT_VIOLATION");
    expect(failure.message).toContain("endpoints.1.id");
  });

  it("of a profile is told whole, whatever a cell holds", async () => {
    for (const odd of [...ODD, "constructor", "__proto__", "9".repeat(5000), "1e9", "NaN", "-0", "0x10"]) {
      const cells = Object.fromEntries(CELLS.map((name) => [name, odd]));
      const benefit = Object.fromEntries(BENEFIT_CELLS.map((name) => [name, odd]));
      const info = { basicInfo: { ...cells, endPointId: ENDPOINT }, benefitInfo: { benefit: [benefit] } };
      answerWith(json(envelope("0", "1082", { info })));
      const profile = told(await everythingOf(bics).endpoints.profile(ENDPOINT, call()));
      expect(profile).toMatchObject({ key: { native: ENDPOINT }, state: "UNKNOWN", balances: [{ kind: "UNKNOWN" }] });
    }
  });
});

const CELLS = [
  ..."msisdn maBalance creationDate currentStatus ocExpiryDate planId subscriberType creditLimit nextBillingDate".split(
    " ",
  ),
  ..."currencyType apn roamingProfileId roamingProfileName ratType dependendRatType readyForSms imei iccid".split(" "),
  ..."framedIP benefits benefitIds imeiLockStatus eSimProfileStatus rspState blacklistedNetworks language".split(" "),
];

const BENEFIT_CELLS =
  "id name startDate expiryDate balance unitType type actualBalance planId planCategory uniqueId rateZoneId".split(" ");
