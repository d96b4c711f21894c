import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { idOf, type Lab } from "../operations/support.js";
import { specimen, startAll } from "./all-carriers.js";

let lab: Lab;
beforeAll(async () => {
  lab = await startAll();
});
afterEach(() => lab.sandbox.faults.clear());
afterAll(() => lab.stop());

const of = (account: string, name: string) => specimen(lab, account, name);

/** One object of each carrier, read by one call. */
const asked = () => `{
  bics: endpoint(by: { carrierEndpointId: "${of("bics-eu", "activeIdle")}" }, account: "bics-eu") { state }
  next: subscriber(by: { msisdn: "${of("next-za", "active")}" }, account: "next-za") { state }
  nexcon: sim(by: { iccid: "${of("nexcon", "activated")}" }, account: "nexcon") { state }
  reach: subscriber(by: { carrierSubscriberId: "${of("reach-us", "active")}" }, account: "reach-us") { state }
  payu: plans(filter: { accounts: ["payu"], rechargeOf: {
    msisdn: "${of("payu", "mobileNo")}", operatorId: "OP-AURORA", circleId: "CIR-01" } }) {
    nodes { kind } sources { error { code carrierCode carrierMessage } } }
}`;

const BY_ACCOUNT = { "bics-eu": "bics", "next-za": "next", nexcon: "nexcon", "reach-us": "reach" } as const;

describe("what a carrier calls success", () => {
  it("G-02 is read as each of five carriers says it", async () => {
    const { data, errors } = await lab.caller.post(asked());
    expect(errors).toBeUndefined();
    const active = { state: "ACTIVE" };
    expect(data).toMatchObject({ bics: active, next: active, nexcon: active, reach: active });
    expect(data?.payu).toEqual({
      nodes: Array.from({ length: 4 }, () => ({ kind: "RECHARGE" })),
      sources: [{ error: null }],
    });
  });

  it("G-02 is not taken for one: three refuse at HTTP 200, BICS even inside a success", async () => {
    const refusing = (account: string, operation: string, code: string) =>
      lab.sandbox.faults.add({ account, operation, fault: `code;outer=0;code=${code};description=No such thing` });
    refusing("bics-eu", "GetEndPointProfile", "9999");
    refusing("next-za", "GetSubscriberInfo", "Failure");
    refusing("nexcon", "status", "422");
    refusing("reach-us", "customerInfo", "422");
    refusing("payu", "getCustomizedRechargePlans", "NO_SUCH_THING");
    const { data, errors = [] } = await lab.caller.post(asked());
    expect(data).toMatchObject({ bics: null, next: null, nexcon: null, reach: null });
    const told = Object.fromEntries(errors.map(({ extensions }) => [String(extensions.account), extensions.code]));
    expect(Object.keys(told).toSorted()).toEqual(Object.keys(BY_ACCOUNT).toSorted());
    expect(data?.payu).toMatchObject({
      nodes: [],
      sources: [{ error: { code: "CARRIER_REFUSED", carrierCode: "NO_SUCH_THING", carrierMessage: "No such thing" } }],
    });
    expect(told).toMatchObject({ "next-za": "CARRIER_REFUSED" });
  });
});

describe("what a carrier only takes on", () => {
  const act = async (mutation: string, input: object) => {
    const payload = await lab.caller.mutate(mutation, { idempotencyKey: randomUUID(), waitFor: 0, ...input });
    if (payload.operation === null) throw new Error(JSON.stringify(payload.userErrors));
    return payload.operation;
  };

  it("G-06 is one kind of operation: a job of NexCon, a state of Reach, an inner code of BICS", async () => {
    const begun = {
      nexcon: await act("simActivate", { sim: idOf("Sim", of("nexcon", "inactive"), "nexcon") }),
      reach: await act("subscriberSuspend", { subscriber: idOf("Subscriber", of("reach-us", "active"), "reach-us") }),
      bics: await act("simUnlink", { endpoint: idOf("Endpoint", of("bics-eu", "activeConnected")) }),
    };
    const operations = Object.values(begun);
    for (const { id } of operations) {
      const { state } = await lab.caller.until(id, ({ steps }) => steps.some(({ outcome }) => outcome === "pending"));
      expect(["RUNNING", "SUCCEEDED"]).toContain(state);
    }
    lab.sandbox.clock.advance(60_000);
    for (const { id } of operations) expect(await lab.caller.ended(id)).toMatchObject({ state: "SUCCEEDED" });
  });
});
