import { describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { CUSTOMER, PLAIN_PURCHASE, PORT_IN, PURCHASE } from "./orders.js";
import { READ_NAMES, READ_RUNS } from "./read-runs.js";
import { readsOf } from "./runs/run.js";
import { call, failureOf, refusal, success, writeLab } from "./write-lab.js";

const reach = writeLab({ statusWords: { "3": "SUSPENDED", "2": "HOLD" }, timeZone: "America/New_York" });

const withLongJwt = writeLab({ jwt: ">?".repeat(509) });

const reads = () => readsOf(reach.source);

const subscriberSaid = (info: object) => {
  reach.says(success({ customerId: CUSTOMER, status: 2, ...info }));
  return reads().subscribers.byId(CUSTOMER, call());
};

const purchaseSaid = (status: object) => {
  reach.says(success({ status: "PAYMENT_PENDING", ...status }));
  return reads().progress.purchase("TXN-1", call());
};

describe("how it is called", () => {
  it.each(READ_NAMES.filter((name) => !name.startsWith("productFetch")))(
    "R-01 R-02 %s is signed by a Basic of a pipe and the JWT, and by the key",
    async (name) => {
      reach.says(success(READ_RUNS[name].data));
      await READ_RUNS[name].run(reads(), call());
      const { headers } = reach.last();
      const [scheme, secret = ""] = headers.authorization?.split(" ") ?? [];
      expect([scheme, Buffer.from(secret, "base64").toString()]).toEqual([
        "Basic",
        "clientapi|eyJhbGciOiJIUzI1NiJ9.of.the-test",
      ]);
      expect(headers["x-api-key"]).toBe("key-of-the-test");
    },
  );

  it("R-01 writes standard Base64 with padding, in one line, however long the JWT is", async () => {
    withLongJwt.says(success({ status: 2 }));
    await readsOf(withLongJwt.source).subscribers.byId(CUSTOMER, call());
    expect(withLongJwt.last().headers.authorization).toMatch(/^Basic Y2xpZW50YXBpf(?=.*[+/])[A-Za-z0-9+/]{1358}=$/);
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
