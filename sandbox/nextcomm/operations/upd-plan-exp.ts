import { z } from "zod";
import { invalid, mandatory, NO_RECORD, success, VALIDATION } from "../answers.js";
import { date, text } from "../fields.js";
import { type Call, type Input, type Operation, operation, USR } from "../operation.js";
import { statusOf } from "../rules/subscribers.js";
import type { Account, Subscriber, World } from "../state.js";
import { dataOf } from "../views/data.js";

/** Whose number it is: an enquiry says nothing else of its caller. */
const ownerOf = ({ accounts }: World, { MobileNo }: Input): Account | null =>
  accounts.find(({ subscribers }) => subscribers.has(String(MobileNo))) ?? null;

function record({ account, localNow }: Call, Action: string, subscriber: Subscriber) {
  const { mobileNo: MobileNo, lastTxnId: LastTxnID, planExpiryDt: PlanExpiryDt, planName: ServiceName } = subscriber;
  const SimStatus = statusOf(subscriber, localNow);
  const fields = { Action, MobileNo, LastTxnID, PlanExpiryDt, SimStatus, ServiceName, UsrID: "", Pass: "" };
  return success("UpdatePlanExp Details Fetched/Updated Successfully !!!", dataOf(account, fields));
}

const enquire = operation({
  name: "UpdPlanExp/Enquire",
  effect: "read",
  needsBearer: false,
  credentials: null,
  ownerOf,
  input: z.strictObject({
    Action: text,
    MobileNo: text,
    UsrID: z.literal("").optional(),
    Pass: z.literal("").optional(),
  }),
  handle: (call, { MobileNo }, fail) => {
    const subscriber = call.account.subscribers.get(MobileNo);
    return subscriber ? record(call, "Enquire", subscriber) : fail(NO_RECORD);
  },
});

const modify = operation({
  name: "UpdPlanExp/Modify",
  effect: "write",
  needsBearer: false,
  credentials: USR,
  input: z.strictObject({ Action: text, MobileNo: text, PlanExpiryDt: date }),
  handle: (call, { MobileNo, PlanExpiryDt }, fail) => {
    const subscriber = call.account.subscribers.get(MobileNo);
    if (!subscriber) return fail(NO_RECORD);
    subscriber.planExpiryDt = `${PlanExpiryDt}T00:00:00`;
    call.commit(MobileNo);
    return record(call, "Modify", subscriber);
  },
});

const neither = operation({
  name: "UpdPlanExp",
  effect: "read",
  needsBearer: false,
  credentials: null,
  ownerOf,
  input: z.looseObject({ Action: z.unknown() }),
  handle: (_call, { Action }, fail) => fail(VALIDATION, Action ? invalid("Action") : mandatory("Action")),
});

/** One address reads or writes, by the action that the body names. */
export function updPlanExp({ Action }: Input): Operation {
  if (Action === "Enquire") return enquire;
  return Action === "Modify" ? modify : neither;
}
