import { conflict, invalid, notFound } from "./answers.js";
import type { Account, Customer, SimType } from "./state.js";

/** The SIM that a line is to have: a card by its number, or a device that takes an eSIM. */
export interface WantedSim {
  simType: SimType;
  iccId: string | undefined;
  imei: string | undefined;
}

/** Whether the SIM can be had by the line; refuses under the name that the number has in the request. */
export function checkSim(account: Account, customer: Customer, wanted: WantedSim, field: string): void {
  if (wanted.simType === "ESIM") checkEsim(account, wanted, field);
  else checkPsim(account, customer, wanted, field);
}

function checkEsim({ catalogue }: Account, { iccId, imei }: WantedSim, field: string): void {
  if (iccId !== undefined) throw invalid({ [field]: "an eSIM has none" });
  if (imei === undefined) throw invalid({ imei: "is needed for an eSIM" });
  const device = catalogue.devices.get(imei);
  if (!device || device.mode === "PSIM") throw invalid({ imei: "is no device that takes an eSIM" });
}

function checkPsim({ catalogue, customers }: Account, customer: Customer, { iccId }: WantedSim, field: string): void {
  if (iccId === undefined) throw invalid({ [field]: "is needed for a physical SIM" });
  const sim = catalogue.sims.get(iccId);
  if (!sim) throw notFound(field);
  if (!sim.isValid || sim.mode !== "PSIM") throw invalid({ [field]: "is not valid" });
  const holder = [...customers.values()].find((other) => other.iccId === iccId);
  if (holder && holder !== customer) throw conflict(`${field} is in use`);
}

/** Gives a SIM to a line, once it has been checked. */
export function setSim(customer: Customer, { simType, iccId, imei }: WantedSim): void {
  customer.simType = simType;
  customer.iccId = iccId ?? null;
  customer.imei = imei ?? (simType === "ESIM" ? null : customer.imei);
}

/** Both at once. */
export function assignSim(account: Account, customer: Customer, wanted: WantedSim, field: string): void {
  checkSim(account, customer, wanted, field);
  setSim(customer, wanted);
}
