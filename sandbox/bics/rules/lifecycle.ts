import { simOf } from "../lookup.js";
import type { Endpoint, Enterprise, Sim, Status } from "../state.js";
import { startWaiting } from "./addons.js";

/** Puts a SIM into an endpoint, which is Pre-Active then. */
export function link(endpoint: Endpoint, sim: Sim, now: number): void {
  endpoint.iccid = sim.iccid;
  sim.endPointId = endpoint.id;
  endpoint.lastSimStateChange = now;
  endpoint.rspState = sim.eid ? "Global" : null;
  endpoint.eSimProfileStatus = sim.eid ? "installed" : null;
  endpoint.status = "PA";
}

/** Takes the SIM out. The endpoint holds on to its plan, add-ons and costs; the SIM is free again. */
export function delink(enterprise: Enterprise, endpoint: Endpoint, now: number): void {
  const sim = simOf(enterprise, endpoint);
  if (sim) sim.endPointId = null;
  endOfService(endpoint, now);
  Object.assign(endpoint, { iccid: null, rspState: null, eSimProfileStatus: null, framedIp: null, imei: "" });
  endpoint.location = { kind: "detached" };
  endpoint.connectivity = { kind: "no-recent" };
  endpoint.lastSimStateChange = now;
  endpoint.status = "H";
}

/** First activation: Active, or Active-Test in an OEM enterprise. */
export function activate(enterprise: Enterprise, endpoint: Endpoint, now: number): void {
  endpoint.status = enterprise.isOem ? "AT" : "A";
  endpoint.lastSimStateChange = now;
  endpoint.serviceSpans.push({ from: now, to: null });
  if (endpoint.rspState) endpoint.eSimProfileStatus = "enabled";
}

/** A later change of state. Becoming Active out of an OEM state starts the add-ons that waited for it. */
export function moveTo(
  enterprise: Enterprise,
  endpoint: Endpoint,
  to: Status,
  now: number,
  uniqueId: () => string,
): void {
  const from = endpoint.status;
  endpoint.status = to;
  endpoint.lastSimStateChange = now;
  if (to === "S") endOfService(endpoint, now);
  if (from === "S") endpoint.serviceSpans.push({ from: now, to: null });
  if (to === "S") endpoint.connectivity = { kind: "no-recent" };
  if (to === "A" && from !== "S") startWaiting(endpoint, enterprise.plans, now, uniqueId);
}

function endOfService(endpoint: Endpoint, now: number): void {
  const span = endpoint.serviceSpans.at(-1);
  if (span && span.to === null) span.to = now;
}

/** States in which a SIM is in the network. */
export const isActivated = (status: Status): boolean => status === "A" || status === "AT" || status === "AI";
export const isOemState = (status: Status): boolean => status === "AT" || status === "AI";
