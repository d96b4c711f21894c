import { z } from "zod";
import { type CodeTable, type Operation, operation } from "../../http/operation.js";
import { Flaw, list, nullish, object, type Shape } from "../../shapes.js";
import { COMMON_FAILURES, REASON } from "../failures.js";

/** The document states no times. */
const READ_TIMEOUT_MS = 30_000;
const WRITE_TIMEOUT_MS = 60_000;

export const text = z.string().min(1);

/** A number to call, with country code and without a plus. */
export const mobileNo = z.string().regex(/^\d{5,15}$/, "must be the digits of a mobile number");

export const simNo = z.string().regex(/^\d{18,22}$/, "must be the digits of an ICCID");

/** What stands in the body of nearly every request. */
export const credentials = { UserID: text, Password: text };

/** Local time of the country, without a zone. */
export const txnDateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, "must be a local time");

/** An amount in major units; zero is none. */
export const amount = z.number().positive();

/** `MessageData`: JSON in a text, or decoded already. A text that is no JSON is left for the shape to refuse. */
export const decoded =
  <T>(shape: Shape<T>): Shape<T> =>
  (value) =>
    shape(parsed(value));

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** An answer in the envelope, whatever HTTP status it comes with. */
export const enveloped = <T>(data: Shape<T>) => ({ any: object({ MessageData: decoded(data) }) });

/** A list of rows, bare or in the envelope. */
export const listed = <T>(row: Shape<T>) => {
  const rows = list(row);
  const envelope = object({ MessageData: decoded(nullish(rows)) });
  return {
    any: (json: unknown) => {
      if (Array.isArray(json)) return rows(json);
      const read = envelope(json);
      return read instanceof Flaw ? read : (read.MessageData ?? []);
    },
  };
};

/** The same row, however its keys are capitalised: they are read in small letters. */
export const inAnyCapitals =
  <T>(row: Shape<T>): Shape<T> =>
  (value) =>
    row(inSmallLetters(value));

const inSmallLetters = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => [key.toLowerCase(), one]))
    : value;

type Declared = Pick<Operation, "name" | "doc" | "path" | "answers" | "codes">;

/** A read. Most are POSTs, and may be sent again all the same. */
export const readOperation = <const D extends Declared & Pick<Operation, "auth" | "method" | "query" | "body">>(
  declared: D,
) =>
  operation({
    effect: "read",
    timeoutMs: READ_TIMEOUT_MS,
    repeat: "safe",
    ...declared,
    codes: withFailures(declared.codes, { [REASON.timedOut]: "CARRIER_TIMEOUT" }),
  });

/** A write. The carrier recognises no repeat: none is ever sent again. A failure for want of time may be none. */
export const writeOperation = <const D extends Declared & Pick<Operation, "auth" | "body">>(declared: D) =>
  operation({
    effect: "write",
    method: "POST",
    timeoutMs: WRITE_TIMEOUT_MS,
    repeat: "never",
    ...declared,
    codes: { ...withFailures(declared.codes), unknown: [REASON.timedOut] },
  });

const withFailures = (codes: CodeTable, more: CodeTable["failed"] = {}): CodeTable => ({
  ...codes,
  failed: { ...COMMON_FAILURES, ...more, ...codes.failed },
});
