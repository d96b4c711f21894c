import type { NextCommSubscriber, PlanExpiry } from "../../../model/nextcomm.js";
import type { Plan } from "../../../model/plan.js";
import type { Sim } from "../../../model/sim.js";
import type { Subscriber } from "../../../model/subscriber.js";
import type { Moment } from "../../../model/time.js";
import { simStateOfLine } from "../../mapping/line-states.js";
import { flagOf, rawOf, textOf, wordIn } from "../../mapping/text.js";
import type { ExpiryRecord } from "../operations/plan-expiry.js";
import type { SubscriberInfo } from "../operations/subscribers.js";
import { addonsFromWire } from "./addon.js";
import { balancesFromWire } from "./balance.js";
import { type Frame, keyOf } from "./frame.js";
import { stateFromWire } from "./states.js";
import { momentFromWire, timeFromWire } from "./time.js";

const UNTOLD: Moment = { kind: "UNKNOWN", raw: null };

/** `mobileNo` is the subscriber's id. When the plan ends is told by the record of its expiry, and not here. */
export function subscriberFromWire(info: SubscriberInfo, mobileNo: string, frame: Frame): Subscriber {
  const { balances, addOns } = info;
  return {
    key: keyOf(frame, mobileNo),
    msisdn: mobileNo,
    state: stateFromWire(info.SimStatus, frame),
    stateRaw: textOf(info.SimStatus),
    name: textOf(info.SubscriberName),
    email: null,
    sim: simOf(info, mobileNo, frame),
    plan: planOf(info, frame),
    planTo: UNTOLD,
    activatedAt: UNTOLD,
    nextBillingAt: UNTOLD,
    balances: balances ? balancesFromWire(balances, mobileNo, frame) : null,
    addons: addOns ? addonsFromWire(addOns, mobileNo, frame) : null,
    reach: null,
    nextComm: detailOf(info, frame),
  };
}

function simOf({ SimNo, SimStatus, subscriptionDetails }: SubscriberInfo, msisdn: string, frame: Frame): Sim | null {
  const iccid = textOf(SimNo);
  if (iccid === null) return null;
  return {
    key: keyOf(frame, iccid),
    iccid,
    imsi: textOf(subscriptionDetails?.IMSI),
    msisdn,
    eid: null,
    state: simStateOfLine(stateFromWire(SimStatus, frame)),
    stateRaw: textOf(SimStatus),
    endpoint: null,
    detail: null,
  };
}

/** A plan is named here and has no id: its name is its key, which the catalogue does not know. */
function planOf({ ActPlanName }: SubscriberInfo, frame: Frame): Plan | null {
  const name = textOf(ActPlanName);
  return name === null ? null : { key: keyOf(frame, name), name, kind: "BASE", kindRaw: null, billing: "UNKNOWN" };
}

function detailOf(info: SubscriberInfo, frame: Frame): NextCommSubscriber {
  const { SubscriptionID, SimExpDate, subscriptionDetails, subscriberFacilityDetails } = info;
  return {
    subscriptionId: textOf(SubscriptionID),
    subscriptionStateRaw: textOf(subscriptionDetails?.subscriptionState),
    activeProducts: (subscriptionDetails?.activeProducts ?? []).flatMap((product) => textOf(product) ?? []),
    facilities: Object.entries(subscriberFacilityDetails ?? {}).map(([name, flag]) => ({
      name,
      isAllowed: flagOf(flag) ?? wordIn<boolean>(LETTERS, flag),
      raw: rawOf(flag),
    })),
    simExpiresAt: momentFromWire(SimExpDate, frame),
  };
}

const LETTERS = { y: true, n: false } as const;

export const planExpiryFromWire = (record: ExpiryRecord, frame: Frame): PlanExpiry => ({
  expiresAt: timeFromWire(record.PlanExpiryDt, frame),
  lastTransactionId: textOf(record.LastTxnID),
  simStatusRaw: textOf(record.SimStatus),
  planName: textOf(record.ServiceName),
});
