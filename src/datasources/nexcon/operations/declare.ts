import { z } from "zod";
import { type Operation, operation } from "../../http/operation.js";
import { cell } from "../../shapes.js";
import { OK, WRITE_FAILURES } from "../failures.js";

/** The document states none. */
const TIMEOUT_MS = 30_000;

/** The carrier's word for an ICCID. */
export const icc = z.string().regex(/^\d{18,22}$/, "must be the digits of an ICCID");

/** The document lets only some operations take null: none is sent one, an address that is missing is left out. */
const callbackUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional();

type Declared = Pick<Operation, "name" | "doc" | "path">;

/** Everything is a POST, also what only reads. */
const USUAL = { auth: "token", method: "POST", timeoutMs: TIMEOUT_MS } as const;

export const readOperation = <const D extends Declared & Pick<Operation, "body" | "answers" | "codes">>(declared: D) =>
  operation({ ...USUAL, effect: "read", repeat: "safe", ...declared });

/**
 * A job: 200 means that it was taken on, and what comes with it is not documented. There is no job id and nothing by
 * which the carrier would recognise a repeat.
 */
export const jobOperation = <const D extends Declared>(declared: D) =>
  operation({
    ...USUAL,
    effect: "write",
    repeat: "never",
    body: z.strictObject({ icc, callbackUrl }),
    answers: { [OK]: cell },
    codes: { done: [], pending: [OK], failed: WRITE_FAILURES },
    ...declared,
  });
