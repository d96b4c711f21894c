import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACCOUNTS, NextLab, subscriberOf } from "./nextcomm-support.js";

let lab: NextLab;
beforeAll(async () => {
  lab = await NextLab.start();
});
beforeEach(async () => {
  await lab.set({ account: "next-za", settings: { messageData: "text" } });
  await lab.set({ account: "next-eu", settings: { messageData: "text" } });
  lab.sandbox.calls.splice(0);
});
afterAll(() => lab.stop());

const CURRENCY = { "next-za": "ZAR", "next-eu": "EUR" } as const;
const GIB = 1024 ** 3;

const LINE = `id msisdn name state stateRaw carrierSubscriberId account { id } plan { name kind } sim { iccid imsi state }
  balances { name kind source sourceRaw status unitRaw remaining { kind amount money { amount currency } raw } validTo { kind } }
  addons { plan { name kind } status validTo { kind } balances { kind initial { kind amount } } }
  nextComm { subscriptionId subscriptionStateRaw activeProducts facilities { name isAllowed raw } simExpiresAt { kind } }`;

type Line = Readonly<Record<string, unknown>> & { readonly id: string; readonly sim: { readonly iccid: string } };

const find = (by: object, account: string | null = null) =>
  lab.caller.only<Line | null>(
    `query ($by: SubscriberBy!, $account: ID) { it: subscriber(by: $by, account: $account) { ${LINE} } }`,
    { by, account },
  );

describe.each(ACCOUNTS)("a subscriber of %s", (account) => {
  const of = (name: string) => lab.of(name, account);

  it("G-04 G-05 N-33 is the same by its number, by its SIM and by its id, with balances, add-ons and services", async () => {
    const line = await find({ msisdn: `+${of("manyBalances")}` }, account);
    expect(line).toMatchObject({
      id: subscriberOf(of("manyBalances"), account),
      msisdn: of("manyBalances"),
      name: "Sandbox manyBalances",
      state: "ACTIVE",
      account: { id: account },
      plan: { name: "Nextcomm – Data 1 GB", kind: "BASE" },
      sim: { state: "ACTIVE", imsi: expect.stringMatching(/^\d{15}$/) },
      balances: [
        { name: "Data", kind: "DATA", status: "ACTIVE", remaining: { kind: "LIMITED", amount: String(GIB) } },
        {
          name: "Main",
          kind: "MONEY",
          remaining: { kind: "LIMITED", amount: null, money: { amount: "12.50", currency: CURRENCY[account] } },
          validTo: { kind: "UNKNOWN" },
        },
        { name: "Night data", kind: "DATA", remaining: { amount: String(512.25 * 1024 ** 2), raw: "512.25" } },
        { name: "Loyalty", kind: "UNKNOWN", unitRaw: "Points", remaining: { kind: "UNKNOWN", raw: "7" } },
        { name: "On-net", kind: "VOICE", remaining: { kind: "UNLIMITED", amount: null, raw: "Unlimited" } },
      ],
      addons: [
        {
          plan: { name: "Roaming pack", kind: "ADDON" },
          status: "ACTIVE",
          balances: [{ kind: "DATA", initial: { kind: "LIMITED", amount: String(300 * 1024 ** 2) } }],
        },
      ],
      nextComm: {
        subscriptionStateRaw: "Active",
        activeProducts: ["Nextcomm – Data 1 GB", "Roaming pack"],
        simExpiresAt: { kind: account === "next-za" ? "AT" : "UNKNOWN" },
      },
    });
    expect(await find({ iccid: line?.sim.iccid }, account)).toEqual(line);
    expect(await find({ id: line?.id })).toEqual(line);
    const byOwnId = await find({ carrierSubscriberId: of("manyBalances") }, account);
    expect(byOwnId).toEqual(line);
  });

  it("N-34 has services that are said to be allowed or not, in whatever words", async () => {
    const allowed = Object.entries({
      ...{ outgoing: true, incoming: true, voice: true, roaming: false },
      ...{ sms: true, gprs: true, ringBack: false },
    });
    expect(await find({ msisdn: of("active") }, account)).toMatchObject({
      nextComm: { facilities: allowed.map(([name, isAllowed]) => ({ name, isAllowed })) },
    });
  });

  it.each([
    ["suspended", "SUSPENDED", "Suspended"],
    ["expired", "SUSPENDED", "Expired"],
    ["unknownStatus", "UNKNOWN", "Quarantine-2"],
    ["withoutStatus", "UNKNOWN", null],
  ])("that is %s is %s, with the carrier's own word beside it", async (name, state, stateRaw) => {
    expect(await find({ msisdn: of(name) }, account)).toMatchObject({ state, stateRaw });
  });

  it("that is none is null", async () => {
    expect(await find({ msisdn: of("unknownNumber") }, account)).toBeNull();
    expect(await find({ iccid: of("simFree") }, account)).toBeNull();
    expect(await find({ id: subscriberOf(of("unknownNumber"), account) })).toBeNull();
  });

  it("N-01 is the same when the carrier's JSON is not in a text", async () => {
    const before = await find({ msisdn: of("manyBalances") }, account);
    await lab.set({ account, settings: { messageData: "decoded" } });
    expect(await find({ msisdn: of("manyBalances") }, account)).toEqual(before);
  });

  it("costs one call for all of it, and another one for the allowances of add-ons", async () => {
    await find({ msisdn: of("active") }, account);
    expect(lab.calls.filter((call) => call !== "GetToken")).toEqual(["GetSubscriberInfo"]);
    lab.sandbox.calls.splice(0);
    await find({ msisdn: of("manyBalances") }, account);
    expect(lab.calls).toEqual(["GetSubscriberInfo", "GetSubscriberInfo"]);
  });
});

describe.each(ACCOUNTS)("the stock of %s", (account) => {
  const stock = async (type: "PHYSICAL" | "ESIM", iccid: string | null = null) => {
    const query = `query ($account: ID!, $type: StockType!, $iccid: String) { it: account(id: $account) {
      stock(type: $type, iccid: $iccid) { iccid state product msisdn activation { qrText smdpAddress matchingId } } } }`;
    type Stock = { stock: readonly (Readonly<Record<string, unknown>> & { iccid: string })[] };
    return (await lab.caller.only<Stock>(query, { account, type, iccid })).stock;
  };
  const of = (name: string) => lab.of(name, account);

  it("has physical SIMs, by one call, without those that somebody has", async () => {
    const sims = await stock("PHYSICAL");
    expect(sims).toHaveLength(30 - 7);
    expect(sims[0]).toEqual({
      iccid: of("simFree"),
      state: "INVENTORY",
      product: "Physical",
      msisdn: null,
      activation: null,
    });
    expect(sims.map(({ iccid }) => iccid)).not.toContain(of("simActive"));
    expect(lab.calls.filter((call) => call !== "GetToken")).toEqual(["GetSIMsForActivation"]);
  });

  it("N-28 has eSIMs with whole activation codes", async () => {
    const sims = await stock("ESIM");
    expect(sims).toHaveLength(20 - 1);
    expect(sims[0]).toMatchObject({
      iccid: of("esimFree"),
      activation: {
        smdpAddress: "dp-plus.sandbox.example",
        qrText: expect.stringMatching(/^LPA:1\$dp-plus\.sandbox\.example\$3PO7N-7894G-/),
      },
    });
  });

  it("is not told whole for an ICCID that is empty", async () => {
    const query = `query ($account: ID!) { account(id: $account) { stock(type: PHYSICAL, iccid: "") { iccid } } }`;
    expect((await lab.caller.post(query, { account })).errors).toMatchObject([{ extensions: { field: ["iccid"] } }]);
  });

  it("tells of one SIM alone, and of none that is taken", async () => {
    expect(await stock("PHYSICAL", of("secondSimFree"))).toMatchObject([{ iccid: of("secondSimFree") }]);
    expect(await stock("PHYSICAL", of("simActive"))).toEqual([]);
  });
});

describe.each(ACCOUNTS)("the plans of %s", (account) => {
  interface PlanView {
    readonly carrierPlanId: string;
    readonly name: string;
    readonly kind: string;
    readonly price: { readonly amount: string; readonly currency: string };
    readonly validity: { readonly unit: string; readonly value: number };
    readonly nextComm: { readonly region: string; readonly profile: object | null };
  }
  const plans = async (kinds: readonly string[]) => {
    const query = `query ($accounts: [ID!], $kinds: [PlanKind!]) { it: plans(filter: { accounts: $accounts, kinds: $kinds }) {
      nodes { carrierPlanId name kind price { amount currency } validity { unit value }
        nextComm { region profile { id name } validityDays } } } }`;
    return (await lab.caller.only<{ nodes: readonly PlanView[] }>(query, { accounts: [account], kinds })).nodes;
  };

  it("N-29 N-31 N-38 to activate with are those of three regions, one call each", async () => {
    const nodes = await plans(["BASE"]);
    expect(nodes.map(({ name, nextComm }) => [nextComm.region, name])).toEqual([
      ["12", "Tourist 5 GB"],
      ["12", "Tourist Talk"],
      ["24", "Nextcomm – Data 1 GB"],
      ["24", "100mins_4GB"],
      ["25", "Data SIM 10 GB"],
    ]);
    expect(new Set(nodes.map(({ price }) => price.currency))).toEqual(new Set([CURRENCY[account]]));
    expect(nodes[0]).toMatchObject({ kind: "BASE", validity: { unit: "DAY", value: 14 }, nextComm: { profile: {} } });
    const asked = lab.sandbox.calls.filter(({ operation }) => operation === "GetActivationPlans");
    expect(asked.map(({ query }) => query.RegionID).toSorted()).toEqual(["12", "24", "25"]);
    expect(lab.count("GetRechargePlans")).toBe(0);
  });

  it("N-29 to recharge with are those of one region, by one call", async () => {
    const nodes = await plans(["RECHARGE"]);
    expect(nodes.map(({ name }) => name)).toEqual(["Recharge 49", "Recharge 99.90", "Minutes only"]);
    expect(nodes[0]).toMatchObject({ kind: "RECHARGE", carrierPlanId: `R24/${lab.of("planCode", account)}` });
    const asked = lab.sandbox.calls.filter(({ operation }) => operation !== "GetToken");
    expect(asked).toMatchObject([{ operation: "GetRechargePlans", query: { RegionID: "24" } }]);
  });
});

describe("two accounts of the carrier", () => {
  it("N-17 N-18 work side by side, each with one token of its own for all its calls", async () => {
    const own = await NextLab.start();
    try {
      const fields = ACCOUNTS.flatMap((account, at) =>
        ["active", "suspended", "manyBalances"].map(
          (name, nth) =>
            `a${at}${nth}: subscriber(by: { msisdn: "${own.of(name, account)}" }, account: "${account}") { msisdn account { id } }`,
        ),
      );
      const { data, errors } = await own.caller.post(`{ ${fields.join(" ")} }`);
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ a00: { account: { id: "next-za" } }, a12: { account: { id: "next-eu" } } });
      const of = (name: string) => own.sandbox.calls.filter(({ operation }) => operation === name);
      expect(
        of("GetToken")
          .map(({ account }) => account)
          .toSorted(),
      ).toEqual(["next-eu", "next-za"]);
      expect(
        of("GetSubscriberInfo")
          .map(({ account }) => account)
          .toSorted(),
      ).toEqual([...["next-eu", "next-eu", "next-eu"], ...["next-za", "next-za", "next-za"]]);
      expect(new Set(own.sandbox.calls.map(({ code }) => code))).toEqual(new Set(["Success"]));
    } finally {
      await own.stop();
    }
  });
});
