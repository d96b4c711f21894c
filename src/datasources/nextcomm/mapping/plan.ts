import type { NextCommPlan, NextCommRegion } from "../../../model/nextcomm.js";
import type { Plan, Validity } from "../../../model/plan.js";
import { textOf } from "../../mapping/text.js";
import type { ActivationPlanRow, RechargePlanRow } from "../operations/catalogue.js";
import { type Frame, keyOf } from "./frame.js";
import { countFromWire, idFromWire, moneyFromWire } from "./quantity.js";

/** A plan to activate a SIM with. Its id is the `ServiceId`. Null for a row without one. */
export function activationPlanFromWire(row: ActivationPlanRow, region: NextCommRegion, frame: Frame): Plan | null {
  const id = idFromWire(row.serviceid);
  if (id === null) return null;
  const nextComm = {
    ...offerOf(row, region),
    profile: namedOf(row.profileid, row.profile),
    serviceType: namedOf(row.servicetypeid, row.servicetype),
    additionalBenefit: textOf(row.additionalbenefit),
  };
  const kindRaw = textOf(row.servicetype);
  return {
    ...pricedOf(row, frame),
    key: keyOf(frame, `A${region}/${id}`),
    name: textOf(row.service),
    kind: "BASE",
    kindRaw,
    nextComm,
  };
}

/** A plan to recharge a number with. Its id is the `PlanCode`. Null for a row without one. */
export function rechargePlanFromWire(row: RechargePlanRow, region: NextCommRegion, frame: Frame): Plan | null {
  const id = idFromWire(row.plancode);
  if (id === null) return null;
  const nextComm = { ...offerOf(row, region), profile: null, serviceType: null, additionalBenefit: null };
  return {
    ...pricedOf(row, frame),
    key: keyOf(frame, `R${region}/${id}`),
    name: textOf(row.planname),
    kind: "RECHARGE",
    kindRaw: null,
    nextComm,
  };
}

type Priced = Pick<RechargePlanRow, "price" | "validitydays" | "otherbenefits">;

const pricedOf = ({ price, validitydays }: Priced, frame: Frame) => ({
  billing: "UNKNOWN" as const,
  price: moneyFromWire(price, frame),
  validity: validityFromWire(validitydays),
});

function validityFromWire(days: unknown): Validity | null {
  const [value, text] = [countFromWire(days), textOf(days)];
  return text === null ? null : { unit: value === null ? "UNKNOWN" : "DAY", value, text };
}

const offerOf = ({ validitydays, otherbenefits }: Priced, region: NextCommRegion) => ({
  region,
  validityDays: countFromWire(validitydays),
  otherBenefits: textOf(otherbenefits),
});

function namedOf(idCell: unknown, nameCell: unknown): NextCommPlan["profile"] {
  const id = idFromWire(idCell);
  return id === null ? null : { id, name: textOf(nameCell) };
}

const ACTIVATION_PLAN = /^(?:A\d+\/)?(\d+)$/;
const RECHARGE_PLAN = /^(?:R\d+\/)?([^/]+)$/;

/** The `ServiceId` of an activation plan; null when the id is not of one. */
export const serviceIdOf = (planId: string): string | null => ACTIVATION_PLAN.exec(planId)?.[1] ?? null;

/** The `PlanCode` of a recharge plan; null when the id is not of one. */
export const planCodeOf = (planId: string): string | null => RECHARGE_PLAN.exec(planId)?.[1] ?? null;
