import { z } from "zod";
import { failure, success } from "../answers.js";
import { number, optionalText, text, txnDateTime } from "../fields.js";
import { type Call, operation, USER } from "../operation.js";
import { canPay, NO_CREDIT } from "../rules/money.js";
import { recharge as apply, statusOf } from "../rules/subscribers.js";
import { newTransactionId, stamped } from "../rules/transactions.js";
import type { RechargePlan, Subscriber } from "../state.js";

const input = z.strictObject({
  MobileNo: text,
  RechargeAmt: number,
  PlanCode: text,
  PlanName: optionalText,
  TxnDateTime: txnDateTime.optional(),
  RequestID: optionalText,
});
type Input = z.output<typeof input>;

const DONE = "Recharge has been processed Successfully !!!";

function judge({ account, localNow }: Call, request: Input): { plan: RechargePlan; subscriber: Subscriber } | string {
  const subscriber = account.subscribers.get(request.MobileNo);
  if (!subscriber) return `Get Subscriber Info Service Response : The MSISDN ${request.MobileNo} is invalid`;
  if (statusOf(subscriber, localNow) === "Suspended") return "Recharge of a suspended SIM is not possible !!!";
  const plan = account.rechargePlans.find(({ row }) => row.PlanCode === request.PlanCode);
  if (!plan) return "Plan Code is not known !!!";
  if (plan.row.Price !== request.RechargeAmt) return "Recharge Amount is not the Price of the Plan !!!";
  return canPay(account, plan.row.Price) ? { plan, subscriber } : NO_CREDIT;
}

/** Every recharge that is well formed is a transaction, also one that fails. */
export const recharge = operation({
  name: "Recharge",
  effect: "write",
  needsBearer: true,
  credentials: USER,
  blank: { RequestID: null, TransactionID: null },
  input,
  handle: (call, request) => {
    const requestId = request.RequestID || null;
    const txnId = newTransactionId(call);
    const rest = { RequestID: requestId, TransactionID: Number(txnId) };
    const judged = judge(call, request);
    if (typeof judged === "string") return failure(judged, judged, rest);
    apply(call, judged.subscriber, judged.plan, txnId);
    call.keep({ transactionId: txnId, requestId, target: request.MobileNo, ...stamped(call, request.TxnDateTime) });
    return success(DONE, DONE, rest);
  },
});
