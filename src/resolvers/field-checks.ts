import type { Context } from "../context.js";
import { Failure, type FailureCode } from "../errors.js";
import type { StreetAddress } from "../schema/address.js";
import type { PortInInput } from "../schema/subscriber-mutations.js";

/**
 * Checks of the fields below one path. Each gives the value in the form in which it is sent, or throws a Failure that names
 * its field and never repeats what was given. A name may lead further down: `address.zip`.
 */
export function fieldChecks(path: readonly string[]) {
  const fieldOf = (name: string) => [...path, ...name.split(".")];
  const refusal = (name: string, message: string, hint?: string, code: FailureCode = "INVALID_ARGUMENT"): Failure => {
    const field = fieldOf(name);
    return new Failure(code, `${field.join(".")}: ${message}`, { field, ...(hint === undefined ? {} : { hint }) });
  };
  /** Without blanks and hyphens. */
  const digits = (name: string, text: string, pattern: RegExp, form: string): string => {
    const value = text.replace(/[\s-]/g, "");
    if (pattern.test(value)) return value;
    throw refusal(name, `must have ${form}.`);
  };
  const filled = (name: string, text: string, most = 100): string => {
    const value = text.trim();
    if (value !== "" && value.length <= most) return value;
    throw refusal(name, `must have 1 to ${most} characters.`);
  };
  const zip = (name: string, text: string): string => digits(name, text, /^\d{5}$/, "5 digits");
  const pin = (name: string, text: string): string => filled(name, text, 20);
  return {
    refusal,
    digits,
    filled,
    zip,
    /** Of a transfer to another carrier. */
    pin,
    /** As far as one can tell from its looks. */
    email(name: string, text: string): string {
      const value = text.trim();
      if (/^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/.test(value)) return value;
      throw refusal(name, "must be an e-mail address.");
    },
    /** An address that the carrier sends people back to. */
    https(name: string, text: string): string {
      if (URL.canParse(text) && text.startsWith("https://")) return text;
      throw refusal(name, "must be an address that begins with https://.", "The carrier takes no other.");
    },
    within(name: string, value: number, least: number, most: number): number {
      if (value >= least && value <= most) return value;
      throw refusal(name, `must be from ${least} to ${most}.`, undefined, "OUT_OF_RANGE");
    },
    address: (name: string, { line1, line2, city, state, zip: code }: StreetAddress) => ({
      line1: filled(`${name}.line1`, line1),
      line2: line2 ?? "",
      city: filled(`${name}.city`, city),
      state: digits(`${name}.state`, state, /^[A-Z]{2}$/, "two capital letters"),
      zip: zip(`${name}.zip`, code),
    }),
    portIn: (name: string, input: PortInInput) => ({
      msisdn: digits(`${name}.msisdn`, input.msisdn, /^\d{10}$/, "10 digits"),
      carrier: filled(`${name}.carrier`, input.carrier),
      accountNumber: filled(`${name}.accountNumber`, input.accountNumber),
      pin: pin(`${name}.pin`, input.pin),
      zip: zip(`${name}.zip`, input.zip),
    }),
    /** The carrier's id of a plan, which must be of the account. */
    plan(name: string, id: string, account: string, { ids }: Context): string {
      const key = ids.require("Plan", id, fieldOf(name));
      if (key.account === account) return key.native;
      throw refusal(name, "is a plan of another account.");
    },
  };
}

/** The same of a mutation's input. */
export const atInput = fieldChecks(["input"]);
