import { describe, expect, it } from "vitest";
import { CUSTOMER } from "./orders.js";
import { readsOf } from "./runs/run.js";
import { call, refusal, success, writeLab } from "./write-lab.js";

const reach = writeLab({ timeZone: "America/New_York" });

const reads = () => readsOf(reach.source);

const usageSaid = (summary: object) => {
  reach.says(success(summary));
  return reads().allowances.usage(CUSTOMER, "DATA", call());
};

const nextBillingSaid = async (nextBillingDate: unknown) => {
  reach.says(success({ status: 2, nextBillingDate }));
  return (await reads().subscribers.byId(CUSTOMER, call()))?.nextBillingAt;
};

describe("what stops a sale", () => {
  it("R-41 is told as the carrier tells it, and unknown where it does not", async () => {
    const { sales } = reads();
    for (const [printed, told] of [
      [false, false],
      ["false", false],
      ["TRUE", true],
      [1, true],
      [null, null],
      ["perhaps", null],
    ]) {
      reach.says(success({ isValid: printed, isPortValidate: printed, brandCoverage: printed }));
      const address = { name: "", line1: "1", line2: "", city: "A", state: "GA", zip: "30301" };
      expect((await sales.coverage(address, call())).isCovered).toBe(told);
      expect((await sales.device("350000000000029", call())).isValid).toBe(told);
      expect((await sales.sim("8901410100000000050", call())).isValid).toBe(told);
      expect((await sales.portIn("4705551001", call())).isPortable).toBe(told);
      expect((await sales.zip("30301", call())).isServed).toBe(told);
    }
  });

  it.each([
    ["one carrier's", { mno_ATT: { brandCoverage: "true", coverageStrength5G: "GOOD" } }, true, "GOOD"],
    [
      "the one that covers",
      { a: { brandCoverage: false }, b: { brandCoverage: true, coverageStrength5G: 5 } },
      true,
      "5",
    ],
    ["none that covers", { a: { brandCoverage: false, coverageStrength5G: "NONE" }, b: null }, false, "NONE"],
    ["nothing", {}, null, null],
  ])("coverage may be a map by carrier: %s", async (_what, data, isCovered, strength5g) => {
    reach.says(success(data));
    const address = { name: "", line1: "1", line2: "", city: "A", state: "GA", zip: "30301" };
    expect(await reads().sales.coverage(address, call())).toMatchObject({ isCovered, strength5g });
  });

  it.each([
    ["PSIM", "PSIM"],
    ["PHYSICAL", "PSIM"],
    ["esim", "ESIM"],
    ["BOTH", "BOTH"],
    ["iSIM", "UNKNOWN"],
    [null, "UNKNOWN"],
  ])("R-44 a mode of %s is %s", async (mode, told) => {
    reach.says(success({ mode }));
    expect((await reads().sales.device("350000000000029", call())).mode).toBe(told);
  });
});

describe("quantities", () => {
  it.each([
    ["1.5", "GB", 1_610_612_736n],
    [1, "mb", 1_048_576n],
    ["2048", "KB", 2_097_152n],
    [17, "Bytes", 17n],
    ["12", "MIN", 720n],
    [3, "SMS", 3n],
    [3, "POINTS", null],
    [3, null, null],
    ["many", "GB", null],
  ])("G-04 %s %s are %s", async (used, unit, amount) => {
    expect(await usageSaid({ used, unit })).toMatchObject({ used: amount, usedRaw: String(used), unitRaw: unit });
  });

  it("G-04 a balance says what it counts, whether it ends, and whether anything is left", async () => {
    const balanceSaid = async (summary: object) => {
      reach.says(success(summary));
      return (await reads().allowances.balances(CUSTOMER, call()))[0];
    };
    expect(await balanceSaid({ remaining: "0", total: 5, unit: "GB" })).toMatchObject({
      key: { account: "reach-test", native: `${CUSTOMER}/DATA` },
      kind: "DATA",
      status: "EXHAUSTED",
      initial: { kind: "LIMITED", amount: 5_368_709_120n },
    });
    expect(await balanceSaid({ remaining: "1.50", unit: "USD" })).toMatchObject({
      kind: "MONEY",
      status: "ACTIVE",
      remaining: { kind: "LIMITED", money: { amount: "1.50", currency: "USD" } },
    });
    expect(await balanceSaid({ remaining: null, unit: "MIN", isUnlimited: "true" })).toMatchObject({
      kind: "VOICE",
      status: "ACTIVE",
      remaining: { kind: "UNLIMITED" },
    });
    for (const unit of ["POINTS", "MSG", null]) {
      expect(await balanceSaid({ remaining: 3, unit })).toMatchObject({
        kind: "UNKNOWN",
        status: "UNKNOWN",
        remaining: { kind: "UNKNOWN", raw: "3" },
      });
    }
  });

  it("balances are those of the kinds that the carrier tells of", async () => {
    const kinds = async () => (await reads().allowances.balances(CUSTOMER, call())).map(({ sourceRaw }) => sourceRaw);
    reach.carrier.onRequest(({ query }) =>
      query.get("usageData") === "ILD" ? refusal(404) : success({ remaining: 1, unit: "GB" }),
    );
    expect(await kinds()).toEqual(["DATA", "IR"]);
  });
});

describe("times", () => {
  it.each([
    ["2026-11-21", "2026-11-21T00:00:00", "2026-11-21T05:00:00Z"],
    ["2026-11-21T10:20", "2026-11-21T10:20:00", "2026-11-21T15:20:00Z"],
    ["2026-11-21 10:20:30.5", "2026-11-21T10:20:30", "2026-11-21T15:20:30Z"],
    ["2026-11-21T10:20:30Z", "2026-11-21T10:20:30", "2026-11-21T10:20:30Z"],
    ["2026-11-21T10:20:30+0530", "2026-11-21T10:20:30", "2026-11-21T04:50:30Z"],
    ["2026-11-01T01:30:00", "2026-11-01T01:30:00", null],
  ])("G-12 %s is read by its own zone, or else by the account's", async (raw, local, instant) => {
    expect((await usageSaid({ cycleEndDate: raw }))?.to).toMatchObject({ raw, local, instant });
  });

  it.each(["11/21/2026", "2026-02-30", "tomorrow", 1_795_000_000, "", null])("G-12 %s is not guessed", async (raw) => {
    expect((await usageSaid({ cycleEndDate: raw }))?.to).toBeNull();
    expect(await nextBillingSaid(raw)).toMatchObject({ kind: "UNKNOWN" });
  });
});

describe("cards", () => {
  it("R-56 show the last four digits of a number, and never more", async () => {
    reach.says(
      success([
        { uuid: "1", lastFour: "4111 1111 1111 1111" },
        { uuid: "2", lastFour: "**** 12" },
      ]),
    );
    const cards = await reads().billing.cards(CUSTOMER, call());
    expect(cards.map(({ lastFour }) => lastFour)).toEqual(["1111", null]);
  });

  it("an invoice's link may come as nothing but its text", async () => {
    reach.says(success("https://files.example.com/i.pdf"));
    expect((await reads().billing.invoiceLink(CUSTOMER, "INV-1", call()))?.url).toBe("https://files.example.com/i.pdf");
  });
});
