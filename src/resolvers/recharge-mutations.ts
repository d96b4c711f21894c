import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { ObjectKey } from "../model/carrier.js";
import { PlanExpirySetInput, RechargeInput } from "../schema/activation-mutations.js";
import { SubscriberPayload } from "../schema/subscriber-mutations.js";
import { actOnSubscriber } from "./act-on-subscriber.js";
import { isSameAmount } from "./billing-mutations.js";
import { planOf, refusal } from "./checks.js";
import { newRequestId } from "./request-id.js";

const INPUT = { description: "What to do." };

@Resolver(() => SubscriberPayload)
export class RechargeMutations {
  @Mutation(() => SubscriberPayload, { description: "Recharges a number. Each new key charges once more." })
  recharge(@Arg("input", () => RechargeInput, INPUT) input: RechargeInput, @Ctx() context: Context) {
    const { amount } = input;
    const understand = (key: ObjectKey) => {
      const native = planOf(input.plan, key.account, context);
      return { asked: { plan: native, amount }, wishOf: () => rechargeOf(key, native, amount, context) };
    };
    return actOnSubscriber({ action: "RECHARGE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Moves the day on which the plan of a number ends." })
  planExpirySet(@Arg("input", () => PlanExpirySetInput, INPUT) input: PlanExpirySetInput, @Ctx() context: Context) {
    const understand = () => {
      const day = comingDay(input.day);
      return { asked: { day }, wishOf: () => ({ day }) };
    };
    return actOnSubscriber({ action: "PLAN_EXPIRY_SET", input, understand }, context);
  }
}

/** What is recharged, and the last transaction before it, by which it is told apart. Two carrier calls. */
async function rechargeOf(key: ObjectKey, native: string, amount: string, { loaders }: Context) {
  const plan = await loaders.plan.load({ account: key.account, native });
  if (plan?.kind !== "RECHARGE") {
    throw refusal("plan", "is no recharge plan of the catalogue.", "See plans.", "PLAN_UNAVAILABLE");
  }
  if (plan.price && !isSameAmount(plan.price.amount, amount)) {
    throw refusal("amount", "is not the price of the plan.", "Read Plan.price, and show it before it is paid.");
  }
  // Afresh: a recharge before this one in the same request has made another transaction the last one.
  const expiry = await loaders.planExpiry.clear(key).load(key);
  return {
    planId: native,
    planName: plan.name,
    amount,
    requestId: newRequestId(),
    before: expiry?.lastTransactionId ?? null,
  };
}

const MOST_DAYS = 3660;
const DAY_MS = 86_400_000;

/** A day from yesterday on, which somewhere is today still, and no further off than ten years. */
function comingDay(day: string): string {
  const inDays = (Date.parse(`${day}T00:00:00Z`) - Date.now()) / DAY_MS;
  if (inDays > -2 && inDays < MOST_DAYS) return day;
  throw refusal(
    "day",
    "must be today or later, and within ten years.",
    "A plan cannot end in the past.",
    "OUT_OF_RANGE",
  );
}
