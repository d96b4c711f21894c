import type { Random } from "../../random.js";
import type { Connectivity, LocationState } from "../state.js";

const PLACES = ["BELTB", "DEUD1", "FRAF1", "NLDPT", "INDSC", "USAAT", "GBRVF", "SWETR", "ITASI", "CHEC1"] as const;

export function seedLocation(random: Random): LocationState {
  if (random.chance(0.25)) return { kind: random.pick(["detached", "not-provided", "hss-failed", "hss-timeout"]) };
  return {
    kind: "found",
    tadig: random.pick(PLACES),
    rat: random.pick(["4G", "4G", "4G", "5G", "2G", "3G"]),
    cellId: String(random.int(1000, 99_999_999)),
    area: String(random.int(1, 65_000)),
    age: random.chance(0.5) ? "0" : String(random.int(1, 4000)),
  };
}

export function seedConnectivity(random: Random, now: number): Connectivity {
  const tadig = random.pick(PLACES);
  const networkType = random.pick(["2G/3G", "4G", "4G", "5G"]);
  const draw = random.next();
  if (draw < 0.55) {
    return {
      kind: "connected",
      tadig,
      networkType,
      policy: random.pick(["Default", "Default", "Default", "Throttle", "Blocked"]),
    };
  }
  if (draw < 0.75) return { kind: "not-connected", tadig, networkType };
  if (draw < 0.9) return { kind: "last-seen", tadig, at: now - random.int(1, 72) * 3_600_000 };
  return { kind: "no-recent" };
}
