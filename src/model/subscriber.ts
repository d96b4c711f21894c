import type { Addon } from "./addon.js";
import type { Balance } from "./balance.js";
import type { ObjectKey } from "./carrier.js";
import type { LineState } from "./line.js";
import type { NextCommSubscriber } from "./nextcomm.js";
import type { Plan } from "./plan.js";
import type { ReachSubscriber } from "./reach.js";
import type { Sim } from "./sim.js";
import type { Moment } from "./time.js";

/** A line that a person uses, as one answer of its carrier tells it. */
export interface Subscriber {
  readonly key: ObjectKey;
  readonly msisdn: string | null;
  readonly state: LineState;
  readonly stateRaw: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly sim: Sim | null;
  readonly plan: Plan | null;
  /** Until when the plan runs; UNKNOWN where this answer does not tell. */
  readonly planTo: Moment;
  readonly activatedAt: Moment;
  readonly nextBillingAt: Moment;
  /** Null where the carrier tells them by calls of their own, or not at all. */
  readonly balances: readonly Balance[] | null;
  /** Null where the carrier does not tell. */
  readonly addons: readonly Addon[] | null;
  /** What only Reach tells; null for others. */
  readonly reach: ReachSubscriber | null;
  /** What only Next Communications tells; null for others. */
  readonly nextComm: NextCommSubscriber | null;
}
