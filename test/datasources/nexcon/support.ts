import { afterAll, beforeAll } from "vitest";
import type { CallContext, CallRecord, DataSource, SimReads, SimWrites } from "../../../src/datasources/carrier.js";
import { nexcon } from "../../../src/datasources/nexcon/index.js";
import { Failure } from "../../../src/errors.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { type ReceivedRequest, type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";

const ACCOUNT = "nexcon-test";
export const KEY = "AbCdEf_ofTheTest_4711";
export const ICC = "89450000000000123456";
export const CALLBACK = "https://graph.example.com/callbacks/nexcon-test/unguessable";

/** The sample answer of the document. */
export const PRINTED = { status: "string", tags: [], countryCode: "string", msisdn: "string", product: {}, pool: {} };

/** One account and a scripted carrier for all tests of a file. */
export interface Lab {
  readonly carrier: ScriptedCarrier;
  readonly records: readonly CallRecord[];
  readonly reads: SimReads;
  readonly writes: SimWrites;
  /** Answers everything with this. */
  says(answer: Answer): void;
  last(): ReceivedRequest;
  /** How many requests a call leads to. */
  requestsOf(act: () => Promise<unknown>): Promise<number>;
}

export function lab(settings: Readonly<Record<string, unknown>> = {}): Lab {
  let started: { carrier: ScriptedCarrier; source: DataSource } | null = null;
  const records: CallRecord[] = [];
  const running = () => {
    if (started === null) throw new Error("the lab is closed");
    return started;
  };
  beforeAll(async () => {
    const carrier = await startScriptedCarrier(() => json(PRINTED));
    const source = open({ baseUrl: `${carrier.baseUrl}/api/v1`, ...settings }, (record) => records.push(record));
    started = { carrier, source };
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
    get reads() {
      return everythingOf(running().source).reads;
    },
    get writes() {
      return everythingOf(running().source).writes;
    },
    says: (answer) => running().carrier.onRequest(() => answer),
    last: () => {
      const request = running().carrier.requests.at(-1);
      if (!request) throw new Error("nothing was received");
      return request;
    },
    requestsOf: async (act) => {
      const before = running().carrier.requests.length;
      await act();
      return running().carrier.requests.length - before;
    },
  };
}

/** The adapter of one entry of an accounts file. */
export function open(
  entry: Readonly<Record<string, unknown>>,
  observe: (record: CallRecord) => void = () => {},
): DataSource {
  return nexcon.create(nexcon.config.parse({ id: ACCOUNT, carrier: "NEXCON", apiKey: KEY, ...entry }), observe);
}

/** The reads and writes of an account that may do everything. */
export function everythingOf({ reads, writes }: DataSource): { reads: SimReads; writes: SimWrites } {
  if (!reads.sims || !writes.sims) throw new Error("a capability is missing");
  return { reads: reads.sims, writes: writes.sims };
}

export const JOBS = ["activate", "terminate", "restore", "block"] as const satisfies readonly (keyof SimWrites)[];

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
