import { z } from "zod";
import type { Outgoing } from "../exchange.js";
import { type Refusal, success } from "./answers.js";
import type { Account, World } from "./state.js";

const text = z.string().min(1);
const Query = z.strictObject({ agentId: text, circleId: text, mobileNo: text, operatorId: text });

const MOBILE_NO = /^[6-9]\d{9}$/;

/** The plans for a number, or why there are none. */
export function plansFor(world: World, account: Account, raw: unknown): Outgoing | Refusal {
  const parsed = Query.safeParse(raw);
  if (!parsed.success) return malformed(parsed.error);
  const { agentId, circleId, mobileNo, operatorId } = parsed.data;
  const params = { operatorId, circleId };
  const refuse = (errorCode: string, reason: string): Refusal => ({ errorCode, reason, params });
  if (agentId !== account.agentId) return refuse("INVALID_AGENT", "The agent is not one of the client");
  if (!MOBILE_NO.test(mobileNo)) return refuse("INVALID_MOBILE", `${mobileNo} is no mobile number`);
  const operator = world.operators.get(operatorId);
  if (!operator) return refuse("OPERATOR_NOT_FOUND", "The operator is not known");
  if (!world.circles.has(circleId)) return refuse("CIRCLE_NOT_FOUND", "The circle is not known");
  const number = world.numbers.get(mobileNo);
  if (number && number.operatorId === null) return refuse("NO_OPERATOR", `No operator is known for ${mobileNo}`);
  if (number && number.operatorId !== operatorId) return refuse("OTHER_OPERATOR", `${mobileNo} is another operator's`);
  return success(account.settings, operator, operator.plans.get(circleId) ?? [], number?.isContradictory ?? false);
}

function malformed({ issues }: z.ZodError): Refusal {
  const [issue] = issues;
  const names = issue?.code === "unrecognized_keys" ? issue.keys : [String(issue?.path[0])];
  const errorCode = issue?.code === "unrecognized_keys" ? "UNKNOWN_PARAMETER" : "MISSING_PARAMETER";
  return { errorCode, reason: names.join(", ") };
}
