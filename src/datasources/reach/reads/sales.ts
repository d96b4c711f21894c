import type { SalesReads } from "../../port/subscribers.js";
import { mdnToWire } from "../mapping/port-in.js";
import {
  addressToWire,
  countryFromWire,
  coverageFromWire,
  deviceFromWire,
  packOfferFromWire,
  portInCheckFromWire,
  simCheckFromWire,
  zipCheckFromWire,
} from "../mapping/sales.js";
import {
  additionalOfferings,
  coverage,
  deviceImei,
  iccidValidate,
  portValidateMdn,
  roamingCountries,
  zipCodeValidate,
} from "../operations/sales.js";
import type { Wire } from "../wire.js";
import type { KeptCatalogue } from "./catalogue.js";

export const salesReads = ({ ask }: Wire, catalogue: KeptCatalogue): SalesReads => ({
  catalogue: (call) => catalogue.whole(call),
  offers: (call) => catalogue.offers(call),
  coverage: async (address, call) => coverageFromWire(await ask(coverage, { body: addressToWire(address) }, call)),
  device: async (imei, call) => deviceFromWire(await ask(deviceImei, { params: { imei } }, call)),
  sim: async (iccId, call) => simCheckFromWire(await ask(iccidValidate, { body: { iccId } }, call)),
  portIn: async (msisdn, call) =>
    portInCheckFromWire(await ask(portValidateMdn, { query: { mdn: mdnToWire(msisdn) } }, call)),
  zip: async (zip, call) => zipCheckFromWire(await ask(zipCodeValidate, { body: { zip } }, call)),
  roamingCountries: async (call) => {
    const rows = await ask(roamingCountries, { query: { mvne: "ATT" } }, call);
    return rows.map(countryFromWire);
  },
  roamingPacks: async (countries, call) => {
    const rows = await ask(additionalOfferings, { body: { countries: [...countries] } }, call);
    return rows.map(packOfferFromWire);
  },
});
