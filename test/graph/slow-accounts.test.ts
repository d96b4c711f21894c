import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Lab } from "../operations/support.js";
import { callsOf, countsOf, type PageView, pageOf, specimen, startAll, statusesOf } from "./all-carriers.js";

/** Longer than all that these queries wait for, and shorter than what a call that hangs would take by itself. */
const REQUEST_MS = 8_000;

let lab: Lab;
let whole: PageView;
beforeAll(async () => {
  lab = await startAll({}, { requestMs: REQUEST_MS });
  whole = await pageOf(lab, "plans", 2000);
});
beforeEach(() => void lab.sandbox.calls.splice(0));
afterEach(() => lab.sandbox.faults.clear());
afterAll(() => lab.stop());

const hang = (account: string, operation: string) => lab.sandbox.faults.add({ account, operation, fault: "hang" });
const of = (account: string, name: string) => specimen(lab, account, name);

const PLANS_OF = { "bics-eu": "QueryRatePlan", "next-za": "GetActivationPlans" } as const;
const idsOf = ({ nodes }: PageView) => nodes.map(({ id }) => id);

describe("a listing over accounts", () => {
  it.each(["bics-eu", "next-za"] as const)(
    "is not held up by %s, which hangs, and goes on with it later",
    async (slow) => {
      hang(slow, PLANS_OF[slow]);
      const page = await pageOf(lab, "plans", 2000);
      expect(statusesOf(page.sources)).toEqual({ ...statusesOf(whole.sources), [slow]: "CARRIER_TIMEOUT" });
      const { [slow]: _, ...others } = countsOf(whole.nodes);
      expect(countsOf(page.nodes)).toEqual(others);
      lab.sandbox.faults.clear();
      const rest = await pageOf(lab, "plans", 2000, page.pageInfo.endCursor);
      expect([...idsOf(page), ...idsOf(rest)].toSorted()).toEqual(idsOf(whole).toSorted());
    },
  );

  it("is not held up by two of them", async () => {
    hang("bics-eu", PLANS_OF["bics-eu"]);
    hang("bics-oem", PLANS_OF["bics-eu"]);
    const page = await pageOf(lab, "plans", 2000);
    expect(statusesOf(page.sources)).toEqual({
      ...statusesOf(whole.sources),
      "bics-eu": "CARRIER_TIMEOUT",
      "bics-oem": "CARRIER_TIMEOUT",
    });
  });

  it("leaves time for what its rows are asked for", async () => {
    hang("bics-eu", "GetEndpoints");
    const { data, errors } = await lab.caller.post(`{
      endpoints(first: 2) { nodes { account { id } plan { name } } sources { account { id } status } } }`);
    expect(errors).toBeUndefined();
    const row = { account: { id: "bics-oem" }, plan: { name: expect.any(String) } };
    expect(data).toMatchObject({ endpoints: { nodes: [row, row], sources: [{ status: "FAILED" }, { status: "OK" }] } });
  });
});

describe("a look-up over accounts", () => {
  const SIM = "query ($iccid: String!) { it: sim(by: { iccid: $iccid }) { account { id } } }";

  it("answers from the account that has it while another one hangs", async () => {
    hang("bics-eu", "fetchSIM");
    hang("next-za", "GetSubscriberInfo");
    const iccid = of("nexcon", "activated");
    expect(await lab.caller.only(SIM, { iccid })).toEqual({ account: { id: "nexcon" } });
  });

  it("of what nobody has ends while there is still time for the rest of the query", async () => {
    hang("next-za", "GetSubscriberInfo");
    const { data, errors } = await lab.caller.post(`{
      nobody: subscriber(by: { msisdn: "27999999999" }) { id }
      somebody: subscriber(by: { msisdn: "${of("next-eu", "active")}" }) { account { id } nextComm { planExpiry { planName } } }
    }`);
    expect(data).toEqual({
      nobody: null,
      somebody: { account: { id: "next-eu" }, nextComm: { planExpiry: { planName: expect.any(String) } } },
    });
    expect(errors).toMatchObject([{ path: ["nobody"], extensions: { code: "CARRIER_TIMEOUT", account: "next-za" } }]);
  });
});

describe("a query over five accounts of five carriers", () => {
  it("G-02 G-10 brings what the others have while one is down and one hangs", async () => {
    lab.sandbox.faults.add({ account: "payu", fault: "status;status=503" });
    hang("bics-eu", "GetEndpoints");
    const recharge = `{ msisdn: "${of("payu", "mobileNo")}", operatorId: "OP-AURORA", circleId: "CIR-01" }`;
    const { data, errors } = await lab.caller.post(`{
      endpoints(first: 5, filter: { accounts: ["bics-eu"] }) { nodes { id } sources { error { code } } }
      recharges: plans(filter: { accounts: ["payu"], rechargeOf: ${recharge} }) { nodes { id } sources { error { code } } }
      sim(by: { iccid: "${of("nexcon", "activated")}" }, account: "nexcon") { state }
      next: subscriber(by: { msisdn: "${of("next-za", "active")}" }, account: "next-za") { state }
      reach: subscriber(by: { carrierSubscriberId: "${of("reach-us", "active")}" }, account: "reach-us") { state }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      endpoints: { nodes: [], sources: [{ error: { code: "CARRIER_TIMEOUT" } }] },
      recharges: { nodes: [], sources: [{ error: { code: "CARRIER_UNAVAILABLE" } }] },
      sim: { state: "ACTIVE" },
      next: { state: "ACTIVE" },
      reach: { state: "ACTIVE" },
    });
    expect(callsOf(lab)).toMatchObject({
      "bics-eu GetEndpoints": 1,
      "nexcon status": 1,
      "next-za GetSubscriberInfo": 1,
    });
  });
});
