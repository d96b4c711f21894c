import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../src/datasources/bics/operations/index.js";
import { encode } from "../../../src/datasources/http/encode.js";
import type { Operation } from "../../../src/datasources/http/operation.js";
import { json } from "../../support/scripted-answers.js";
import type { ReceivedRequest } from "../../support/scripted-carrier.js";
import { fixture, fixtures, type RequestFixture } from "./fixtures.js";
import { type DocumentedOperation, ENDPOINT, ICCID, RUNS } from "./runs.js";
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
    await send(({ plans }) => plans.list({ kind: "BASE", billing: "POSTPAID", region: null }, call()));
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
