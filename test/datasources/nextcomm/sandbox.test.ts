import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.js";
import type { DataSource } from "../../../src/datasources/carrier.js";
import { nextcomm } from "../../../src/datasources/nextcomm/index.js";
import { call, type Everything, everythingOf, failureOf } from "./support.js";

/** The adapter against the carrier in a box: the first account by the samples, the other in every other way. */
const ACCOUNTS = ["next-za", "next-eu"] as const;

let sandbox: Sandbox;
let sources: Record<string, DataSource>;

beforeAll(async () => {
  // Far ahead of the clock that expiries are judged by.
  sandbox = await startSandbox({ now: new Date("2998-03-15T10:00:00Z") });
  sources = Object.fromEntries(ACCOUNTS.map((id) => [id, open(id)]));
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  for (const source of Object.values(sources)) await source.close();
  await sandbox.stop();
});

function open(id: string, settings: object = {}): DataSource {
  const entry = sandbox.nextcomm.accounts.find((account) => account.id === id);
  return nextcomm.create(nextcomm.config.parse({ ...entry, ...settings }), () => {});
}

function specimen(account: string, name: string): string {
  const value = sandbox.nextcomm.specimens[account]?.[name];
  if (value === undefined) throw new Error(`no specimen ${name}`);
  return value;
}

const setConditions = (condition: object) =>
  fetch(`${sandbox.url}/_sandbox/conditions`, { method: "POST", body: JSON.stringify(condition) });

const PERSON = { firstName: "Ada", lastName: "Byron", alternateMsisdn: "27820000001", email: "ada@example.com" };
const VISA = Buffer.from("visa").toString("base64");

describe.each(ACCOUNTS)("%s", (account) => {
  const all = (): Everything => {
    const source = sources[account];
    if (!source) throw new Error("no source");
    return everythingOf(source);
  };
  const of = (name: string) => specimen(account, name);
  const catalogue = async (kind: string) => {
    const { plans } = all();
    return (
      await Promise.all(plans.parts.filter((part) => part.kind === kind).map((part) => plans.list(part, call())))
    ).flat();
  };

  describe("reads", () => {
    it.each([
      ["active", "ACTIVE", "Active"],
      ["suspended", "SUSPENDED", "Suspended"],
      ["expired", "SUSPENDED", "Expired"],
      ["unknownStatus", "UNKNOWN", "Quarantine-2"],
      ["withoutStatus", "UNKNOWN", null],
      ["activeEsim", "ACTIVE", "Active"],
    ])("a subscriber that is %s, by id, number and SIM", async (name, state, stateRaw) => {
      const { subscribers } = all();
      const byId = await subscribers.byId(of(name), call());
      expect(byId).toMatchObject({ state, stateRaw, msisdn: of(name), name: `Sandbox ${name}` });
      const iccid = byId?.sim?.iccid ?? "";
      expect(await subscribers.find({ kind: "msisdn", value: of(name) }, call())).toEqual(byId);
      expect(await subscribers.find({ kind: "iccid", value: iccid }, call())).toEqual(byId);
      expect(await all().sims.byIccid(iccid, call())).toEqual(byId?.sim);
    });

    it("no subscriber where there is none", async () => {
      const { subscribers, planExpiry, addons } = all();
      expect(await subscribers.byId(of("unknownNumber"), call())).toBeNull();
      expect(await subscribers.find({ kind: "iccid", value: of("simFree") }, call())).toBeNull();
      expect(await planExpiry.planExpiry(of("unknownNumber"), call())).toBeNull();
      expect(await addons.details(of("unknownNumber"), call())).toEqual([]);
    });

    it("balances of every kind, and add-ons with their allowance", async () => {
      const subscriber = await all().subscribers.byId(of("manyBalances"), call());
      expect(subscriber?.balances?.map(({ name, kind, remaining }) => [name, kind, remaining.kind])).toEqual([
        ["Data", "DATA", "LIMITED"],
        ["Main", "MONEY", "LIMITED"],
        ["Night data", "DATA", "LIMITED"],
        ["Loyalty", "UNKNOWN", "UNKNOWN"],
        ["On-net", "VOICE", "UNLIMITED"],
      ]);
      expect(subscriber?.addons).toMatchObject([{ plan: { name: "Roaming pack" }, status: "ACTIVE" }]);
      expect(await all().addons.details(of("manyBalances"), call())).toMatchObject([
        { planId: "RP-7", balances: [{ initial: { amount: 314_572_800n } }] },
      ]);
      expect(subscriber?.nextComm?.facilities.map(({ isAllowed }) => isAllowed)).toEqual([
        ...[true, true, true, false],
        ...[true, true, false],
      ]);
    });

    it("when a plan expires, on the country's clock", async () => {
      const expiry = await all().planExpiry.planExpiry(of("active"), call());
      expect(expiry).toMatchObject({ simStatusRaw: "Active", expiresAt: { zoneSource: "ACCOUNT" } });
      expect(expiry?.expiresAt?.instant).toMatch(/^2998-04-04T/);
    });

    it("the stock, and a free SIM of it", async () => {
      const [physical, esim] = [
        await all().stock.list("PHYSICAL", null, call()),
        await all().stock.list("ESIM", null, call()),
      ];
      expect([physical.length, esim.length]).toEqual([23, 19]);
      expect(await all().stock.list("ESIM", of("esimFree"), call())).toMatchObject([
        { iccid: of("esimFree"), detail: { activation: { smdpAddress: "dp-plus.sandbox.example" } } },
      ]);
      expect(await all().sims.byIccid(of("simFree"), call())).toMatchObject({ state: "INVENTORY" });
      expect(await all().sims.byIccid(of("esimFree"), call())).toMatchObject({ detail: { product: "eSIM" } });
      expect(await all().sims.byIccid("8900000000000000000", call())).toBeNull();
    });

    it("the catalogue of every region", async () => {
      expect((await catalogue("BASE")).map(({ nextComm }) => nextComm?.region)).toEqual(["12", "12", "24", "24", "25"]);
      expect((await catalogue("RECHARGE")).map(({ kind }) => kind)).toEqual(["RECHARGE", "RECHARGE", "RECHARGE"]);
    });

    it("the same where MessageData is decoded", async () => {
      const before = await all().subscribers.byId(of("manyBalances"), call());
      await setConditions({ account, settings: { messageData: "decoded" } });
      expect(await all().subscribers.byId(of("manyBalances"), call())).toEqual(before);
      expect(await catalogue("BASE")).toHaveLength(5);
      expect(await all().stock.list("ESIM", null, call())).toHaveLength(19);
    });
  });

  describe("writes", () => {
    const activate = (change: object = {}) =>
      all().activations.activate(
        { ...PERSON, planId: of("planId"), iccid: null, simType: "ESIM", requestId: "request-1", ...change },
        call(),
      );

    it("activate an eSIM, which the carrier chooses", async () => {
      const result = await activate();
      expect(result).toMatchObject({ is: "pending", esim: { smdpAddress: "dp-plus.sandbox.example" } });
      const { iccid, msisdn, reference, qrImage } = result;
      expect(Buffer.from(qrImage ?? "", "base64").toString()).toBe(result.esim?.qrText);
      expect(await all().subscribers.find({ kind: "iccid", value: iccid ?? "" }, call())).toMatchObject({ msisdn });
      expect((await all().planExpiry.planExpiry(msisdn ?? "", call()))?.lastTransactionId).toBe(reference);
      expect(sandbox.nextcomm.transactions).toMatchObject([{ transactionId: reference, isIst: false }]);
    });

    it("activate a physical SIM", async () => {
      const iccid = of("simFree");
      expect(await activate({ iccid, simType: "PHYSICAL" })).toMatchObject({ is: "pending", iccid, esim: null });
      const again = await failureOf(activate({ iccid, simType: "PHYSICAL" }));
      expect([again.code, sandbox.ledger.length]).toEqual(["ALREADY_EXISTS", 1]);
    });

    it("are refused for a plan that there is not", async () => {
      const failure = await failureOf(activate({ planId: "99999" }));
      expect([failure.code, failure.details.carrierMessage]).toEqual([
        "INVALID_ARGUMENT",
        "Validation Error !!! Request Parameter [PlanID] is Invalid !!!",
      ]);
    });

    it("recharge a number, by a plan of the catalogue", async () => {
      const [plan] = await catalogue("RECHARGE");
      const recharge = { planId: plan?.key.native ?? "", planName: plan?.name ?? null, requestId: "request-2" };
      const paid = { ...recharge, amount: plan?.price?.amount ?? "" };
      const { is, reference } = await all().recharges.recharge(of("active"), paid, call());
      expect(is).toBe("done");
      expect((await all().planExpiry.planExpiry(of("active"), call()))?.lastTransactionId).toBe(reference);
      expect((await all().subscribers.byId(of("active"), call()))?.addons).toHaveLength(1);
      expect(sandbox.nextcomm.transactions).toMatchObject([{ requestId: "request-2", isIst: false }]);
      expect((await failureOf(all().recharges.recharge(of("unknownNumber"), paid, call()))).code).toBe(
        "IDENTIFIER_NOT_FOUND",
      );
      expect((await failureOf(all().recharges.recharge(of("active"), { ...paid, amount: "1" }, call()))).code).toBe(
        "CARRIER_REFUSED",
      );
    });

    it("move the expiry of a plan to a day", async () => {
      expect((await all().recharges.setPlanExpiry(of("active"), "2026-12-24", call())).is).toBe("done");
      expect(await all().planExpiry.planExpiry(of("active"), call())).toMatchObject({
        expiresAt: { local: "2026-12-24T00:00:00" },
      });
    });

    it("N-25 activate many, each for itself, by a plan of the catalogue", async () => {
      const [plan] = (await catalogue("BASE")).filter(({ nextComm }) => nextComm?.region === "24");
      if (!plan) throw new Error("no plan");
      const row = {
        plan,
        travelAt: "2026-04-01T08:30:00",
        email: "ada@example.com",
        connectionType: "TEST_CARDS",
      } as const;
      const sims = [of("simFree"), of("simActive"), of("simBulkLost"), of("simBulkIgnored"), of("secondSimFree")];
      const rows = sims.map((iccid, index) => ({ ...row, iccid, requestId: `row-${index}`, referralCode: null }));
      const results = await all().activations.activateMany(rows, call());
      expect(results.map(({ is }) => is)).toEqual(["done", "failed", "unknown", "unknown", "done"]);
      const found = await Promise.all(
        results.map(({ iccid }) => all().subscribers.find({ kind: "iccid", value: iccid }, call())),
      );
      expect(found.map((one) => one !== null)).toEqual([true, true, true, false, true]);
      expect(results[0]?.msisdn).toBe(found[0]?.msisdn);
      expect(sandbox.ledger).toHaveLength(3);
    });

    it("upload documents, each for itself", async () => {
      const papers = [of("simFree"), "8900000000000000000"].map((iccid) => ({ iccid, visa: VISA, passport: VISA }));
      const results = await all().activations.uploadDocuments(papers, call());
      expect(results.map(({ is }) => is)).toEqual(["done", "failed"]);
      expect(sandbox.nextcomm.documents).toEqual([{ account, simNo: of("simFree"), poiBytes: 4, poaBytes: 4 }]);
    });
  });

  describe("an unknown outcome", () => {
    const recharge = async () => {
      const [plan] = await catalogue("RECHARGE");
      const { key, price } = plan ?? {};
      const paid = { planId: key?.native ?? "", planName: null, amount: price?.amount ?? "", requestId: "request-3" };
      return failureOf(all().recharges.recharge(of("active"), paid, call()));
    };
    const lastOf = async () => (await all().planExpiry.planExpiry(of("active"), call()))?.lastTransactionId;

    it.each([
      ["reset-before", 0],
      ["reset-after", 1],
      ["status;status=502;applied=true", 1],
      ["html200;applied=true", 1],
    ])("N-06 after %s is one, and the last transaction shows whether it was carried out", async (fault, times) => {
      const before = await lastOf();
      sandbox.faults.add({ operation: "Recharge", account, fault });
      expect((await recharge()).code).toBe("OUTCOME_UNKNOWN");
      expect([sandbox.ledger.length, (await lastOf()) !== before]).toEqual([times, times === 1]);
    });

    it("N-18 a token that is refused is renewed once", async () => {
      await all().subscribers.byId(of("active"), call());
      sandbox.faults.add({ operation: "GetSubscriberInfo", account, times: 1, fault: "expired-token" });
      expect(await all().subscribers.byId(of("active"), call())).not.toBeNull();
      sandbox.faults.add({ operation: "GetSubscriberInfo", account, fault: "expired-token" });
      expect((await failureOf(all().subscribers.byId(of("active"), call()))).code).toBe("CARRIER_AUTH_FAILED");
    });
  });
});

describe("an account", () => {
  it.each([
    ["password", { password: "another" }],
    ["key", { encryptionKey: "another-key-that-has-32-bytes-!!" }],
    ["cipher", { cipher: "aes-256-ecb" }],
    ["login", { loginId: "another" }],
  ])("with a wrong %s is told so", async (_what, change) => {
    const source = open("next-za", change);
    const failure = await failureOf(everythingOf(source).subscribers.byId("27827000001", call()));
    expect([failure.code, failure.details.carrierOperation]).toEqual(["CARRIER_AUTH_FAILED", "GetToken"]);
    await source.close();
  });

  it("N-17 with a wrong user is told so when the user is used", async () => {
    const source = open("next-za", { userId: "another" });
    const failure = await failureOf(everythingOf(source).subscribers.byId("27827000001", call()));
    expect([failure.code, failure.details.carrierOperation]).toEqual(["CARRIER_AUTH_FAILED", "GetSubscriberInfo"]);
    await source.close();
  });

  it("N-10 that spells the plan's key in one way alone", async () => {
    for (const planKey of ["PlanID", "PlanId"] as const) {
      await setConditions({ account: "next-za", settings: { planKey } });
      for (const configured of ["PlanID", "PlanId"] as const) {
        const source = open("next-za", { planKey: configured });
        const activation = everythingOf(source).activations.activate(
          { ...PERSON, planId: specimen("next-za", "planId"), iccid: null, simType: "ESIM", requestId: "r" },
          call(),
        );
        if (configured === planKey) expect((await activation).is).toBe("pending");
        else expect((await failureOf(activation)).code).toBe("INVALID_ARGUMENT");
        await source.close();
      }
    }
  });
});
