import { z } from "zod";
import { cell, list, nullish, object, type Shaped } from "../../shapes.js";
import { answers, id, readOperation, writeOperation } from "./declare.js";
import { AddonRow, BenefitRow, CounterRow } from "./endpoints.js";
import { decimal, request, text } from "./request.js";

/** Benefits and counters stand inside their plan, not beside it as the table has it. */
const AddonDetailRow = object({
  planId: id,
  planName: cell,
  uniqueId: cell,
  benefit: nullish(list(BenefitRow)),
  counter: nullish(list(CounterRow)),
});

export type AddonDetailRow = Shaped<typeof AddonDetailRow>;

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
    info: nullish(object({ promotionalPlans: nullish(object({ plan: nullish(list(AddonDetailRow)) })) })),
  }),
  codes: { done: ["10255"], empty: ["10257"] },
});

const Subscribed = object({
  promotionalPlans: nullish(object({ plan: nullish(list(AddonRow)) })),
  benefitInfo: nullish(object({ benefit: nullish(list(BenefitRow)) })),
  counter: nullish(list(CounterRow)),
});

export type Subscribed = Shaped<typeof Subscribed>;

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
  answers: answers({ info: nullish(Subscribed) }),
  codes: { done: ["1171"], failed: { "1172": "CARRIER_REFUSED", "10260": "OUT_OF_RANGE" } },
  repeat: "never",
});
