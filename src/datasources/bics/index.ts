import type { Carrier } from "../carrier.js";
import { shareableNames } from "../http/operation.js";
import { createBics } from "./adapter.js";
import { BicsConfig } from "./config.js";
import { DOCUMENTED, REFERRED_TO } from "./operations/index.js";

/** BICS SIM for Things. The only door of this folder. */
export const bics: Carrier<BicsConfig> = {
  id: "BICS",
  label: "BICS SIM for Things",
  config: BicsConfig,
  reads: shareableNames({ ...DOCUMENTED, ...REFERRED_TO }),
  create: createBics,
};
