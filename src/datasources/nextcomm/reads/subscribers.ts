import type { Subscriber } from "../../../model/subscriber.js";
import type { AddonReads, CallContext } from "../../carrier.js";
import { textOf } from "../../mapping/text.js";
import type { PlanExpiryReads, SubscriberReads } from "../../port/subscribers.js";
import { addonDetailsFromWire } from "../mapping/addon.js";
import { planExpiryFromWire, subscriberFromWire } from "../mapping/subscriber.js";
import { enquire } from "../operations/plan-expiry.js";
import { getSubscriberInfo, type SubscriberInfo } from "../operations/subscribers.js";
import { anotherOne, type Wire } from "../wire.js";

/** A subscriber's id is its mobile number. */
export const subscriberReads = (wire: Wire): SubscriberReads => ({
  findsBy: ["msisdn", "iccid"],
  byId: (subscriberId, call) => byNumber(wire, subscriberId, call),
  find: ({ kind, value }, call) =>
    kind === "msisdn" ? byNumber(wire, value, call) : subscriberBySim(wire, value, call),
});

async function byNumber(wire: Wire, mobileNo: string, call: CallContext): Promise<Subscriber | null> {
  const info = await infoOf(wire, mobileNo, call);
  return info && subscriberFromWire(info, mobileNo, wire.frame());
}

/** Null when no subscriber has the SIM. */
export async function subscriberBySim(wire: Wire, iccid: string, call: CallContext): Promise<Subscriber | null> {
  const body = { ...wire.credentials, MobileNo: "" as const, SimNo: iccid };
  const { answer } = await wire.call(getSubscriberInfo, { body }, call);
  if (answer === null) return null;
  const { MobileNo, SimNo } = answer.MessageData;
  const mobileNo = numberIn(MobileNo);
  if (mobileNo === null || textOf(SimNo) !== iccid) throw anotherOne(getSubscriberInfo);
  return subscriberFromWire(answer.MessageData, mobileNo, wire.frame());
}

async function infoOf(wire: Wire, mobileNo: string, call: CallContext): Promise<SubscriberInfo | null> {
  const body = { ...wire.credentials, MobileNo: mobileNo };
  const { answer } = await wire.call(getSubscriberInfo, { body }, call);
  if (answer !== null && (numberIn(answer.MessageData.MobileNo) ?? mobileNo) !== mobileNo) {
    throw anotherOne(getSubscriberInfo);
  }
  return answer?.MessageData ?? null;
}

const numberIn = (cell: unknown): string | null => textOf(cell)?.replace(/^\+/, "") ?? null;

/** What the add-ons of a subscriber bring along; the same call as for the subscriber. */
export const addonReads = (wire: Wire): AddonReads => ({
  details: async (subscriberId, call) => {
    const info = await infoOf(wire, subscriberId, call);
    return addonDetailsFromWire(info?.addOns ?? [], subscriberId, wire.frame());
  },
});

export const planExpiryReads = (wire: Wire): PlanExpiryReads => ({
  planExpiry: async (mobileNo, call) => {
    const { answer } = await wire.call(enquire, { body: { Action: "Enquire", MobileNo: mobileNo } }, call);
    if (answer === null) return null;
    if ((numberIn(answer.MessageData.MobileNo) ?? mobileNo) !== mobileNo) throw anotherOne(enquire);
    return planExpiryFromWire(answer.MessageData, wire.frame());
  },
});
