import type { DataSource } from "../../../src/datasources/carrier.js";
import type { BillingWrites, OrderWrites, SubscriberWrites } from "../../../src/datasources/port/subscribers.js";
import { reach } from "../../../src/datasources/reach/index.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { CarrierLab } from "../carrier-lab.js";

export { call, failureOf } from "../carrier-lab.js";

/** All that can be written at Reach. */
export interface AllWrites {
  readonly subscribers: SubscriberWrites;
  readonly orders: OrderWrites;
  readonly billing: BillingWrites;
}

class WriteLab extends CarrierLab {
  get writes(): AllWrites {
    return writesOf(this.source);
  }

  /** The same, whether the call fails or not. */
  override requestsOf(act: () => Promise<unknown>): Promise<number> {
    return super.requestsOf(() => act().catch(() => null));
  }
}

export const writeLab = (settings: Readonly<Record<string, unknown>> = {}): WriteLab =>
  new WriteLab(({ baseUrl }, observe) =>
    reach.create(
      reach.config.parse({ id: "reach-test", carrier: "REACH", baseUrl, ...CREDENTIALS, ...settings }),
      observe,
    ),
  );

/** The writes of an account that may do everything. */
export function writesOf({ writes: { subscribers, orders, billing } }: DataSource): AllWrites {
  if (!subscribers || !orders || !billing) throw new Error("a write is missing");
  return { subscribers, orders, billing };
}

const CREDENTIALS = { jwt: "eyJhbGciOiJIUzI1NiJ9.of.the-test", apiKey: "key-of-the-test" };

/** A success with this in it. */
export const success = (data?: unknown, status = 200): Answer =>
  json({ status: "SUCCESS", message: "Success", ...(data === undefined ? {} : { data }) }, status);

/** A refusal in the carrier's envelope. */
export const refusal = (status: number, message = "No", meta?: Readonly<Record<string, string>>): Answer =>
  json({ status: "FAILURE", message, ...(meta ? { meta } : {}) }, status);
