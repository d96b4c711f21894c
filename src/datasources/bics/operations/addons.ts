import { z } from "zod";
import { answers, cell, id, list, readOperation, writeOperation } from "./declare.js";
import { AddonRow, BenefitRow, CounterRow } from "./endpoints.js";
import { decimal, request, text } from "./request.js";

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

const Subscribed = z.object({
  promotionalPlans: z.object({ plan: list(AddonRow) }).nullish(),
  benefitInfo: z.object({ benefit: list(BenefitRow) }).nullish(),
  counter: list(CounterRow),
});

export type Subscribed = z.output<typeof Subscribed>;

/** Adds and charges each time. The endpoint's id stands inside requestParam here; balances are sent in MB. */
export const subscribeAddon = writeOperation({
  name: "SubscribeAddon",
  doc: "SubscribeAddon",
  path: "/SubscribeAddon",
  body: request(
    z.strictObject({
      requestParam: z.strictObject({
        endPointId: text,
        planId: text,
        benefit: z
          .array(z.strictObject({ id: text, balance: decimal }))
          .min(1)
          .optional(),
      }),
    }),
  ),
  answers: answers({ info: Subscribed.nullish() }),
  codes: { done: ["1171"], failed: { "1172": "CARRIER_REFUSED", "10260": "OUT_OF_RANGE" } },
  repeat: "never",
});
