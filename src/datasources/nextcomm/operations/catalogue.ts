import { z } from "zod";
import { cell, object, type Shaped } from "../../shapes.js";
import { REASON, ROWS, SUCCESS } from "../failures.js";
import { inAnyCapitals, listed, readOperation, text } from "./declare.js";

/** Assumed, as is the next: the document prints no answer. The names are those that a bulk activation asks for again. */
const ActivationPlanRow = inAnyCapitals(
  object({
    profileid: cell,
    profile: cell,
    servicetypeid: cell,
    servicetype: cell,
    serviceid: cell,
    service: cell,
    price: cell,
    validitydays: cell,
    otherbenefits: cell,
    additionalbenefit: cell,
  }),
);

export type ActivationPlanRow = Shaped<typeof ActivationPlanRow>;

const RechargePlanRow = inAnyCapitals(
  object({ plancode: cell, planname: cell, price: cell, validitydays: cell, otherbenefits: cell }),
);

export type RechargePlanRow = Shaped<typeof RechargePlanRow>;

/** `LoginEntityID` is the `UserSpecificID` that the carrier gives after onboarding. */
const usual = { auth: "token", method: "GET", codes: { done: [SUCCESS, ROWS], empty: [REASON.noRecord] } } as const;

export const getActivationPlans = readOperation({
  ...usual,
  name: "GetActivationPlans",
  doc: "Activation, DoBulkActivation - supporting lookups",
  path: "/GetActivationPlans",
  query: z.strictObject({ LoginEntityID: text, RegionID: z.enum(["12", "24", "25"]) }),
  answers: listed(ActivationPlanRow),
});

export const getRechargePlans = readOperation({
  ...usual,
  name: "GetRechargePlans",
  doc: "Recharge - supporting lookup",
  path: "/GetRechargePlans",
  query: z.strictObject({ LoginEntityID: text, RegionID: z.literal("24") }),
  answers: listed(RechargePlanRow),
});
