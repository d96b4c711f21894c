import type { CarrierVoice, Outgoing } from "../exchange.js";
import type { Account } from "./state.js";

/** What an operation answers, before it is put into the envelope. */
export interface Answer {
  status: number;
  /** The envelope's word; most successes say SUCCESS, some say nothing. */
  word: "SUCCESS" | "FAILURE";
  message: string;
  data?: unknown;
  /** What is wrong with which field. */
  meta?: Readonly<Record<string, string>>;
}

/** Thrown by a rule that refuses; nothing has taken effect then. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(answer.message);
  }
}

const refusal = (status: number, message: string, meta?: Answer["meta"]): Refusal =>
  new Refusal({ status, word: "FAILURE", message, ...(meta ? { meta } : {}) });

export const ok = (data?: unknown): Answer => ({ status: 200, word: "SUCCESS", message: "Success", data });

/** Taken on, to be done later. */
export const accepted = (data?: unknown, status: 200 | 202 = 202): Answer => ({
  status,
  word: "SUCCESS",
  message: "Request accepted",
  data,
});

export const invalid = (meta: Readonly<Record<string, string>>): Refusal => refusal(400, "Validation failed", meta);
export const notFound = (what: string): Refusal => refusal(404, `${what} not found`);
export const conflict = (message: string): Refusal => refusal(409, message);

/** A charge that the card's issuer refuses: the request was right, so the HTTP status is one of success. */
export const declined = (): Refusal => refusal(200, "The card was declined");

const json = (status: number, body: unknown): Outgoing => ({
  status,
  body: JSON.stringify(body),
  contentType: "application/json",
  code: String(status),
});

/** The envelope of every answer of an operation; a bare success leaves its word out. */
export function envelope({ status, word, message, data, meta }: Answer, isBare: boolean): Outgoing {
  const wordy = isBare && word === "SUCCESS" ? {} : { status: word };
  return json(status, {
    ...wordy,
    message,
    ...(data === undefined ? {} : { data }),
    ...(meta ? { meta } : {}),
  });
}

/** The gateway in front of the operations has a shape of its own. */
export const fromGateway = (status: number, message: string): Outgoing => json(status, { message });

export const voice: CarrierVoice = {
  expiredToken: () => fromGateway(401, "The incoming token has expired"),
  rateLimited: () => fromGateway(429, "Too Many Requests"),
  chosen: ({ outer, code, description }) => {
    const status = /^[2-5]\d\d$/.test(code) ? Number(code) : 400;
    return json(status, { status: outer === "1" ? "FAILURE" : outer, message: description });
  },
};

/** A number as this account prints it. */
export const num = ({ style }: Account, value: number): number | string => (style.isTextual ? String(value) : value);

/** Cents in major units, as this account prints them. */
export const money = ({ style }: Account, cents: number): number | string => {
  const text = (cents / 100).toFixed(2);
  return style.isTextual ? text : Number(text);
};

/** A moment, or null. */
export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A day without a time. */
export const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
