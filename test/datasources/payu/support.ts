import { readFileSync } from "node:fs";
import { beforeEach } from "vitest";
import type { CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import { payu } from "../../../src/datasources/payu/index.js";
import type { RechargePlanReads } from "../../../src/datasources/port/subscribers.js";
import type { Plan } from "../../../src/model/plan.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { CarrierLab, call } from "../carrier-lab.js";

export { call, failureOf } from "../carrier-lab.js";

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

class Lab extends CarrierLab {
  plans(query: object = {}, withinMs?: number): Promise<readonly Plan[]> {
    return readsOf(this.source).forNumber({ ...QUERY, ...query }, call(withinMs));
  }
}

export const issued = (token = TOKEN, fields: object = {}): Answer =>
  json({ access_token: token, token_type: "Bearer", expires_in: 7200, scope: "read_plans", ...fields });

/** Tokens are issued; each test has its own records. */
export function lab(settings: Readonly<Record<string, unknown>> = {}): Lab {
  const started = new Lab((carrier, observe) => {
    carrier.serve(TOKEN_PATH, () => issued());
    const { baseUrl } = carrier;
    const addresses = { baseUrl: `${baseUrl}/payu-nbc`, tokenUrl: baseUrl + TOKEN_PATH };
    return open({ ...ENTRY, ...addresses, ...settings }, observe);
  }, TOKEN_PATH);
  beforeEach(() => {
    started.records.length = 0;
  });
  return started;
}

export const plansAnswer = (payload: unknown, code: unknown = 200, httpStatus = 200): Answer =>
  json({ code, status: "SUCCESS", payload }, httpStatus);

/** These rows of one operator. */
export const rowsAnswer = (...plansInfo: readonly object[]): Answer =>
  plansAnswer({ operatorName: "Operator", operatorId: "OP-1", plansInfo });

export const failed = (payload: unknown, code: unknown = 600, httpStatus = 200): Answer =>
  json({ code, status: "FAILURE", payload }, httpStatus);
