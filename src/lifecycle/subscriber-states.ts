import { z } from "zod";
import type { SimChoice } from "../datasources/port/subscribers.js";
import type { ActivationState } from "../model/reach.js";
import { LEAVING_TYPES } from "../model/reach.js";
import { action, type Seen } from "./action.js";
import { byLineState, bySubscriber, ofJob, ofSubscriber, unseen, writesOf } from "./subscriber-observe.js";

const Reasoned = z.strictObject({ ...ofSubscriber, reason: z.string().nullable() });

export const suspend = action({
  name: "SUBSCRIBER_SUSPEND",
  wish: Reasoned,
  perform: (writes, { subscriber, reason }, call) => writesOf(writes, "subscribers").suspend(subscriber, reason, call),
  // The guide has one watch until the state changes, and does not tell into what.
  observe: bySubscriber(({ state }) => (state === "ACTIVE" ? "NOT_REACHED" : "REACHED")),
});

export const resume = action({
  name: "SUBSCRIBER_RESUME",
  wish: z.strictObject(ofSubscriber),
  perform: (writes, { subscriber }, call) => writesOf(writes, "subscribers").resume(subscriber, call),
  observe: byLineState(["ACTIVE"], ["SUSPENDED", "UNKNOWN"]),
});

export const terminate = action({
  name: "SUBSCRIBER_TERMINATE",
  wish: z.strictObject({ ...ofSubscriber, reason: z.string(), before: z.string().nullable() }),
  perform: (writes, { subscriber, reason }, call) =>
    writesOf(writes, "subscribers").terminate(subscriber, reason, call),
  observe: bySubscriber(({ state, stateRaw }, { before }) => {
    if (state === "RECOVERABLE" || state === "ENDED") return "REACHED";
    if (stateRaw === before) return "NOT_REACHED";
    return state === "UNKNOWN" ? "REACHED" : "UNKNOWN";
  }),
});

export const reconnect = action({
  name: "SUBSCRIBER_RECONNECT",
  wish: Reasoned,
  perform: (writes, { subscriber, reason }, call) =>
    writesOf(writes, "subscribers").reconnect(subscriber, reason, call),
  observe: byLineState<z.output<typeof Reasoned>>(["ACTIVE"], ["RECOVERABLE", "ENDED", "UNKNOWN"]),
});

export const leave = action({
  name: "SUBSCRIBER_LEAVE",
  wish: z.strictObject({ ...ofSubscriber, type: z.enum(LEAVING_TYPES), reason: z.string().nullable() }),
  perform: (writes, { subscriber, type, reason }, call) =>
    writesOf(writes, "subscribers").recordLeaving(subscriber, type, reason, call),
  endsWhenTaken: true,
  observe: unseen,
});

export const reset = action({
  name: "SUBSCRIBER_RESET",
  wish: z.strictObject({ ...ofSubscriber, hadOne: z.boolean() }),
  perform: (writes, { subscriber }, call) => writesOf(writes, "subscribers").reset(subscriber, call),
  // The carrier tells of the latest reset: without its word that it took this one on, it may be one of long ago.
  observe: async ({ progress }, { subscriber, hadOne }, call, reference) => {
    if (hadOne && reference === null) return "UNKNOWN";
    return ofJob((await progress?.reset(subscriber, call)) ?? null, "The carrier could not reset the account.");
  },
});

/** What an activation has come to says of a wish for it. */
const ENDS = {
  INACTIVE: "NOT_REACHED",
  IN_PROGRESS: "UNKNOWN",
  ACTIVE: "REACHED",
  FAILED: "REFUSED",
  PORTING: "UNKNOWN",
  PORTING_FAILED: "REFUSED",
  PORT_CANCELLED: "REFUSED",
  UNKNOWN: "UNKNOWN",
} as const satisfies Record<ActivationState, "REACHED" | "NOT_REACHED" | "UNKNOWN" | "REFUSED">;

/** A SIM by its ICCID, or the device of an eSIM by its IMEI. */
export const ChosenSim = z.union([z.strictObject({ iccid: z.string() }), z.strictObject({ imei: z.string() })]);

/** The line to port is known from its carrier's papers: PIN and account number are never stored. */
const PortIn = z
  .strictObject({
    msisdn: z.string(),
    carrier: z.string(),
    accountNumber: z.string(),
    pin: z.string(),
    zip: z.string(),
  })
  .nullable();

export const activate = action({
  name: "SUBSCRIBER_ACTIVATE",
  wish: z.strictObject({ ...ofSubscriber, sim: ChosenSim, before: z.string().nullable() }),
  secret: PortIn,
  perform: (writes, { subscriber, sim }, call, portIn) =>
    writesOf(writes, "subscribers").activate(subscriber, sim satisfies SimChoice, portIn, call),
  // Without the carrier's word that it took this one on, a failure that was there before may be the one of long ago.
  observe: async ({ progress }, { subscriber, before }, call, reference): Promise<Seen> => {
    const activation = (await progress?.activation(subscriber, call)) ?? null;
    const end = activation === null ? "UNKNOWN" : ENDS[activation.state];
    if (end !== "REFUSED") return end;
    return reference === null && activation?.stateRaw === before ? "UNKNOWN" : { refused: activation?.message ?? null };
  },
});

const PortInChange = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("UPDATE_PIN"), pin: z.string() }),
  z.strictObject({ type: z.literal("UPDATE_ACCOUNT"), accountNumber: z.string() }),
  z.strictObject({ type: z.literal("UPDATE_ZIP"), zip: z.string() }),
  z.strictObject({ type: z.enum(["RESUBMIT_PORT", "CANCEL_PORT", "CANCEL_AND_NEW"]) }),
]);

const CANCELS: ReadonlySet<string> = new Set(["CANCEL_PORT", "CANCEL_AND_NEW"]);

/**
 * A correction is done once the port is under way again; a cancellation once there is none any more. A new number may be
 * wished for when the port is called off already: that it is called off does not show that the number is on its way.
 */
export const updatePortIn = action({
  name: "PORT_IN_UPDATE",
  wish: z.strictObject({ ...ofSubscriber, type: z.string() }),
  secret: PortInChange,
  perform: (writes, { subscriber }, call, change) =>
    writesOf(writes, "subscribers").changePortIn(subscriber, change, call),
  observe: async ({ progress }, { subscriber, type }, call): Promise<Seen> => {
    const state = (await progress?.activation(subscriber, call))?.state ?? "UNKNOWN";
    if (state === "UNKNOWN" || (type === "CANCEL_AND_NEW" && state === "PORT_CANCELLED")) return "UNKNOWN";
    if (CANCELS.has(type)) return state === "PORTING" || state === "PORTING_FAILED" ? "NOT_REACHED" : "REACHED";
    return state === "PORTING_FAILED" ? "NOT_REACHED" : "REACHED";
  },
});
