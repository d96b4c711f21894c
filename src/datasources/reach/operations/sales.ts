import { z } from "zod";
import { cell, members, object, type Shaped } from "../../shapes.js";
import { answer, id, listAnswer, readOperation } from "./declare.js";
import { iccid, mdn, text, zip } from "./request.js";

/** What is asked before anything is sold. Bodies are assumed unless the document names their members. */

/** Whether an address is served. No member may be null; which line `street1` is, is not known. */
export const coverage = readOperation({
  name: "coverage",
  doc: "Scenario A, step 1",
  method: "POST",
  path: "/apisvc/v0/network/coverage",
  body: z.strictObject({
    name: z.string(),
    address1: text,
    street1: z.string(),
    city: text,
    state: text,
    country: z.literal("USA"),
    zip,
  }),
  answers: answer(members),
});

const Device = object({ isValid: cell, mode: cell, esimAvailable: cell, make: cell, model: cell });

export type Device = Shaped<typeof Device>;

/** Whether a device works on the network. */
export const deviceImei = readOperation({
  name: "deviceImei",
  doc: "Scenario A, step 2",
  path: "/apisvc/v0/device/imei/{imei}",
  answers: answer(Device),
});

const SimOnSale = object({ isValid: cell, mode: cell, wifiCalling: cell, volteCompatible: cell });

export type SimOnSale = Shaped<typeof SimOnSale>;

/** Whether a SIM can be activated. */
export const iccidValidate = readOperation({
  name: "iccidValidate",
  doc: "Scenario C, step 1",
  method: "POST",
  path: "/apisvc/v0/iccid/validate",
  body: z.strictObject({ iccId: iccid }),
  answers: answer(SimOnSale),
});

const Portability = object({ isPortValidate: cell, message: cell });

export type Portability = Shaped<typeof Portability>;

/** Whether a number can be brought along. A PUT that reads, with everything in its query. */
export const portValidateMdn = readOperation({
  name: "portValidateMdn",
  doc: "Scenario E, step 1",
  method: "PUT",
  path: "/apisvc/v0/port/validate/mdn",
  query: z.strictObject({ mdn }),
  answers: answer(Portability),
});

const ZipArea = object({ isValid: cell, city: cell, state: cell });

export type ZipArea = Shaped<typeof ZipArea>;

/** Whether a ZIP code is served. Body and answer are assumed. */
export const zipCodeValidate = readOperation({
  name: "zipCodeValidate",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/zipCode/validate",
  body: z.strictObject({ zip }),
  answers: answer(ZipArea),
});

const CountryRow = object({
  country: cell,
  countryCode: cell,
  zone: cell,
  ildPulseSize: cell,
  pricePerMinute: cell,
  pricePerMB: cell,
  pricePerSMS: cell,
});

export type CountryRow = Shaped<typeof CountryRow>;

/** The countries with their prices while roaming. `mvne` is the one network there is. */
export const roamingCountries = readOperation({
  name: "roamingCountries",
  doc: "Scenario J, step 1",
  path: "/apisvc/v0/intl/roaming/countries/mvne",
  query: z.strictObject({ mvne: z.literal("ATT") }),
  answers: listAnswer(CountryRow, "countries"),
});

const PackOfferRow = object({
  packId: id,
  name: cell,
  zone: cell,
  dataAllowance: cell,
  dataUnit: cell,
  voiceMinutes: cell,
  sms: cell,
  validityDays: cell,
  price: cell,
});

export type PackOfferRow = Shaped<typeof PackOfferRow>;

/** The roaming packs for some countries. Reads, though it is a POST. */
export const additionalOfferings = readOperation({
  name: "additionalOfferings",
  doc: "Scenario J, step 2",
  method: "POST",
  path: "/apisvc/v0/get/additional/offerings",
  body: z.strictObject({ countries: z.array(text).min(1) }),
  answers: listAnswer(PackOfferRow, "packs"),
});
