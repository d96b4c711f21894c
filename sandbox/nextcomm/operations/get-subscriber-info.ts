import { z } from "zod";
import { mandatory, NO_RECORD, success, VALIDATION } from "../answers.js";
import { optionalText } from "../fields.js";
import { operation, USER } from "../operation.js";
import type { Account } from "../state.js";
import { dataOf } from "../views/data.js";
import { subscriberView } from "../views/subscriber.js";

/** By the number, by the SIM where there is no number; both must fit. */
function find({ subscribers }: Account, mobileNo: string | undefined, simNo: string | undefined) {
  return [...subscribers.values()].find(
    (one) => (!mobileNo || one.mobileNo === mobileNo) && (!simNo || one.simNo === simNo),
  );
}

export const getSubscriberInfo = operation({
  name: "GetSubscriberInfo",
  effect: "read",
  needsBearer: true,
  credentials: USER,
  input: z.strictObject({ MobileNo: optionalText, SimNo: optionalText }),
  handle: ({ account, localNow }, { MobileNo, SimNo }, fail) => {
    if (!MobileNo && !SimNo) return fail(VALIDATION, mandatory("MobileNo"));
    const subscriber = find(account, MobileNo, SimNo);
    if (!subscriber) return fail(NO_RECORD);
    const view = subscriberView(account, subscriber, localNow);
    return success("Subscriber Details Fetched Successfully !!!", dataOf(account, view));
  },
});
