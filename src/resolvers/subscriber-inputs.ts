import type { PortInChange, PortInRequest, SimChoice } from "../context.js";
import type { PortInInput, PortInUpdateInput, SimChoiceInput } from "../schema/subscriber-mutations.js";
import { refusal } from "./checks.js";
import { lineNumber } from "./numbers.js";

const MAX_REASON = 100;

/** A reason for the carrier's books; null for none. */
export function reasonOf(reason: string): string;
export function reasonOf(reason: string | null | undefined): string | null;
export function reasonOf(reason: string | null | undefined): string | null {
  if (reason === null || reason === undefined) return null;
  const text = reason.trim();
  if (text !== "" && text.length <= MAX_REASON) return text;
  throw refusal("reason", `must have 1 to ${MAX_REASON} characters.`, "Leave it out, or shorten it.");
}

/** Text in the form that it must have, without blanks and hyphens. Never repeats what was given. */
export function inDigits(field: string, text: string, pattern: RegExp, form: string): string {
  const value = text.replace(/[\s-]/g, "");
  if (pattern.test(value)) return value;
  throw refusal(field, `must have ${form}.`);
}

/** Text that must not be empty. */
export function filled(field: string, text: string, most = 100): string {
  const value = text.trim();
  if (value !== "" && value.length <= most) return value;
  throw refusal(field, `must have 1 to ${most} characters.`);
}

/** An address that the carrier sends people back to. */
export function redirectUrlOf(field: string, text: string): string {
  if (URL.canParse(text) && text.startsWith("https://")) return text;
  throw refusal(field, "must be an address that begins with https://.", "The carrier takes no other.");
}

export function chosenSim({ iccid, imei }: SimChoiceInput): SimChoice {
  if (iccid !== undefined) return { iccid: lineNumber("iccid", iccid, ["input", "sim", "iccid"]).value };
  return { imei: inDigits("sim.imei", imei ?? "", /^\d{15}$/, "15 digits") };
}

export const portInOf = ({ msisdn, carrier, accountNumber, pin, zip }: PortInInput, field: string): PortInRequest => ({
  msisdn: inDigits(`${field}.msisdn`, msisdn, /^\d{10}$/, "10 digits"),
  carrier: filled(`${field}.carrier`, carrier),
  accountNumber: filled(`${field}.accountNumber`, accountNumber),
  pin: filled(`${field}.pin`, pin, 20),
  zip: inDigits(`${field}.zip`, zip, /^\d{5}$/, "5 digits"),
});

const GIVEN_WITH = { UPDATE_PIN: "pin", UPDATE_ACCOUNT: "accountNumber", UPDATE_ZIP: "zip" } as const;

/** Exactly what the change needs, and nothing else. */
export function portInChangeOf({ change, pin, accountNumber, zip }: PortInUpdateInput): PortInChange {
  const given = { pin, accountNumber, zip };
  const needed = change in GIVEN_WITH ? GIVEN_WITH[change as keyof typeof GIVEN_WITH] : null;
  for (const [name, value] of Object.entries(given)) {
    if (name !== needed && value !== undefined && value !== null) throw refusal(name, `is not taken with ${change}.`);
  }
  if (change === "UPDATE_PIN") return { type: change, pin: filled("pin", pin ?? "", 20) };
  if (change === "UPDATE_ACCOUNT") return { type: change, accountNumber: filled("accountNumber", accountNumber ?? "") };
  if (change === "UPDATE_ZIP") return { type: change, zip: inDigits("zip", zip ?? "", /^\d{5}$/, "5 digits") };
  return { type: change };
}
