import { createRandom, seedOf } from "../../random.js";
import { DAY } from "../dates.js";
import type { Endpoint } from "../state.js";

/** How far back usage is kept. */
const USAGE_DAYS = 60;

/** One day's usage of one endpoint. Volumes are in thousandths of a MB, costs in thousandths of some currency. */
export interface DayUsage {
  at: number;
  data: { uplink: number; downlink: number; cost: number } | null;
  nbiot: { uplink: number; downlink: number; cost: number } | null;
  sms: { serviceName: "SMS_MO" | "SMS_MT"; count: number }[];
}

/**
 * The usage of the days from `from` to `to`, both included. It follows from the seed, the endpoint and the day alone, so that
 * it does not matter in which order one asks.
 */
export function usageOf(endpoint: Endpoint, from: number, to: number, now: number, seed: number): DayUsage[] {
  const days: DayUsage[] = [];
  const today = Math.floor(now / DAY) * DAY;
  for (let at = Math.max(from, today - USAGE_DAYS * DAY); at <= Math.min(to, today); at += DAY) {
    if (!wasInService(endpoint, at)) continue;
    const usage = dayUsage(endpoint, at, seed);
    if (usage.data || usage.nbiot || usage.sms.length > 0) days.push(usage);
  }
  return days;
}

const wasInService = (endpoint: Endpoint, day: number): boolean =>
  endpoint.serviceSpans.some(({ from, to }) => from < day + DAY && (to === null || to > day));

function dayUsage(endpoint: Endpoint, at: number, seed: number): DayUsage {
  const random = createRandom(seed ^ seedOf(`${endpoint.id}/${at}`));
  const has = (service: "DATA" | "NB_IOT" | "SMS_MO" | "SMS_MT"): boolean => endpoint.services.includes(service);
  const dataCost = endpoint.type === "1" ? 1 : 0.02;
  return {
    at,
    data: has("DATA") && random.chance(0.7) ? volume(random.int(10, 20_000), random.int(100, 150_000), dataCost) : null,
    nbiot: has("NB_IOT") && random.chance(0.35) ? volume(random.int(400, 3400), random.int(400, 3400), 800) : null,
    sms: (["SMS_MO", "SMS_MT"] as const).flatMap((serviceName) =>
      has(serviceName) && random.chance(0.2) ? [{ serviceName, count: random.int(1, 9) }] : [],
    ),
  };
}

const volume = (
  uplink: number,
  downlink: number,
  rate: number,
): { uplink: number; downlink: number; cost: number } => ({
  uplink,
  downlink,
  cost: Math.round((uplink + downlink) * rate),
});
