import { z } from "zod";
import { action, type Seen } from "./action.js";
import { ofSubscriber, writesOf } from "./subscriber-observe.js";

/**
 * The carrier tells of no transaction but the last one of a number: another than before, or the one that it answered,
 * is this one. The same as before tells nothing, however long it lasts: the carrier does not say how late it may still
 * carry out what it has received, and a recharge that is said to have failed is paid once more.
 */
export const recharge = action({
  name: "RECHARGE",
  wish: z.strictObject({
    ...ofSubscriber,
    planId: z.string(),
    planName: z.string().nullable(),
    amount: z.string(),
    requestId: z.string(),
    before: z.string().nullable(),
  }),
  perform: (writes, { subscriber, planId, planName, amount, requestId }, call) =>
    writesOf(writes, "recharges").recharge(subscriber, { planId, planName, amount, requestId }, call),
  observe: async ({ planExpiry }, { subscriber, before }, call, reference): Promise<Seen> => {
    const last = (await planExpiry?.planExpiry(subscriber, call))?.lastTransactionId ?? null;
    if (last === null) return "UNKNOWN";
    if (reference !== null) return isSame(last, reference) ? "REACHED" : "UNKNOWN";
    return before !== null && last !== before ? "REACHED" : "UNKNOWN";
  },
});

/** The carrier prints one id now as a number and now as a text, which may begin with zeros. */
const isSame = (one: string, other: string): boolean => one.replace(/^0+/, "") === other.replace(/^0+/, "");

export const setPlanExpiry = action({
  name: "PLAN_EXPIRY_SET",
  wish: z.strictObject({ ...ofSubscriber, day: z.string() }),
  perform: (writes, { subscriber, day }, call) => writesOf(writes, "recharges").setPlanExpiry(subscriber, day, call),
  observe: async ({ planExpiry }, { subscriber, day }, call): Promise<Seen> => {
    const expiresAt = (await planExpiry?.planExpiry(subscriber, call))?.expiresAt ?? null;
    if (expiresAt === null) return "UNKNOWN";
    return expiresAt.local.startsWith(day) ? "REACHED" : "NOT_REACHED";
  },
});
