import { z } from "zod";
import { operation } from "../../http/operation.js";
import { SUCCESS } from "../failures.js";

/** The scope that a token must have for the plans. */
export const PLANS_SCOPE = "read_plans";

/** Text of a free format, or nothing. Mapping reads it, nothing trusts it. */
const cell = z.unknown().optional();

const PlanRow = z.object({
  planName: cell,
  price: cell,
  validity: cell,
  validityDescription: cell,
  talkTime: cell,
  packageDescription: cell,
  planType: cell,
});

export type PlanRow = z.output<typeof PlanRow>;

const rows = z.array(PlanRow).nullish();

/** The rows stand under the sample's name, the table's name, or, in a sister call, below circles. */
const Operator = z
  .object({
    operatorName: cell,
    operatorId: cell,
    plansInfo: rows,
    circlesInfo: rows,
    circleWisePlanLists: z.array(z.object({ plansInfo: rows })).nullish(),
  })
  .transform(({ operatorName, operatorId, plansInfo, circlesInfo, circleWisePlanLists }) => ({
    operatorName,
    operatorId,
    isTold: [plansInfo, circlesInfo, circleWisePlanLists].some((list) => list !== undefined),
    plans: plansInfo ?? circlesInfo ?? circleWisePlanLists?.flatMap((circle) => circle.plansInfo ?? []) ?? [],
  }))
  .refine(({ isTold }) => isTold, "has no plansInfo and no circlesInfo");

export type Operator = z.output<typeof Operator>;

const text = z.string().min(1);

/** Plans for one number. The number stands in the address: nothing may log that. */
export const getCustomizedRechargePlans = operation({
  name: "getCustomizedRechargePlans",
  doc: "Get Custom Recharge Plans API",
  effect: "read",
  auth: "token",
  method: "GET",
  path: "/v2/nbc/getCustomizedRechargePlans",
  query: z.strictObject({
    agentId: text,
    circleId: text,
    mobileNo: z.string().regex(/^\d{10}$/, "must be the ten digits of an Indian number"),
    operatorId: text,
  }),
  answers: {
    "2xx": z.object({ payload: z.union([Operator.transform((one) => [one]), z.array(Operator)]) }),
  },
  codes: { done: [SUCCESS] },
  timeoutMs: 30_000,
  repeat: "safe",
});
