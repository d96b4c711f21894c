import { z } from "zod";
import { fail, ok, wrong } from "../answer.js";
import { simOf } from "../lookup.js";
import { operation } from "../operation.js";
import { digits, query } from "../shapes.js";
import type { Endpoint, Enterprise, Sim } from "../state.js";
import { tagRows } from "../views/tags.js";

const MAX_PER_PAGE = 2000;
/** Records of a page when only `page` is asked for; the document does not say. */
const DEFAULT_PER_PAGE = 10;

/** Lists endpoints: everything at once without parameters, with totals beside `responseParam` otherwise. */
export const getEndpoints = operation({
  method: "GET",
  path: "/GetEndpoints",
  effect: "read",
  input: query({
    page: digits.optional(),
    perPage: digits.optional(),
    tagId: digits.or(z.literal("null")).optional(),
  }),
  handle: ({ enterprise }, { page, perPage, tagId }) => {
    const size = Number(perPage ?? DEFAULT_PER_PAGE);
    const number = Number(page ?? 1);
    if (size < 1 || size > MAX_PER_PAGE) return wrong("perPage");
    if (number < 1) return wrong("page");
    if (!enterprise.enabled) return fail("6745", "Fetch endpoints failure");
    const all = [...enterprise.endpoints.values()].filter((endpoint) => hasTag(endpoint, tagId));
    const isPaged = page !== undefined || perPage !== undefined;
    const shown = isPaged ? all.slice((number - 1) * size, number * size) : all;
    const isPlain = !isPaged && tagId === undefined;
    const endpoints = shown.map((endpoint) => row(enterprise, endpoint, isPlain));
    return ok("6742", "Fetch endpoints success", {
      responseParam: endpoints.length > 0 ? { endpoints } : {},
      ...(isPlain ? {} : totals(all.length, isPaged ? size : all.length)),
    });
  },
});

const hasTag = (endpoint: Endpoint, tagId: string | undefined): boolean =>
  tagId === undefined || (tagId === "null" ? endpoint.tagIds.length === 0 : endpoint.tagIds.includes(tagId));

const totals = (records: number, size: number): Record<string, string> => ({
  totalNoOfRecords: String(records),
  totalNoOfPages: String(Math.ceil(records / Math.max(size, 1))),
});

function row(enterprise: Enterprise, endpoint: Endpoint, isPlain: boolean): Record<string, unknown> {
  const sim = simOf(enterprise, endpoint);
  return {
    status: endpoint.status,
    id: endpoint.id,
    name: endpoint.name,
    iccid: sim?.iccid,
    imei: endpoint.imei || undefined,
    ...numbers(enterprise, endpoint, sim),
    type: endpoint.type,
    eid: sim?.eid ?? (isPlain ? "-" : undefined),
    imeiLockStatus: endpoint.imeiLock,
    tagIdList: tagRows(enterprise, endpoint),
  };
}

/** A number that is not there is absent (no SIM, OEM account), empty (no SIM, or not activated) or "-" (eSIM not activated). */
function numbers(
  enterprise: Enterprise,
  endpoint: Endpoint,
  sim: Sim | null,
): { msisdn?: string | null; imsi?: string } {
  if (!sim) return enterprise.isOem ? {} : { msisdn: "" };
  const isActivated = endpoint.status !== "PA" && endpoint.status !== "H";
  if (isActivated) return { msisdn: sim.msisdn, imsi: sim.imsi };
  return sim.eid ? { msisdn: "-", imsi: "-" } : { msisdn: "", imsi: sim.imsi };
}
