import { type CodeTable, type Operation, operation } from "../../http/operation.js";
import { cell, nullish, object, type Shape, type Shapes, text } from "../../shapes.js";
import { COMMON_FAILURES } from "../failures.js";

const USUAL_TIMEOUT_MS = 30_000;

/** The document grants 180 seconds to the five operations that reach into the network. */
export const LONG_TIMEOUT_MS = 180_000;

/** The id that a row stands and falls with. */
export const id: Shape<string | number> = (value) =>
  typeof value === "number" && Number.isFinite(value) ? value : text(value);

/** An answer in the envelope, whatever 2xx status it comes with. */
export const answers = <S extends Shapes>(response: S) => ({
  "2xx": object({ Response: object(response) }),
});

/** The answer of a listing, whose total stands beside the rows; one client saw it at the root. */
export const listingAnswers = <T>(responseParam: Shape<T>) => ({
  "2xx": object({
    Response: object({ responseParam: nullish(responseParam), totalNoOfRecords: cell }),
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
