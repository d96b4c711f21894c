import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../../src/datasources/bics/operations/index.js";
import type { BulkEndpointCreation, EndpointCreation } from "../../../../src/model/endpoint-actions.js";
import { json } from "../../../support/scripted-answers.js";
import { lab, listingWith } from "../lab.js";
import { BULK_CREATION, CREATION, ENDPOINT } from "../runs.js";
import { call, failureOf } from "../support.js";

const carrier = lab();
const all = () => carrier.all;

/** What a request that is refused before it is sent is refused for. */
async function unsent(run: () => Promise<unknown>): Promise<{ field: string | undefined; message: string }> {
  carrier.answers("1", "77777");
  carrier.count();
  const failure = await failureOf(run());
  expect(failure.code).toBe("INVALID_ARGUMENT");
  expect(carrier.count()).toBe(0);
  return { field: failure.details.field?.at(-1), message: failure.message };
}

const create = (change: Partial<EndpointCreation>) => () => all().writes.create({ ...CREATION, ...change }, call());
const createMany = (change: Partial<BulkEndpointCreation>) => () =>
  all().bulk.create({ ...BULK_CREATION, ...change }, call());
const update = (change: Parameters<ReturnType<typeof all>["writes"]["update"]>[1]) => () =>
  all().writes.update(ENDPOINT, change, call());

async function sentBy(run: () => Promise<unknown>): Promise<unknown> {
  carrier.answers("1", "77777");
  await run().catch(() => null);
  return carrier.sent();
}

describe("B-108 activation", () => {
  it("B-108 is needed for add-ons, which the carrier would drop silently otherwise", async () => {
    expect((await unsent(create({ addonPlanIds: ["1"], isActivated: false }))).field).toBe("addonPlanIds");
    expect((await unsent(createMany({ addonPlanIds: ["1"], isActivated: false }))).field).toBe("addonPlanIds");
  });

  it("B-108 is always said in bulk, where silence would activate", async () => {
    for (const isActivated of [true, false]) {
      expect(await sentBy(createMany({ isActivated }))).toMatchObject({
        bulkProvisioningInfo: { isDefaultActivation: String(isActivated) },
      });
    }
  });

  it("B-108 and linking are texts, and a SIM is only named to be linked", async () => {
    const body = await sentBy(create({ iccid: null, isActivated: false }));
    expect(body).toMatchObject({ Request: { requestParam: { isLinkSIM: "false", isDefaultActivation: "false" } } });
    expect(JSON.stringify(body)).not.toContain("iccid");
    const linkless = { name: "Endpointname3", isLinkSIM: "true", roamingProfileId: "2", apnGroupId: "A", planId: "P" };
    const parsed = DOCUMENTED.createEndPoint.body.safeParse({
      Request: { requestParam: { ...linkless, isDefaultActivation: "false" } },
    });
    expect(parsed.error?.issues[0]?.path.at(-1)).toBe("iccid");
  });
});

it("B-109 the ignored dynamicBenefitEnable is never sent, the benefit is", async () => {
  const creation = JSON.stringify(await sentBy(create({ dynamicBenefitId: "1568" })));
  expect(creation).toContain('"benefits":"1568"');
  const bulk = JSON.stringify(await sentBy(createMany({})));
  expect(creation + bulk).not.toContain("dynamicBenefitEnable");
  carrier.prints("createEndPoint", "dynamic-benefit-required");
  expect((await failureOf(create({})())).details.carrierCode).toBe("10201");
});

it("B-110 no credit limit means unlimited, so the caller has to say it", async () => {
  expect(await sentBy(createMany({ creditLimit: "50.25" }))).toMatchObject({
    bulkProvisioningInfo: { creditLimit: "50.25" },
  });
  expect(JSON.stringify(await sentBy(createMany({ creditLimit: "UNLIMITED" })))).not.toContain("creditLimit");
  expect((await unsent(createMany({ creditLimit: "" }))).field).toBe("creditLimit");
});

it("B-111 barring all services stands alone, since the carrier would skip the rest", async () => {
  expect(await sentBy(update({ barring: { all: true } }))).toEqual({
    Request: { endPointId: ENDPOINT, requestParam: { bar_All_Services: "True" } },
  });
  const requestParam = { bar_All_Services: "True", bar_DATA: "False" };
  const parsed = DOCUMENTED.modifyEndpoint.body.safeParse({ Request: { endPointId: "1", requestParam } });
  expect(parsed.error?.issues[0]?.path.at(-1)).toBe("bar_All_Services");
});

it("B-111 each service is barred by its own key with a capital True or False", async () => {
  const services = { DATA: true, SMS_MO: false, SMS_MT: true, NB_IOT: false } as const;
  expect(await sentBy(update({ barring: { services } }))).toEqual({
    Request: {
      endPointId: ENDPOINT,
      requestParam: { bar_DATA: "True", bar_SMS_MO: "False", bar_SMS_MT: "True", bar_NB_IOT: "False" },
    },
  });
});

it("B-112 an IMEI of null removes it by an empty text, an absent one is not sent", async () => {
  expect(await sentBy(update({ imeiLock: "LOCKED", imei: null }))).toEqual({
    Request: { endPointId: ENDPOINT, requestParam: { imeiLockStatus: "LOCK", imei: "" } },
  });
  expect(await sentBy(update({ imeiLock: "UNLOCKED" }))).toEqual({
    Request: { endPointId: ENDPOINT, requestParam: { imeiLockStatus: "UNLOCK" } },
  });
  expect((await unsent(update({ imei: "172938712893782" }))).field).toBe("imei");
  expect((await unsent(update({ imeiLock: "LOCKED", imei: "12" }))).field).toBe("imei");
});

it("B-113 a black list changes in at least one network, none of them in both lists", async () => {
  const network = { tadig: "UKRKS", categoryGroupId: "SP14073" };
  const blacklist = (add: (typeof network)[], remove: (typeof network)[]) => () =>
    all().writes.updateBlacklist(ENDPOINT, { add, remove }, call());
  expect((await unsent(blacklist([], []))).message).toContain("to add or to remove");
  expect((await unsent(blacklist([network], [network]))).field).toBe("remove");
  expect((await unsent(blacklist([{ ...network, categoryGroupId: "" }], []))).field).toBe("categoryGroupId");
});

it("B-114 a threshold is sent in MB, exactly", async () => {
  const change = { counterId: "C_Daily_1", addonInstanceId: "23770", planId: null };
  const threshold = (bytes: bigint) => sentBy(() => all().writes.setThreshold(ENDPOINT, { ...change, bytes }, call()));
  expect(await threshold(3_145_728n)).toEqual({
    Request: {
      endPointId: ENDPOINT,
      requestParam: { threshold: "3", counterId: "C_Daily_1", uniqueId: "23770" },
    },
  });
  expect(await threshold(524_288n)).toMatchObject({ Request: { requestParam: { threshold: "0.5" } } });
  expect(await threshold(104_857_600n)).toMatchObject({ Request: { requestParam: { threshold: "100" } } });
  const negative = { ...change, bytes: -1n };
  expect((await unsent(() => all().writes.setThreshold(ENDPOINT, negative, call()))).field).toBe("threshold");
});

it("B-115 a life cycle is A, S or AI with a reason of 1, 2 or 3; before the first activation it is refused", async () => {
  const sent = async (to: "ACTIVE" | "INVENTORY", reason: "DUNNING" | "CUSTOMER_CARE" | null) => {
    const body = await sentBy(() => all().writes.changeState(ENDPOINT, to, reason, call()));
    return (body as { Request: { requestParam: unknown } }).Request.requestParam;
  };
  expect(await sent("ACTIVE", "DUNNING")).toEqual({ lifeCycle: "A", reason: "2" });
  expect(await sent("INVENTORY", "CUSTOMER_CARE")).toEqual({ lifeCycle: "AI", reason: "3" });
  expect(await sent("ACTIVE", null)).toEqual({ lifeCycle: "A" });
  carrier.prints("endPointLifeCycleChange", "pre-active-or-hold");
  const failure = await failureOf(all().writes.changeState(ENDPOINT, "ACTIVE", null, call()));
  expect(failure.code).toBe("INVALID_TRANSITION");
});

it("B-116 the listing is always asked for a page, and for untagged endpoints by the text null", async () => {
  carrier.says(json(listingWith()));
  const asked = async (query: { tagId?: string | null }) => {
    await all().endpoints.list({ number: 2, size: 50 }, query, call());
    return Object.fromEntries(carrier.last().query);
  };
  expect(await asked({})).toEqual({ page: "2", perPage: "50" });
  expect(await asked({ tagId: "2845001" })).toEqual({ page: "2", perPage: "50", tagId: "2845001" });
  expect(await asked({ tagId: null })).toEqual({ page: "2", perPage: "50", tagId: "null" });
  await all().endpoints.find({ kind: "imsi", value: "1" }, call());
  expect(Object.fromEntries(carrier.last().query)).toEqual({ page: "1", perPage: "2000" });
});

it("B-119 a plan of the other billing type, or in an OEM state, is refused for what it is", async () => {
  const changePlan = () => failureOf(all().writes.changePlan(ENDPOINT, "1", call()));
  carrier.prints("changePlan", "plan-type-mismatch");
  expect((await changePlan()).code).toBe("PLAN_UNAVAILABLE");
  carrier.prints("changePlan", "oem-state");
  expect((await changePlan()).code).toBe("INVALID_TRANSITION");
});

it("B-120 a balance below the counter is out of range", async () => {
  carrier.prints("subscribeAddon", "balance-below-counter");
  const adjustments = [{ benefitId: "2", balance: { bytes: 1_048_576n } }];
  const failure = await failureOf(all().writes.subscribeAddon(ENDPOINT, { planId: "1", adjustments }, call()));
  expect(failure).toMatchObject({ code: "OUT_OF_RANGE", details: { carrierCode: "10260" } });
});

it("a change of nothing is refused", async () => {
  expect((await unsent(update({}))).message).toContain("must change something");
  expect((await unsent(update({ addTagIds: [] }))).message).toContain("must change something");
});
