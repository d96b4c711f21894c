import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { refusalOfSubscriber, SUBSCRIBER_TABLE, type SubscriberRule } from "../lifecycle/subscriber-table.js";
import { subscriberConflictKeyOf } from "../loaders/open-operations.js";
import type { ObjectKey } from "../model/carrier.js";
import type { SubscriberActionName } from "../model/operation.js";
import type { Subscriber } from "../model/subscriber.js";
import type { SubscriberActionInput } from "../schema/subscriber-mutations.js";
import { type Acted, act, type Subject } from "./act.js";
import { writable } from "./act-on-endpoint.js";
import { refusal } from "./checks.js";

/** What a mutation makes of its input, once the subscriber is known. Throws a Failure for what is not acceptable. */
export interface UnderstoodOfSubscriber {
  /** What the caller said beside the subscriber. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** What the caller said that is sent and never stored. */
  readonly secret?: unknown;
  /** Exactly the same is done once at most, whatever the key: no, unless it says so. */
  readonly isOnce?: boolean;
  /** What carrying it out needs beside the subscriber. Throws a Failure for what the subscriber does not allow. */
  wishOf?(subscriber: Subscriber): Promise<Wish> | Wish;
}

type Wish = Readonly<Record<string, unknown>>;

export interface SubscriberAction {
  readonly action: SubscriberActionName;
  readonly input: SubscriberActionInput;
  /** Absent for an action that needs nothing but its subscriber. */
  understand?(subscriber: ObjectKey): UnderstoodOfSubscriber;
}

/** Carries an action on a subscriber out. */
export function actOnSubscriber({ action, input, understand }: SubscriberAction, context: Context): Promise<Acted> {
  const subject = () => {
    const key = context.ids.require("Subscriber", input.subscriber, ["input", "subscriber"]);
    return subjectOf(action, key, () => understand?.(key) ?? { asked: {} }, context);
  };
  return act({ input, subject }, context);
}

/** An action on a subscriber as the engine knows it, whichever input it comes from. */
export function subjectOf(
  action: SubscriberActionName,
  key: ObjectKey,
  understand: () => UnderstoodOfSubscriber,
  context: Context,
): Subject {
  return {
    action,
    account: key.account,
    target: key.native,
    understand: () => {
      const account = context.accounts.get(key.account, ["input", "subscriber"]);
      const rule = writable(account, action, SUBSCRIBER_TABLE[account.carrier]?.[action]);
      const { wishOf, ...understood } = understand();
      const wish = async () => {
        const subscriber = await guard(key, rule, context);
        return { subscriber: key.native, ...(await wishOf?.(subscriber)) };
      };
      return { nature: rule, conflictKey: subscriberConflictKeyOf(key, action), ...understood, wish };
    },
  };
}

/** The subscriber as the carrier has it now, if it allows the action. Reads afresh: a loader may have seen an older state. */
async function guard(key: ObjectKey, rule: SubscriberRule, { loaders }: Context): Promise<Subscriber> {
  const field = ["input", "subscriber"];
  const subscriber = await loaders.subscriber.clear(key).load(key);
  if (subscriber === null) {
    throw new Failure("NOT_FOUND", "input.subscriber: the carrier does not know this subscriber.", { field });
  }
  const against = refusalOfSubscriber(rule, subscriber);
  if (against === null) return subscriber;
  throw new Failure("INVALID_TRANSITION", against, { field, hint: "See Subscriber.actions for what is possible now." });
}

const DIGITS = 4;

/** Refuses what cannot be undone unless digits that the id does not show confirm that this subscriber is meant. */
export function confirmedBy(confirm: string, { key, msisdn }: Subscriber): void {
  if (confirm === (msisdn?.slice(-DIGITS) ?? key.native)) return;
  const hint = "Read Subscriber.msisdn, or Subscriber.carrierSubscriberId while it has none: this cannot be undone.";
  throw refusal("confirm", "must be the last 4 digits of the MSISDN.", hint);
}
