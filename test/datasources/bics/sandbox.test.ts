import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.js";
import { bics } from "../../../src/datasources/bics/index.js";
import type { DataSource } from "../../../src/datasources/carrier.js";
import type { EndpointCreation } from "../../../src/model/endpoint-actions.js";
import { CREATION } from "./runs.js";
import { call, everythingOf, failureOf } from "./support.js";

/** The adapter against the carrier in a box, which was written from the same document by somebody else. */
let sandbox: Sandbox;
let sources: Record<string, DataSource>;

beforeAll(async () => {
  sandbox = await startSandbox({ now: new Date("2026-03-15T10:00:00Z") });
});
afterAll(() => sandbox.stop());

beforeEach(async () => {
  await Promise.all(Object.values(sources ?? {}).map((source) => source.close()));
  sandbox.reset();
  sources = Object.fromEntries(
    [...sandbox.accounts, ...sandbox.extraAccounts].map((account) => {
      const config = bics.config.parse(account);
      return [account.id, bics.create(config, () => {})];
    }),
  );
});

function of(account = "bics-eu") {
  const source = sources[account];
  if (!source) throw new Error(`no account ${account}`);
  return everythingOf({ source });
}

const specimen = (name: string, account = "bics-eu"): string => {
  const id = sandbox.bics.specimens[account]?.[name];
  if (id === undefined) throw new Error(`no specimen ${name}`);
  return id;
};

/** What reached the carrier, in this order. */
const received = () => sandbox.calls.map(({ operation }) => operation);

describe("tokens", () => {
  const list = () => of().endpoints.list({ number: 1, size: 5 }, {}, call());

  it("are obtained once and used again", async () => {
    await list();
    await list();
    expect(received()).toEqual(["login", "GetEndpoints", "GetEndpoints"]);
  });

  it("are renewed by the refresh token when they have expired", async () => {
    await list();
    sandbox.clock.advance(11 * 60_000);
    await list();
    expect(received()).toEqual(["login", "GetEndpoints", "GetEndpoints", "RefreshToken", "GetEndpoints"]);
  });

  it("are obtained anew when the refresh token has expired too", async () => {
    await list();
    sandbox.clock.advance(25 * 3_600_000);
    await list();
    expect(received().slice(2)).toEqual(["GetEndpoints", "RefreshToken", "login", "GetEndpoints"]);
  });

  it("are not given for a wrong password", async () => {
    const [account] = sandbox.accounts;
    const source = bics.create(bics.config.parse({ ...account, password: "wrong" }), () => {});
    const failure = await failureOf(everythingOf({ source }).own.iccidRanges(call()));
    await source.close();
    expect(failure.code).toBe("CARRIER_AUTH_FAILED");
  });
});

describe("reads", () => {
  it("page through all endpoints, each of which has a profile that agrees with its row", async () => {
    const { endpoints } = of();
    const first = await endpoints.list({ number: 1, size: 100 }, {}, call());
    const third = await endpoints.list({ number: 3, size: 100 }, {}, call());
    expect([first.total, first.rows.length, third.rows.length]).toEqual([240, 100, 40]);
    for (const row of first.rows) {
      const profile = await endpoints.profile(row.key.native, call());
      expect(profile).toMatchObject({ key: row.key, name: row.name, state: row.state, billing: row.billing });
      expect(profile?.state).not.toBe("UNKNOWN");
      expect(profile?.plan?.name).toEqual(expect.any(String));
    }
  });

  it("understand every state of an OEM account", async () => {
    const { rows } = await of("bics-oem").endpoints.list({ number: 1, size: 2000 }, {}, call());
    const states = new Set(rows.map(({ state }) => state));
    expect([...states].sort()).toEqual(["ACTIVE", "HOLD", "INVENTORY", "PRE_ACTIVE", "SUSPENDED", "TEST"]);
  });

  it("give different keys to all balances and add-ons of an account", async () => {
    const { endpoints } = of();
    const { rows } = await endpoints.list({ number: 1, size: 60 }, {}, call());
    const keys: string[] = [];
    for (const { key } of rows) {
      const profile = await endpoints.profile(key.native, call());
      for (const { key: own } of [...(profile?.balances ?? []), ...(profile?.addons ?? [])]) keys.push(own.native);
    }
    expect(keys.length).toBeGreaterThan(60);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("find an endpoint by each of its numbers", async () => {
    const { endpoints } = of();
    const profile = await endpoints.profile(specimen("activeConnected"), call());
    const { iccid, imsi, msisdn } = profile?.sim ?? {};
    for (const [kind, value] of [["iccid", iccid] as const, ["imsi", imsi] as const, ["msisdn", msisdn] as const]) {
      expect((await endpoints.find({ kind, value: value ?? "none" }, call()))?.key, kind).toEqual(profile?.key);
    }
  });

  it("show a SIM, linked and free", async () => {
    const { sims } = of();
    const free = await sims.byIccid(specimen("simFree"), call());
    expect(free).toMatchObject({ state: "INVENTORY", endpoint: null });
    const profile = await of().endpoints.profile(specimen("activeConnected"), call());
    expect(await sims.byIccid(profile?.sim?.iccid ?? "", call())).toMatchObject({
      state: "ACTIVE",
      endpoint: profile?.key,
    });
    expect(await sims.byIccid("8932042999999999999", call())).toBeNull();
  });

  it("tell usage, or that there is none", async () => {
    const period = { from: "2026-02-01", to: "2026-03-14" };
    const used = await of().usage.usage(specimen("activeConnected"), period, call());
    expect(used.absence).toBeNull();
    expect(used.data.days.length).toBeGreaterThan(0);
    const unused = await of().usage.usage(specimen("preActiveWithoutSim"), period, call());
    expect(unused).toMatchObject({ data: { days: [], total: null }, absence: { carrierCode: "1340" } });
  });

  it("tell where an endpoint is, or why not", async () => {
    const { location } = of();
    expect(await location.location(specimen("location:found"), call())).toMatchObject({
      absence: null,
      mcc: expect.stringMatching(/^\d{3}$/),
    });
    expect((await location.location(specimen("location:detached"), call())).absence?.carrierCode).toBe("10089");
    expect((await location.location(specimen("location:not-provided"), call())).absence?.carrierCode).toBe("10094");
    const timedOut = await failureOf(location.location(specimen("location:hss-timeout"), call()));
    expect(timedOut.code).toBe("CARRIER_TIMEOUT");
    const localised = await failureOf(location.location(specimen("localised"), call()));
    expect(localised.code).toBe("SERVICE_NOT_APPLICABLE");
  });

  it("tell the network of an endpoint in each situation", async () => {
    const stateOf = async (name: string) => {
      const { state, absence } = await of().connectivity.connectivity(specimen(name), call());
      return [state, absence?.carrierCode];
    };
    expect(await stateOf("activeConnected")).toEqual(["ONLINE", undefined]);
    expect(await stateOf("activeLastSeen")).toEqual(["OFFLINE", undefined]);
    expect(await stateOf("activeNoRecentNetwork")).toEqual(["UNKNOWN", "11010"]);
    expect(await stateOf("preActiveWithSim")).toEqual(["UNKNOWN", "2503"]);
  });

  it("tell the networks, all of them and those of the black list", async () => {
    const id = specimen("activeConnected");
    const networks = await of().networks.networks(id, null, call());
    expect(networks.length).toBeGreaterThan(10);
    expect(networks.every(({ plmns, rats }) => plmns.length > 0 && !rats.includes("UNKNOWN"))).toBe(true);
    const blacklisted = await of().networks.networks(id, true, call());
    expect(blacklisted).toEqual(networks.filter(({ isBlacklisted }) => isBlacklisted));
  });

  it("tell the add-ons in both answers under the same instance", async () => {
    const id = specimen("withCounter");
    const profile = await of().endpoints.profile(id, call());
    const details = await of().addons.details(id, call());
    expect(profile?.addons.map(({ instanceId }) => instanceId)).toEqual(details.map(({ instanceId }) => instanceId));
    const inProfile = new Set(profile?.balances.map(({ key }) => key.native));
    for (const { balances } of details) for (const { key } of balances) expect(inProfile).toContain(key.native);
  });

  it("list the plans of each kind", async () => {
    const { plans } = of("bics-oem");
    for (const part of plans.parts.filter(({ billing }) => billing === "POSTPAID")) {
      const { kind } = part;
      const list = await plans.list(part, call());
      expect(list.length, kind).toBeGreaterThan(0);
      expect(list.every((plan) => plan.kind === kind && plan.name !== null)).toBe(true);
    }
  });

  it("are null for an endpoint that is not there, and refused to a reseller", async () => {
    expect(await of().endpoints.profile("99999999", call())).toBeNull();
    const reseller = of("bics-reseller").endpoints.list({ number: 1, size: 5 }, {}, call());
    expect((await failureOf(reseller)).code).toBe("PERMISSION_DENIED");
  });
});

describe("writes", () => {
  /** An endpoint like another, without SIM. */
  async function plainCreation(): Promise<EndpointCreation> {
    const model = await of().endpoints.profile(specimen("activePostpaid"), call());
    return {
      ...CREATION,
      planId: model?.plan?.key.native ?? "",
      roamingProfileIds: model?.roamingProfiles.slice(0, 1).map(({ id }) => id) ?? [],
      apnGroupId: model?.apnGroupId ?? "",
      iccid: null,
      isActivated: false,
      monthlyLimit: null,
      tagIds: [],
    };
  }

  it("lead an endpoint through its whole life", async () => {
    const { writes, endpoints } = of();
    const iccid = specimen("simFree");
    const created = await writes.create(await plainCreation(), call());
    expect(created).toMatchObject({ is: "done", reached: "CREATED", isPartial: false });
    const id = created.reference ?? "";
    const stateOf = async () => (await endpoints.profile(id, call()))?.state;
    expect(await stateOf()).toBe("PRE_ACTIVE");

    expect(await writes.linkSim(id, iccid, call())).toMatchObject({ is: "done" });
    expect(await writes.linkSim(id, iccid, call())).toMatchObject({ is: "already" });
    expect(await writes.activate(id, call())).toMatchObject({ is: "done" });
    expect(await writes.activate(id, call())).toMatchObject({ is: "already" });
    expect(await stateOf()).toBe("ACTIVE");

    expect(await writes.update(id, { name: "renamed by test" }, call())).toMatchObject({ is: "done" });
    expect((await endpoints.profile(id, call()))?.name).toBe("renamed by test");

    expect(await writes.changeState(id, "SUSPENDED", "CUSTOMER_CARE", call())).toMatchObject({
      is: "done",
      previous: "ACTIVE",
      reached: "SUSPENDED",
    });
    expect(await writes.changeState(id, "SUSPENDED", null, call())).toMatchObject({ is: "already" });
    expect((await failureOf(writes.remove(id, call()))).code).toBe("INVALID_TRANSITION");
    expect(await writes.unlinkSim(id, call())).toMatchObject({ is: "done" });
    expect(await stateOf()).toBe("HOLD");
    expect(await writes.remove(id, call())).toMatchObject({ is: "done" });
    expect(await endpoints.profile(id, call())).toBeNull();
  });

  it("put a network on the black list, and leave open what an empty answer does not tell", async () => {
    const { writes, networks } = of();
    const id = specimen("activeConnected");
    const [one, other] = (await networks.networks(id, false, call())).map(({ tadig, categoryGroup }) => ({
      tadig: tadig ?? "",
      categoryGroupId: categoryGroup?.id ?? "",
    }));
    if (!one || !other) throw new Error("the endpoint meets fewer than two networks");
    const blacklisted = async () => (await networks.networks(id, true, call())).map(({ tadig }) => tadig);
    const change = { add: [one], remove: [] };
    expect(await writes.updateBlacklist(id, change, call())).toMatchObject({ is: "done" });
    expect(await writes.updateBlacklist(id, change, call())).toMatchObject({ is: "already", carrierCode: "10134" });
    expect(await blacklisted()).toContain(one.tadig);

    const both = await failureOf(writes.updateBlacklist(id, { add: [other], remove: [one] }, call()));
    expect(both.code).toBe("OUTCOME_UNKNOWN");
    expect(await blacklisted()).toContain(other.tadig);
    expect(await blacklisted()).not.toContain(one.tadig);
  });

  it("subscribe an add-on and tell what it brings", async () => {
    const { writes, plans, endpoints } = of();
    const id = specimen("activePostpaid");
    const [plan] = await plans.list({ kind: "ADDON", billing: "POSTPAID", region: null }, call());
    const planId = plan?.key.native ?? "";
    const result = await writes.subscribeAddon(id, { planId, adjustments: [] }, call());
    expect(result).toMatchObject({ is: "done", addons: [{ plan: { name: plan?.name } }] });
    expect(result.balances.length).toBeGreaterThan(0);
    const profile = await endpoints.profile(id, call());
    expect(profile?.addons.map(({ key }) => key)).toContainEqual(result.addons[0]?.key);
  });

  it("are not carried out twice when the connection breaks after the carrier has acted", async () => {
    sandbox.faults.add({ operation: "CreateEndPoint", times: 1, fault: "reset-after" });
    const before = sandbox.ledger.length;
    const creation = await plainCreation();
    expect((await failureOf(of().writes.create(creation, call()))).code).toBe("OUTCOME_UNKNOWN");
    expect(sandbox.ledger.length - before).toBe(1);
    expect(sandbox.calls.filter(({ operation }) => operation === "CreateEndPoint")).toHaveLength(1);
  });
});
