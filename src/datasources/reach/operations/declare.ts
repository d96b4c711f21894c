import { type CodeTable, type Operation, operation } from "../../http/operation.js";
import { cell, list, nullish, object, type Shape, type Shapes, side, unlike } from "../../shapes.js";
import { ACCEPTED, COMMON_FAILURES, OK } from "../failures.js";

/** The document states none. */
const TIMEOUT_MS = 30_000;

/** The id that a row stands and falls with, exactly as received. */
export const id: Shape<string> = (value) => {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && /\S/.test(value) ? value : unlike("an id", value);
};

/** A state without which an answer tells nothing; printed as a number, as text, or as null. */
export const state: Shape<string | number | boolean | null> = (value) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null
    ? value
    : unlike("a state", value);

/** An answer with one object in `data`. */
export const answer = <T>(data: Shape<T>) => ({ "2xx": (json: unknown) => data(dataOf(json)) });

/** The same, where there may be nothing to tell. */
export const optionalAnswer = <T>(data: Shape<T>) => answer(nullish(data));

/** An answer with rows: `data` is the list, or an object that has it as `name`. Where there is no data, there are none. */
export const listAnswer = <T>(row: Shape<T>, name: string) => {
  const rows = list(row);
  return { "2xx": (json: unknown) => rows(rowsOf(dataOf(json), name) ?? []) };
};

/** An answer of which the success matters most: what is no such object counts as absent. */
export const sideAnswer = <S extends Shapes>(declared: S) => answer(side(object(declared)));

/**
 * An answer to a charge: one that has neither the envelope's word nor anything of the charge is none, so that nobody
 * knows whether money was taken.
 */
export const chargeAnswer = <S extends Shapes>(declared: S) => {
  const charge = object(declared);
  const names = Object.keys(declared);
  const read: typeof charge = (json) => {
    const data = dataOf(json);
    if (isObject(data) && names.some((name) => name in data)) return charge(data);
    return charge(isObject(json) && "status" in json ? {} : undefined);
  };
  return { "2xx": read };
};

/** An answer that tells nothing beside that it was a success. */
export const noAnswer = { "2xx": cell };

const ENVELOPE: ReadonlySet<string> = new Set(["status", "message", "meta"]);

/** What is in the envelope; the whole body where there is no envelope around it, undefined where there is nothing else. */
function dataOf(json: unknown): unknown {
  if (!isObject(json) || Array.isArray(json)) return json;
  if ("data" in json) return json.data;
  return Object.keys(json).every((name) => ENVELOPE.has(name)) ? undefined : json;
}

function rowsOf(data: unknown, name: string): unknown {
  if (!isObject(data) || Array.isArray(data)) return data;
  const members = new Map<string, unknown>(Object.entries(data));
  return members.size === 0 || members.has(name) ? members.get(name) : data;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type Declared = Pick<Operation, "name" | "doc" | "path" | "answers"> &
  Partial<Pick<Operation, "method" | "query" | "body">> & { readonly codes?: Partial<CodeTable> };

/** What a read may say otherwise. */
const USUAL_READ: Pick<Operation, "method"> = { method: "GET" };

/** Changes nothing, whatever its method: a GET unless it says otherwise. A 404 is NOT_FOUND unless it is in `codes.empty`. */
export const readOperation = <const D extends Declared>(declared: D) =>
  operation({
    effect: "read",
    auth: "token",
    timeoutMs: TIMEOUT_MS,
    repeat: "safe",
    ...USUAL_READ,
    ...declared,
    codes: withCommonFailures({ done: [OK], ...declared.codes }),
  });

/** What a write may say otherwise. */
const USUAL_WRITE: Pick<Operation, "method"> = { method: "PUT" };

/** Changes something, at once (200) or later (202): a PUT unless it says otherwise. Nothing is recognised as a repeat. */
export const writeOperation = <const D extends Declared>(declared: D) =>
  operation({
    effect: "write",
    auth: "token",
    timeoutMs: TIMEOUT_MS,
    repeat: "never",
    ...USUAL_WRITE,
    ...declared,
    codes: withCommonFailures({ done: [OK], pending: [ACCEPTED], ...declared.codes }),
  });

/** A write that the document calls asynchronous: success means that it was taken on, whichever of the two codes says so. */
export const asyncOperation = <const D extends Declared>(declared: D) =>
  writeOperation({ ...declared, codes: { done: [], pending: [OK, ACCEPTED], ...declared.codes } });

const withCommonFailures = (codes: CodeTable): CodeTable => ({
  ...codes,
  failed: { ...COMMON_FAILURES, ...codes.failed },
});
