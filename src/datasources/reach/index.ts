import type { Carrier } from "../carrier.js";
import { shareableNames } from "../http/operation.js";
import { createReach } from "./adapter.js";
import { ReachConfig } from "./config.js";
import { DOCUMENTED } from "./operations/index.js";

export { makeAccessKeys } from "./access-keys.js";

/** Reach Mobile. The only door of this folder. */
export const reach: Carrier<ReachConfig> = {
  id: "REACH",
  label: "Reach Mobile",
  config: ReachConfig,
  reads: shareableNames(DOCUMENTED),
  create: createReach,
};
