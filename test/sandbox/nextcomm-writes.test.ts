import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { activationOf, rechargeOf, statusOf, textsOf } from "./nextcomm-requests.js";
import { type Body, dataOf, type NextcommUser, nextcommUser } from "./nextcomm-support.js";
import { at, list, type Reply, startTestSandbox } from "./support.js";

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

const activate = (change: Body = {}, by = user): Promise<Reply> =>
  by.post("Activation", by.signed({ ...activationOf(by), ...change }));
const recharge = (change: Body = {}): Promise<Reply> =>
  user.post("Recharge", user.signed({ ...rechargeOf(user), ...change }));
const info = async (change: Body) => dataOf(await user.post("GetSubscriberInfo", user.signed(change)));

/** The price of 49, as the ledger has it. */
const FORTY_NINE = 49_000_000;

describe("an activation", () => {
  it("gives an eSIM of the stock a number and the plan", async () => {
    const { body } = await activate();
    const [MobileNo, SimNo] = [at(body, "MobileNo"), at(body, "SIMNo")];
    expect(SimNo).toBe(user.specimen("esimFree"));
    expect(await user.enquire(String(MobileNo))).toMatchObject({
      SimStatus: "Active",
      LastTxnID: "0511250000015089",
      PlanExpiryDt: "2025-12-05T12:00:00",
    });
    expect(await info({ SimNo })).toMatchObject({ MobileNo, balances: [{ outstandingAmount: 1024, unitType: "MB" }] });
    expect(sandbox.ledger).toMatchObject([{ carrier: "NEXTCOMM", target: SimNo, charged: FORTY_NINE }]);
  });

  it("N-09 has a number for its id, which the text has in full", async () => {
    const { body } = await activate();
    expect(at(body, "TransactionID")).toBe(511250000015089);
    expect(at(body, "MessageData")).toMatch(/^TXN ID : 0511250000015089, /);
  });

  it("N-26 N-28 has the new number in its text, and the picture without a prefix", async () => {
    const { body } = await activate();
    expect(at(body, "MessageData")).toContain(`New Mobile No : ${at(body, "MobileNo")}`);
    const picture = Buffer.from(String(at(body, "QR")), "base64").toString();
    expect(picture).toBe(`LPA:1$${at(body, "SMDP")}$${at(body, "ActivationCode")}`);
  });

  it("N-06 acts and charges again when it is sent again", async () => {
    const [first, second] = [await activate(), await activate()];
    expect(at(first.body, "SIMNo")).not.toBe(at(second.body, "SIMNo"));
    expect(sandbox.ledger.map(({ charged }) => charged)).toEqual([FORTY_NINE, FORTY_NINE]);
  });

  it("N-08 gives the RequestID back, or something like it", async () => {
    const other = await nextcommUser(sandbox, "next-eu");
    expect(at((await activate()).body, "RequestID")).toBe("938758748892347");
    expect(at((await activate({}, other)).body, "RequestID")).toBe("9387587488923400");
  });

  it("N-10 takes the plan's key in both spellings, or in the one that the account is set to", async () => {
    const PlanId = Number(user.specimen("planId"));
    expect(statusOf(await activate({ PlanID: undefined, PlanId }))).toBe("Success");
    await user.settings({ planKey: "PlanID" });
    expect(textsOf(await activate({ PlanID: undefined, PlanId }))[1]).toBe(
      "Request Parameter [PlanID] is Mandatory !!!",
    );
    await user.settings({ planKey: "PlanId" });
    expect(textsOf(await activate())[1]).toBe("Request Parameter [PlanID] is Mandatory !!!");
    expect(textsOf(await activate({ PlanID: "332" }))[1]).toBe("Request Parameter [PlanID] is Invalid !!!");
  });

  it("N-14 of a physical SIM wants its number, and gives no code", async () => {
    const physical = { SimSubType: "Physical" };
    expect(textsOf(await activate(physical))[1]).toBe("Request Parameter [SIMNo] is Mandatory !!!");
    const { body } = await activate({ ...physical, SIMNo: user.specimen("simFree") });
    expect(body).toMatchObject({ Status: "Success", ActivationCode: null, SMDP: null, QR: null });
    const refused = await activate({ ...physical, SIMNo: user.specimen("simActive") });
    expect(textsOf(refused)[1]).toBe("Sim Already Active with other User !!!");
    expect(statusOf(await activate({ ...physical, SIMNo: user.specimen("esimFree") }))).toBe("Failure");
  });

  it.each(["ESim", "ESIM"])("N-13 takes %s for an eSIM", async (SimSubType) => {
    expect(statusOf(await activate({ SimSubType }))).toBe("Success");
  });

  it.each(["eSIM", "physical", "Both"])("N-13 does not know %s", async (SimSubType) => {
    expect(textsOf(await activate({ SimSubType }))[1]).toBe("Request Parameter [SimSubType] is Invalid !!!");
  });

  it.each([
    "2025-11-05T12:00:00Z",
    "2025-11-05T12:00:00.000",
    "2025-11-05T12:00:00+02:00",
    "2025-11-05 12:00:00",
    "2025-02-30",
  ])("N-22 does not take the time %s", async (TxnDateTime) => {
    expect(textsOf(await activate({ TxnDateTime }))[1]).toBe("Request Parameter [TxnDateTime] is Invalid !!!");
  });

  it.each(["2024-01-01", "2025-11-05T12:00:00"])("N-22 takes the time %s", async (TxnDateTime) => {
    expect(statusOf(await activate({ TxnDateTime }))).toBe("Success");
    expect(sandbox.nextcomm.transactions).toMatchObject([{ txnDateTime: TxnDateTime, isIst: false }]);
  });

  it.each([{ AltMobNo: "mobile" }, { EmailID: "nobody" }, { PlanID: 9999 }, { PlanID: 26318 }])(
    "is refused with %o, with nothing but the reason",
    async (change) => {
      const { body } = await activate(change);
      expect(body).toMatchObject({
        Status: "Failure",
        Message: "Validation Error !!!",
        TransactionID: null,
        SIMNo: null,
      });
      expect(sandbox.ledger).toEqual([]);
    },
  );

  it("is refused when the stock or the credit is at its end", async () => {
    await user.settings({ credit: FORTY_NINE });
    expect(statusOf(await activate())).toBe("Success");
    expect(textsOf(await activate())[1]).toMatch(/Credit/);
    await user.settings({ credit: 100 * FORTY_NINE });
    const sims = list(dataOf(await user.post("GetSIMsForActivation", user.signed({ SimSubType: "eSIM" }))));
    for (const _ of sims) expect(statusOf(await activate())).toBe("Success");
    expect(textsOf(await activate())[1]).toMatch(/stock/);
  });
});

describe("a recharge", () => {
  it("adds what the plan gives, and charges its price", async () => {
    const MobileNo = user.specimen("active");
    await recharge();
    expect(await info({ MobileNo })).toMatchObject({
      balances: [
        { source: "332" },
        { source: "26318", outstandingAmount: 1024, expirationDate: "2025-12-05T12:00:00" },
      ],
      addOns: [{ addOnCode: "26318", status: "Active" }],
    });
    expect(await user.enquire(MobileNo)).toMatchObject({ LastTxnID: "0511250000015089" });
    expect(sandbox.ledger).toMatchObject([{ operation: "Recharge", target: MobileNo, charged: FORTY_NINE }]);
  });

  it("costs the other account its own money", async () => {
    const other = await nextcommUser(sandbox, "next-eu");
    expect(statusOf(await other.post("Recharge", other.signed(rechargeOf(other))))).toBe("Success");
    expect(sandbox.ledger).toMatchObject([{ account: "next-eu", charged: 2_700_000 }]);
  });

  it("N-06 acts and charges again when it is sent again", async () => {
    await recharge();
    await recharge();
    expect(sandbox.ledger.map(({ charged }) => charged)).toEqual([FORTY_NINE, FORTY_NINE]);
  });

  it("N-05 of an unknown number fails with an id", async () => {
    const { body } = await recharge({ MobileNo: user.specimen("unknownNumber") });
    const reason = `Get Subscriber Info Service Response : The MSISDN ${user.specimen("unknownNumber")} is invalid`;
    expect(body).toEqual({
      Status: "Failure",
      Message: reason,
      MessageData: reason,
      RequestID: "Test123456789",
      TransactionID: 511250000015089,
    });
    expect([sandbox.ledger, sandbox.nextcomm.transactions]).toEqual([[], []]);
  });

  it("N-22 without a time is stamped in Indian time", async () => {
    await recharge({ TxnDateTime: undefined, RequestID: undefined });
    expect(sandbox.nextcomm.transactions).toEqual([
      {
        account: "next-za",
        operation: "Recharge",
        transactionId: "0511250000015089",
        requestId: null,
        target: user.specimen("active"),
        txnDateTime: "2025-11-05T15:30:00",
        isIst: true,
      },
    ]);
  });

  it.each([
    ["another amount", { RechargeAmt: 48.99 }, /Amount/],
    ["a plan of activation", { PlanCode: "332" }, /Plan Code/],
    ["a plan code that is a number", { PlanCode: 26318 }, /PlanCode\] is Invalid/],
    ["an amount that is text", { RechargeAmt: "49" }, /RechargeAmt\] is Invalid/],
  ])("with %s fails", async (_what, change, reason) => {
    expect(textsOf(await recharge(change))[1]).toMatch(reason);
    expect(sandbox.ledger).toEqual([]);
  });

  it("fails without credit, and for a suspended line", async () => {
    expect(textsOf(await recharge({ MobileNo: user.specimen("suspended") }))[1]).toMatch(/suspended/);
    await user.settings({ credit: FORTY_NINE - 1 });
    expect(textsOf(await recharge())[1]).toMatch(/Credit/);
    expect(sandbox.ledger).toEqual([]);
  });

  it("revives an expired line", async () => {
    const MobileNo = user.specimen("expired");
    expect(await user.enquire(MobileNo)).toMatchObject({ SimStatus: "Expired" });
    await recharge({ MobileNo });
    expect(await user.enquire(MobileNo)).toMatchObject({ SimStatus: "Active", PlanExpiryDt: "2025-12-05T12:00:00" });
  });
});

describe("a change of the expiry", () => {
  const modify = (PlanExpiryDt: string, MobileNo = user.specimen("active")) =>
    user.post("UpdPlanExp", {
      Action: "Modify",
      MobileNo,
      PlanExpiryDt,
      UsrID: user.account.userId,
      Pass: user.signed({}).Password,
    });

  it("N-20 N-21 takes a day and answers with midnight, on the address of the enquiry", async () => {
    const before = await user.enquire(user.specimen("active"));
    const reply = await modify("2026-01-31");
    expect(dataOf(reply)).toEqual({ ...Object(before), Action: "Modify", PlanExpiryDt: "2026-01-31T00:00:00" });
    expect(sandbox.calls.slice(-2).map(({ operation, path, effect }) => [operation, path, effect])).toEqual([
      ["UpdPlanExp/Enquire", "/UpdPlanExp", "read"],
      ["UpdPlanExp/Modify", "/UpdPlanExp", "write"],
    ]);
    expect(sandbox.ledger).toMatchObject([{ operation: "UpdPlanExp/Modify", charged: 0 }]);
  });

  it.each(["2026-01-31T00:00:00", "2026-02-30", "31-01-2026"])("does not take %s", async (date) => {
    expect(textsOf(await modify(date))[1]).toBe("Request Parameter [PlanExpiryDt] is Invalid !!!");
    expect(sandbox.ledger).toEqual([]);
  });

  it("lets a line expire and live again", async () => {
    expect(dataOf(await modify("2025-11-04"))).toMatchObject({ SimStatus: "Expired" });
    expect(dataOf(await modify("2025-11-06"))).toMatchObject({ SimStatus: "Active" });
    sandbox.clock.advance(86_400_000);
    expect(await user.enquire(user.specimen("active"))).toMatchObject({ SimStatus: "Expired" });
  });

  it.each(["Enquire", "Modify"])("finds no record of a number that is nobody's: %s", async (Action) => {
    const MobileNo = user.specimen("unknownNumber");
    const reply = Action === "Enquire" ? user.post("UpdPlanExp", { Action, MobileNo }) : modify("2026-01-31", MobileNo);
    expect(textsOf(await reply)).toEqual(["Record Not Available !!! Kindly retry...", null]);
  });

  it.each([undefined, "enquire"])("does not know the action %s", async (Action) => {
    const reply = await user.post("UpdPlanExp", { Action, MobileNo: user.specimen("active") });
    expect(textsOf(reply)[1]).toBe(`Request Parameter [Action] is ${Action ? "Invalid" : "Mandatory"} !!!`);
  });
});
