import type { LineNumber } from "../context.js";
import { Failure } from "../errors.js";

const FORMS = {
  iccid: { name: "ICCID", pattern: /^\d{18,22}$/, form: "18 to 22 digits" },
  imsi: { name: "IMSI", pattern: /^\d{14,15}$/, form: "14 or 15 digits" },
  msisdn: { name: "MSISDN", pattern: /^\d{5,15}$/, form: "5 to 15 digits with country code" },
  eid: { name: "EID", pattern: /^\d{32}$/, form: "32 digits" },
} as const satisfies Record<LineNumber["kind"], { name: string; pattern: RegExp; form: string }>;

/** Brings a number into the form that carriers use. Throws INVALID_ARGUMENT without repeating the number. */
export function lineNumber(
  kind: LineNumber["kind"],
  text: string,
  field: readonly string[] = ["by", kind],
): LineNumber {
  const value = text.trim().replace(/^\+/, "").replace(/[\s-]/g, "");
  const { name, pattern, form } = FORMS[kind];
  if (pattern.test(value)) return { kind, value };
  throw new Failure("INVALID_ARGUMENT", `${field.join(".")}: this is no ${name}: it must have ${form}.`, {
    field,
    hint: "Blanks, hyphens and a leading + are ignored; check the digits are complete.",
  });
}

export type NumberBy = { readonly [Kind in LineNumber["kind"]]?: string | null | undefined };

/** The one number of a look-up. Null when it names none. */
export function numberOf(by: NumberBy): LineNumber | null {
  for (const kind of ["iccid", "imsi", "msisdn", "eid"] as const) {
    const text = by[kind];
    if (text !== undefined && text !== null) return lineNumber(kind, text);
  }
  return null;
}
