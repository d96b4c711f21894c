import { type Answer, fail, missing, ok } from "../answer.js";
import { dateText } from "../dates.js";
import { endpointOf, given, simOf } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { isActivated } from "../rules/lifecycle.js";
import { networkOf } from "../seed/networks.js";
import { query, text } from "../shapes.js";
import type { Connectivity, Endpoint } from "../state.js";

/** The clock that "Last Seen On" is of, which is no other clock of this platform. */
const LAST_SEEN_CLOCK_MS = 5.5 * 3_600_000;

/** Which network an endpoint is on, in the platform's own words. */
export const fetchNetworkStatus = operation({
  method: "GET",
  path: "/fetchNetworkStatus",
  effect: "read",
  layout: "param-first",
  input: query({
    endPointId: text.optional(),
    msisdn: text.optional(),
    imsi: text.optional(),
    iccid: text.optional(),
  }),
  handle: (call, ids) => {
    const [name, second] = given(ids);
    if (!name) return missing("endPointId/msisdn/imsi/iccid");
    if (second) return fail("10097", "Multiple query parameters are not allowed");
    const endpoint = endpointOf(call.enterprise, ids);
    if (!endpoint) return fail("11009", "Network Status info - failure");
    if (!isActivated(endpoint.status)) return fail("2503", "Subscriber not in active state");
    return status(call, endpoint);
  },
});

function status({ enterprise }: Call, endpoint: Endpoint): Answer {
  const { connectivity } = endpoint;
  if (connectivity.kind === "no-recent") return fail("11010", "There is no recent network info for this endpoint");
  const imsi = endpoint.rspState === "Local" ? "-" : simOf(enterprise, endpoint)?.imsi;
  return ok("11008", "Network Status info - success", {
    responseParam: { imsi, networkStatusInfo: networkStatusInfo(connectivity) },
  });
}

function networkStatusInfo(connectivity: Exclude<Connectivity, { kind: "no-recent" }>): Record<string, unknown> {
  const network = networkOf(connectivity.tadig);
  const [first = ""] = network.mccMnc.split(",");
  const operator = {
    countryName: network.countryName,
    operatorMCC: first.slice(0, 3),
    operatorMNC: first.slice(3),
    tadigCode: network.tadig,
    operatorName: network.operatorName,
  };
  switch (connectivity.kind) {
    case "connected":
      return {
        policyStatus: connectivity.policy,
        ...operator,
        networkStatus: "Connected",
        networkType: connectivity.networkType,
      };
    case "not-connected":
      return { ...operator, tadigCode: "-", networkStatus: "Not Connected", networkType: connectivity.networkType };
    case "last-seen": {
      const networkStatus = `Last Seen On ${dateText(connectivity.at + LAST_SEEN_CLOCK_MS)}`;
      return { ...operator, networkStatus, networkType: "-" };
    }
  }
}
