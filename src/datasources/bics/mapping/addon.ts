import type { Addon, AddonDetail, AddonStatus } from "../../../model/addon.js";
import type { Moment } from "../../../model/time.js";
import { textOf } from "../../mapping/text.js";
import type { AddonDetailRow } from "../operations/addons.js";
import type { AddonRow } from "../operations/endpoints.js";
import { type BenefitOwner, balancesFromWire } from "./balance.js";
import { countersFromWire } from "./counter.js";
import { type Frame, keyOf } from "./frame.js";
import { isPast, momentFromWire } from "./time.js";

/** The add-ons of an endpoint. One without a unique id is told apart by its turn among those of the same plan. */
export function addonsFromWire(rows: readonly AddonRow[], owner: BenefitOwner, frame: Frame): readonly Addon[] {
  if (rows.length === 0) return [];
  const turns = new Map<string, number>();
  return rows.map((row) => {
    const planId = String(row.planId);
    const instanceId = textOf(row.uniqueId);
    const turn = (turns.get(planId) ?? 0) + 1;
    turns.set(planId, turn);
    return addonFromWire(row, instanceId ?? `${planId}#${turn}`, owner, frame);
  });
}

function addonFromWire(row: AddonRow, natural: string, owner: BenefitOwner, frame: Frame): Addon {
  const validFrom = addonMoment(row.planStartDate, frame);
  const validTo = addonMoment(row.planExpiryDate, frame);
  return {
    key: keyOf(frame, owner.endpointId, natural),
    endpoint: keyOf(frame, owner.endpointId),
    plan: {
      key: keyOf(frame, String(row.planId)),
      name: textOf(row.planName),
      kind: "ADDON",
      kindRaw: null,
      billing: owner.billing,
    },
    instanceId: textOf(row.uniqueId),
    service: { id: textOf(row.planServiceId), name: textOf(row.planServiceName) },
    status: statusOf(validFrom, validTo, frame.now),
    validFrom,
    validTo,
  };
}

/** The dates of an add-on are left out until its first use. */
function addonMoment(cell: unknown, { zone }: Frame): Moment {
  return textOf(cell) === null ? { kind: "NOT_STARTED", raw: null } : momentFromWire(cell, zone);
}

function statusOf(validFrom: Moment, validTo: Moment, now: number): AddonStatus {
  if (isPast(validTo, now) === true) return "EXPIRED";
  if (validFrom.kind === "NOT_STARTED") return "PENDING";
  return validFrom.kind === "AT" ? "ACTIVE" : "UNKNOWN";
}

export function addonDetailFromWire(row: AddonDetailRow, endpointId: string, frame: Frame): AddonDetail {
  const { planId, planName, uniqueId } = row;
  const owner: BenefitOwner = { endpointId, billing: "UNKNOWN", currency: null, plan: { planId, planName, uniqueId } };
  return {
    planId: String(planId),
    instanceId: textOf(uniqueId),
    balances: balancesFromWire(row.benefit ?? [], owner, frame),
    counters: countersFromWire(row.counter ?? [], owner, frame),
  };
}
