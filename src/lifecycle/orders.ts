import { z } from "zod";
import type { CallContext, Reads, Writes } from "../datasources/carrier.js";
import { Order } from "../datasources/port/order.js";
import { type Action, action, type Seen } from "./action.js";
import { ofJob, ofSubscriber, writesOf } from "./subscriber-observe.js";

export const isOrder = (value: unknown): value is Order => Order.safeParse(value).success;

/** The order itself holds names, addresses and may hold a port-in PIN: it is sent, and never stored. */
const place = (writes: Writes, _wish: unknown, call: CallContext, order: Order) =>
  writesOf(writes, "orders").place(order, call);

/** A purchase is followed by its transaction. Without one, when the answer was lost, nothing tells of it. */
async function ofTransaction({ progress }: Reads, call: CallContext, reference: string | null): Promise<Seen> {
  const purchase = reference === null ? null : ((await progress?.purchase(reference, call)) ?? null);
  if (purchase?.state === "FAILED") return { refused: purchase.paymentStatusText };
  if (purchase?.state !== "COMPLETED") return "UNKNOWN";
  return purchase.subscriber === null ? "REACHED" : { target: purchase.subscriber, creation: null };
}

const purchase = action({
  name: "PURCHASE",
  wish: z.strictObject({ clientAccountId: z.string() }),
  secret: Order,
  perform: place,
  observe: (reads, _wish, call, reference) => ofTransaction(reads, call, reference),
});

const purchaseSubsequent = action({
  name: "PURCHASE_SUBSEQUENT",
  wish: z.strictObject(ofSubscriber),
  secret: Order,
  perform: place,
  observe: async (reads, { subscriber }, call, reference) => {
    const seen = await ofTransaction(reads, call, reference);
    return typeof seen === "object" && "target" in seen ? { ...seen, target: subscriber } : seen;
  },
});

const topUp = action({
  name: "TOP_UP_PURCHASE",
  wish: z.strictObject(ofSubscriber),
  secret: Order,
  perform: place,
  observe: async (reads, _wish, call, reference) => {
    const seen = await ofTransaction(reads, call, reference);
    return typeof seen === "object" && "target" in seen ? "REACHED" : seen;
  },
});

/** Something new of the kind that was not there before is what was bought; as long as it is not there, nothing is known. */
const isNew = (now: readonly (string | null)[], before: readonly string[]): Seen =>
  now.some((id) => id !== null && !before.includes(id)) ? "REACHED" : "UNKNOWN";

const buyIldCredit = action({
  name: "ILD_PURCHASE",
  wish: z.strictObject({ ...ofSubscriber, before: z.array(z.string()) }),
  secret: Order,
  perform: place,
  observe: async ({ allowances }, { subscriber, before }, call) =>
    isNew((await allowances?.ildPurchases(subscriber, call))?.map(({ id }) => id) ?? [], before),
});

const buyRoamingPack = action({
  name: "ROAMING_PACK_PURCHASE",
  wish: z.strictObject({ ...ofSubscriber, group: z.string().nullable(), before: z.array(z.string()) }),
  secret: Order,
  perform: place,
  observe: async ({ allowances }, { group, before }, call) => {
    if (group === null) return "UNKNOWN";
    return isNew((await allowances?.roamingPacks(group, call))?.map(({ instanceId }) => instanceId) ?? [], before);
  },
});

/**
 * Only an upgrade at once has a transaction. Any other change is done with once the carrier has it on its schedule, and
 * shows at the subscriber when its time has come. Until then the old plan tells nothing, of an upgrade at once neither:
 * it may be charged already and under way for long, and must not be charged again.
 */
const changePlan = action({
  name: "SUBSCRIBER_PLAN_CHANGE",
  wish: z.strictObject({ ...ofSubscriber, plan: z.string() }),
  secret: Order,
  perform: place,
  observe: async ({ subscribers, progress }, { subscriber, plan }, call, reference): Promise<Seen> => {
    if (reference === null) {
      const now = (await subscribers?.byId(subscriber, call))?.plan ?? null;
      return now?.key.native === plan ? "REACHED" : "UNKNOWN";
    }
    return ofJob((await progress?.planChange(reference, call)) ?? null, "The carrier could not change the plan.");
  },
});

/** What can be ordered, by the kind of the order. */
export const ORDER_ACTIONS = {
  PURCHASE: purchase,
  PURCHASE_SUBSEQUENT: purchaseSubsequent,
  TOP_UP_PURCHASE: topUp,
  ILD_PURCHASE: buyIldCredit,
  ROAMING_PACK_PURCHASE: buyRoamingPack,
  SUBSCRIBER_PLAN_CHANGE: changePlan,
} as const satisfies Record<Order["kind"], Action>;
