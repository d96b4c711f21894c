/**
 * Look-ups that the document refers to and does not describe. What is known of them comes from public clients: the addresses,
 * the parameters and the keys that those clients read. Everything else here is assumed, the result codes and
 * their sentences above all, and nothing should depend on it.
 */
import { z } from "zod";
import { fail, ok, wrong } from "../answer.js";
import { operation } from "../operation.js";
import { networkOf } from "../seed/networks.js";
import { digits, query, text } from "../shapes.js";
import type { Endpoint, Enterprise, Plan, RoamingProfile, Sim } from "../state.js";
import { benefitWords } from "../views/addons.js";
import { centsText } from "../views/money.js";

type Row = Record<string, unknown>;

const MAX_PER_PAGE = 2000;

/** The catalogue: `plan[].basicInfo`, with benefits, price and counter beside it. */
export const queryRatePlan = operation({
  method: "GET",
  path: "/QueryRatePlan",
  effect: "read",
  category: "catalogue",
  input: query({
    planCategory: z.enum(["NORMAL", "ADDON", "TEST", "INVENTORY"]).optional(),
    planType: z.enum(["0", "1"]).optional(),
    planId: text.optional(),
  }),
  handle: ({ enterprise }, { planCategory, planType, planId }) => {
    const plan = [...enterprise.plans.values()]
      .filter((it) => planCategory === undefined || it.category === planCategory)
      .filter((it) => planType === undefined || it.type === planType)
      .filter((it) => planId === undefined || it.planId === planId)
      .map(planRow);
    if (plan.length === 0) return fail("1340", "No record exists");
    return ok("6001", "Query rate plan success", { responseParam: { plan } });
  },
});

const planRow = (plan: Plan): Row => ({
  basicInfo: {
    planId: plan.planId,
    planName: plan.planName,
    planCategory: plan.category,
    planType: plan.type,
    roamingProfileId: plan.roamingProfileIds.join("|"),
    validity: plan.days === null ? "-" : String(plan.days),
    autoRenewal: String(plan.renews),
  },
  charge: { subscriptionCharge: centsText(plan.price) },
  benefit: plan.benefits.map((benefit) => ({
    id: benefit.id,
    name: benefit.kind,
    value: String(benefit.amount),
    ...benefitWords(benefit.kind),
  })),
  usageCounter: plan.counter
    ? [{ counterId: plan.counter.id, counterName: plan.counter.name, thresholdValue: String(plan.counter.thresholdMb) }]
    : undefined,
});

export const getRoamingProfiles = operation({
  method: "GET",
  path: "/GetRoamingProfiles",
  effect: "read",
  category: "catalogue",
  layout: "param-first",
  input: query({ roamingProfileId: text.optional() }),
  handle: ({ enterprise }, { roamingProfileId }) => {
    const all = [...enterprise.roamingProfiles.values()];
    const rows = all.filter((it) => [undefined, it.roamingProfileId].includes(roamingProfileId)).map(profileRow);
    if (rows.length === 0) return fail("1340", "No record exists");
    return ok("6002", "Get roaming profiles success", { responseParam: { rows } });
  },
});

const profileRow = ({ roamingProfileId, roamingProfileName, networks }: RoamingProfile): Row => ({
  roamingProfileId,
  roamingProfileName,
  tadigList: networks.map(({ tadig }) => {
    const { operatorId, operatorName, countryName, groupId } = networkOf(tadig);
    return { operatorId, operatorName, countryName, tadigCode: tadig, categoryGroupId: groupId };
  }),
});

export const fetchApnGroup = operation({
  method: "GET",
  path: "/fetchApnGroup",
  effect: "read",
  category: "catalogue",
  layout: "param-first",
  input: query({ apnGroupId: text.optional() }),
  handle: ({ enterprise }, { apnGroupId }) => {
    const groups = [...enterprise.apnGroups.values()].filter((it) => [undefined, it.apnGroupId].includes(apnGroupId));
    const rows = groups.map((group) => ({ ...group, apns: group.apns.join("|") }));
    if (rows.length === 0) return fail("1340", "No record exists");
    return ok("6003", "Fetch APN group success", { responseParam: { rows } });
  },
});

/** The inventory, one SIM or pages of it. Totals stand where GetEndpoints has them. */
export const fetchSIM = operation({
  method: "GET",
  path: "/fetchSIM",
  effect: "read",
  layout: "param-first",
  input: query({ iccid: text.optional(), page: digits.optional(), perPage: digits.optional() }),
  handle: ({ enterprise }, { iccid, page, perPage }) => {
    const size = Number(perPage ?? 10);
    if (size < 1 || size > MAX_PER_PAGE) return wrong("perPage");
    if (Number(page ?? 1) < 1) return wrong("page");
    const all = [...enterprise.sims.values()].filter((sim) => iccid === undefined || sim.iccid === iccid);
    const isPaged = page !== undefined || perPage !== undefined;
    const from = (Number(page ?? 1) - 1) * size;
    const rows = (isPaged ? all.slice(from, from + size) : all).map((sim) => simRow(enterprise, sim));
    if (iccid !== undefined && rows.length === 0) return fail("1340", "No record exists");
    const totals = { totalNoOfRecords: String(all.length), totalNoOfPages: String(Math.ceil(all.length / size)) };
    return ok("6004", "Fetch SIM success", { responseParam: { rows }, ...(isPaged ? totals : {}) });
  },
});

const SIM_STATUS: Record<Endpoint["status"], string> = {
  A: "Active",
  S: "Suspended",
  H: "Hold",
  PA: "Pre-Active",
  AT: "Active-Test",
  AI: "Active-Inventory",
};

function simRow(enterprise: Enterprise, sim: Sim): Row {
  const holder = sim.endPointId === null ? undefined : enterprise.endpoints.get(sim.endPointId);
  const free = sim.trouble === "not-ready" ? "Not Ready" : "Ready To Activate";
  return {
    iccid: sim.iccid,
    simId: sim.simId,
    simStatus: holder ? SIM_STATUS[holder.status] : free,
    simAttachStatus: holder ? "ATTACHED" : "NOT ATTACHED",
    simProduct: sim.product,
    endPointId: holder?.id ?? "-",
    eid: sim.eid ?? "-",
    iMSIList: [{ supplierIMSIList: [{ sponsorName: "BICS", supplierIMSI: sim.imsi }] }],
    activationCode: sim.matchingId
      ? {
          textQrCode: `LPA:1$smdp.sandbox.invalid$${sim.matchingId}`,
          smDpPlusAdress: "smdp.sandbox.invalid",
          matchingId: sim.matchingId,
        }
      : undefined,
  };
}
