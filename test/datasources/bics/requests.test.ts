import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../src/datasources/bics/operations/index.js";
import { encode } from "../../../src/datasources/http/encode.js";
import type { Operation } from "../../../src/datasources/http/operation.js";
import { json } from "../../support/scripted-answers.js";
import type { ReceivedRequest } from "../../support/scripted-carrier.js";
import { fixture, fixtures, type RequestFixture } from "./fixtures.js";
import { BULK_CREATION, CREATION, type DocumentedOperation, ENDPOINT, ICCID, RUNS } from "./runs.js";
import { type Bics, call, envelope, everythingOf, startBics, TOKEN } from "./support.js";

let bics: Bics;
beforeAll(async () => {
  bics = await startBics();
});
afterAll(() => bics.stop());

/** The one request that the carrier received. What it answers is of no interest here. */
let seen: () => ReceivedRequest;
beforeEach(() => {
  const before = bics.carrier.requests.length;
  bics.carrier.onRequest(() => json(envelope("1", "77777")));
  seen = () => {
    const [first] = bics.carrier.requests.slice(before);
    if (!first) throw new Error("nothing was received");
    return first;
  };
});

const example = (operation: string, name: string): RequestFixture => {
  const found = fixture(operation, name);
  if (found.kind !== "request") throw new Error(`${operation}/${name} is a response`);
  return found;
};

const send = (run: (all: ReturnType<typeof everythingOf>) => Promise<unknown>): Promise<unknown> =>
  run(everythingOf(bics)).catch(() => null);

const lineOf = ({ method, path }: ReceivedRequest): string => `${method} ${path}`;
const queryOf = ({ query }: ReceivedRequest) => Object.fromEntries(query);

describe("every documented request example", () => {
  const DECLARED: Readonly<Record<string, Operation>> = DOCUMENTED;
  const requests = fixtures().filter((one): one is RequestFixture => one.kind === "request");

  it("is found", () => {
    expect(requests.length).toBe(19);
  });

  for (const { operation, name, query, body } of requests) {
    it(`${operation}/${name} is accepted by the declaration and sent as printed`, () => {
      const declared = DECLARED[operation];
      if (!declared) throw new Error(`${operation} is not declared`);
      const input: object = body === null ? { query } : { body };
      const request = encode(declared, input);
      expect(request.body === null ? null : JSON.parse(request.body)).toEqual(body);
      expect(Object.fromEntries(new URLSearchParams(request.path.split("?")[1]))).toEqual(query ?? {});
    });
  }
});

describe("the method and path of each operation", () => {
  const LINES: Readonly<Record<DocumentedOperation, string>> = {
    createEndPoint: "POST /api/CreateEndPoint",
    getEndpoints: "GET /api/GetEndpoints",
    modifyEndpoint: "PATCH /api/endpoint",
    deleteEndPoint: "POST /api/DeleteEndPoint",
    fetchICCIDForProvisioning: "GET /api/fetchICCIDForProvisioning",
    bulkProvisioning: "POST /api/bulkProvisioning",
    fetchSIMProvisioningDetails: "GET /api/fetchSIMProvisioningDetails",
    modifyEndpointBulk: "PATCH /api/endpointbulk",
    linkSim: "POST /api/LinkSim",
    deLinkSim: "POST /api/DeLinkSim",
    endPointActivation: "POST /api/EndPointActivation",
    endPointLifeCycleChange: "POST /api/EndPointLifeCycleChange",
    changeEndpointRoamingProfile: "POST /api/ChangeEndpointRoamingProfile",
    changePlan: "POST /api/ChangePlan",
    updateThreshold: "POST /api/UpdateThreshold",
    getStatistics: "GET /api/GetStatistics",
    getEndPointProfile: "GET /api/GetEndPointProfile",
    locationInfo: "GET /api/locationInfo",
    endpointCoverage: "GET /api/endpointCoverage",
    endPointBlacklisting: "POST /api/endPointBlacklisting",
    fetchNetworkStatus: "GET /api/fetchNetworkStatus",
    subscribeAddon: "POST /api/SubscribeAddon",
    getEndpointAddonDetails: "GET /api/GetEndpointAddonDetails",
  };

  for (const operation of Object.keys(LINES) as readonly DocumentedOperation[]) {
    it(`B-118 ${operation} is ${LINES[operation]}, with the token in X-Authorization`, async () => {
      await RUNS[operation](bics).catch(() => null);
      expect(lineOf(seen())).toBe(LINES[operation]);
      expect(seen().headers).toMatchObject({
        "x-authorization": `Bearer ${TOKEN}`,
        "x-requested-with": "XMLHttpRequest",
        "content-type": "application/json",
      });
      expect(seen().headers).not.toHaveProperty("authorization");
    });
  }

  it("gives 180 seconds to the five that reach into the network, and 30 to all others", () => {
    const long = Object.entries(DOCUMENTED).filter(([, { timeoutMs }]) => timeoutMs === 180_000);
    expect(long.map(([name]) => name).sort()).toEqual([
      "createEndPoint",
      "deLinkSim",
      "endPointActivation",
      "endPointLifeCycleChange",
      "linkSim",
    ]);
    const others = Object.values(DOCUMENTED).filter(({ timeoutMs }) => timeoutMs !== 180_000);
    expect(new Set(others.map(({ timeoutMs }) => timeoutMs))).toEqual(new Set([30_000]));
  });
});

describe("requests that read", () => {
  it("a page of endpoints", async () => {
    await send(({ endpoints }) => endpoints.list({ number: 3, size: 2000 }, {}, call()));
    expect(queryOf(seen())).toEqual({ page: "3", perPage: "2000" });
  });

  it("a profile", async () => {
    await send(({ endpoints }) => endpoints.profile("51170448", call()));
    expect(queryOf(seen())).toEqual(example("getEndPointProfile", "request").query);
  });

  it("the usage of a period", async () => {
    await send(({ usage }) => usage.usage("51079021", { from: "2020-01-01", to: "2020-02-25" }, call()));
    expect(queryOf(seen())).toEqual(example("getStatistics", "request").query);
  });

  it("a location", async () => {
    await send(({ location }) => location.location("51486859", call()));
    expect(queryOf(seen())).toEqual(example("locationInfo", "request").query);
  });

  it("the networks, all and by black list", async () => {
    await send(({ networks }) => networks.networks("51698724", null, call()));
    expect(queryOf(seen())).toEqual(example("endpointCoverage", "request").query);
  });

  it("add-on details", async () => {
    await send(({ addons }) => addons.details("01010101", call()));
    expect(queryOf(seen())).toEqual(example("getEndpointAddonDetails", "request").query);
  });

  it("connectivity", async () => {
    await send(({ connectivity }) => connectivity.connectivity(ENDPOINT, call()));
    expect(queryOf(seen())).toEqual({ endPointId: ENDPOINT });
  });

  it("bulk creations, by each filter and by none", async () => {
    const asked = async (query: Parameters<ReturnType<typeof everythingOf>["own"]["bulkCreations"]>[0]) => {
      await send(({ own }) => own.bulkCreations(query, call()));
      const last = bics.carrier.requests.at(-1);
      return last && queryOf(last);
    };
    expect(await asked({ all: true })).toEqual({});
    expect(await asked({ simProvisionId: "10476" })).toEqual({ simProvisionId: "10476" });
    expect(await asked({ endpointStatus: "ACTIVE" })).toEqual({ endpointStatus: "Active" });
    expect(await asked({ endpointStatus: "PRE_ACTIVE" })).toEqual({ endpointStatus: "Pre-Active" });
  });

  it("plans of a category and type", async () => {
    await send(({ plans }) => plans.list("BASE", "POSTPAID", call()));
    expect(lineOf(seen())).toBe("GET /api/QueryRatePlan");
    expect(queryOf(seen())).toEqual({ planCategory: "NORMAL", planType: "1" });
  });

  it("a SIM of the inventory, and a page of it", async () => {
    await send(({ sims }) => sims.byIccid(ICCID, call()));
    expect(lineOf(seen())).toBe("GET /api/fetchSIM");
    expect(queryOf(seen())).toEqual({ iccid: ICCID });
    await send(({ sims }) => sims.list({ number: 2, size: 50 }, call()));
    expect(bics.carrier.requests.at(-1)?.query.toString()).toBe("page=2&perPage=50");
  });

  it("the roaming profiles", async () => {
    await send(({ own }) => own.roamingProfiles(call()));
    expect(lineOf(seen())).toBe("GET /api/GetRoamingProfiles");
  });
});

describe("requests that write", () => {
  it("create an endpoint, link its SIM and activate it, as printed", async () => {
    await send(({ writes }) => writes.create(CREATION, call()));
    expect(seen().json).toEqual(example("createEndPoint", "request-link-and-activate").body);
  });

  it("create an endpoint with everything that may be said", async () => {
    await send(({ writes }) =>
      writes.create(
        {
          ...CREATION,
          roamingProfileIds: ["2", "125"],
          dynamicBenefitId: "1568",
          imeiLock: "LOCKED",
          imei: "172938712893782",
          addonPlanIds: ["599646"],
          valueAddedFeatureIds: ["7"],
        },
        call(),
      ),
    );
    expect(seen().json).toEqual({
      Request: {
        requestParam: {
          name: "Endpointname3",
          isLinkSIM: "true",
          iccid: "8932042000000010297",
          roamingProfileId: "2|125",
          apnGroupId: "PDP_1002",
          planId: "560077",
          isDefaultActivation: "true",
          monthlyLimit: "1000",
          benefits: "1568",
          imeiLockStatus: "LOCK",
          imei: "172938712893782",
          addonPlanIds: ["599646"],
          valueAddedFeatureIds: ["7"],
          tagIds: ["1001", "1002", "1003"],
        },
      },
    });
  });

  it("change add-ons and tags, as printed", async () => {
    const change = {
      addAddonPlanIds: ["pland103", "pland104", "pland155"],
      removeAddonPlanIds: ["pland101", "pland102"],
      addTagIds: ["1001"],
      removeTagIds: ["1002"],
    };
    await send(({ writes }) => writes.update("51175551", change, call()));
    expect(seen().json).toEqual(example("modifyEndpoint", "request-addons-and-tags").body);
  });

  it("change everything else of an endpoint", async () => {
    const change = {
      name: "a new name",
      apnGroupId: "PDP_1",
      imeiLock: "UNLOCKED" as const,
      imei: "172938712893782",
      removeAddonInstanceIds: ["12315"],
      addValueAddedFeatureIds: ["1"],
      removeValueAddedFeatureIds: ["2"],
      addDynamicBenefitIds: ["3"],
      removeDynamicBenefitIds: ["4"],
      barring: { services: { RAT_2G: true, RAT_2G_3G: false, RAT_4G: true, RAT_5G: false } },
    };
    await send(({ writes }) => writes.update(ENDPOINT, change, call()));
    expect(seen().json).toEqual({
      Request: {
        endPointId: ENDPOINT,
        requestParam: {
          endPointName: "a new name",
          apnGroupId: "PDP_1",
          imeiLockStatus: "UNLOCK",
          imei: "172938712893782",
          removeAddonUniqueIds: ["12315"],
          addValueAddedFeatureIds: ["1"],
          removeValueAddedFeatureIds: ["2"],
          addDynamicBenefitsIds: ["3"],
          removeDynamicBenefitsIds: ["4"],
          bar_2G: "True",
          "bar_2G/3G": "False",
          bar_4G: "True",
          bar_5G: "False",
        },
      },
    });
  });

  it("delete an endpoint, as printed", async () => {
    await send(({ writes }) => writes.remove("51175551", call()));
    expect(seen().json).toEqual(example("deleteEndPoint", "request").body);
  });

  it("link a SIM, as printed", async () => {
    await send(({ writes }) => writes.linkSim("51079021", ICCID, call()));
    expect(seen().json).toEqual(example("linkSim", "request").body);
  });

  it("unlink a SIM, as printed", async () => {
    await send(({ writes }) => writes.unlinkSim("51079185", call()));
    expect(seen().json).toEqual(example("deLinkSim", "request").body);
  });

  it("activate an endpoint, as printed", async () => {
    await send(({ writes }) => writes.activate("51075798", call()));
    expect(seen().json).toEqual(example("endPointActivation", "request").body);
  });

  it("suspend an endpoint, as printed", async () => {
    await send(({ writes }) => writes.changeState("51079185", "SUSPENDED", "SYSTEM", call()));
    expect(seen().json).toEqual(example("endPointLifeCycleChange", "request-suspend").body);
  });

  it("replace the roaming profiles", async () => {
    await send(({ writes }) => writes.changeRoamingProfiles(ENDPOINT, ["2", "3"], call()));
    expect(seen().json).toEqual({
      Request: { endPointId: ENDPOINT, requestParam: { roamingProfileIds: ["2", "3"] } },
    });
  });

  it("change the plan, as printed", async () => {
    await send(({ writes }) => writes.changePlan("51079192", "560082", call()));
    expect(seen().json).toEqual(example("changePlan", "request").body);
  });

  it("set a threshold, as printed", async () => {
    const change = {
      planId: "619721",
      counterId: "C_Daily_1_CE_USAGE_VOLUME_4_5_108",
      addonInstanceId: "23770",
      bytes: 3_145_728n,
    };
    await send(({ writes }) => writes.setThreshold("51788643", change, call()));
    expect(seen().json).toEqual(example("updateThreshold", "request").body);
  });

  it("subscribe an add-on, as printed", async () => {
    await send(({ writes }) => writes.subscribeAddon("5678433", { planId: "599646", adjustments: [] }, call()));
    expect(seen().json).toEqual(example("subscribeAddon", "request").body);
  });

  it("change the black list in both directions", async () => {
    const change = {
      add: [{ tadig: "UKRKS", categoryGroupId: "SP14073" }],
      remove: [{ tadig: "AUTCA", categoryGroupId: "SP14073" }],
    };
    await send(({ writes }) => writes.updateBlacklist(ENDPOINT, change, call()));
    expect(seen().json).toEqual({
      coverageBlacklistInfo: {
        resourceType: "endPointId",
        value: ENDPOINT,
        add: [{ tadigCode: "UKRKS", categoryGroupId: "SP14073" }],
        remove: [{ tadigCode: "AUTCA", categoryGroupId: "SP14073" }],
      },
    });
  });

  it("create endpoints in bulk: as printed, but without the ignored field and with the activation said", async () => {
    await send(({ bulk }) => bulk.create(BULK_CREATION, call()));
    const { bulkProvisioningInfo } = example("bulkProvisioning", "request-range").body as {
      bulkProvisioningInfo: Record<string, unknown>;
    };
    const { dynamicBenefitEnable: _, ...printed } = bulkProvisioningInfo;
    expect(seen().json).toEqual({ bulkProvisioningInfo: { ...printed, isDefaultActivation: "false" } });
  });

  it("change endpoints in bulk, as printed", async () => {
    await send(({ bulk }) =>
      bulk.update({ by: "msisdn", values: ["329999800011461"] }, { imeiLock: "LOCKED" }, call()),
    );
    expect(seen().json).toEqual(example("modifyEndpointBulk", "request-lock-by-msisdn").body);
  });
});
