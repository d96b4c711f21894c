import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Reach, startReach } from "./reach-support.js";

let reach: Reach;
beforeAll(async () => {
  reach = await startReach();
});
afterAll(() => reach.stop());

/** An answer that takes something on, and no more. */
const TAKEN_ON = "code;outer=SUCCESS;code=202;description=Request accepted;applied=true";

const numberOf = async (subscriber: string) => (await reach.of<{ msisdn: string }>(subscriber, "msisdn")).msisdn;
const swapOf = async (subscriber: string) => ({
  subscriber,
  zip: reach.native("zipServed"),
  confirm: (await numberOf(subscriber)).slice(-4),
});

/** What the carrier has sent to the customer. */
async function otpOf(name: string): Promise<string> {
  const state = await (await fetch(`${reach.sandbox.url}/_sandbox/state`)).json();
  const found = JSON.stringify(state).match(new RegExp(`"${reach.native(name)}":"(\\d{6})"`))?.[1];
  if (found === undefined) throw new Error("no OTP was sent");
  return found;
}

/** In stock, beside those that have a name. */
const SPARE_SIM = "8901410100000000052";

describe("another number", () => {
  it("R-37 is given to a line, followed by its customer, and the line is found by it", async () => {
    const subscriber = reach.subscriber("active");
    const before = await numberOf(subscriber);
    const begun = await reach.begin("numberSwap", await swapOf(subscriber));
    expect(begun.state).toBe("RUNNING");
    expect(await reach.of(subscriber, "msisdn reach { numberSwap { state stateRaw } }")).toEqual({
      msisdn: before,
      reach: { numberSwap: { state: "RUNNING", stateRaw: "IN_PROGRESS" } },
    });
    await reach.pass();
    expect((await reach.caller.ended(begun.id)).state).toBe("SUCCEEDED");
    const after = await numberOf(subscriber);
    expect(after).not.toBe(before);
    const query = "query ($msisdn: String!) { it: subscriber(by: { msisdn: $msisdn }) { id } }";
    expect(await reach.ask(query, { msisdn: after })).toEqual({ id: subscriber });
    expect(await reach.ask(query, { msisdn: before })).toBeNull();
  });

  it("R-09 an earlier one is not taken for one whose answer was lost and that was not done", async () => {
    const subscriber = reach.subscriber("withBills");
    expect((await reach.act("numberSwap", await swapOf(subscriber))).state).toBe("SUCCEEDED");
    const number = await numberOf(subscriber);
    reach.sandbox.faults.add({ operation: "mdnSwap", times: 1, fault: "reset-before" });
    const { id } = await reach.begin("numberSwap", await swapOf(subscriber));
    expect(await reach.caller.ended(id)).toMatchObject({ state: "FAILED", error: { code: "CARRIER_UNAVAILABLE" } });
    expect(await numberOf(subscriber)).toBe(number);
  });

  it("is not given where the area is not served", async () => {
    const asked = { ...(await swapOf(reach.subscriber("shipped"))), zip: reach.native("zipNotServed") };
    expect(await reach.begin("numberSwap", asked)).toMatchObject({
      state: "FAILED",
      error: { code: "INVALID_ARGUMENT" },
    });
  });
});

describe("another SIM", () => {
  const simOf = (subscriber: string) => reach.of(subscriber, "sim { iccid } reach { simType imei }");

  it("R-36 is put into a line, and followed by its own id", async () => {
    const subscriber = reach.subscriber("groupPrimary");
    const iccid = reach.native("iccidFree");
    const check = `query ($account: ID!, $iccid: String!) { it: account(id: $account) { sales { sim(iccid: $iccid) { isValid } } } }`;
    expect(await reach.ask(check, { account: reach.account, iccid })).toEqual({ sales: { sim: { isValid: true } } });
    const begun = await reach.begin("simSwap", { subscriber, sim: { iccid } });
    expect(begun).toMatchObject({ state: "RUNNING", reference: expect.stringMatching(/^SWAP-/) });
    await reach.pass();
    expect((await reach.caller.ended(begun.id)).state).toBe("SUCCEEDED");
    expect(await simOf(subscriber)).toMatchObject({ sim: { iccid }, reach: { simType: "PSIM" } });
    const swap = `reach { simSwap(id: "${begun.reference}") { state } }`;
    expect(await reach.of(subscriber, swap)).toEqual({ reach: { simSwap: { state: "COMPLETED" } } });
  });

  it("R-44 may be the eSIM of a device", async () => {
    const subscriber = reach.subscriber("groupSecondary");
    const imei = reach.native("imeiBoth");
    expect((await reach.act("simSwap", { subscriber, sim: { imei } })).state).toBe("SUCCEEDED");
    expect(await simOf(subscriber)).toEqual({ sim: null, reach: { simType: "ESIM", imei } });
  });

  it("R-57 is put in with the password that the person was sent, which works once", async () => {
    const subscriber = reach.subscriber("activeUnlimited");
    expect((await reach.begin("simSwapOtpSend", { subscriber })).state).toBe("SUCCEEDED");
    const otp = await otpOf("activeUnlimited");
    const iccid = reach.native("iccidFreeToo");
    const wrong = await reach.begin("simSwap", { subscriber, sim: { iccid }, otp: "000000" });
    expect(wrong).toMatchObject({ state: "FAILED", error: { code: "INVALID_ARGUMENT" } });
    const changes = reach.changes.length;
    expect((await reach.act("simSwap", { subscriber, sim: { iccid }, otp })).state).toBe("SUCCEEDED");
    expect(await simOf(subscriber)).toMatchObject({ sim: { iccid } });
    const again = await reach.begin("simSwap", { subscriber, sim: { iccid }, otp });
    expect(again).toMatchObject({ state: "FAILED", error: { code: "INVALID_ARGUMENT" } });
    expect(reach.changes.slice(changes)).toEqual(["simSwapOtpPerform"]);
    expect(JSON.stringify(await reach.caller.operations())).not.toContain(otp);
  });

  it("R-09 whose swap loses its answer is found by the SIM of the line", async () => {
    const subscriber = reach.subscriber("withRoamingPack");
    reach.sandbox.faults.add({ operation: "iccidSwap", times: 1, fault: "reset-after" });
    const { id } = await reach.begin("simSwap", { subscriber, sim: { iccid: SPARE_SIM } });
    await reach.pass();
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
  });
});

describe("small things", () => {
  it("the primary line of a group is another one, and no longer offered", async () => {
    const subscriber = reach.subscriber("groupSecondary");
    expect((await reach.begin("primaryLineSet", { subscriber })).state).toBe("SUCCEEDED");
    const primary = "reach { isPrimary }";
    expect(await reach.of(subscriber, primary)).toEqual({ reach: { isPrimary: true } });
    expect(await reach.of(reach.subscriber("groupPrimary"), primary)).toEqual({ reach: { isPrimary: false } });
    expect(await reach.refused("primaryLineSet", { subscriber })).toMatchObject([{ code: "INVALID_TRANSITION" }]);
  });

  it("R-57 a message is sent, a voicemail PIN set, a person renamed: nothing of them is told back", async () => {
    const subscriber = reach.subscriber("dataCutOff");
    const said = { text: "Your table is ready", pin: "97531", firstName: "Robin" };
    for (const [mutation, input] of [
      ["smsSend", { text: said.text }],
      ["voicemailPinReset", { pin: said.pin }],
      ["subscriberUpdate", { firstName: said.firstName, email: "robin@example.com" }],
    ] as const) {
      expect((await reach.begin(mutation, { subscriber, ...input })).state).toBe("SUCCEEDED");
    }
    expect(await reach.of(subscriber, "name email")).toMatchObject({
      name: expect.stringContaining("Robin"),
      email: "robin@example.com",
    });
    const told = JSON.stringify(await reach.caller.operations());
    for (const secret of Object.values(said)) expect(told).not.toContain(secret);
  });

  it.each([
    ["sendSms", "smsSend", { text: "Hello" }],
    ["voicemailPasswordReset", "voicemailPinReset", { pin: "1357" }],
    ["accountUpdateFields", "subscriberUpdate", { firstName: "Robin" }],
    ["simSwapOtpGenerate", "simSwapOtpSend", {}],
  ])("R-10 %s that the carrier only takes on is all that will be known of it", async (operation, mutation, input) => {
    const subscriber = reach.subscriber("active");
    reach.sandbox.faults.add({ operation, times: 1, fault: TAKEN_ON });
    const taken = await reach.begin(mutation, { subscriber, ...input });
    expect(taken).toMatchObject({ state: "SUCCEEDED", nextCheckAt: null, steps: [{ outcome: "pending" }] });
  });

  it("nothing of a change is passed over: a name that is empty is refused", async () => {
    const input = { subscriber: reach.subscriber("active"), firstName: "", email: "robin@example.com" };
    expect(await reach.refused("subscriberUpdate", input)).toMatchObject([{ field: ["input", "firstName"] }]);
  });

  it("R-28 what was used in this cycle is told by its kind", async () => {
    const use = (kind: string) =>
      `${kind}: cycleUse(kind: ${kind}) { used total remaining isUnlimited unitRaw from { raw } }`;
    reach.forget();
    const told = await reach.of(reach.subscriber("active"), ["DATA", "ILD", "IR"].map(use).join(" "));
    expect(told).toMatchObject({
      DATA: { used: String(1_025 * 1_048_576), isUnlimited: false, unitRaw: "MB" },
      ILD: { used: "720", total: null },
      IR: { total: null, unitRaw: "USD" },
    });
    expect(reach.counts).toEqual({ customerInfo: 1, usageSummary: 3 });
    expect(await reach.of(reach.subscriber("activeUnlimited"), use("DATA"))).toMatchObject({
      DATA: { isUnlimited: true, total: null },
    });
  });
});
