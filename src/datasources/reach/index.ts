import type { Carrier } from "../carrier.js";
import { createReach } from "./adapter.js";
import { ReachConfig } from "./config.js";

export { makeAccessKeys } from "./access-keys.js";

/** Reach Mobile. The only door of this folder. */
export const reach: Carrier<ReachConfig> = {
  id: "REACH",
  label: "Reach Mobile",
  config: ReachConfig,
  create: createReach,
};
