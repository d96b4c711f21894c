import type { BulkEndpointCreation, EndpointCreation } from "../../../src/model/endpoint-actions.js";
import { told } from "../../support/told.js";
import { type Bics, call, everythingOf } from "./support.js";

export const ENDPOINT = "51079185";
export const ICCID = "8932042000000010296";

export const CREATION: EndpointCreation = {
  name: "Endpointname3",
  planId: "560077",
  roamingProfileIds: ["2"],
  apnGroupId: "PDP_1002",
  iccid: "8932042000000010297",
  isActivated: true,
  monthlyLimit: "1000",
  dynamicBenefitId: null,
  imeiLock: null,
  imei: null,
  addonPlanIds: [],
  valueAddedFeatureIds: [],
  tagIds: ["1001", "1002", "1003"],
};

export const BULK_CREATION: BulkEndpointCreation = {
  name: "endpointBulk",
  firstNumber: 1,
  planId: "DEFAULTPRE41166994",
  roamingProfileIds: ["125"],
  apnGroupId: "PDP_1968",
  sims: { firstIccid: "8932042000000000011", lastIccid: "8932042000000000011", quantity: 1 },
  isActivated: false,
  creditLimit: "UNLIMITED",
  dynamicBenefitId: "1568",
  imeiLock: null,
  addonPlanIds: [],
  valueAddedFeatureIds: [],
  tagIds: ["1001", "1002", "1003"],
};

const NETWORK = { tadig: "UKRKS", categoryGroupId: "SP14073" };

/** `done`, `pending`, `already`, or `empty`, as the caller of the port can tell it. Failures are thrown. */
export type Ending = "done" | "pending" | "already" | "empty";

type Run = (bics: Bics, endpointId?: string) => Promise<Ending>;

const write =
  (run: (all: ReturnType<typeof everythingOf>, id: string) => Promise<{ readonly is: Ending }>): Run =>
  async (bics, id = ENDPOINT) =>
    (await run(everythingOf(bics), id)).is;

const list =
  (run: (all: ReturnType<typeof everythingOf>, id: string) => Promise<readonly unknown[]>): Run =>
  async (bics, id = ENDPOINT) =>
    (await run(everythingOf(bics), id)).length === 0 ? "empty" : "done";

const perhapsAbsent =
  (run: (all: ReturnType<typeof everythingOf>, id: string) => Promise<{ readonly absence: unknown }>): Run =>
  async (bics, id = ENDPOINT) =>
    (await run(everythingOf(bics), id)).absence === null ? "done" : "empty";

/** One call of the port for each documented operation. The names are those of the folders of fixtures. */
export const RUNS = {
  createEndPoint: write(({ writes }) => writes.create(CREATION, call())),
  getEndpoints: list(async ({ endpoints }) => told((await endpoints.list({ number: 1, size: 9 }, {}, call())).rows)),
  modifyEndpoint: write(({ writes }, id) => writes.update(id, { name: "new name" }, call())),
  deleteEndPoint: write(({ writes }, id) => writes.remove(id, call())),
  fetchICCIDForProvisioning: list(({ own }) => own.iccidRanges(call())),
  bulkProvisioning: write(({ bulk }) => bulk.create(BULK_CREATION, call())),
  fetchSIMProvisioningDetails: list(({ own }) => own.bulkCreations({ all: true }, call())),
  modifyEndpointBulk: write(({ bulk }, id) =>
    bulk.update({ by: "endpointId", values: [id] }, { name: "new name" }, call()),
  ),
  linkSim: write(({ writes }, id) => writes.linkSim(id, ICCID, call())),
  deLinkSim: write(({ writes }, id) => writes.unlinkSim(id, call())),
  endPointActivation: write(({ writes }, id) => writes.activate(id, call())),
  endPointLifeCycleChange: write(({ writes }, id) => writes.changeState(id, "SUSPENDED", "SYSTEM", call())),
  changeEndpointRoamingProfile: write(({ writes }, id) => writes.changeRoamingProfiles(id, ["2"], call())),
  changePlan: write(({ writes }, id) => writes.changePlan(id, "560082", call())),
  updateThreshold: write(({ writes }, id) =>
    writes.setThreshold(id, { counterId: "C_1", addonInstanceId: "23770", planId: null, bytes: 3145728n }, call()),
  ),
  getStatistics: perhapsAbsent(({ usage }, id) => usage.usage(id, { from: "2020-01-01", to: "2020-02-25" }, call())),
  getEndPointProfile: async (bics, id = ENDPOINT) =>
    told(await everythingOf(bics).endpoints.profile(id, call())) === null ? "empty" : "done",
  locationInfo: perhapsAbsent(({ location }, id) => location.location(id, call())),
  endpointCoverage: list(({ networks }, id) => networks.networks(id, null, call())),
  endPointBlacklisting: write(({ writes }, id) => writes.updateBlacklist(id, { add: [NETWORK], remove: [] }, call())),
  fetchNetworkStatus: perhapsAbsent(({ connectivity }, id) => connectivity.connectivity(id, call())),
  subscribeAddon: write(({ writes }, id) => writes.subscribeAddon(id, { planId: "599646", adjustments: [] }, call())),
  getEndpointAddonDetails: list(async ({ addons }, id) => told(await addons.details(id, call()))),
} as const satisfies Readonly<Record<string, Run>>;

export type DocumentedOperation = keyof typeof RUNS;
