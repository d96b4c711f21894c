import { createDecipheriv } from "node:crypto";
import type { CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import { nextcomm } from "../../../src/datasources/nextcomm/index.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { CarrierLab } from "../carrier-lab.js";
import { fixture } from "./fixtures.js";

export { call, failureOf } from "../carrier-lab.js";

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

class Lab extends CarrierLab {
  get all(): Everything {
    return everythingOf(this.source);
  }

  /** Answers everything but GetToken with a printed example. */
  prints(operation: string, name: string): void {
    this.says(json(fixture(operation, name).body));
  }

  /** The body of the last request. */
  sent(): Readonly<Record<string, unknown>> {
    return this.last().json as Readonly<Record<string, unknown>>;
  }
}

const TOKEN_PATH = `${PREFIX}/GetToken`;

export const issued = (token = TOKEN): Answer =>
  json({ Status: "Success", Message: "Login Successful !!!", MessageData: token });

/** Tokens are issued. */
export const lab = (settings: Readonly<Record<string, unknown>> = {}): Lab =>
  new Lab((carrier, observe) => {
    carrier.serve(TOKEN_PATH, () => issued());
    return open({ baseUrl: `${carrier.baseUrl}${PREFIX}`, ...settings }, observe);
  }, TOKEN_PATH);

export const failed = (message: string, data: unknown = null, rest: object = {}): Answer =>
  json({ Status: "Failure", Message: message, MessageData: data, ...rest });

export const succeeded = (data: unknown, rest: object = {}): Answer =>
  json({ Status: "Success", Message: "said by the test", MessageData: data, ...rest });

/** A record of a subscriber, as JSON in a text. */
export const infoWith = (fields: object): Answer => succeeded(JSON.stringify({ MobileNo: NUMBER, ...fields }));

export const NUMBER = "27827551133";
export const SIM = "8927076191410073003";
