import type { Endpoint, Enterprise } from "../state.js";
import { localNumbers } from "./sims.js";

/**
 * Names endpoints by the situation they are in, and puts a few into rare ones: localised profiles, a profile download under
 * way, a change of state that fails, an id with a leading zero. An account too small for a situation does not have it.
 */
export function nameSpecimens(enterprise: Enterprise): void {
  const active = [...enterprise.endpoints.values()].filter((endpoint) => endpoint.status === "A");
  const esims = active.filter((endpoint) => endpoint.rspState !== null);
  const named = enterprise.specimens;
  const name = (key: string, endpoint: Endpoint | undefined): void => {
    if (endpoint) named[key] = endpoint.id;
  };
  if (active.length > 20) {
    leadingZero(enterprise, active.pop());
    name("localised", localise(enterprise, esims[0], 1));
    name("localisedFailing", fails(localise(enterprise, esims[1], 2)));
    rsp(esims[2], "Global (Local Downloaded)", "downloaded");
    rsp(esims[3], "Global(Local SetFallback)", "disabled");
    rsp(esims[4], "Global", "error");
  }
  const all = [...enterprise.endpoints.values()];
  const plain = active.filter((endpoint) => endpoint.rspState !== "Local");
  name(
    "preActiveWithSim",
    all.find((it) => it.status === "PA" && it.iccid),
  );
  name(
    "preActiveWithoutSim",
    all.find((it) => it.status === "PA" && !it.iccid),
  );
  name(
    "hold",
    all.find((it) => it.status === "H"),
  );
  name(
    "suspended",
    all.find((it) => it.status === "S" && it.rspState !== "Local"),
  );
  name(
    "activeTest",
    all.find((it) => it.status === "AT"),
  );
  name(
    "activeInventory",
    all.find((it) => it.status === "AI"),
  );
  name(
    "activeConnected",
    plain.find((it) => it.connectivity.kind === "connected"),
  );
  name(
    "activeIdle",
    plain.find((it) => it.connectivity.kind === "not-connected"),
  );
  name(
    "activeLastSeen",
    plain.find((it) => it.connectivity.kind === "last-seen"),
  );
  name(
    "activeNoRecentNetwork",
    plain.find((it) => it.connectivity.kind === "no-recent"),
  );
  name(
    "activePrepaid",
    plain.find((it) => it.type === "0" && it.balance > 10_000_000),
  );
  name(
    "activePostpaid",
    plain.find((it) => it.type === "1" && it.barred.size === 0),
  );
  name(
    "withAddonNotStarted",
    plain.find((it) => it.addons.some((addon) => addon.startsAt === null)),
  );
  name(
    "withCounter",
    plain.find((it) => it.addons.some((addon) => addon.counter && addon.startsAt !== null)),
  );
  name(
    "withOwnDynamicBenefit",
    plain.find((it) => it.dynamicBenefit?.id === "1335"),
  );
  name(
    "tagTwice",
    all.find((it) => new Set(it.tagIds).size < it.tagIds.length),
  );
  for (const kind of ["found", "detached", "not-provided", "hss-failed", "hss-timeout"] as const) {
    name(
      `location:${kind}`,
      plain.find((it) => it.location.kind === kind),
    );
  }
}

/** Moves one endpoint to the id 01010101: ids are text, and zeros in front belong to them. */
function leadingZero(enterprise: Enterprise, endpoint: Endpoint | undefined): void {
  if (!endpoint) return;
  enterprise.endpoints.delete(endpoint.id);
  endpoint.id = "01010101";
  enterprise.endpoints.set(endpoint.id, endpoint);
  const sim = endpoint.iccid ? enterprise.sims.get(endpoint.iccid) : undefined;
  if (sim) sim.endPointId = endpoint.id;
  enterprise.specimens.leadingZero = endpoint.id;
}

function localise(enterprise: Enterprise, endpoint: Endpoint | undefined, n: number): Endpoint | undefined {
  const sim = endpoint?.iccid ? enterprise.sims.get(endpoint.iccid) : undefined;
  if (!endpoint || !sim) return undefined;
  sim.local = localNumbers(n);
  endpoint.connectivity = { kind: "last-seen", tadig: "INDHM", at: endpoint.createdAt };
  return rsp(endpoint, "Local", "enabled");
}

function fails(endpoint: Endpoint | undefined): Endpoint | undefined {
  if (endpoint) endpoint.lifecycleFails = true;
  return endpoint;
}

function rsp(endpoint: Endpoint | undefined, rspState: string, eSimProfileStatus: string): Endpoint | undefined {
  if (endpoint) Object.assign(endpoint, { rspState, eSimProfileStatus });
  return endpoint;
}
