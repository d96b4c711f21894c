import { z } from "zod";
import { cell, list, nullish, object, type Shaped } from "../../shapes.js";
import { answers, readOperation, writeOperation } from "./declare.js";
import { capitalFlag, hasOneIdentifier, identifiers, identifiersIn, text } from "./request.js";

const atLeastOne = { path: ["endPointId"], error: "give endPointId, msisdn, iccid or imsi" };
const exactlyOne = { path: ["endPointId"], error: "give exactly one of endPointId, msisdn, iccid and imsi" };

const Geolocation = object({
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

const LocationInfo = object({ imsi: cell, geolocation: nullish(Geolocation) });

export type LocationInfo = Shaped<typeof LocationInfo>;

/** 10089 and 10094: nothing to tell. 10087 and 10088: the home network's trouble, not the endpoint's. */
export const locationInfo = readOperation({
  name: "locationInfo",
  doc: "Endpoint - Geolocation",
  path: "/locationInfo",
  query: z.strictObject(identifiers).refine((query) => identifiersIn(query) > 0, atLeastOne),
  answers: answers({ responseParam: nullish(LocationInfo) }),
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
const CoverageRow = object({
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

export type CoverageRow = Shaped<typeof CoverageRow>;

export const endpointCoverage = readOperation({
  name: "endpointCoverage",
  doc: "Endpoint Coverage",
  path: "/endpointCoverage",
  query: z
    .strictObject({ ...identifiers, blacklisted: capitalFlag.optional() })
    .refine((query) => identifiersIn(query) > 0, atLeastOne),
  answers: answers({ responseParam: nullish(object({ coverage: nullish(list(CoverageRow)) })) }),
  codes: { done: ["10132"], failed: { "10133": "CARRIER_REFUSED" } },
});

const NetworkStatus = object({
  imsi: cell,
  networkStatusInfo: nullish(
    object({
      tadigCode: cell,
      operatorName: cell,
      countryName: cell,
      networkStatus: cell,
      networkType: cell,
      operatorMCC: cell,
      operatorMNC: cell,
      policyStatus: cell,
    }),
  ),
});

export type NetworkStatus = Shaped<typeof NetworkStatus>;

/** 11010: nothing recent. 2503: the endpoint is not active, so it is on no network. */
export const fetchNetworkStatus = readOperation({
  name: "fetchNetworkStatus",
  doc: "fetchNetworkStatus",
  path: "/fetchNetworkStatus",
  query: z.strictObject(identifiers).refine(hasOneIdentifier, exactlyOne),
  answers: answers({ responseParam: nullish(NetworkStatus) }),
  codes: {
    done: ["11008"],
    empty: ["11010", "2503"],
    failed: { "10097": "INVALID_ARGUMENT", "11009": "CARRIER_REFUSED" },
  },
});

const network = z.strictObject({ tadigCode: text, categoryGroupId: text });
const networks = z.array(network).min(1, "must name at least one").optional();

/** 10134 has three meanings, told apart only by text; the one for a network in both lists is refused before sending. */
export const endPointBlacklisting = writeOperation({
  name: "endPointBlacklisting",
  doc: "EndPoint - Blacklisting",
  path: "/endPointBlacklisting",
  body: z.strictObject({
    coverageBlacklistInfo: z
      .strictObject({
        resourceType: z.enum(["endPointId", "msisdn", "imsi", "iccid"]),
        value: text,
        add: networks,
        remove: networks,
      })
      .refine(({ add, remove }) => add !== undefined || remove !== undefined, {
        path: ["add"],
        error: "give networks to add or to remove",
      })
      .refine(({ add, remove }) => !haveCommon(add ?? [], remove ?? []), {
        path: ["remove"],
        error: "names a network that add names too",
      }),
  }),
  answers: answers({}),
  codes: { done: ["10135"], failed: { "10134": "CARRIER_REFUSED", "10136": "CARRIER_REFUSED" } },
  repeat: "recognisable",
});

type Named = z.output<typeof network>;

const haveCommon = (some: readonly Named[], others: readonly Named[]): boolean =>
  some.some((one) =>
    others.some((other) => other.tadigCode === one.tadigCode && other.categoryGroupId === one.categoryGroupId),
  );
