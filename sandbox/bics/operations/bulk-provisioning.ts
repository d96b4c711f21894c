import { z } from "zod";
import { type Answer, fail, falseSuccess, missing, ok, tooMany, wrong } from "../answer.js";
import { type Call, operation } from "../operation.js";
import { isAnswer } from "../rules/attachable.js";
import { createAll } from "../rules/bulk-create.js";
import { checkNew } from "../rules/new-endpoint.js";
import { BULK_CREATE_MS } from "../rules/timing.js";
import { digits, endPointName, iccid, ids, lock, text, trueFalse } from "../shapes.js";
import type { Provisioning } from "../state.js";

const MAX_SIMS = 4000;

const Info = z.strictObject({
  endPointName: text,
  endPointNameId: digits,
  apnGroupId: text,
  planId: text,
  roamingProfileId: ids.min(1),
  benefits: text.optional(),
  startICCID: iccid.optional(),
  endICCID: iccid.optional(),
  quantity: digits.optional(),
  iccidList: z.array(iccid).min(1).optional(),
  dynamicBenefitEnable: z.unknown().optional(),
  creditLimit: digits.optional(),
  imeiLockStatus: lock.optional(),
  addonPlanIds: ids.optional(),
  isDefaultActivation: trueFalse.optional(),
  valueAddedFeatureIds: ids.optional(),
  tagIds: ids.optional(),
});
export type BulkInfo = z.output<typeof Info>;

/** Accepts a bulk creation. Left out, `isDefaultActivation` means true. All SIMs are provisioned or none. */
export const bulkProvisioning = operation({
  method: "POST",
  path: "/bulkProvisioning",
  effect: "write",
  layout: "param-first-payload-last",
  input: z.strictObject({ bulkProvisioningInfo: Info }),
  handle: (call, { bulkProvisioningInfo: info }) => {
    const iccids = iccidsOf(info);
    if (isAnswer(iccids)) return iccids;
    const last = `${info.endPointName}_${BigInt(info.endPointNameId) + BigInt(iccids.length - 1)}`;
    if (!endPointName.safeParse(last).success) return wrong("endPointName");
    const isActivated = info.isDefaultActivation !== "false";
    if (call.enterprise.dynamicBenefitOnly && isActivated && info.benefits === undefined) return missing("benefits");
    // Add-ons of endpoints that stay Pre-Active make the job fail, not the request.
    const checked = checkNew(call.enterprise, { ...info, roamingProfileIds: info.roamingProfileId, isActivated });
    if (isAnswer(checked)) return checked;
    const row = accept(call, info, iccids, isActivated);
    call.later(BULK_CREATE_MS, (at) => createAll(call, { row, info, iccids, checked, isActivated, at }));
    call.commit(row.simProvisionId);
    return ok("10054", "Success !! request has sent for processing", { simProvisionId: row.simProvisionId });
  },
});

/** The SIMs that are meant. Both ways at once and a doubled ICCID are refused in answers whose outer code is success. */
function iccidsOf({ iccidList, startICCID, endICCID, quantity }: BulkInfo): string[] | Answer {
  const hasRange = startICCID !== undefined || endICCID !== undefined;
  if (iccidList && hasRange) return falseSuccess("10145", "Failure!! Either use iccidList or range");
  if (iccidList) {
    if (iccidList.length > MAX_SIMS) return tooMany("iccidList");
    const isUnique = new Set(iccidList).size === iccidList.length;
    return isUnique ? iccidList : falseSuccess("10146", "Failure!! duplicate iccidList exist in the request");
  }
  if (!hasRange) return fail("10148", "Failure!! Either use iccidList or range");
  if (startICCID === undefined) return missing("startICCID");
  if (endICCID === undefined) return missing("endICCID");
  if (quantity === undefined) return missing("quantity");
  if (Number(quantity) < 1) return wrong("quantity");
  if (Number(quantity) > MAX_SIMS) return tooMany("quantity");
  // The end is computed from start and quantity, whatever end the request names.
  return Array.from({ length: Number(quantity) }, (_, n) => String(BigInt(startICCID) + BigInt(n)));
}

function accept(
  { enterprise, world, now }: Call,
  info: BulkInfo,
  iccids: string[],
  isActivated: boolean,
): Provisioning {
  const range = info.startICCID ? [info.startICCID, info.endICCID] : [iccids[0], iccids.at(-1)];
  const row: Provisioning = {
    simProvisionId: String(++world.counters.simProvision),
    iccidRange: range.join("-"),
    endpointStatus: isActivated ? "Active" : "Pre-Active",
    quantity: world.counters.simProvision % 2 ? iccids.length : String(iccids.length),
    date: now,
    status: "Processing",
    reason: null,
  };
  enterprise.provisionings.push(row);
  return row;
}
