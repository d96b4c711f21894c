import type { Call } from "../operation.js";
import type { BulkInfo } from "../operations/bulk-provisioning.js";
import { makeEndpoint } from "../seed/endpoints.js";
import type { Provisioning, Sim } from "../state.js";
import { subscribed } from "./addons.js";
import { activate, link } from "./lifecycle.js";
import { pay, priceOf } from "./money.js";
import type { NewEndpoint } from "./new-endpoint.js";

interface Job {
  row: Provisioning;
  info: BulkInfo;
  iccids: readonly string[];
  checked: NewEndpoint;
  isActivated: boolean;
  at: number;
}

/** Does an accepted bulk creation: if anything is in the way nothing is created, and the row says what it was. */
export function createAll(call: Call, job: Job): void {
  const { row, info, iccids, isActivated } = job;
  const sims = iccids.flatMap((iccid) => call.enterprise.sims.get(iccid) ?? []);
  const failure =
    info.addonPlanIds && !isActivated
      ? "Addon can only be assigned to Active endpoints"
      : sims.length < iccids.length || !sims.every(isReady)
        ? "ICCID is not valid, either ICCID does not exist on System or it is not in Ready-To-Active"
        : null;
  row.status = failure ? "Fail" : "Success";
  row.reason = failure ?? "Sim provisioning successful";
  if (!failure)
    sims.forEach((sim, n) => {
      createOne(call, job, sim, n);
    });
}

const isReady = (sim: Sim): boolean => sim.endPointId === null && sim.trouble === null && sim.msisdn !== null;

function createOne({ enterprise, world, uniqueId }: Call, job: Job, sim: Sim, n: number): void {
  const { info, checked, at } = job;
  const id = String(++world.counters.endpoint);
  const endpoint = makeEndpoint({
    id,
    name: `${info.endPointName}_${BigInt(info.endPointNameId) + BigInt(n)}`,
    status: "PA",
    plan: checked.plan,
    sim: null,
    roamingProfileIds: [...info.roamingProfileId],
    apnGroupId: info.apnGroupId,
    createdAt: at,
    variant: world.counters.endpoint % 60,
  });
  Object.assign(endpoint, checked.attributes(at));
  if (info.creditLimit && endpoint.type === "1") endpoint.creditLimit = info.creditLimit;
  if (info.imeiLockStatus) endpoint.imeiLock = info.imeiLockStatus;
  enterprise.endpoints.set(id, endpoint);
  link(endpoint, sim, at);
  if (!job.isActivated) return;
  activate(enterprise, endpoint, at);
  pay(endpoint, priceOf(checked.addons));
  for (const plan of checked.addons) endpoint.addons.push(subscribed(plan, endpoint, at, uniqueId));
}
