import { z } from "zod";
import { answers, cell, list, readOperation } from "./declare.js";

/** The numbers that name an endpoint, beside its id. */
const identifiers = {
  endPointId: z.string().min(1).optional(),
  msisdn: z.string().min(1).optional(),
  iccid: z.string().min(1).optional(),
  imsi: z.string().min(1).optional(),
};

type Identified = { readonly [K in keyof typeof identifiers]?: string | undefined };

const countOf = ({ endPointId, msisdn, iccid, imsi }: Identified): number =>
  [endPointId, msisdn, iccid, imsi].filter((value) => value !== undefined).length;

const atLeastOne = { path: ["endPointId"], error: "give endPointId, msisdn, iccid or imsi" };
const exactlyOne = { path: ["endPointId"], error: "give exactly one of endPointId, msisdn, iccid and imsi" };

const Geolocation = z.object({
  cellIdRatType: cell,
  locationInfoAge: cell,
  mcc: cell,
  mnc: cell,
  cellId: cell,
  lac: cell,
  tac: cell,
  countryName: cell,
  operatorName: cell,
});

const LocationInfo = z.object({ imsi: cell, geolocation: Geolocation.nullish() });

export type LocationInfo = z.output<typeof LocationInfo>;

/** 10089 and 10094: nothing to tell. 10087 and 10088: the home network's trouble, not the endpoint's. */
export const locationInfo = readOperation({
  name: "locationInfo",
  doc: "Endpoint - Geolocation",
  path: "/locationInfo",
  query: z.strictObject(identifiers).refine((query) => countOf(query) > 0, atLeastOne),
  answers: answers({ responseParam: LocationInfo.nullish() }),
  codes: {
    done: ["10084"],
    empty: ["10089", "10094"],
    failed: {
      "10085": "CARRIER_REFUSED",
      "10087": "CARRIER_UNAVAILABLE",
      "10088": "CARRIER_TIMEOUT",
      "11055": "SERVICE_NOT_APPLICABLE",
    },
  },
});

/** One network through one roaming profile: the same network may come several times. */
const CoverageRow = z.object({
  tadigCode: cell,
  operatorId: cell,
  operatorName: cell,
  category: cell,
  categoryGroupName: cell,
  categoryGroupId: cell,
  countryName: cell,
  mccMnc: cell,
  barredUnbarredStatus: cell,
  blacklisted: cell,
  supportedNetworkTypes: cell,
  roamingProfileId: cell,
  roamingProfileName: cell,
  barredRATs: cell,
  supplierPriority: cell,
});

export type CoverageRow = z.output<typeof CoverageRow>;

export const endpointCoverage = readOperation({
  name: "endpointCoverage",
  doc: "Endpoint Coverage",
  path: "/endpointCoverage",
  query: z
    .strictObject({ ...identifiers, blacklisted: z.enum(["True", "False"]).optional() })
    .refine((query) => countOf(query) > 0, atLeastOne),
  answers: answers({ responseParam: z.object({ coverage: list(CoverageRow) }).nullish() }),
  codes: { done: ["10132"], failed: { "10133": "CARRIER_REFUSED" } },
});

const NetworkStatus = z.object({
  imsi: cell,
  networkStatusInfo: z
    .object({
      tadigCode: cell,
      operatorName: cell,
      countryName: cell,
      networkStatus: cell,
      networkType: cell,
      operatorMCC: cell,
      operatorMNC: cell,
      policyStatus: cell,
    })
    .nullish(),
});

export type NetworkStatus = z.output<typeof NetworkStatus>;

/** 11010: nothing recent. 2503: the endpoint is not active, so it is on no network. */
export const fetchNetworkStatus = readOperation({
  name: "fetchNetworkStatus",
  doc: "fetchNetworkStatus",
  path: "/fetchNetworkStatus",
  query: z.strictObject(identifiers).refine((query) => countOf(query) === 1, exactlyOne),
  answers: answers({ responseParam: NetworkStatus.nullish() }),
  codes: {
    done: ["11008"],
    empty: ["11010", "2503"],
    failed: { "10097": "INVALID_ARGUMENT", "11009": "CARRIER_REFUSED" },
  },
});
