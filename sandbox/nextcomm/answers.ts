import type { CarrierVoice, Outgoing } from "../exchange.js";

type Body = Record<string, unknown>;

const json = (body: unknown, code: string | null, status = 200): Outgoing => ({
  status,
  body: JSON.stringify(body),
  contentType: "application/json; charset=utf-8",
  code,
});

export const success = (message: string, data: unknown, rest: Body = {}): Outgoing =>
  json({ Status: "Success", Message: message, MessageData: data, ...rest }, "Success");

export const failure = (message: string, data: unknown = null, rest: Body = {}, status = 200): Outgoing =>
  json({ Status: "Failure", Message: message, MessageData: data, ...rest }, "Failure", status);

/** One row per SIM, without any envelope. */
export interface Row {
  SimNo: string;
  Status: "Success" | "Failure";
  Remarks: string;
}

export const rows = (list: readonly Row[]): Outgoing => json(list, null);

export const VALIDATION = "Validation Error !!!";
export const CREDENTIALS = "Invalid User Credentials !!!";
export const TOKEN = "Invalid Token !!!";
export const NO_RECORD = "Record Not Available !!! Kindly retry...";

export const mandatory = (name: string): string => `Request Parameter [${name}] is Mandatory !!!`;
export const invalid = (name: string): string => `Request Parameter [${name}] is Invalid !!!`;
export const notKnown = (name: string): string => `Request Parameter [${name}] is not known !!!`;

export const unsupportedType: Outgoing = {
  status: 415,
  body: "The media type of the request is not supported.",
  contentType: "text/plain; charset=utf-8",
  code: null,
};

/** The status at which a bearer is refused is the account's own. */
export const voiceOf = (tokenRefusal: number): CarrierVoice => ({
  expiredToken: () => failure(TOKEN, null, {}, tokenRefusal),
  rateLimited: () => failure("Too Many Requests !!!", null, {}, 429),
  chosen: ({ code, description }) => failure(description || code),
});
