import { z } from "zod";
import { operation } from "../../http/operation.js";
import { cell, Flaw, list, nullish, object, type Shape, type Shaped } from "../../shapes.js";
import { SUCCESS } from "../failures.js";

/** The scope that a token must have for the plans. */
export const PLANS_SCOPE = "read_plans";

/** Every cell is a text of a free format, or nothing. */
const PlanRow = object({
  planName: cell,
  price: cell,
  validity: cell,
  validityDescription: cell,
  talkTime: cell,
  packageDescription: cell,
  planType: cell,
});

export type PlanRow = Shaped<typeof PlanRow>;

const rows = nullish(list(PlanRow));

/** The rows stand under the sample's name, the table's name, or, in a sister call, below circles. */
const OperatorCells = object({
  operatorName: cell,
  operatorId: cell,
  plansInfo: rows,
  circlesInfo: rows,
  circleWisePlanLists: nullish(list(object({ plansInfo: rows }))),
});

/** The plans of one operator. */
export interface Operator extends Pick<Shaped<typeof OperatorCells>, "operatorName" | "operatorId"> {
  readonly plans: readonly PlanRow[];
}

const operator: Shape<Operator> = (value) => {
  const read = OperatorCells(value);
  if (read instanceof Flaw) return read;
  const { operatorName, operatorId, plansInfo, circlesInfo, circleWisePlanLists } = read;
  const isTold = [plansInfo, circlesInfo, circleWisePlanLists].some((plans) => plans !== undefined);
  if (!isTold) return new Flaw("has no plansInfo and no circlesInfo");
  const plans = plansInfo ?? circlesInfo ?? circleWisePlanLists?.flatMap((circle) => circle.plansInfo ?? []) ?? [];
  return { operatorName, operatorId, plans };
};

const operators = list(operator);

/** One operator, or a list of them. */
const payload: Shape<readonly Operator[]> = (value) => {
  if (Array.isArray(value)) return operators(value);
  const read = operator(value);
  return read instanceof Flaw ? read : [read];
};

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
  answers: { "2xx": object({ payload }) },
  codes: { done: [SUCCESS] },
  timeoutMs: 30_000,
  repeat: "safe",
});
