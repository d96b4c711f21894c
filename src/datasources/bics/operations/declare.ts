import { z } from "zod";
import { type CodeTable, type Operation, operation } from "../../http/operation.js";
import { COMMON_FAILURES } from "../failures.js";

const USUAL_TIMEOUT_MS = 30_000;

/** The document grants 180 seconds to the five operations that reach into the network. */
export const LONG_TIMEOUT_MS = 180_000;

/** A scalar of an answer: text mostly, a number now and then, absent often. Mapping reads it, nothing trusts it. */
export const cell = z.unknown().optional();

/** The id that a row stands and falls with. */
export const id = z.union([z.string().trim().min(1), z.number()]);

/** A list that may be absent. */
export const list = <S extends z.ZodType>(row: S) => z.array(row).nullish();

/** A list beside more important things: whatever is no list of such rows counts as absent. */
export const sideList = <S extends z.ZodType>(row: S) => z.array(row).nullish().catch(null);

/** An answer in the envelope, whatever 2xx status it comes with. */
export const answers = <S extends z.ZodRawShape>(shape: S) => ({ "2xx": z.object({ Response: z.object(shape) }) });

/** The answer of a listing, whose total stands beside the rows; one client saw it at the root. */
export const listingAnswers = <S extends z.ZodType>(responseParam: S) => ({
  "2xx": z.object({
    Response: z.object({ responseParam: responseParam.nullish(), totalNoOfRecords: cell }),
    totalNoOfRecords: cell,
  }),
});

type Declared = Pick<Operation, "name" | "doc" | "path" | "query" | "body" | "answers" | "codes">;

/** A GET that changes nothing. */
export const readOperation = <const D extends Declared>(declared: D) =>
  operation({
    effect: "read",
    auth: "token",
    method: "GET",
    timeoutMs: USUAL_TIMEOUT_MS,
    repeat: "safe",
    ...declared,
    codes: withCommonFailures(declared.codes),
  });

type DeclaredWrite = Declared & Pick<Operation, "repeat"> & Partial<Pick<Operation, "method" | "timeoutMs">>;

/** What a write may say otherwise. */
const USUAL_WRITE: Pick<Operation, "method" | "timeoutMs"> = { method: "POST", timeoutMs: USUAL_TIMEOUT_MS };

/** A POST that changes something, unless it says PATCH. */
export const writeOperation = <const D extends DeclaredWrite>(declared: D) =>
  operation({
    effect: "write",
    auth: "token",
    ...USUAL_WRITE,
    ...declared,
    codes: withCommonFailures(declared.codes),
  });

const withCommonFailures = (codes: CodeTable): CodeTable => ({
  ...codes,
  failed: { ...COMMON_FAILURES, ...codes.failed },
});
