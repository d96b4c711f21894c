import type { ConnectionType } from "../../../model/nextcomm.js";
import type { BulkActivationRow, SimActivation } from "../../port/subscribers.js";
import type { ActivationRow } from "../operations/bulk.js";
import type { Frame } from "./frame.js";
import { serviceIdOf } from "./plan.js";
import { numberToWire } from "./quantity.js";
import { localDayToWire, localTimeToWire } from "./time.js";

/** `planKey` is how this account spells the key of the plan. A plan of another kind becomes NaN, which no schema takes. */
export function activationToWire(activation: SimActivation, planKey: "PlanId" | "PlanID", frame: Frame) {
  const { planId, firstName, lastName, alternateMsisdn, email, iccid, simType, requestId } = activation;
  return {
    [planKey]: numberToWire(serviceIdOf(planId)),
    FirstName: firstName,
    LastName: lastName,
    AltMobNo: alternateMsisdn,
    EmailID: email,
    SIMNo: iccid ?? "",
    SimSubType: SUBTYPE[simType],
    RequestID: requestId,
    TxnDateTime: localDayToWire(frame),
  };
}

/** As the sample of Activation spells them; the stock is asked by other words. */
const SUBTYPE = { PHYSICAL: "Physical", ESIM: "ESIM" } as const satisfies Record<SimActivation["simType"], string>;

const CONNECTION_TYPE = {
  INDIVIDUAL: "Individual",
  CORPORATE: "Corporate",
  TEST_CARDS: "Test Cards",
  FRIENDS: "Friends",
  FAMILY: "Family",
} as const satisfies Record<ConnectionType, string>;

/** All that the catalogue says of the plan is said again. What it does not say the schema refuses. */
export function rowToWire({ plan, ...row }: BulkActivationRow, frame: Frame): ActivationRow {
  const { profile, serviceType, validityDays, otherBenefits, additionalBenefit } = plan.nextComm ?? {};
  return {
    profileId: numberToWire(profile?.id),
    profile: profile?.name ?? "",
    serviceTypeId: numberToWire(serviceType?.id),
    serviceType: serviceType?.name ?? "",
    serviceId: numberToWire(serviceIdOf(plan.key.native)),
    service: plan.name ?? "",
    price: numberToWire(plan.price?.amount),
    simType: "Others",
    simNo: row.iccid,
    travelDate: row.travelAt.replace("T", " "),
    emailID: row.email,
    validityDays: validityDays ?? Number.NaN,
    otherBenefits: otherBenefits ?? "",
    additionalBenefit: additionalBenefit ?? "",
    connectionType: CONNECTION_TYPE[row.connectionType],
    TxnDateTime: localTimeToWire(frame),
    RequestID: row.requestId,
    ...(row.referralCode === null ? {} : { RefCode: row.referralCode }),
  };
}
