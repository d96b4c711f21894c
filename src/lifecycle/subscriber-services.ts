import { z } from "zod";
import type { SubscriberChange } from "../datasources/port/subscribers.js";
import { CUT_OFF_END_REASONS, CUT_OFF_REASONS } from "../model/reach.js";
import type { Subscriber } from "../model/subscriber.js";
import { action, type Observation, type Seen } from "./action.js";
import { isSo } from "./observe.js";
import { bySubscriber, ofJob, ofSubscriber, unseen, writesOf } from "./subscriber-observe.js";
import { ChosenSim } from "./subscriber-states.js";

const Change = z.strictObject({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  email: z.string().optional(),
  address: z
    .strictObject({ line1: z.string(), line2: z.string(), city: z.string(), state: z.string(), zip: z.string() })
    .optional(),
});

/** Names and addresses of people are never stored; what can be seen of them is compared by its parts that changed. */
export const update = action({
  name: "SUBSCRIBER_UPDATE",
  wish: z.strictObject(ofSubscriber),
  secret: Change,
  perform: (writes, { subscriber }, call, { firstName, lastName, email, address }) => {
    const change: SubscriberChange = {
      ...(firstName === undefined ? {} : { firstName }),
      ...(lastName === undefined ? {} : { lastName }),
      ...(email === undefined ? {} : { email }),
      ...(address === undefined ? {} : { address }),
    };
    return writesOf(writes, "subscribers").update(subscriber, change, call);
  },
  endsWhenTaken: true,
  observe: unseen,
});

export const swapNumber = action({
  name: "NUMBER_SWAP",
  wish: z.strictObject({
    ...ofSubscriber,
    zip: z.string(),
    before: z.string().nullable(),
    /** The latest swap before this one had failed: what it is told of may be that one still. */
    hadFailed: z.boolean(),
  }),
  perform: (writes, { subscriber, zip }, call) => writesOf(writes, "subscribers").swapNumber(subscriber, zip, call),
  // The carrier tells of the latest swap, which may be one of long ago: only another number shows that it was this one.
  observe: async ({ progress, subscribers }, { subscriber, before, hadFailed }, call): Promise<Seen> => {
    const job = (await progress?.numberSwap(subscriber, call)) ?? null;
    if (hadFailed && job?.state === "FAILED") return "UNKNOWN";
    const ended = ofJob(job, "The carrier could not change the number.");
    if (job?.state === "RUNNING" || typeof ended === "object") return ended;
    const now = (await subscribers?.byId(subscriber, call))?.msisdn ?? null;
    return now === null || before === null ? ended : isSo(now !== before);
  },
});

const SimSwap = z.strictObject({
  ...ofSubscriber,
  sim: ChosenSim,
  before: z.strictObject({ iccid: z.string().nullable(), imei: z.string().nullable() }),
});

type SimSwap = z.output<typeof SimSwap>;

/** The SIM is the wanted one; of an eSIM only the device is known beforehand. */
function isSwapped({ sim, reach }: Subscriber, { sim: wanted, before }: SimSwap): Observation {
  const iccid = sim?.iccid ?? null;
  if ("iccid" in wanted) return isSo(iccid === wanted.iccid);
  return isSo(iccid !== before.iccid && (reach?.imei ?? null) === wanted.imei);
}

export const swapSim = action({
  name: "SIM_SWAP",
  wish: SimSwap,
  perform: (writes, { subscriber, sim }, call) => writesOf(writes, "subscribers").swapSim(subscriber, sim, call),
  observe: bySubscriber(isSwapped),
});

export const sendSimSwapOtp = action({
  name: "SIM_SWAP_OTP_SEND",
  wish: z.strictObject(ofSubscriber),
  perform: (writes, { subscriber }, call) => writesOf(writes, "subscribers").sendSimSwapOtp(subscriber, call),
  endsWhenTaken: true,
  observe: unseen,
});

/** With the carrier's id of the swap its status is asked, else the subscriber. */
export const swapSimByOtp = action({
  name: "SIM_SWAP_BY_OTP",
  wish: SimSwap,
  secret: z.string(),
  perform: (writes, { subscriber, sim }, call, otp) =>
    writesOf(writes, "subscribers").swapSimByOtp(subscriber, sim, otp, call),
  observe: async (reads, wish, call, reference) => {
    if (reference === null) return bySubscriber(isSwapped)(reads, wish, call);
    return ofJob((await reads.progress?.simSwap(reference, call)) ?? null, "The carrier could not swap the SIM.");
  },
});

export const setPrimaryLine = action({
  name: "PRIMARY_LINE_SET",
  wish: z.strictObject({ ...ofSubscriber, group: z.string() }),
  perform: (writes, { subscriber, group }, call) =>
    writesOf(writes, "subscribers").makePrimary(subscriber, group, call),
  observe: bySubscriber(({ reach }) => flag(reach?.isPrimary, true)),
});

/** Whether the carrier says of something what was wished. */
const flag = (now: boolean | null | undefined, wanted: boolean): Observation =>
  now === null || now === undefined ? "UNKNOWN" : isSo(now === wanted);

export const sendSms = action({
  name: "SMS_SEND",
  wish: z.strictObject(ofSubscriber),
  secret: z.string(),
  perform: (writes, { subscriber }, call, text) => writesOf(writes, "subscribers").sendSms(subscriber, text, call),
  endsWhenTaken: true,
  observe: unseen,
});

export const resetVoicemailPin = action({
  name: "VOICEMAIL_PIN_RESET",
  wish: z.strictObject(ofSubscriber),
  secret: z.string(),
  perform: (writes, { subscriber }, call, pin) =>
    writesOf(writes, "subscribers").resetVoicemailPin(subscriber, pin, call),
  endsWhenTaken: true,
  observe: unseen,
});

export const cutOffData = action({
  name: "DATA_CUT_OFF",
  wish: z.strictObject({ ...ofSubscriber, reason: z.enum(CUT_OFF_REASONS) }),
  perform: (writes, { subscriber, reason }, call) =>
    writesOf(writes, "subscribers").cutOffData(subscriber, reason, call),
  observe: bySubscriber(({ reach }) => flag(reach?.isDataCutOff, true)),
});

export const restoreData = action({
  name: "DATA_RESTORE",
  wish: z.strictObject({ ...ofSubscriber, reason: z.enum(CUT_OFF_END_REASONS) }),
  perform: (writes, { subscriber, reason }, call) =>
    writesOf(writes, "subscribers").restoreData(subscriber, reason, call),
  observe: bySubscriber(({ reach }) => flag(reach?.isDataCutOff, false)),
});

/** The words of shipments are not documented. */
export const cancelShipment = action({
  name: "SHIPMENT_CANCEL",
  wish: z.strictObject(ofSubscriber),
  perform: (writes, { subscriber }, call) => writesOf(writes, "subscribers").cancelShipment(subscriber, call),
  endsWhenTaken: true,
  observe: unseen,
});

export const setRoamingPackRenewal = action({
  name: "ROAMING_PACK_RENEWAL_SET",
  wish: z.strictObject({ ...ofSubscriber, group: z.string().nullable(), pack: z.string(), isAutomatic: z.boolean() }),
  perform: (writes, { subscriber, pack, isAutomatic }, call) =>
    writesOf(writes, "subscribers").setRoamingPackRenewal(subscriber, pack, isAutomatic, call),
  observe: async ({ allowances }, { group, pack, isAutomatic }, call) => {
    if (group === null || allowances === undefined) return "UNKNOWN";
    const packs = await allowances.roamingPacks(group, call);
    return flag(packs.find(({ packId }) => packId === pack)?.isRenewedAutomatically, isAutomatic);
  },
});
