import { z } from "zod";
import type { CallContext, Reads, Writes } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { LineState } from "../model/line.js";
import type { Job } from "../model/reach.js";
import type { Subscriber } from "../model/subscriber.js";
import type { Observation, Seen } from "./action.js";

/** A wish that is about one subscriber. */
export const ofSubscriber = { subscriber: z.string() };

export interface OfSubscriber {
  readonly subscriber: string;
}

/** A group of an account's writes. Throws NOT_SUPPORTED_BY_CARRIER where the account has none of it. */
export function writesOf<Group extends keyof Writes>(writes: Writes, group: Group): NonNullable<Writes[Group]> {
  const ofGroup = writes[group];
  if (ofGroup) return ofGroup;
  throw new Failure("NOT_SUPPORTED_BY_CARRIER", `This account cannot be made to do anything with ${group}.`);
}

/** What a subscriber as it is now says of a wish. A subscriber that is not there says nothing. */
export const bySubscriber =
  <Wish extends OfSubscriber>(judge: (subscriber: Subscriber, wish: Wish) => Observation) =>
  async ({ subscribers }: Reads, wish: Wish, call: CallContext): Promise<Observation> => {
    const subscriber = (await subscribers?.byId(wish.subscriber, call)) ?? null;
    return subscriber === null ? "UNKNOWN" : judge(subscriber, wish);
  };

/**
 * Reached in one of some states, not reached while still in one of others. The carrier's numbers of some states are
 * not documented: a state that is known to be neither tells nothing.
 */
export const byLineState = <Wish extends OfSubscriber = OfSubscriber>(
  reached: readonly LineState[],
  before: readonly LineState[],
) =>
  bySubscriber<Wish>(({ state }) => {
    if (reached.includes(state)) return "REACHED";
    return before.includes(state) ? "NOT_REACHED" : "UNKNOWN";
  });

/** What nothing at the carrier shows: only a person can settle it. */
export const unseen = async (): Promise<Observation> => "UNKNOWN";

/** What a job of the carrier says by itself. */
export function ofJob(job: Job | null, failed: string): Seen {
  if (job?.state === "COMPLETED") return "REACHED";
  return job?.state === "FAILED" ? { refused: failed } : "UNKNOWN";
}
