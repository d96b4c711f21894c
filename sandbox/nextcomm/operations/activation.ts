import { z } from "zod";
import type { Outgoing } from "../../exchange.js";
import { invalid, mandatory, success, VALIDATION } from "../answers.js";
import { digits, email, number, optionalText, text, txnDateTime } from "../fields.js";
import { type Call, type Operation, operation, USER } from "../operation.js";
import { canPay, NO_CREDIT } from "../rules/money.js";
import { freeSim, nextEsim, pictureOf } from "../rules/sims.js";
import { activate } from "../rules/subscribers.js";
import { newTransactionId } from "../rules/transactions.js";
import type { ActivationPlan, Sim } from "../state.js";

const blank = {
  RequestID: null,
  TransactionID: null,
  SIMNo: null,
  ActivationCode: null,
  SMDP: null,
  QR: null,
  MobileNo: null,
};

const REFUSED = "SIM Activation not possible !!!";

const input = z.strictObject({
  PlanID: number.optional(),
  PlanId: number.optional(),
  FirstName: text,
  LastName: text,
  AltMobNo: digits,
  EmailID: email,
  SIMNo: optionalText,
  SimSubType: z.enum(["ESim", "ESIM", "Physical"]),
  RequestID: text,
  TxnDateTime: txnDateTime,
});
type Input = z.output<typeof input>;

/** The document spells the plan's key in two ways; an account may take but one. */
function planIdOf({ account }: Call, { PlanID, PlanId }: Input): number | undefined {
  const { planKey } = account.settings;
  if (planKey === "either") return PlanID ?? PlanId;
  return planKey === "PlanID" ? PlanID : PlanId;
}

/** What it is about, or the refusal. */
function judge(call: Call, request: Input, fail: Operation["fail"]): { plan: ActivationPlan; sim: Sim } | Outgoing {
  const { account } = call;
  const { SimSubType, SIMNo } = request;
  const planId = planIdOf(call, request);
  if (planId === undefined) return fail(VALIDATION, mandatory("PlanID"));
  const plan = account.activationPlans.find(({ row }) => row.ServiceId === planId);
  if (!plan) return fail(VALIDATION, invalid("PlanID"));
  if (SimSubType === "Physical" && !SIMNo) return fail(VALIDATION, mandatory("SIMNo"));
  const kind = SimSubType === "Physical" ? "physical" : "esim";
  const sim = SIMNo ? freeSim(account, SIMNo, kind) : nextEsim(account);
  if ("reason" in sim) return fail(REFUSED, sim.reason);
  return canPay(account, plan.row.Price) ? { plan, sim } : fail(REFUSED, NO_CREDIT);
}

/** In the document's example the last digit has become two zeros. */
const garbled = (requestId: string): string => `${requestId.slice(0, -1)}00`;

export const activation = operation({
  name: "Activation",
  effect: "write",
  needsBearer: true,
  credentials: USER,
  blank,
  input,
  handle: (call, request, fail) => {
    const judged = judge(call, request, fail);
    if ("body" in judged) return judged;
    const { plan, sim } = judged;
    const txnId = newTransactionId(call);
    const { mobileNo } = activate(call, { plan, sim, name: `${request.FirstName} ${request.LastName}`, txnId });
    const { RequestID: requestId, TxnDateTime } = request;
    call.keep({ transactionId: txnId, requestId, target: sim.simNo, txnDateTime: TxnDateTime, isIst: false });
    const message = "SIM Activation Recorded Successfully!!!";
    return success(message, `TXN ID : ${txnId}, ${message} New Mobile No : ${mobileNo}`, {
      ...blank,
      RequestID: call.account.settings.requestIdEcho === "garbled" ? garbled(requestId) : requestId,
      TransactionID: Number(txnId),
      SIMNo: sim.simNo,
      ...(sim.kind === "esim" ? { ActivationCode: sim.matchingId, SMDP: sim.smdp, QR: pictureOf(sim) } : {}),
      MobileNo: mobileNo,
    });
  },
});
