import { describe, expect, it } from "vitest";
import { call, failed, infoWith, lab, NUMBER, SIM, succeeded } from "./support.js";

const carrier = lab({ statusWords: { "On Hold": "SUSPENDED", Gone: "ENDED" } });

const read = async (fields: object) => {
  carrier.says(infoWith(fields));
  const subscriber = await carrier.all.subscribers.byId(NUMBER, call());
  if (subscriber === null) throw new Error("no subscriber");
  return subscriber;
};

const balance = async (fields: object) => (await read({ balances: [fields] })).balances?.[0];

describe("a state", () => {
  it.each([
    ["Active", "ACTIVE", "ACTIVE"],
    [" ACTIVE ", "ACTIVE", "ACTIVE"],
    ["onhold", "SUSPENDED", "SUSPENDED"],
    ["Gone", "ENDED", "UNKNOWN"],
    ["Suspended", "UNKNOWN", "UNKNOWN"],
  ])("%s is %s, and of the SIM %s", async (word, line, sim) => {
    const { state, stateRaw, sim: its } = await read({ SimStatus: word, SimNo: SIM });
    expect([state, stateRaw, its?.state, its?.stateRaw]).toEqual([line, word.trim(), sim, word.trim()]);
  });
});

describe("a subscriber", () => {
  it("has all that is told of it", async () => {
    const subscriber = await read({
      SimNo: SIM,
      SimExpDate: "2026-07-31T13:50:00",
      subscriptionDetails: { subscriptionState: "Running", IMSI: "655101234567890", activeProducts: ["A", "B", null] },
      subscriberFacilityDetails: {
        outgoing: true,
        voice: "Yes",
        roaming: "N",
        sms: "0",
        gprs: "perhaps",
        ringBack: null,
      },
    });
    expect(subscriber.sim).toMatchObject({ iccid: SIM, imsi: "655101234567890", msisdn: NUMBER });
    expect(subscriber.nextComm).toEqual({
      subscriptionId: null,
      subscriptionStateRaw: "Running",
      activeProducts: ["A", "B"],
      facilities: [
        { name: "outgoing", isAllowed: true, raw: "true" },
        { name: "voice", isAllowed: true, raw: "Yes" },
        { name: "roaming", isAllowed: false, raw: "N" },
        { name: "sms", isAllowed: false, raw: "0" },
        { name: "gprs", isAllowed: null, raw: "perhaps" },
        { name: "ringBack", isAllowed: null, raw: null },
      ],
      simExpiresAt: { kind: "AT", time: expect.objectContaining({ instant: "2026-07-31T11:50:00Z" }) },
    });
  });

  it("has no SIM and no plan where none is told", async () => {
    expect(await read({})).toMatchObject({ sim: null, plan: null, balances: null, addons: null });
  });

  it("is found by its number and by its SIM", async () => {
    carrier.says(infoWith({ SimNo: SIM }));
    const { subscribers } = carrier.all;
    expect(subscribers.findsBy).toEqual(["msisdn", "iccid"]);
    for (const number of [
      { kind: "msisdn", value: NUMBER },
      { kind: "iccid", value: SIM },
    ] as const) {
      expect((await subscribers.find(number, call()))?.key.native).toBe(NUMBER);
    }
  });

  it("is not sent for by what is no number", async () => {
    const sent = await carrier.requestsOf(async () => {
      for (const id of ["", "x", "+27827551133", "1".repeat(16)]) {
        await expect(carrier.all.subscribers.byId(id, call())).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
        await expect(carrier.all.planExpiry.planExpiry(id, call())).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
      }
    });
    expect(sent).toBe(0);
  });
});

describe("a balance", () => {
  it.each([
    ["MB", 1024, "DATA", 1_073_741_824n],
    ["mb", "512.25", "DATA", 537_133_056n],
    ["GB", "4", "DATA", 4_294_967_296n],
    ["KiloBytes", 1, "DATA", 1024n],
    ["Bytes", "17", "DATA", 17n],
    ["Minutes", "1.5", "VOICE", 90n],
    ["Seconds", 61, "VOICE", 61n],
    ["SMS", 50, "SMS", 50n],
    ["Messages", "-2", "SMS", -2n],
  ])("in %s of %s is %s", async (unitType, outstandingAmount, kind, amount) => {
    expect(await balance({ unitType, outstandingAmount })).toMatchObject({
      kind,
      unitRaw: unitType,
      remaining: { kind: "LIMITED", amount, money: null, raw: String(outstandingAmount) },
    });
  });

  it.each(["ZAR", "zar", "Money"])("in %s is money of the account", async (unitType) => {
    expect(await balance({ unitType, outstandingAmount: "12.50" })).toMatchObject({
      kind: "MONEY",
      remaining: { kind: "LIMITED", amount: null, money: { amount: "12.50", currency: "ZAR", raw: "12.50" } },
    });
  });

  it.each(["Points", "EUR", "", "constructor", null])("in %s has no amount but its text", async (unitType) => {
    expect(await balance({ unitType, outstandingAmount: 7 })).toMatchObject({
      kind: "UNKNOWN",
      status: "UNKNOWN",
      remaining: { kind: "UNKNOWN", raw: "7" },
    });
  });

  it("may be without limit, in a unit that is known or not", async () => {
    for (const unitType of ["Minutes", "Points"]) {
      expect((await balance({ unitType, outstandingAmount: "Unlimited" }))?.remaining).toEqual({
        kind: "UNLIMITED",
        raw: "Unlimited",
      });
    }
  });

  it.each([
    ["ACTIVE", { outstandingAmount: 1, expirationDate: "2999-01-01T00:00:00" }],
    ["ACTIVE", { outstandingAmount: 1, expirationDate: null }],
    ["EXHAUSTED", { outstandingAmount: 0 }],
    ["EXPIRED", { outstandingAmount: 1, expirationDate: "2020-01-01T00:00:00" }],
    ["UNKNOWN", { outstandingAmount: "much" }],
  ])("is %s", async (status, fields) => {
    expect((await balance({ unitType: "MB", ...fields }))?.status).toBe(status);
  });

  it.each([
    ["2026-03-01T10:00:00", { kind: "AT", time: { instant: "2026-03-01T08:00:00Z", zoneSource: "ACCOUNT" } }],
    ["2026-03-01 10:00", { kind: "AT", time: { local: "2026-03-01T10:00:00", instant: "2026-03-01T08:00:00Z" } }],
    ["2026-03-01", { kind: "AT", time: { local: "2026-03-01T00:00:00" } }],
    ["2026-03-01T10:00:00.123Z", { kind: "AT", time: { instant: "2026-03-01T10:00:00Z", zoneSource: "CARRIER" } }],
    ["2026-03-01T10:00:00+05:30", { kind: "AT", time: { instant: "2026-03-01T04:30:00Z", zoneSource: "CARRIER" } }],
    ["9999-12-31T23:59:59", { kind: "NEVER" }],
    ["2099-12-31", { kind: "NEVER" }],
    ["0001-01-01T00:00:00", { kind: "UNKNOWN" }],
    ["2026-02-30", { kind: "UNKNOWN" }],
    ["01/03/2026", { kind: "UNKNOWN" }],
    [null, { kind: "UNKNOWN", raw: null }],
  ])("that ends at %s", async (expirationDate, moment) => {
    expect((await balance({ expirationDate }))?.validTo).toMatchObject(moment);
  });

  it.each([
    ["Plan", "PLAN_PERIOD"],
    ["Add On", "ADDON"],
    ["Top Up", "TOP_UP"],
    ["Promo", "UNKNOWN"],
  ])("comes from %s: %s", async (source, ours) => {
    expect(await balance({ source })).toMatchObject({ source: ours, sourceRaw: source });
  });

  it("has a key below its subscriber, told apart from its equals by its turn", async () => {
    const row = { balanceName: "Data", source: "Promo", creationDate: "2026-01-01T00:00:00" };
    const { balances } = await read({ balances: [row, row, { ...row, creationDate: "2026-01-02T00:00:00" }] });
    expect(balances?.map(({ key }) => key.native)).toEqual([
      `${NUMBER}/Data/Promo/2026-01-01T00:00:00`,
      `${NUMBER}/Data/Promo/2026-01-01T00:00:00#2`,
      `${NUMBER}/Data/Promo/2026-01-02T00:00:00`,
    ]);
  });
});

describe("an add-on", () => {
  const ROW = {
    addOnName: "Roaming pack",
    addOnCode: "RP-7",
    allowance: "300",
    unitType: "MB",
    startDate: "2026-01-01T00:00:00",
    expiryDate: "2999-01-01T00:00:00",
    status: "Active",
  };

  it("is attached to its subscriber", async () => {
    const { addons } = await read({ addOns: [ROW] });
    expect(addons).toEqual([
      {
        key: { account: "next-test", native: `${NUMBER}/addon/RP-7/2026-01-01T00:00:00` },
        endpoint: { account: "next-test", native: NUMBER },
        plan: {
          key: { account: "next-test", native: "RP-7" },
          name: "Roaming pack",
          kind: "ADDON",
          kindRaw: null,
          billing: "UNKNOWN",
        },
        instanceId: null,
        service: { id: null, name: null },
        status: "ACTIVE",
        validFrom: { kind: "AT", time: expect.objectContaining({ local: "2026-01-01T00:00:00" }) },
        validTo: { kind: "AT", time: expect.objectContaining({ local: "2999-01-01T00:00:00" }) },
      },
    ]);
  });

  it.each([
    ["EXPIRED", { expiryDate: "2020-01-01T00:00:00" }],
    ["PENDING", { status: "pending" }],
    ["UNKNOWN", { status: "Sleeping" }],
  ])("may be %s", async (status, fields) => {
    expect((await read({ addOns: [{ ...ROW, ...fields }] })).addons).toMatchObject([{ status }]);
  });

  it("brings an allowance, of which nobody tells what is left", async () => {
    carrier.says(infoWith({ addOns: [ROW, { ...ROW, startDate: "2026-02-01T00:00:00" }, { ...ROW, addOnCode: "X" }] }));
    const details = await carrier.all.addons.details(NUMBER, call());
    expect(details.map(({ planId, balances }) => [planId, balances.length])).toEqual([
      ["RP-7", 2],
      ["X", 1],
    ]);
    expect(details[0]?.balances[0]).toMatchObject({
      key: { native: `${NUMBER}/addon/RP-7/2026-01-01T00:00:00/allowance` },
      kind: "DATA",
      source: "ADDON",
      status: "UNKNOWN",
      remaining: { kind: "UNKNOWN" },
      initial: { kind: "LIMITED", amount: 314_572_800n },
    });
  });

  it("is none of a subscriber that there is not", async () => {
    carrier.says(failed("Record Not Available !!!"));
    expect(await carrier.all.addons.details(NUMBER, call())).toEqual([]);
  });
});

describe("the expiry of a plan", () => {
  it("is read whole, or as far as it can be", async () => {
    carrier.says(succeeded({ PlanExpiryDt: "soon", LastTxnID: 2403230000008772, SimStatus: "", ServiceName: null }));
    expect(await carrier.all.planExpiry.planExpiry(NUMBER, call())).toEqual({
      expiresAt: null,
      lastTransactionId: "2403230000008772",
      simStatusRaw: null,
      planName: null,
    });
  });
});
