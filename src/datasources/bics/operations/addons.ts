import { z } from "zod";
import { answers, cell, id, list, readOperation } from "./declare.js";
import { BenefitRow, CounterRow } from "./endpoints.js";

/** Benefits and counters stand inside their plan, not beside it as the table has it. */
const AddonDetailRow = z.object({
  planId: id,
  planName: cell,
  uniqueId: cell,
  benefit: list(BenefitRow),
  counter: list(CounterRow),
});

export type AddonDetailRow = z.output<typeof AddonDetailRow>;

export const getEndpointAddonDetails = readOperation({
  name: "GetEndpointAddonDetails",
  doc: "Endpoint - Addon Details",
  path: "/GetEndpointAddonDetails",
  query: z.strictObject({
    endPointId: z.string().min(1),
    addonId: z.string().min(1).optional(),
    uniqueId: z.string().min(1).optional(),
  }),
  answers: answers({
    info: z.object({ promotionalPlans: z.object({ plan: list(AddonDetailRow) }).nullish() }).nullish(),
  }),
  codes: { done: ["10255"], empty: ["10257"] },
});
