import type { CutOffEndReason, CutOffReason } from "../../../model/reach.js";
import type { PortInChange, PortInRequest, SimChoice, SubscriberChange } from "../../port/subscribers.js";
import { portInToWire } from "./port-in.js";

/** An eSIM is asked for by its device and never by an ICCID; a physical SIM the other way round. */
const activatedSimToWire = (sim: SimChoice) =>
  "iccid" in sim ? { iccId: sim.iccid } : { imei: sim.imei, esim: true as const };

export const activationToWire = (customerId: string, sim: SimChoice, portIn: PortInRequest | null) => ({
  customerId,
  ...activatedSimToWire(sim),
  ...(portIn === null ? {} : portInToWire(portIn)),
});

/** A SIM that takes another one's place, under names of its own. */
export const newSimToWire = (sim: SimChoice) =>
  "iccid" in sim ? { newIccId: sim.iccid, simType: "PSIM" as const } : { imei: sim.imei, simType: "ESIM" as const };

export const reasonToWire = (reason: string | null) => (reason === null ? {} : { reason });

/** The address is the billing address: the carrier's lists of addresses name a kind for each. */
export const changeToWire = ({ firstName, lastName, email, address }: SubscriberChange) => ({
  firstName,
  lastName,
  email,
  addresses: address && [
    {
      type: "billing" as const,
      address1: address.line1,
      address2: address.line2,
      city: address.city,
      state: address.state,
      zip: address.zip,
      country: "USA" as const,
    },
  ],
});

/** Each kind of correction brings its one field and no other. */
export function portInChangeToWire(customerId: string, change: PortInChange) {
  switch (change.type) {
    case "UPDATE_PIN":
      return { customerId, type: change.type, password: change.pin };
    case "UPDATE_ACCOUNT":
      return { customerId, type: change.type, oldCarrierAccountNumber: change.accountNumber };
    case "UPDATE_ZIP":
      return { customerId, type: change.type, oldZip: change.zip };
    default:
      return { customerId, type: change.type };
  }
}

/** One feature, switched on and off by the same operation for reasons of their own. */
export const cutOffToWire = (reason: CutOffReason) => ({
  feature: "DATA_CUTOFF" as const,
  action: "ENABLE" as const,
  reason,
});

export const cutOffEndToWire = (reason: CutOffEndReason) => ({
  feature: "DATA_CUTOFF" as const,
  action: "REMOVE" as const,
  reason,
});
