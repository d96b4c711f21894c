import { createDecipheriv } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import type { CallContext, CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import { nextcomm } from "../../../src/datasources/nextcomm/index.js";
import { Failure } from "../../../src/errors.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { type ReceivedRequest, type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";
import { fixture } from "./fixtures.js";

const ACCOUNT = "next-test";
export const PREFIX = "/NextComm_Rchrg/api/default";
const PASSWORD = "not-the-one-of-the-document";
const KEY = "0123456789abcdef0123456789abcdef";
export const TOKEN = "token-of-the-test";
export const ZONE = "Africa/Johannesburg";

export const ENTRY = {
  id: ACCOUNT,
  carrier: "NEXTCOMM",
  baseUrl: `https://partners.nextcommunications.nl:43553${PREFIX}`,
  loginId: "UATUser01",
  userId: "UATUser02",
  loginEntityId: "70211",
  // One source goes through all that can go wrong.
  breaker: { failures: 10_000 },
  password: PASSWORD,
  encryptionKey: KEY,
  cipher: "aes-256-cbc",
  timeZone: ZONE,
  currency: "ZAR",
};

/** What is in no log, record or failure. */
export const SECRETS: readonly string[] = [PASSWORD, KEY, TOKEN];

/** What the carrier makes of a password as it was sent. */
export function decrypted(sent: unknown, cipher = "aes-256-cbc", iv: Buffer | null = Buffer.alloc(16)): string {
  const by = createDecipheriv(cipher, KEY, iv);
  return by.update(String(sent), "base64", "utf8") + by.final("utf8");
}

/** The adapter of one entry of an accounts file. */
export function open(
  settings: Readonly<Record<string, unknown>> = {},
  observe: (record: CallRecord) => void = () => {},
): DataSource {
  return nextcomm.create(nextcomm.config.parse({ ...ENTRY, ...settings }), observe);
}

/** The reads and writes of an account that may do everything. */
export function everythingOf({ reads, writes }: DataSource) {
  const { subscribers, addons, planExpiry, sims, stock, plans } = reads;
  const { activations, recharges } = writes;
  if (!subscribers || !addons || !planExpiry || !sims || !stock || !plans || !activations || !recharges) {
    throw new Error("a capability is missing");
  }
  return { subscribers, addons, planExpiry, sims, stock, plans, activations, recharges };
}

export type Everything = ReturnType<typeof everythingOf>;

/** One account and a scripted carrier for all tests of a file. Tokens are issued. */
export interface Lab {
  readonly carrier: ScriptedCarrier;
  readonly records: readonly CallRecord[];
  readonly all: Everything;
  /** Answers everything but GetToken with this. */
  says(answer: Answer): void;
  /** The same, with a printed example. */
  prints(operation: string, name: string): void;
  last(): ReceivedRequest;
  /** The body of the last request. */
  sent(): Readonly<Record<string, unknown>>;
  /** How many requests a call leads to, those for a token apart. */
  requestsOf(act: () => Promise<unknown>): Promise<number>;
}

export const issued = (token = TOKEN): Answer =>
  json({ Status: "Success", Message: "Login Successful !!!", MessageData: token });

export function lab(settings: Readonly<Record<string, unknown>> = {}): Lab {
  let started: { carrier: ScriptedCarrier; source: DataSource } | null = null;
  const records: CallRecord[] = [];
  const running = () => {
    if (started === null) throw new Error("the lab is closed");
    return started;
  };
  beforeAll(async () => {
    const carrier = await startScriptedCarrier();
    carrier.serve(`${PREFIX}/GetToken`, () => issued());
    const baseUrl = `${carrier.baseUrl}${PREFIX}`;
    started = { carrier, source: open({ baseUrl, ...settings }, (record) => records.push(record)) };
  });
  afterAll(async () => {
    await running().source.close();
    await running().carrier.stop();
  });
  const others = () => running().carrier.requests.filter(({ path }) => !path.endsWith("/GetToken"));
  const last = () => {
    const request = others().at(-1);
    if (!request) throw new Error("nothing was received");
    return request;
  };
  return {
    records,
    get carrier() {
      return running().carrier;
    },
    get all() {
      return everythingOf(running().source);
    },
    says: (answer) => running().carrier.onRequest(() => answer),
    prints: (operation, name) => running().carrier.onRequest(() => json(fixture(operation, name).body)),
    last,
    sent: () => last().json as Readonly<Record<string, unknown>>,
    requestsOf: async (act) => {
      const before = others().length;
      await act();
      return others().length - before;
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

export const failed = (message: string, data: unknown = null, rest: object = {}): Answer =>
  json({ Status: "Failure", Message: message, MessageData: data, ...rest });

export const succeeded = (data: unknown, rest: object = {}): Answer =>
  json({ Status: "Success", Message: "said by the test", MessageData: data, ...rest });

/** A record of a subscriber, as JSON in a text. */
export const infoWith = (fields: object): Answer => succeeded(JSON.stringify({ MobileNo: NUMBER, ...fields }));

export const NUMBER = "27827551133";
export const SIM = "8927076191410073003";
