import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { idOf, type Lab } from "../operations/support.js";
import { ALL, callsOf, countsOf, pageOf, specimen, startAll, statusesOf, walk } from "./all-carriers.js";

let lab: Lab;
beforeAll(async () => {
  lab = await startAll();
});
beforeEach(() => void lab.sandbox.calls.splice(0));
afterEach(() => lab.sandbox.faults.clear());
afterAll(() => lab.stop());

const of = (account: string, name: string) => specimen(lab, account, name);

interface SimView {
  readonly id: string;
  readonly iccid: string;
  readonly account: { readonly id: string };
}

interface LineView {
  readonly id: string;
  readonly msisdn: string;
  readonly account: { readonly id: string };
  readonly sim: { readonly id: string; readonly iccid: string } | null;
}

const findSim = (by: object, { caller }: Lab = lab) =>
  caller.only<SimView | null>("query ($by: SimBy!) { it: sim(by: $by) { id iccid account { id } } }", { by });

const findLine = (by: object, account: string | null = null, { caller }: Lab = lab) =>
  caller.only<LineView | null>(
    `query ($by: SubscriberBy!, $account: ID) {
      it: subscriber(by: $by, account: $account) { id msisdn account { id } sim { id iccid } } }`,
    { by, account },
  );

/** A subscriber of Reach, to whom no number leads before it has been read once; it is noted a little later. */
async function meet(name: string, account = "reach-us"): Promise<LineView> {
  const line = await findLine({ carrierSubscriberId: of(account, name) }, account);
  if (!line) throw new Error(`${name} is not there`);
  await expect.poll(() => findLine({ msisdn: line.msisdn }, account)).toEqual(line);
  return line;
}

/** The ICCID of an endpoint of BICS. */
async function iccidOf(account: string): Promise<string> {
  const query = `query ($accounts: [ID!]) { it: sims(first: 1, filter: { accounts: $accounts }) { nodes { iccid } } }`;
  const { nodes } = await lab.caller.only<{ nodes: readonly SimView[] }>(query, { accounts: [account] });
  return nodes[0]?.iccid ?? "";
}

describe("without an account", () => {
  it("G-01 a SIM is found by its ICCID at whichever carrier has it, and by its id again", async () => {
    const { sim } = await meet("active");
    const wanted = {
      "bics-oem": await iccidOf("bics-oem"),
      "next-eu": of("next-eu", "simActive"),
      "next-za": of("next-za", "simFree"),
      nexcon: of("nexcon", "activated"),
      "reach-us": sim?.iccid,
    };
    for (const [account, iccid] of Object.entries(wanted)) {
      const found = await findSim({ iccid });
      expect(found).toMatchObject({ iccid, account: { id: account } });
      expect(await findSim({ id: found?.id })).toEqual(found);
      const node = await lab.caller.only("query ($id: ID!) { it: node(id: $id) { id } }", { id: found?.id });
      expect(node).toEqual({ id: found?.id });
    }
  });

  it("a subscriber is found by number or ICCID at whichever carrier has it", async () => {
    const met = await meet("activeUnlimited", "reach-mvno");
    for (const by of [{ msisdn: met.msisdn }, { msisdn: `1${met.msisdn}` }, { iccid: met.sim?.iccid }]) {
      expect(await findLine(by)).toEqual(met);
    }
    const msisdn = of("next-eu", "active");
    const line = await findLine({ msisdn });
    expect(line).toMatchObject({ msisdn, account: { id: "next-eu" } });
    expect(await findLine({ iccid: line?.sim?.iccid })).toEqual(line);
    expect(await findLine({ id: line?.id })).toEqual(line);
  });

  it("what nobody has is null, and each account that could have it was asked once", async () => {
    expect(await findLine({ msisdn: "27999999999" })).toBeNull();
    expect(callsOf(lab)).toEqual({ "next-za GetSubscriberInfo": 1, "next-eu GetSubscriberInfo": 1 });
    lab.sandbox.calls.splice(0);
    expect(await findSim({ iccid: "8900000000000000000" })).toBeNull();
    expect(callsOf(lab)).toEqual({
      // An endpoint on a local profile has an ICCID that the inventory does not know.
      ...{ "bics-eu fetchSIM": 1, "bics-eu GetEndpoints": 1, "bics-oem fetchSIM": 1, "bics-oem GetEndpoints": 1 },
      ...{ "next-za GetSubscriberInfo": 1, "next-za GetSIMsForActivation": 2 },
      ...{ "next-eu GetSubscriberInfo": 1, "next-eu GetSIMsForActivation": 2 },
      "nexcon status": 1,
    });
  });

  it("an account that fails hides nothing that another has, and says so when none has it", async () => {
    lab.sandbox.faults.add({ account: "next-za", operation: "GetSubscriberInfo", fault: "status;status=503" });
    expect(await findLine({ msisdn: of("next-eu", "active") })).toMatchObject({ account: { id: "next-eu" } });
    const { data, errors } = await lab.caller.post(`{ subscriber(by: { msisdn: "27999999999" }) { id } }`);
    expect(data).toEqual({ subscriber: null });
    expect(errors).toMatchObject([{ extensions: { code: "CARRIER_UNAVAILABLE", account: "next-za" } }]);
  });
});

describe("with ranges of numbers", () => {
  it("only the accounts whose range it is are asked", async () => {
    const ranged = await startAll({
      nexcon: { numberRanges: { iccid: ["8945999"] } },
      "next-eu": { numberRanges: { iccid: ["89310441"], msisdn: ["31970"] } },
    });
    try {
      const nexcon = specimen(ranged, "nexcon", "activated");
      expect(await findSim({ iccid: nexcon }, ranged)).toMatchObject({ account: { id: "nexcon" } });
      expect(callsOf(ranged)).toEqual({ "nexcon status": 1 });
      ranged.sandbox.calls.splice(0);
      const msisdn = specimen(ranged, "next-eu", "active");
      expect(await findLine({ msisdn }, null, ranged)).toMatchObject({ account: { id: "next-eu" } });
      expect(callsOf(ranged)).toEqual({ "next-eu GetSubscriberInfo": 1 });
      const unknown = specimen(ranged, "next-za", "active");
      expect(await findLine({ msisdn: unknown }, null, ranged)).toMatchObject({ account: { id: "next-za" } });
    } finally {
      await ranged.stop();
    }
  });
});

describe("one connection", () => {
  it("G-03 has the plans of all carriers, each once, and no account borrows another's token", async () => {
    const plans = await walk(lab, "plans", 7);
    const counts = countsOf(plans);
    expect(Object.keys(counts)).toEqual(ALL.slice(0, 6));
    expect(counts).toMatchObject({ "next-za": 8, "next-eu": 8 });
    expect(new Set(plans.map(({ id }) => id)).size).toBe(plans.length);
    expect(await walk(lab, "plans", 2000)).toEqual(plans);
    const accounts = lab.sandbox.calls.map(({ account }) => account);
    expect([...new Set(accounts)].toSorted()).toEqual(ALL.slice(0, 6).toSorted());
  });

  it("has the subscribers that were met at any carrier, in a stable order", async () => {
    for (const name of ["withBills", "suspended", "active"])
      await findLine({ carrierSubscriberId: of("reach-us", name) }, "reach-us");
    await findLine({ carrierSubscriberId: of("reach-mvno", "suspended") }, "reach-mvno");
    for (const account of ["next-za", "next-eu"]) {
      for (const name of ["active", "suspended"]) await findLine({ msisdn: of(account, name) }, account);
    }
    const ids = [
      ...["withBills", "suspended", "active"].map((name) => idOf("Subscriber", of("reach-us", name), "reach-us")),
      idOf("Subscriber", of("reach-mvno", "suspended"), "reach-mvno"),
      ...["next-za", "next-eu"].flatMap((account) =>
        ["active", "suspended"].map((name) => idOf("Subscriber", of(account, name), account)),
      ),
    ];
    const listed = async () => (await walk(lab, "subscribers", 3)).map(({ id }) => id);
    await expect.poll(listed).toEqual(expect.arrayContaining(ids));
    const all = await walk(lab, "subscribers", 2000);
    expect(all.map(({ id }) => id)).toEqual(await listed());
    expect(Object.keys(countsOf(all))).toEqual(["reach-us", "reach-mvno", "next-za", "next-eu"]);
  });

  it.each(["sims", "endpoints"])("of %s has only the accounts whose carrier lists them", async (listing) => {
    const { nodes, sources } = await pageOf(lab, listing, 2000);
    expect(statusesOf(sources)).toEqual({ "bics-eu": "OK", "bics-oem": "OK" });
    expect(countsOf(nodes)).toMatchObject({ "bics-oem": expect.any(Number) });
  });

  it.each(["bics-eu", "bics-oem", "next-za"])(
    "G-10 has the rows of the others while %s is down, and its own by the same cursor when it is up again",
    async (down) => {
      const whole = await walk(lab, "plans", 2000);
      const before = await pageOf(lab, "plans", 3);
      lab.sandbox.faults.add({ account: down, fault: "status;status=503" });
      const without = await pageOf(lab, "plans", 2000, before.pageInfo.endCursor);
      const others = ALL.slice(0, 6).filter((account) => account !== down);
      expect(statusesOf(without.sources)).toEqual({
        ...Object.fromEntries(others.map((account) => [account, "OK"])),
        [down]: "CARRIER_UNAVAILABLE",
      });
      lab.sandbox.faults.clear();
      const rest = await pageOf(lab, "plans", 2000, without.pageInfo.endCursor);
      const ids = [before, without, rest].flatMap(({ nodes }) => nodes.map(({ id }) => id));
      expect(ids.toSorted()).toEqual(whole.map(({ id }) => id).toSorted());
    },
  );
});

describe("objects of all carriers", () => {
  it("are read again together by their ids, each by its own carrier", async () => {
    const [plan] = (await pageOf(lab, "plans", 1)).nodes;
    const ids = [
      idOf("Endpoint", of("bics-eu", "activeIdle")),
      idOf("Subscriber", of("reach-us", "active"), "reach-us"),
      idOf("Subscriber", of("next-za", "active"), "next-za"),
      idOf("Sim", of("nexcon", "activated"), "nexcon"),
      idOf("Plan", `R24/${of("next-eu", "planCode")}`, "next-eu"),
      plan?.id,
      idOf("Plan", "0123456789abcdef0123456789abcdef", "payu"),
    ];
    const query = `query ($ids: [ID!]!) { it: nodes(ids: $ids) { __typename id ... on Line { account { carrier } } } }`;
    expect(await lab.caller.only(query, { ids })).toEqual([
      { __typename: "Endpoint", id: ids[0], account: { carrier: "BICS" } },
      { __typename: "Subscriber", id: ids[1], account: { carrier: "REACH" } },
      { __typename: "Subscriber", id: ids[2], account: { carrier: "NEXTCOMM" } },
      { __typename: "Sim", id: ids[3] },
      { __typename: "Plan", id: ids[4] },
      { __typename: "Plan", id: ids[5] },
      null,
    ]);
  });

  it("have SIMs whose inventory tells nothing where the carrier has none", async () => {
    const query = `query ($id: ID!) { it: node(id: $id) { ... on Subscriber { sim { iccid product isAttached } } } }`;
    const found = await lab.caller.only(query, { id: idOf("Subscriber", of("reach-us", "active"), "reach-us") });
    expect(found).toEqual({ sim: { iccid: expect.stringMatching(/^\d+$/), product: null, isAttached: null } });
  });
});
