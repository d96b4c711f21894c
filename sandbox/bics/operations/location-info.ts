import { type Answer, fail, insufficientPrivilege, ok } from "../answer.js";
import { endpointOf, given, type Identifiers, simOf } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { isActivated } from "../rules/lifecycle.js";
import { networkOf } from "../seed/networks.js";
import { query, text } from "../shapes.js";
import type { Endpoint, LocationState } from "../state.js";

/** Where an endpoint is, if the visited network says so. Somebody else's endpoint is a matter of privilege. */
export const locationInfo = operation({
  method: "GET",
  path: "/locationInfo",
  effect: "read",
  layout: "param-first",
  input: query({
    endPointId: text.optional(),
    msisdn: text.optional(),
    iccid: text.optional(),
    imsi: text.optional(),
  }),
  handle: (call, ids) => {
    if (given(ids).length === 0) return fail("1000", "Mandatory parameter missing -msisdn/endPointId/iccid/imsi");
    const endpoint = endpointOf(call.enterprise, ids);
    if (!endpoint) return isElsewhere(call, ids) ? insufficientPrivilege : fail("10085", "Location info - failure");
    if (endpoint.rspState === "Local")
      return fail("11055", "Geolocation cannot be retrieved for the endpoints with RSP State = Local");
    if (!isActivated(endpoint.status)) return REFUSALS.detached;
    return located(call, endpoint);
  },
});

const isElsewhere = ({ world }: Call, ids: Identifiers): boolean =>
  world.enterprises.some((other) => endpointOf(other, ids) !== null);

const REFUSALS: Record<Exclude<LocationState["kind"], "found">, Answer> = {
  detached: fail("10089", "Endpoint is detached"),
  "not-provided": fail("10094", "No geolocation information was provided by visited network"),
  "hss-failed": fail("10087", "HSS connection failed"),
  "hss-timeout": fail("10088", "Failure!! request to HSS timed out"),
};

/** The IMSI is the master one. Up to 3G there is a location area, from 4G on a tracking area. */
function located({ enterprise }: Call, endpoint: Endpoint): Answer {
  const { location } = endpoint;
  if (location.kind !== "found") return REFUSALS[location.kind];
  const network = networkOf(location.tadig);
  const area = location.rat === "2G" || location.rat === "3G" ? { lac: location.area } : { tac: location.area };
  const geolocation = {
    cellIdRatType: location.rat,
    locationInfoAge: location.age,
    mcc: network.mccMnc.slice(0, 3),
    mnc: network.mccMnc.split(",")[0]?.slice(3),
    cellId: location.cellId,
    ...area,
    countryName: network.countryName,
    operatorName: network.operatorName,
  };
  return ok("10084", "Location info - success", {
    responseParam: { imsi: simOf(enterprise, endpoint)?.imsi, geolocation },
  });
}
