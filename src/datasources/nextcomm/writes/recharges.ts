import { textOf } from "../../mapping/text.js";
import { resultOf } from "../../mapping/write-result.js";
import type { RechargeWrites } from "../../port/subscribers.js";
import { planCodeOf } from "../mapping/plan.js";
import { idFromWire, numberToWire } from "../mapping/quantity.js";
import { localTimeToWire } from "../mapping/time.js";
import { modify } from "../operations/plan-expiry.js";
import { recharge as rechargeOperation } from "../operations/recharge.js";
import type { Wire } from "../wire.js";

export const rechargeWrites = (wire: Wire): RechargeWrites => ({
  recharge: async (subscriberId, { planId, planName, amount, requestId }, call) => {
    const body = {
      ...wire.credentials,
      MobileNo: subscriberId,
      RechargeAmt: numberToWire(amount),
      PlanCode: planCodeOf(planId) ?? "",
      PlanName: planName ?? "",
      TxnDateTime: localTimeToWire(wire.frame()),
      RequestID: requestId,
    };
    const outcome = await wire.call(rechargeOperation, { body }, call);
    return resultOf(outcome, idFromWire(outcome.answer?.TransactionID));
  },
  setPlanExpiry: async (subscriberId, day, call) => {
    const { UserID: UsrID, Password: Pass } = wire.credentials;
    const body = { Action: "Modify" as const, MobileNo: subscriberId, PlanExpiryDt: day, UsrID, Pass };
    const outcome = await wire.call(modify, { body }, call);
    return resultOf(outcome, textOf(outcome.answer?.MessageData?.LastTxnID));
  },
});
