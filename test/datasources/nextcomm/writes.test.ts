import { describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { ACTIVATION, DOCUMENTS, PLAN, RECHARGE, ROW, ROW_SIM } from "./runs.js";
import { call, failureOf, lab, NUMBER, SIM, succeeded } from "./support.js";

const carrier = lab();
const otherSpelling = lab({ planKey: "PlanID" });

/** Whether a write is refused here, by the name of a field, before anything is sent. */
async function expectRefusal(act: () => Promise<unknown>, field: string): Promise<void> {
  const sent = await carrier.requestsOf(async () => {
    expect(await failureOf(act())).toMatchObject({
      code: "INVALID_ARGUMENT",
      details: { field: expect.arrayContaining([field]) },
    });
  });
  expect(sent).toBe(0);
}

const activate = (change: object = {}) => carrier.all.activations.activate({ ...ACTIVATION, ...change }, call());

describe("an activation", () => {
  it("of a physical SIM names it", async () => {
    carrier.says(succeeded("text"));
    await activate({ simType: "PHYSICAL", iccid: SIM });
    expect(carrier.sent()).toMatchObject({ SimSubType: "Physical", SIMNo: SIM });
  });

  it("takes the plan's id or its number", async () => {
    carrier.says(succeeded("text"));
    for (const planId of ["A12/332", "332"]) {
      await activate({ planId });
      expect(carrier.sent()).toMatchObject({ PlanId: 332 });
    }
  });

  it("N-10 spells the plan's key as the account says", async () => {
    otherSpelling.says(succeeded("text"));
    await otherSpelling.all.activations.activate(ACTIVATION, call());
    expect(otherSpelling.sent()).toMatchObject({ PlanID: 332 });
    expect(otherSpelling.sent()).not.toHaveProperty("PlanId");
  });

  it.each([
    ["a plan to recharge with", { planId: "R24/26318" }, "PlanId"],
    ["a plan that is only named", { planId: "5GB Combo" }, "PlanId"],
    ["a physical SIM without its number", { simType: "PHYSICAL" }, "SIMNo"],
    ["no number at all for a SIM", { iccid: "12" }, "SIMNo"],
    ["no name", { lastName: "" }, "LastName"],
    ["no request id", { requestId: "" }, "RequestID"],
    ["no other number", { alternateMsisdn: "call me" }, "AltMobNo"],
  ])("is not sent with %s", async (_what, change, field) => {
    await expectRefusal(() => activate(change), field);
  });

  it("N-26 reads from the prose what stands nowhere else", async () => {
    carrier.says(succeeded("TXN ID : 2907240000015089, Recorded !!! New Mobile No : 45623426484"));
    expect(await activate()).toMatchObject({ reference: "2907240000015089", msisdn: "45623426484", iccid: null });
  });

  it("may be answered by less, or in other forms", async () => {
    carrier.says(
      succeeded("text", { TransactionID: 2 ** 60, QR: "data:image/png;base64,AAAA", ActivationCode: "LPA:1$h$c" }),
    );
    expect(await activate()).toMatchObject({
      reference: null,
      qrImage: "AAAA",
      esim: { qrText: "LPA:1$h$c", smdpAddress: "h", matchingId: "c" },
    });
    carrier.says(succeeded("text", { SMDP: "h" }));
    expect((await activate()).esim).toEqual({ qrText: null, smdpAddress: "h", matchingId: null });
  });
});

describe("a recharge", () => {
  const recharge = (change: object) => carrier.all.recharges.recharge(NUMBER, { ...RECHARGE, ...change }, call());

  it.each([
    ["49", "49"],
    ["49.90", "49.9"],
    ["0.05", "0.05"],
  ])("of %s is sent as a number", async (amount, sent) => {
    carrier.says(succeeded("text"));
    await recharge({ amount, planName: "Recharge", planId: "R24/26318" });
    expect(carrier.last().text).toContain(`"RechargeAmt":${sent},"PlanCode":"26318","PlanName":"Recharge"`);
  });

  it.each(["", "0", "-1", "1e3", "49,90", "49.12345", "12345678901", "NaN", "Infinity", "0x10"])(
    "of %j is not sent",
    (amount) => expectRefusal(() => recharge({ amount }), "RechargeAmt"),
  );

  it("with a plan of another kind is not sent", async () => {
    await expectRefusal(() => recharge({ planId: "A24/332" }), "PlanCode");
    await expectRefusal(() => recharge({ planId: "" }), "PlanCode");
  });

  it.each(["", "2023-02-30", "2023-07-31T00:00:00", "31/07/2023"])("of time: %j is no day", (day) =>
    expectRefusal(() => carrier.all.recharges.setPlanExpiry(NUMBER, day, call()), "PlanExpiryDt"),
  );
});

describe("a bulk activation", () => {
  const rows = (...changes: object[]) =>
    carrier.all.activations.activateMany(
      changes.map((change) => ({ ...ROW, ...change })),
      call(),
    );

  it.each([
    ["no price", { price: null }, "price"],
    ["an id that is none", { key: { account: "a", native: "R24/1" } }, "serviceId"],
    ["no name", { name: null }, "service"],
    ["nothing of its profile", { nextComm: { ...PLAN.nextComm, profile: null } }, "profileId"],
    ["nothing of its type", { nextComm: { ...PLAN.nextComm, serviceType: null } }, "serviceTypeId"],
    ["no validity", { nextComm: { ...PLAN.nextComm, validityDays: null } }, "validityDays"],
  ])("is not sent with a plan that has %s", async (_what, change, field) => {
    await expectRefusal(() => rows({ plan: { ...PLAN, ...change } }), field);
  });

  it("is not sent with no row, or with a SIM in two of them", async () => {
    await expectRefusal(() => rows(), "ActLst");
    await expectRefusal(() => rows({}, {}), "rows");
    await expectRefusal(() => carrier.all.activations.uploadDocuments([DOCUMENTS, DOCUMENTS], call()), "rows");
  });

  it("leaves out a referral that there is not", async () => {
    carrier.says(json([]));
    await rows({ referralCode: null });
    expect(JSON.stringify(carrier.sent())).not.toContain("RefCode");
  });

  it("may be answered in the envelope", async () => {
    const answer = [{ SimNo: ROW_SIM, Status: " SUCCESS ", Remarks: null }];
    for (const data of [answer, JSON.stringify(answer)]) {
      carrier.says(succeeded(data));
      expect(await rows({})).toEqual([
        { iccid: ROW_SIM, is: "done", carrierMessage: null, reference: null, msisdn: null },
      ]);
    }
  });

  it("has an unknown end where a row is missing, doubled, or of another word", async () => {
    const row = { SimNo: ROW_SIM, Status: "Success", Remarks: "Recorded" };
    for (const answer of [[], [{}], [row, row], [{ ...row, Status: "Later" }], [{ ...row, SimNo: Number(ROW_SIM) }]]) {
      carrier.says(json(answer));
      expect((await rows({})).map(({ iccid, is }) => [iccid, is])).toEqual([[ROW_SIM, "unknown"]]);
    }
  });
});

describe("documents", () => {
  const upload = (change: object) => carrier.all.activations.uploadDocuments([{ ...DOCUMENTS, ...change }], call());

  it.each([
    ["nothing", { visa: "" }, "POI"],
    ["no base64", { visa: "a picture" }, "POI"],
    ["an address", { passport: "data:image/png;base64,AAAA" }, "POA"],
    ["more than five megabytes", { passport: "A".repeat(7 * 1024 * 1024) }, "POA"],
  ])("are not sent when they are %s, and not told", async (_what, change, field) => {
    await expectRefusal(() => upload(change), field);
    expect((await failureOf(upload(change))).message.length).toBeLessThan(200);
  });

  it("of five megabytes are sent", async () => {
    carrier.says(json([{ SimNo: ROW_SIM, Status: "Success" }]));
    expect(await upload({ visa: "A".repeat(6_990_508) })).toMatchObject([{ is: "done" }]);
  });
});
