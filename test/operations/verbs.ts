import type { EndpointWrites } from "../../src/datasources/carrier.js";
import type { EndpointActionName } from "../../src/model/operation.js";
import { ADDON_PLAN, call, type Subject, stockOf } from "./situations.js";
import { idOf } from "./support.js";

/** A verb as the graph takes it, and as the carrier's one call that it stands for. */
export interface Verb {
  readonly mutation: string;
  /** What is asked beside the endpoint. */
  input(subject: Subject): object;
  /** The very call, without our guard. */
  directly(writes: EndpointWrites, subject: Subject): Promise<unknown>;
}

const MIB = 1_048_576n;
const NETWORK = { tadig: "BELMO", group: "SP14073" };
const TAG = "2845001";
const OTHER_PLAN = "574505";
const NEW_ADDON = "568677";

const named = ({ name }: Subject) => ({ confirm: name });
const planId = (native: string, { account }: Subject) => idOf("Plan", native, account);

/** Every verb of endpoints. */
export const VERBS: Readonly<Record<EndpointActionName, Verb>> = {
  ENDPOINT_ACTIVATE: {
    mutation: "endpointActivate",
    input: () => ({}),
    directly: (writes, { native }) => writes.activate(native, call()),
  },
  ENDPOINT_SUSPEND: {
    mutation: "endpointSuspend",
    input: () => ({}),
    directly: (writes, { native }) => writes.changeState(native, "SUSPENDED", null, call()),
  },
  ENDPOINT_RESUME: {
    mutation: "endpointResume",
    input: () => ({}),
    directly: (writes, { native }) => writes.changeState(native, "ACTIVE", null, call()),
  },
  ENDPOINT_STOCK: {
    mutation: "endpointStock",
    input: named,
    directly: (writes, { native }) => writes.changeState(native, "INVENTORY", null, call()),
  },
  ENDPOINT_COMMISSION: {
    mutation: "endpointCommission",
    input: named,
    directly: (writes, { native }) => writes.changeState(native, "ACTIVE", null, call()),
  },
  ENDPOINT_UPDATE: {
    mutation: "endpointUpdate",
    input: () => ({ addTags: [TAG] }),
    directly: (writes, { native }) => writes.update(native, { addTagIds: [TAG] }, call()),
  },
  ENDPOINT_DELETE: {
    mutation: "endpointDelete",
    input: named,
    directly: (writes, { native }) => writes.remove(native, call()),
  },
  SIM_LINK: {
    mutation: "simLink",
    input: ({ freeSim }) => ({ iccid: freeSim() }),
    directly: (writes, { native, freeSim }) => writes.linkSim(native, freeSim(), call()),
  },
  SIM_UNLINK: {
    mutation: "simUnlink",
    input: () => ({}),
    directly: (writes, { native }) => writes.unlinkSim(native, call()),
  },
  PLAN_CHANGE: {
    mutation: "planChange",
    input: (subject) => ({ plan: planId(OTHER_PLAN, subject) }),
    directly: (writes, { native }) => writes.changePlan(native, OTHER_PLAN, call()),
  },
  ADDON_SUBSCRIBE: {
    mutation: "addonSubscribe",
    input: (subject) => ({ plan: planId(NEW_ADDON, subject) }),
    directly: (writes, { native }) => writes.subscribeAddon(native, { planId: NEW_ADDON, adjustments: [] }, call()),
  },
  ADDONS_ADD: {
    mutation: "addonsAdd",
    input: (subject) => ({ plans: [planId(NEW_ADDON, subject)] }),
    directly: (writes, { native }) => writes.update(native, { addAddonPlanIds: [NEW_ADDON] }, call()),
  },
  ADDONS_REMOVE: {
    mutation: "addonsRemove",
    input: (subject) =>
      subject.isOemState ? { plans: [planId(ADDON_PLAN, subject)] } : { instances: [subject.instance ?? "1"] },
    directly: (writes, { native, instance }) =>
      writes.update(native, { removeAddonInstanceIds: [instance ?? "1"] }, call()),
  },
  ROAMING_PROFILES_CHANGE: {
    mutation: "roamingProfilesChange",
    input: ({ account }) => ({ profiles: [stockOf(account).otherProfile] }),
    directly: (writes, { native, account }) =>
      writes.changeRoamingProfiles(native, [stockOf(account).otherProfile], call()),
  },
  THRESHOLD_SET: {
    mutation: "thresholdSet",
    input: ({ instance, counter }) => ({ counter: counter ?? "c", addon: instance ?? "1", bytes: String(7n * MIB) }),
    directly: (writes, { native, instance, counter }) =>
      writes.setThreshold(
        native,
        { counterId: counter ?? "c", addonInstanceId: instance ?? "1", planId: ADDON_PLAN, bytes: 7n * MIB },
        call(),
      ),
  },
  NETWORK_BLACKLIST_UPDATE: {
    mutation: "networkBlacklistUpdate",
    input: () => ({ add: [{ tadig: NETWORK.tadig, categoryGroup: NETWORK.group }] }),
    directly: (writes, { native }) =>
      writes.updateBlacklist(
        native,
        { add: [{ tadig: NETWORK.tadig, categoryGroupId: NETWORK.group }], remove: [] },
        call(),
      ),
  },
};
