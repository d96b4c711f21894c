import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { CallContext, CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import { payu } from "../../../src/datasources/payu/index.js";
import type { RechargePlanReads } from "../../../src/datasources/port/subscribers.js";
import { Failure } from "../../../src/errors.js";
import type { Plan } from "../../../src/model/plan.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { type ReceivedRequest, type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";

const CLIENT_SECRET = "secret-of-the-test";
export const TOKEN = "token-of-the-test";
export const TOKEN_PATH = "/oauth/token";
export const PLANS_PATH = "/payu-nbc/v2/nbc/getCustomizedRechargePlans";

export const ENTRY = {
  id: "payu-test",
  carrier: "PAYU",
  baseUrl: "https://bbps-sb.payu.in/payu-nbc",
  tokenUrl: "https://uat-accounts.payu.in/oauth/token",
  clientId: "client-of-the-test",
  clientSecret: CLIENT_SECRET,
  agentId: "AGENT-1",
};

/** What is in no record and no failure. */
export const SECRETS = [CLIENT_SECRET, TOKEN] as const;

export const NUMBER = "9876500001";
export const QUERY = { msisdn: NUMBER, operatorId: "OP-1", circleId: "CIR-1" } as const;

const folder = new URL("./fixtures/", import.meta.url);

/** An example of the carrier's document. */
export const fixture = (operation: string, name: string): { readonly body: object } =>
  JSON.parse(readFileSync(new URL(`${operation}/${name}.json`, folder), "utf8"));

/** A repaired example as it is printed: no JSON. */
export const brokenText = (operation: string, name: string): string =>
  readFileSync(new URL(`${operation}/${name}.broken.txt`, folder), "utf8");

/** The adapter of one entry of an accounts file. */
export function open(
  entry: Readonly<Record<string, unknown>>,
  observe: (record: CallRecord) => void = () => {},
): DataSource {
  return payu.create(payu.config.parse(entry), observe);
}

export function readsOf({ reads }: DataSource): RechargePlanReads {
  if (!reads.rechargePlans) throw new Error("a capability is missing");
  return reads.rechargePlans;
}

/** One account and a scripted carrier for all tests of a file. Tokens are issued. */
export interface Lab {
  readonly carrier: ScriptedCarrier;
  readonly records: readonly CallRecord[];
  /** Answers everything but the token with this. */
  says(answer: Answer): void;
  plans(query?: object, withinMs?: number): Promise<readonly Plan[]>;
  last(): ReceivedRequest;
}

export const issued = (token = TOKEN, fields: object = {}): Answer =>
  json({ access_token: token, token_type: "Bearer", expires_in: 7200, scope: "read_plans", ...fields });

export function lab(settings: Readonly<Record<string, unknown>> = {}): Lab {
  let started: { carrier: ScriptedCarrier; source: DataSource } | null = null;
  let records: CallRecord[] = [];
  const running = () => {
    if (started === null) throw new Error("the lab is closed");
    return started;
  };
  beforeAll(async () => {
    const carrier = await startScriptedCarrier();
    carrier.serve(TOKEN_PATH, () => issued());
    const { baseUrl } = carrier;
    const addresses = { baseUrl: `${baseUrl}/payu-nbc`, tokenUrl: baseUrl + TOKEN_PATH };
    started = { carrier, source: open({ ...ENTRY, ...addresses, ...settings }, (record) => records.push(record)) };
  });
  beforeEach(() => {
    records = [];
  });
  afterAll(async () => {
    await running().source.close();
    await running().carrier.stop();
  });
  return {
    get carrier() {
      return running().carrier;
    },
    get records() {
      return records;
    },
    says: (answer) => running().carrier.onRequest(() => answer),
    plans: (query = {}, withinMs = 10_000) =>
      readsOf(running().source).forNumber({ ...QUERY, ...query }, call(withinMs)),
    last: () => {
      const request = running().carrier.to(PLANS_PATH).at(-1);
      if (!request) throw new Error("nothing was received");
      return request;
    },
  };
}

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

export const plansAnswer = (payload: unknown, code: unknown = 200, httpStatus = 200): Answer =>
  json({ code, status: "SUCCESS", payload }, httpStatus);

/** These rows of one operator. */
export const rowsAnswer = (...plansInfo: readonly object[]): Answer =>
  plansAnswer({ operatorName: "Operator", operatorId: "OP-1", plansInfo });

export const failed = (payload: unknown, code: unknown = 600, httpStatus = 200): Answer =>
  json({ code, status: "FAILURE", payload }, httpStatus);
