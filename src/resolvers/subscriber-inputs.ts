import type { PortInChange, SimChoice } from "../context.js";
import type { PortInUpdateInput, SimChoiceInput } from "../schema/subscriber-mutations.js";
import { atInput } from "./field-checks.js";
import { isGiven } from "./look-up.js";
import { lineNumber } from "./numbers.js";

/** A reason for the carrier's books; null for none. */
export const reasonOf = (reason: string | null | undefined): string | null =>
  isGiven(reason) ? atInput.filled("reason", reason) : null;

export function chosenSim({ iccid, imei }: SimChoiceInput): SimChoice {
  if (iccid !== undefined) return { iccid: lineNumber("iccid", iccid, ["input", "sim", "iccid"]).value };
  return { imei: atInput.digits("sim.imei", imei ?? "", /^\d{15}$/, "15 digits") };
}

const GIVEN_WITH = { UPDATE_PIN: "pin", UPDATE_ACCOUNT: "accountNumber", UPDATE_ZIP: "zip" } as const;

/** Exactly what the change needs, and nothing else. */
export function portInChangeOf({ change, pin, accountNumber, zip }: PortInUpdateInput): PortInChange {
  const given = { pin, accountNumber, zip };
  const needed = change in GIVEN_WITH ? GIVEN_WITH[change as keyof typeof GIVEN_WITH] : null;
  for (const [name, value] of Object.entries(given)) {
    if (name !== needed && value !== undefined && value !== null)
      throw atInput.refusal(name, `is not taken with ${change}.`);
  }
  if (change === "UPDATE_PIN") return { type: change, pin: atInput.pin("pin", pin ?? "") };
  if (change === "UPDATE_ACCOUNT")
    return { type: change, accountNumber: atInput.filled("accountNumber", accountNumber ?? "") };
  if (change === "UPDATE_ZIP") return { type: change, zip: atInput.zip("zip", zip ?? "") };
  return { type: change };
}
