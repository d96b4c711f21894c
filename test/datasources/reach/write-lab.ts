import { afterAll, beforeAll } from "vitest";
import type { CallContext, CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import type { BillingWrites, OrderWrites, SubscriberWrites } from "../../../src/datasources/port/subscribers.js";
import { reach } from "../../../src/datasources/reach/index.js";
import { Failure } from "../../../src/errors.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { type ReceivedRequest, type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";

/** All that can be written at Reach. */
export interface AllWrites {
  readonly subscribers: SubscriberWrites;
  readonly orders: OrderWrites;
  readonly billing: BillingWrites;
}

/** One account and a scripted carrier for all tests of a file. */
export interface WriteLab {
  readonly carrier: ScriptedCarrier;
  readonly records: readonly CallRecord[];
  readonly source: DataSource;
  readonly writes: AllWrites;
  /** Answers everything with this. */
  says(answer: Answer): void;
  last(): ReceivedRequest;
  /** How many requests a call leads to, whether it fails or not. */
  requestsOf(act: () => Promise<unknown>): Promise<number>;
}

export function writeLab(settings: Readonly<Record<string, unknown>> = {}): WriteLab {
  let started: { carrier: ScriptedCarrier; source: DataSource } | null = null;
  const records: CallRecord[] = [];
  const running = () => {
    if (started === null) throw new Error("the lab is closed");
    return started;
  };
  beforeAll(async () => {
    const carrier = await startScriptedCarrier();
    const entry = { id: "reach-test", carrier: "REACH", baseUrl: carrier.baseUrl, ...CREDENTIALS, ...settings };
    started = { carrier, source: reach.create(reach.config.parse(entry), (record) => records.push(record)) };
  });
  afterAll(async () => {
    await running().source.close();
    await running().carrier.stop();
  });
  return {
    records,
    get carrier() {
      return running().carrier;
    },
    get source() {
      return running().source;
    },
    get writes() {
      return writesOf(running().source);
    },
    says: (answer) => running().carrier.onRequest(() => answer),
    last: () => {
      const request = running().carrier.requests.at(-1);
      if (!request) throw new Error("nothing was received");
      return request;
    },
    requestsOf: async (act) => {
      const before = running().carrier.requests.length;
      await act().catch(() => null);
      return running().carrier.requests.length - before;
    },
  };
}

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

export const call = (withinMs = 10_000): CallContext => ({
  requestId: "request-of-the-test",
  signal: new AbortController().signal,
  deadlineAt: Date.now() + withinMs,
});

/** What the promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof Failure) return outcome;
  throw new Error(`expected a Failure, got ${JSON.stringify(outcome)}`);
}
