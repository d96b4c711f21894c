import type {
  Address,
  Coverage,
  DeviceCheck,
  PortInCheck,
  RoamingCountry,
  RoamingPackOffer,
  SimCheck,
  ZipCheck,
} from "../../../model/reach.js";
import { flagOf, textOf } from "../../mapping/text.js";
import type { CountryRow, Device, PackOfferRow, Portability, SimOnSale, ZipArea } from "../operations/sales.js";
import { bytesFromWire, countFromWire, moneyFromWire, numberFromWire, secondsFromMinutes } from "./quantity.js";
import { simModeFromWire } from "./words.js";

export const addressToWire = ({ name, line1, line2, city, state, zip }: Address) => ({
  name,
  address1: line1,
  street1: line2,
  city,
  state,
  country: "USA" as const,
  zip,
});

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null;

/** The coverage, or a map of such by carrier: there the one that covers the address counts before the others. */
export function coverageFromWire(data: Members): Coverage {
  const each = "brandCoverage" in data ? [data] : Object.values(data).filter(isMembers);
  const told = each.find(({ brandCoverage }) => flagOf(brandCoverage) === true) ?? each[0] ?? {};
  return {
    isCovered: flagOf(told.brandCoverage),
    strength5g: textOf(told.coverageStrength5G),
    strength4g: textOf(told.coverageStrength4G),
    isEsimAvailable: flagOf(told.esimAvailable),
    isPhysicalSimAvailable: flagOf(told.psimAvailable),
  };
}

export const deviceFromWire = ({ isValid, mode, esimAvailable, make, model }: Device): DeviceCheck => ({
  isValid: flagOf(isValid),
  mode: simModeFromWire(mode),
  isEsimAvailable: flagOf(esimAvailable),
  make: textOf(make),
  model: textOf(model),
});

export const simCheckFromWire = ({ isValid, mode, wifiCalling, volteCompatible }: SimOnSale): SimCheck => ({
  isValid: flagOf(isValid),
  mode: simModeFromWire(mode),
  hasWifiCalling: flagOf(wifiCalling),
  isVolteCompatible: flagOf(volteCompatible),
});

export const portInCheckFromWire = ({ isPortValidate, message }: Portability): PortInCheck => ({
  isPortable: flagOf(isPortValidate),
  message: textOf(message),
});

export const zipCheckFromWire = ({ isValid, city, state }: ZipArea): ZipCheck => ({
  isServed: flagOf(isValid),
  city: textOf(city),
  state: textOf(state),
});

export const countryFromWire = (row: CountryRow): RoamingCountry => ({
  name: textOf(row.country),
  code: textOf(row.countryCode),
  zone: textOf(row.zone),
  ildPulse: textOf(row.ildPulseSize),
  pricePerMinute: moneyFromWire(row.pricePerMinute),
  pricePerMb: moneyFromWire(row.pricePerMB),
  pricePerSms: moneyFromWire(row.pricePerSMS),
});

export const packOfferFromWire = (row: PackOfferRow): RoamingPackOffer => ({
  id: row.packId,
  name: textOf(row.name),
  zone: textOf(row.zone),
  dataBytes: bytesFromWire(row.dataAllowance, row.dataUnit),
  voiceSeconds: secondsFromMinutes(row.voiceMinutes),
  messages: countFromWire(row.sms),
  validityDays: numberFromWire(row.validityDays),
  price: moneyFromWire(row.price),
});
