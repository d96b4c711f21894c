import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { portIn } from "./reach-requests.js";
import { dataOf, type ReachUser, reachUser, refusalOf } from "./reach-support.js";
import { startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: ReachUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = reachUser(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const activate = (name: string, body: object) =>
  user.send("POST", "/activation", { customerId: user.specimen(name), ...body });
const withSim = () => ({ iccId: user.specimen("iccidFree") });

async function statusOf(name: string): Promise<unknown> {
  return dataOf(await user.send("GET", `/activation/status?customerId=${user.specimen(name)}`));
}

describe("a physical SIM", () => {
  it("R-31 R-37 is activated in a while, and asked for by the customer", async () => {
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 0, mobileNo: null, activationDate: null });
    expect((await activate("inactivePsim", withSim())).status).toBe(202);
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 1, mobileNo: null });
    sandbox.clock.advance(4_000);
    expect(await statusOf("inactivePsim")).toMatchObject({
      status: 2,
      mobileNo: expect.stringMatching(/^\d{10}$/),
      planName: "Medium 15 GB",
      activationDate: "2025-11-05T10:00:04.000Z",
    });
    expect(await user.info(user.specimen("inactivePsim"))).toMatchObject({ status: 2, ...withSim(), simType: "PSIM" });
    expect((await activate("inactivePsim", withSim())).status).toBe(409);
  });

  it("is refused where the network does not take it, and may be tried again", async () => {
    await activate("activationFails", withSim());
    sandbox.clock.advance(4_000);
    expect(await statusOf("activationFails")).toMatchObject({ status: 8, activationMsg: expect.any(String) });
    await user.conditions({ customerId: user.specimen("activationFails"), customer: { activationFails: false } });
    expect((await activate("activationFails", withSim())).status).toBe(202);
    sandbox.clock.advance(4_000);
    expect(await statusOf("activationFails")).toMatchObject({ status: 2 });
  });

  it.each([
    ["that is not there", 404, "inactivePsim", () => ({ iccId: user.specimen("iccidUnknown") })],
    ["that is blocked", 400, "inactivePsim", () => ({ iccId: user.specimen("iccidInvalid") })],
    ["that another line has", 409, "inactivePsim", () => ({ iccId: "8901410100000000001" })],
    ["of no number", 400, "inactivePsim", () => ({})],
    ["for a line that is active", 409, "active", withSim],
    ["for a line that is being ported", 409, "porting", withSim],
  ])("is refused %s with %s", async (_what, status, name, body) => {
    expect((await activate(name, body())).status).toBe(status);
    expect(sandbox.ledger).toEqual([]);
  });

  it("is validated before", async () => {
    const validate = async (iccId: string) => dataOf(await user.send("POST", "/iccid/validate", { iccId }));
    expect(await validate(user.specimen("iccidFree"))).toEqual({
      isValid: true,
      mode: "PSIM",
      wifiCalling: true,
      volteCompatible: true,
    });
    expect(await validate(user.specimen("iccidInvalid"))).toMatchObject({ isValid: false });
    expect(await validate(user.specimen("iccidUnknown"))).toMatchObject({ isValid: false, mode: null });
    expect(refusalOf(await user.send("POST", "/iccid/validate", { iccId: "1" }))).toEqual([400, ["iccId"]]);
  });
});

describe("an eSIM", () => {
  it("R-44 is activated by the device", async () => {
    expect((await activate("inactiveEsim", { imei: user.specimen("imeiBoth"), esim: true })).status).toBe(202);
    sandbox.clock.advance(4_000);
    expect(await user.info(user.specimen("inactiveEsim"))).toMatchObject({
      status: 2,
      simType: "ESIM",
      iccId: null,
      imei: user.specimen("imeiBoth"),
    });
  });

  it.each([
    ["an iccId beside it", () => ({ imei: user.specimen("imeiEsim"), esim: true, ...withSim() }), "iccId"],
    ["no device", () => ({ esim: true }), "imei"],
    ["a device that takes none", () => ({ imei: user.specimen("imeiPsim"), esim: true }), "imei"],
    ["a device that is not known", () => ({ imei: user.specimen("imeiInvalid"), esim: true }), "imei"],
    ["a no", () => ({ imei: user.specimen("imeiEsim"), esim: false }), "esim"],
  ])("R-44 is refused with %s", async (_what, body, field) => {
    expect(refusalOf(await activate("inactiveEsim", body()))).toEqual([400, [field]]);
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("a port-in", () => {
  const correct = (type: string, body: object = {}, name = "portingFails") =>
    user.send("PUT", "/update/portin", { customerId: user.specimen(name), type, ...body });

  /** Begins with something wrong, and waits until the other carrier has objected. */
  async function objected(wrong: object): Promise<unknown> {
    await activate("inactivePsim", { ...withSim(), ...portIn(user, wrong) });
    sandbox.clock.advance(6_000);
    return statusOf("inactivePsim");
  }

  it("R-21 is possible for some numbers", async () => {
    const validate = async (mdn: string) => (await user.send("PUT", `/port/validate/mdn?mdn=${mdn}`)).body;
    expect(await validate(user.specimen("mdnPortable"))).toMatchObject({ data: { isPortValidate: true } });
    expect(await validate(user.specimen("mdnNotPortable"))).toMatchObject({
      data: { isPortValidate: false, message: expect.any(String) },
    });
    expect(refusalOf(await user.send("PUT", "/port/validate/mdn?mdn=123"))).toEqual([400, ["mdn"]]);
    expect(refusalOf(await user.send("PUT", "/port/validate/mdn", { mdn: "6785550101" }))).toEqual([400, ["mdn"]]);
    expect(sandbox.ledger).toEqual([]);
  });

  it("R-31 begins with an activation as well", async () => {
    expect((await activate("inactivePsim", { ...withSim(), ...portIn(user) })).status).toBe(202);
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 9, mobileNo: null });
    sandbox.clock.advance(6_000);
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 2, mobileNo: user.specimen("mdnPortable") });
  });

  it.each([
    ["PIN", { password: "0000" }, "UPDATE_PIN", () => ({ password: user.specimen("portPin") })],
    [
      "account number",
      { oldCarrierAccountNumber: "no" },
      "UPDATE_ACCOUNT",
      () => ({ oldCarrierAccountNumber: user.specimen("portAccount") }),
    ],
    ["ZIP code", { oldZip: "10001" }, "UPDATE_ZIP", () => ({ oldZip: user.specimen("portZip") })],
  ])("R-58 fails for a wrong %s until it is corrected", async (what, wrong, type, right) => {
    expect(await objected(wrong)).toMatchObject({ status: 10, activationMsg: expect.stringContaining(what) });
    await correct("RESUBMIT_PORT", {}, "inactivePsim");
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 9 });
    sandbox.clock.advance(6_000);
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 10 });
    expect((await correct(type, right(), "inactivePsim")).status).toBe(202);
    sandbox.clock.advance(6_000);
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 2, mobileNo: user.specimen("mdnPortable") });
  });

  it("R-58 is cancelled while it is under way", async () => {
    await activate("inactivePsim", { ...withSim(), ...portIn(user) });
    const cancel = () => correct("CANCEL_PORT", {}, "inactivePsim");
    expect([(await cancel()).status, (await cancel()).status]).toEqual([202, 409]);
    sandbox.clock.advance(60_000);
    expect(await statusOf("inactivePsim")).toMatchObject({ status: 11, mobileNo: null });
    expect((await correct("RESUBMIT_PORT", {}, "inactivePsim")).status).toBe(409);
  });

  it("R-58 is refused for a number that is on its way, or here", async () => {
    const another = () => activate("inactiveEsim", { imei: user.specimen("imeiEsim"), esim: true, ...portIn(user) });
    await activate("inactivePsim", { ...withSim(), ...portIn(user) });
    expect((await another()).status).toBe(409);
    sandbox.clock.advance(6_000);
    expect((await another()).status).toBe(409);
    expect(sandbox.ledger).toHaveLength(1);
  });

  it.each(["porting", "portingFails", "portCancelled"])("R-58 is given up for a new number: %s", async (name) => {
    expect((await correct("CANCEL_AND_NEW", {}, name)).status).toBe(202);
    sandbox.clock.advance(4_000);
    expect(await statusOf(name)).toMatchObject({ status: 2, mobileNo: expect.stringMatching(/^404/) });
  });

  it.each([
    ["UPDATE_PIN without a PIN", 400, () => correct("UPDATE_PIN")],
    [
      "UPDATE_PIN with an account number",
      400,
      () => correct("UPDATE_PIN", { password: "1", oldCarrierAccountNumber: "2" }),
    ],
    ["RESUBMIT_PORT with a PIN", 400, () => correct("RESUBMIT_PORT", { password: "1" })],
    ["a type that there is not", 400, () => correct("UPDATE_NAME")],
    ["a correction while it is under way", 409, () => correct("UPDATE_PIN", { password: "1" }, "porting")],
    ["a correction where nothing is ported", 409, () => correct("RESUBMIT_PORT", {}, "active")],
    ["a second cancellation", 409, () => correct("CANCEL_PORT", {}, "portCancelled")],
  ])("R-58 refuses %s with %s", async (_what, status, ask) => {
    expect((await ask()).status).toBe(status);
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("a ZIP code", () => {
  const validate = (zip: string) => user.send("POST", "/zipCode/validate", { zip });

  it("is served or not", async () => {
    expect(dataOf(await validate(user.specimen("zipServed")))).toEqual({ isValid: true, city: "Atlanta", state: "GA" });
    expect(dataOf(await validate(user.specimen("zipNotServed")))).toMatchObject({ isValid: false });
    expect(refusalOf(await validate("3030"))).toEqual([400, ["zip"]]);
  });
});
