import type { BillingType } from "../../../model/line.js";
import type { PlanKind } from "../../../model/plan.js";
import type { BicsReads, BulkCreationQuery, PlanReads } from "../../carrier.js";
import { bulkCreationFromWire, iccidRangeFromWire, roamingProfileFromWire } from "../mapping/bulk.js";
import { planFromWire } from "../mapping/refs.js";
import { fetchIccidForProvisioning, fetchSimProvisioningDetails } from "../operations/bulk.js";
import { getRoamingProfiles, queryRatePlan } from "../operations/catalogue.js";
import type { Wire } from "../wire.js";

const CATEGORY = {
  BASE: "NORMAL",
  ADDON: "ADDON",
  TEST: "TEST",
  INVENTORY: "INVENTORY",
} as const satisfies Partial<Record<PlanKind, string>>;

const KINDS = ["BASE", "ADDON", "TEST", "INVENTORY"] as const satisfies readonly (keyof typeof CATEGORY)[];

const BILLINGS = ["PREPAID", "POSTPAID"] as const;

const TYPE = { PREPAID: "0", POSTPAID: "1" } as const satisfies Record<Exclude<BillingType, "UNKNOWN">, string>;

export const planReads = (wire: Wire): PlanReads => ({
  parts: KINDS.flatMap((kind) => BILLINGS.map((billing) => ({ kind, billing, region: null }))),
  list: async ({ kind: wanted, billing }, call) => {
    const kind = KINDS.find((one) => one === wanted);
    if (kind === undefined || billing === "UNKNOWN") return [];
    const query = { planCategory: CATEGORY[kind], planType: TYPE[billing] };
    const { answer } = await wire.read(queryRatePlan, { query }, call);
    const frame = wire.frame();
    return (answer?.Response.responseParam?.plan ?? []).flatMap(
      ({ basicInfo: { planId: id, planName: name } }) =>
        planFromWire({ id, name, kind, kindRaw: query.planCategory, billing }, frame) ?? [],
    );
  },
});

export const bicsReads = (wire: Wire): BicsReads => ({
  iccidRanges: async (call) => {
    const { answer } = await wire.read(fetchIccidForProvisioning, {}, call);
    return (answer?.Response.responseParam?.rows ?? []).flatMap(iccidRangeFromWire);
  },
  bulkCreations: async (query, call) => {
    const { answer } = await wire.read(fetchSimProvisioningDetails, { query: filterOf(query) }, call);
    const frame = wire.frame();
    return (answer?.Response.responseParam?.rows ?? []).map((row) => bulkCreationFromWire(row, frame));
  },
  roamingProfiles: async (call) => {
    const { answer } = await wire.read(getRoamingProfiles, { query: {} }, call);
    return (answer?.Response.responseParam?.rows ?? []).map(roamingProfileFromWire);
  },
});

function filterOf(query: BulkCreationQuery) {
  if ("all" in query) return {};
  if ("simProvisionId" in query) return { simProvisionId: query.simProvisionId };
  return { endpointStatus: query.endpointStatus === "ACTIVE" ? ("Active" as const) : ("Pre-Active" as const) };
}
