import { describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { CUSTOMER, PLAIN_PURCHASE, PORT_IN, PURCHASE } from "./orders.js";
import { READ_NAMES, READ_RUNS, readsOf } from "./read-runs.js";
import { call, failureOf, refusal, success, writeLab } from "./write-lab.js";

const reach = writeLab({ statusWords: { "3": "SUSPENDED", "2": "HOLD" }, timeZone: "America/New_York" });

const reads = () => readsOf(reach.source);

const subscriberSaid = (info: object) => {
  reach.says(success({ customerId: CUSTOMER, status: 2, ...info }));
  return reads().subscribers.byId(CUSTOMER, call());
};

const purchaseSaid = (status: object) => {
  reach.says(success({ status: "PAYMENT_PENDING", ...status }));
  return reads().progress.purchase("TXN-1", call());
};

const usageSaid = (summary: object) => {
  reach.says(success(summary));
  return reads().allowances.usage(CUSTOMER, "DATA", call());
};

describe("how it is called", () => {
  it.each(READ_NAMES.filter((name) => !name.startsWith("productFetch")))(
    "R-01 R-02 %s is signed by a Basic of a pipe and the JWT, and by the key",
    async (name) => {
      reach.says(success(READ_RUNS[name].data));
      await READ_RUNS[name].run(reads(), call()).catch(() => null);
      const { headers } = reach.last();
      const [scheme, secret = ""] = headers.authorization?.split(" ") ?? [];
      expect([scheme, Buffer.from(secret, "base64").toString()]).toEqual([
        "Basic",
        "clientapi|eyJhbGciOiJIUzI1NiJ9.of.the-test",
      ]);
      expect(headers["x-api-key"]).toBe("key-of-the-test");
    },
  );

  it("R-01 writes standard Base64 with padding, in one line", async () => {
    await subscriberSaid({});
    expect(reach.last().headers.authorization).toBe("Basic Y2xpZW50YXBpfGV5SmhiR2NpT2lKSVV6STFOaUo5Lm9mLnRoZS10ZXN0");
  });

  it("R-26 R-28 names the one network, and the kind of usage", async () => {
    reach.says(success([]));
    await reads().sales.roamingCountries(call());
    expect(reach.last().query.get("mvne")).toBe("ATT");
    reach.says(success({}));
    for (const kind of ["DATA", "ILD", "IR"] as const) {
      await reads().allowances.usage(CUSTOMER, kind, call());
      expect(reach.last().query.get("usageData")).toBe(kind);
    }
  });

  it("R-27 asks credit and packs by the group, purchases and use by the customer", async () => {
    reach.says(success([]));
    const { allowances } = reads();
    await allowances.ildUsage("G1", call());
    expect([...reach.last().query.keys()]).toEqual(["groupId"]);
    await allowances.roamingPacks("G1", call());
    expect([...reach.last().query.keys()]).toEqual(["groupId"]);
    await allowances.roamingPackUse(CUSTOMER, call());
    expect([...reach.last().query.keys()]).toEqual(["customerId"]);
    await allowances.ildPurchases(CUSTOMER, call());
    expect(reach.last().path).toContain(CUSTOMER);
  });

  it("R-37 asks for an activation by the customer", async () => {
    reach.says(success({ status: 1 }));
    await reads().progress.activation(CUSTOMER, call());
    expect([...reach.last().query]).toEqual([["customerId", CUSTOMER]]);
  });

  it("does not send what cannot be a SIM, a number or a ZIP code", async () => {
    const { sales } = reads();
    const sent = await reach.requestsOf(async () => {
      expect(await failureOf(sales.sim("12", call()))).toMatchObject({ details: { field: ["iccId"] } });
      expect(await failureOf(sales.portIn("12", call()))).toMatchObject({ details: { field: ["mdn"] } });
      expect(await failureOf(sales.zip("123456", call()))).toMatchObject({ details: { field: ["zip"] } });
      expect(await failureOf(sales.device("..", call()))).toMatchObject({ details: { field: ["imei"] } });
      expect(await failureOf(sales.roamingPacks([], call()))).toMatchObject({ details: { field: ["countries"] } });
    });
    expect(sent).toBe(0);
  });
});

describe("refusals", () => {
  it("R-07 401 and 403 say whose fault it may be, and are not tried again", async () => {
    for (const [status, hint] of [
      [401, "jwt"],
      [403, "allow-list"],
    ] as const) {
      reach.says(json({ message: "explicit deny" }, status));
      const sent = await reach.requestsOf(async () => {
        expect((await failureOf(reads().subscribers.byId(CUSTOMER, call()))).hint).toContain(hint);
      });
      expect(sent).toBe(1);
    }
  });

  it("R-57 G-11 of a quote repeat nothing personal of the order, and no credential", async () => {
    const secrets = [
      PORT_IN.pin,
      PORT_IN.accountNumber,
      PORT_IN.msisdn,
      "Hopper",
      "grace@example.com",
      "key-of-the-test",
    ];
    reach.says(refusal(400, `Not valid: ${secrets.join(", ")}`, { password: `${PORT_IN.pin} is wrong` }));
    const order = { ...PURCHASE, lines: PURCHASE.lines.map((line) => ({ ...line, planId: "P" })) };
    const failure = await failureOf(reads().quotes.quote(order, call()));
    const shown = JSON.stringify([failure.message, failure.details]);
    expect(failure.details.carrierMessage).toContain("Not valid");
    for (const secret of secrets) expect(shown).not.toContain(secret);
  });

  it("G-11 are recorded without a number or a link", async () => {
    await purchaseSaid({ link: { url: "https://pay.example.com/secret" } });
    await subscriberSaid({ mobileNo: "4705551001", iccId: "8901410100000000050" });
    expect(JSON.stringify(reach.records)).not.toMatch(/secret|4705551001|8901410100000000050|C100234/);
  });
});

describe("the status of a line", () => {
  it.each([
    [0, "PENDING", "INACTIVE"],
    [1, "PENDING", "IN_PROGRESS"],
    [2, "ACTIVE", "ACTIVE"],
    [3, "SUSPENDED", "UNKNOWN"],
    [4, "UNKNOWN", "UNKNOWN"],
    [7, "UNKNOWN", "UNKNOWN"],
    [8, "PENDING", "FAILED"],
    [9, "PENDING", "PORTING"],
    [10, "PENDING", "PORTING_FAILED"],
    [11, "PENDING", "PORT_CANCELLED"],
    [12, "UNKNOWN", "UNKNOWN"],
    ["ACTIVE", "ACTIVE", "ACTIVE"],
    ["toString", "UNKNOWN", "UNKNOWN"],
  ])("R-30 R-31 R-42 %s is %s, and %s as an activation", async (status, line, activation) => {
    for (const printed of [status, String(status), ` ${status} `]) {
      expect(await subscriberSaid({ status: printed })).toMatchObject({ state: line, stateRaw: String(status) });
      reach.says(success({ status: printed }));
      const told = await reads().progress.activation(CUSTOMER, call());
      expect(told).toMatchObject({ state: activation, stateRaw: String(status) });
    }
  });

  it("R-30 is unknown where none is printed, and no status at all is no answer", async () => {
    expect(await subscriberSaid({ status: null })).toMatchObject({ state: "UNKNOWN", stateRaw: null });
    reach.says(success({ customerId: CUSTOMER, reachPlanId: "P" }));
    expect((await failureOf(reads().subscribers.byId(CUSTOMER, call()))).code).toBe("CARRIER_CONTRACT_VIOLATION");
  });

  it("is never that of somebody else", async () => {
    reach.says(success({ customerId: "C2", status: 2 }));
    const { subscribers, progress } = reads();
    for (const act of [subscribers.byId(CUSTOMER, call()), progress.activation(CUSTOMER, call())]) {
      expect((await failureOf(act)).code).toBe("CARRIER_CONTRACT_VIOLATION");
    }
  });

  it("R-45 comes without a SIM where the carrier names none", async () => {
    const subscriber = await subscriberSaid({ simType: "ESIM", iccId: null, imei: "350000000000029" });
    expect(subscriber).toMatchObject({ sim: null, reach: { simType: "ESIM", imei: "350000000000029" } });
  });

  it("is found by nothing but the id", async () => {
    const { subscribers } = reads();
    expect(subscribers.findsBy).toEqual([]);
    const failure = await failureOf(subscribers.find({ kind: "msisdn", value: "4705551001" }, call()));
    expect(failure.code).toBe("NOT_SUPPORTED_BY_CARRIER");
  });
});

describe("a purchase", () => {
  it.each([
    ["PAYMENT_PENDING", "PAYMENT_PENDING"],
    ["payment_processing", "PAYMENT_PROCESSING"],
    ["COMPLETED", "COMPLETED"],
    ["DONE", "COMPLETED"],
    ["FAILED", "FAILED"],
    ["PENDING", "PENDING"],
    ["SUCCESS", "UNKNOWN"],
    [null, "UNKNOWN"],
  ])("R-32 that is %s is %s", async (status, state) => {
    expect(await purchaseSaid({ status })).toMatchObject({ state, stateRaw: status });
  });

  it("R-34 has a link when there is one to follow, and not before", async () => {
    const url = "https://pay.example.com/key";
    expect((await purchaseSaid({ link: { type: 1, url, expireDate: "soon" } }))?.link).toEqual({
      url,
      expiresAt: null,
    });
    for (const link of [
      undefined,
      null,
      "",
      "https://pay.example.com",
      { type: 0, url: null },
      { type: 1, url: "" },
      { type: 1, url: "javascript:alert(1)" },
      { type: 1, url: "https://" },
    ]) {
      expect((await purchaseSaid({ link }))?.link).toBeNull();
    }
  });

  it("R-38 names the customer when it is completed, and not before", async () => {
    expect((await purchaseSaid({ customerId: "C1" }))?.subscriber).toBeNull();
    expect((await purchaseSaid({ customerId: "C1", status: "FAILED" }))?.subscriber).toBeNull();
    expect((await purchaseSaid({ customerId: "C1", status: "COMPLETED" }))?.subscriber).toBe("C1");
  });

  it("R-53 is priced in parts that carry the carrier's names, and none that is no money", async () => {
    reach.says(
      success({
        oneTimeCharge: { totalOneTimeCost: "21.58", tax: 1.58, note: "none", fees: null },
        estimatedMonthlyCost: 25,
      }),
    );
    expect(await reads().quotes.quote(PLAIN_PURCHASE, call())).toEqual({
      total: { amount: "21.58", currency: null, raw: "21.58" },
      charges: [{ name: "tax", amount: { amount: "1.58", currency: null, raw: "1.58" } }],
      monthly: { amount: "25", currency: null, raw: "25" },
      effectiveOn: null,
    });
  });
});

describe("a job", () => {
  it.each([
    ["IN_PROGRESS", "RUNNING"],
    ["completed", "COMPLETED"],
    ["FAILED", "FAILED"],
    ["PARTLY", "UNKNOWN"],
    [7, "UNKNOWN"],
  ])("R-32 R-36 that is %s is %s", async (status, state) => {
    reach.says(success({ status }));
    const { progress } = reads();
    for (const job of [
      progress.planChange("PC-1", call()),
      progress.numberSwap(CUSTOMER, call()),
      progress.simSwap("SS-1", call()),
      progress.reset(CUSTOMER, call()),
    ]) {
      expect(await job).toEqual({ state, stateRaw: String(status) });
    }
  });
});

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
    expect(await balanceSaid({ remaining: 3, unit: "POINTS" })).toMatchObject({
      kind: "UNKNOWN",
      status: "UNKNOWN",
      remaining: { kind: "UNKNOWN", raw: "3" },
    });
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
    expect((await subscriberSaid({ nextBillingDate: raw }))?.nextBillingAt).toMatchObject({ kind: "UNKNOWN" });
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
