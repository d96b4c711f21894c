import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { otpOf } from "./reach-requests.js";
import { dataOf, type ReachUser, reachUser, refusalOf } from "./reach-support.js";
import { at, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: ReachUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = reachUser(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const act = (action: string, name: string) =>
  user.send("PUT", `/${action}`, { customerId: user.specimen(name), reason: "asked" });
const statusOf = (name: string) => user.status(user.specimen(name));

describe("a line", () => {
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    suspend: ["active", "dataCutOff"],
    restore: ["suspended"],
    disconnect: ["active", "suspended", "dataCutOff"],
    reconnect: ["disconnected"],
  };
  const NAMES = ["active", "suspended", "disconnected", "disconnectedLongAgo", "inactivePsim", "porting", "dataCutOff"];

  it.each(Object.keys(ALLOWED).flatMap((action) => NAMES.map((name) => [action, name] as const)))(
    "R-42 %s of one that is %s",
    async (action, name) => {
      const { status } = await act(action, name);
      const isAllowed = ALLOWED[action]?.includes(name) ?? false;
      expect([status, sandbox.ledger.length]).toEqual(isAllowed ? [202, 1] : [409, 0]);
    },
  );

  it("R-42 changes in a while, and nothing else may begin until then", async () => {
    await act("suspend", "active");
    sandbox.clock.advance(2_999);
    expect([await statusOf("active"), (await act("suspend", "active")).status]).toEqual([2, 409]);
    sandbox.clock.advance(1);
    expect(await statusOf("active")).toBe(3);
    await act("restore", "active");
    sandbox.clock.advance(3_000);
    expect(await statusOf("active")).toBe(2);
    expect(sandbox.ledger.map(({ operation }) => operation)).toEqual(["suspend", "restore"]);
  });

  it("R-43 loses its number for good", async () => {
    const { mobileNo } = Object(await user.info(user.specimen("active")));
    await act("disconnect", "active");
    sandbox.clock.advance(3_000);
    expect(await user.info(user.specimen("active"))).toMatchObject({ status: 4, mobileNo: null });
    expect((await act("disconnect", "active")).status).toBe(409);
    await act("reconnect", "active");
    sandbox.clock.advance(3_000);
    const again = await user.info(user.specimen("active"));
    expect(again).toMatchObject({ status: 2, mobileNo: expect.any(String) });
    expect(at(again, "mobileNo")).not.toBe(mobileNo);
  });

  it("comes back within thirty days", async () => {
    sandbox.clock.advance(25 * 86_400_000);
    expect((await act("reconnect", "disconnected")).status).toBe(202);
    sandbox.reset();
    sandbox.clock.advance(25 * 86_400_000 + 1);
    expect((await act("reconnect", "disconnected")).status).toBe(409);
  });

  it("is not disconnected without a reason", async () => {
    const reply = await user.send("PUT", "/disconnect", { customerId: user.specimen("active") });
    expect(refusalOf(reply)).toEqual([400, ["reason"]]);
  });

  it("is taken on with 200 by another account", async () => {
    const other = reachUser(sandbox, "reach-mvno");
    expect((await other.send("PUT", "/suspend", { customerId: other.specimen("active") })).status).toBe(200);
    sandbox.clock.advance(3_000);
    expect(await other.status(other.specimen("active"))).toBe("3");
  });

  it("changes at once when the account says so", async () => {
    await user.conditions({ durations: { lifecycleMs: 0 } });
    await act("suspend", "active");
    expect(await statusOf("active")).toBe(3);
  });

  it("R-61 is recorded as leaving, once, and stays as it is", async () => {
    const leave = () =>
      user.send("PUT", "/leaving/customer", { customerId: user.specimen("active"), type: "PORT_OUT" });
    expect([(await leave()).status, (await leave()).status]).toEqual([200, 409]);
    expect(await statusOf("active")).toBe(2);
  });

  it("becomes the primary one of its group", async () => {
    const swap = (name: string, groupId = user.specimen("group")) =>
      user.send("PUT", "/customers/swap", { customerId: user.specimen(name), groupId });
    expect((await swap("groupPrimary")).status).toBe(409);
    expect((await swap("active")).status).toBe(404);
    expect((await swap("active", "G0")).status).toBe(404);
    expect((await swap("groupSecondary")).status).toBe(200);
    expect(await user.info(user.specimen("groupPrimary"))).toMatchObject({ isPrimary: false });
    expect(await user.info(user.specimen("groupSecondary"))).toMatchObject({ isPrimary: true });
    expect(sandbox.ledger).toHaveLength(1);
  });

  it("is reset in a while", async () => {
    const path = `/customer/reset/${user.specimen("active")}`;
    const outcome = () => user.send("GET", `/customer/reset/status/${user.specimen("active")}`);
    expect((await outcome()).status).toBe(404);
    expect([(await user.send("POST", path)).status, (await user.send("POST", path)).status]).toEqual([202, 409]);
    expect(dataOf(await outcome(), "status")).toBe("IN_PROGRESS");
    sandbox.clock.advance(4_000);
    expect(dataOf(await outcome(), "status")).toBe("COMPLETED");
  });
});

describe("another number", () => {
  const swap = (name: string, zipCode: string) =>
    user.send("PUT", "/mdn/swap", { customerId: user.specimen(name), zipCode });

  it("comes in a while", async () => {
    const before = at(await user.info(user.specimen("active")), "mobileNo");
    const outcome = async () => dataOf(await user.send("GET", `/mdn/swap/status/${user.specimen("active")}`));
    await swap("active", "10001");
    expect(await outcome()).toEqual({ status: "IN_PROGRESS", oldMdn: before, newMdn: null });
    sandbox.clock.advance(4_000);
    const now = at(await user.info(user.specimen("active")), "mobileNo");
    expect(await outcome()).toEqual({ status: "COMPLETED", oldMdn: before, newMdn: now });
    expect(now).not.toBe(before);
  });

  it("is refused where nobody serves, and to a line that is not active", async () => {
    expect(refusalOf(await swap("active", "99999"))).toEqual([400, ["zipCode"]]);
    expect((await swap("suspended", "10001")).status).toBe(409);
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("another SIM", () => {
  const body = (changes: object = {}) => ({
    customerId: user.specimen("active"),
    newIccId: user.specimen("iccidFree"),
    simType: "PSIM",
    ...changes,
  });
  const generate = () => user.send("POST", "/generate/otp/sim/swap", { customerId: user.specimen("active") });
  const perform = (otp: string) => user.send("POST", "/perform/otp/sim/swap", { ...body(), otp });
  const sent = () => otpOf(sandbox.url, user, user.specimen("active"));

  it("R-36 comes in a while, and is followed by its id", async () => {
    const id = dataOf(await user.send("POST", "/iccid/swap", body()), "id");
    const outcome = async () => dataOf(await user.send("GET", `/get/status/sim/swap?id=${id}`));
    expect(await outcome()).toEqual({ id, status: "IN_PROGRESS" });
    sandbox.clock.advance(4_000);
    expect(await outcome()).toEqual({ id, status: "COMPLETED" });
    expect(await user.info(user.specimen("active"))).toMatchObject({ iccId: user.specimen("iccidFree") });
  });

  it.each([
    ["a blocked card", 400, () => body({ newIccId: user.specimen("iccidInvalid") })],
    ["a card that is not there", 404, () => body({ newIccId: user.specimen("iccidUnknown") })],
    ["a card of an eSIM", 400, () => body({ simType: "ESIM", imei: user.specimen("imeiEsim") })],
    ["no card", 400, () => body({ newIccId: undefined })],
    ["another word for it", 400, () => body({ simType: "PHYSICAL" })],
    ["a line that is not active", 409, () => body({ customerId: user.specimen("suspended") })],
  ])("R-44 is refused with %s", async (_what, status, request) => {
    expect((await user.send("POST", "/iccid/swap", request())).status).toBe(status);
    expect(sandbox.ledger).toEqual([]);
  });

  it("R-57 comes by an OTP, which is used up", async () => {
    expect((await perform("123456")).status).toBe(409);
    const generated = await generate();
    const otp = await sent();
    expect([otp, generated.text.includes(otp)]).toEqual([expect.stringMatching(/^\d{6}$/), false]);
    expect(refusalOf(await perform(otp === "111111" ? "222222" : "111111"))).toEqual([400, ["otp"]]);
    expect((await perform(otp)).status).toBe(202);
    sandbox.clock.advance(4_000);
    expect(refusalOf(await perform(otp))).toEqual([400, ["otp"]]);
    expect(await user.info(user.specimen("active"))).toMatchObject({ iccId: user.specimen("iccidFree") });
    expect(sandbox.ledger.map(({ operation }) => operation)).toEqual(["simSwapOtpGenerate", "simSwapOtpPerform"]);
  });

  it("R-57 does not come by an OTP that has expired, nor by the one before the last", async () => {
    await generate();
    const old = await sent();
    await generate();
    expect(refusalOf(await perform(old))).toEqual([400, ["otp"]]);
    const otp = await sent();
    sandbox.clock.advance(300_000);
    expect(refusalOf(await perform(otp))).toEqual([400, ["otp"]]);
  });
});

describe("what changes at once", () => {
  it("R-24 sends messages to active lines alone", async () => {
    const send = (name: string, message: string) => user.send("POST", `/sendsms/${user.specimen(name)}`, { message });
    expect((await send("active", "Hello")).status).toBe(200);
    expect((await send("suspended", "Hello")).status).toBe(409);
    expect(refusalOf(await send("active", "x".repeat(161)))).toEqual([400, ["message"]]);
    expect(sandbox.ledger).toHaveLength(1);
  });

  it("changes names and addresses, and refuses to change nothing", async () => {
    const path = `/account/update/fields/${user.specimen("active")}`;
    await user.send("PUT", path, { firstName: "Robin", email: "robin@example.com" });
    expect(await user.info(user.specimen("active"))).toMatchObject({
      firstName: "Robin",
      lastName: "Example 1",
      email: "robin@example.com",
    });
    expect((await user.send("PUT", path, {})).status).toBe(400);
    expect(refusalOf(await user.send("PUT", path, { email: "robin" }))).toEqual([400, ["email"]]);
  });

  it.each(["123", "12345678901", "12a4"])("R-57 sets a voicemail PIN, but not %s", async (password) => {
    const path = `/customer/reset/voicemail/password/${user.specimen("active")}`;
    expect(refusalOf(await user.send("PUT", path, { password }))).toEqual([400, ["password"]]);
    expect((await user.send("PUT", path, { password: "1234" })).status).toBe(200);
  });

  const cut = (name: string, action: string, reason: string) =>
    user.send("PUT", `/customer/manage/feature/${user.specimen(name)}`, { feature: "DATA_CUTOFF", action, reason });

  it("R-60 cuts data off and back on", async () => {
    const isCut = async () => at(await user.info(user.specimen("active")), "dataCutOff");
    expect([(await cut("active", "ENABLE", "BILLDUE")).status, await isCut()]).toEqual([200, true]);
    expect((await cut("active", "ENABLE", "BILLDUE")).status).toBe(409);
    expect([(await cut("active", "REMOVE", "BILLPAID")).status, await isCut()]).toEqual([200, false]);
    expect((await cut("active", "REMOVE", "BILLPAID")).status).toBe(409);
  });

  it.each([
    ["ENABLE", "BILLPAID"],
    ["REMOVE", "OVERUSE"],
    ["REMOVE", "BILLDUE"],
  ])("R-60 has reasons for either direction: for %s not %s", async (action, reason) => {
    expect(refusalOf(await cut("dataCutOff", action, reason))).toEqual([400, ["reason"]]);
  });

  it("R-28 counts usage of three kinds", async () => {
    const ask = (kind: string, name = "active") =>
      user.send("GET", `/usage/summary?usageData=${kind}&customerId=${user.specimen(name)}`);
    expect(dataOf(await ask("DATA"))).toEqual({
      used: 1025,
      total: 15_360,
      remaining: 14_335,
      unit: "MB",
      cycleStartDate: "2025-10-26T10:00:00.000Z",
      cycleEndDate: "2025-11-25T10:00:00.000Z",
      isUnlimited: false,
    });
    expect(dataOf(await ask("DATA", "activeUnlimited"))).toMatchObject({ total: null, isUnlimited: true });
    expect(dataOf(await ask("ILD"))).toMatchObject({ used: 12, unit: "MIN" });
    expect(dataOf(await ask("IR"))).toMatchObject({ used: 1.5, unit: "USD" });
    expect(refusalOf(await ask("data"))).toEqual([400, ["usageData"]]);
  });
});
