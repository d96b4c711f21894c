import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { activationOf, statusOf, textsOf } from "./nextcomm-requests.js";
import { type Body, dataOf, type NextcommUser, nextcommUser } from "./nextcomm-support.js";
import { at, conditions, list, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: NextcommUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(async () => {
  sandbox.reset();
  user = await nextcommUser(sandbox);
});
afterAll(() => sandbox.stop());

const info = async (change: Body) => dataOf(await user.post("GetSubscriberInfo", user.signed(change)));

describe("a subscriber", () => {
  it("N-33 is found by its number, by its SIM, or by both", async () => {
    const [MobileNo, SimNo] = [user.specimen("active"), user.specimen("simActive")];
    const found = await info({ MobileNo });
    expect([await info({ MobileNo: "", SimNo }), await info({ MobileNo, SimNo })]).toEqual([found, found]);
    const other = user.post("GetSubscriberInfo", user.signed({ MobileNo, SimNo: user.specimen("simFree") }));
    expect(textsOf(await other)).toEqual(["Record Not Available !!! Kindly retry...", null]);
  });

  it("N-34 has a time at which its SIM expires, or has it not", async () => {
    expect(await info({ MobileNo: user.specimen("active") })).toHaveProperty("SimExpDate", "2025-11-25T12:00:00");
    await user.settings({ hasSimExpDate: false });
    expect(await info({ MobileNo: user.specimen("active") })).not.toHaveProperty("SimExpDate");
  });

  it("has balances in several units, and flags in two manners", async () => {
    const found = await info({ MobileNo: user.specimen("manyBalances") });
    const balances = list(found, "balances").map((row) => [at(row, "outstandingAmount"), at(row, "unitType")]);
    expect(balances).toEqual([
      [1024, "MB"],
      ["12.50", "ZAR"],
      ["512.25", "MB"],
      [7, "Points"],
      ["Unlimited", "Minutes"],
    ]);
    expect(at(found, "subscriberFacilityDetails")).toMatchObject({ voice: true, roaming: false });
    await user.settings({ facilityFlags: "words" });
    const words = await info({ MobileNo: user.specimen("manyBalances") });
    expect(at(words, "subscriberFacilityDetails")).toMatchObject({ voice: "true", roaming: "No" });
  });

  it.each([
    ["suspended", "Suspended"],
    ["expired", "Expired"],
    ["unknownStatus", "Quarantine-2"],
    ["withoutStatus", null],
  ])("is %s", async (specimen, word) => {
    expect(await info({ MobileNo: user.specimen(specimen) })).toMatchObject({ SimStatus: word });
  });

  it("is put into another state by a condition", async () => {
    const mobileNo = user.specimen("active");
    await conditions(sandbox, { account: "next-za", mobileNo, subscriber: { status: "Barred" } });
    expect(await user.enquire(mobileNo)).toMatchObject({ SimStatus: "Barred" });
  });
});

describe("the stock of SIMs", () => {
  const stock = (body: Body) => user.post("GetSIMsForActivation", user.signed(body));

  it("N-28 shows eSIMs with a picture that has a prefix, and a code without one", async () => {
    const [sim] = list(dataOf(await stock({ SimSubType: "eSIM" })));
    const code = String(at(sim, "QRCode"));
    expect(code).toMatch(/^[^:$]+\$[^$]+$/);
    const [prefix, picture = ""] = String(at(sim, "QR")).split(",");
    expect([prefix, Buffer.from(picture, "base64").toString()]).toEqual(["data:image/jpeg;base64", `LPA:1$${code}`]);
  });

  it("has what is free, of the kind that is asked for", async () => {
    const before = list(dataOf(await stock({ SimSubType: "Physical" })));
    const SIMNo = user.specimen("simFree");
    await user.post("Activation", user.signed({ ...activationOf(user), SimSubType: "Physical", SIMNo }));
    const after = list(dataOf(await stock({ SimSubType: "Physical" })));
    expect(before.filter((sim) => !after.some((one) => at(one, "SimNo") === at(sim, "SimNo")))).toEqual([
      { SimNo: user.specimen("simFree"), QR: null, QRCode: null },
    ]);
  });

  it("tells whether one SIM can be had", async () => {
    const SimNo = user.specimen("simFree");
    expect(list(dataOf(await stock({ SimSubType: "Physical", SimNo })))).toMatchObject([{ SimNo }]);
    expect(statusOf(await stock({ SimSubType: "eSIM", SimNo }))).toBe("Failure");
    expect(textsOf(await stock({ SimSubType: "Physical", SimNo: user.specimen("simActive") }))[0]).toMatch(
      /Already Active/,
    );
  });

  it.each(["ESim", "ESIM", "physical"])("N-13 does not know %s", async (SimSubType) => {
    expect(textsOf(await stock({ SimSubType }))[1]).toBe("Request Parameter [SimSubType] is Invalid !!!");
  });
});
