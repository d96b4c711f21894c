import type { Carrier } from "../carrier.js";
import { createBics } from "./adapter.js";
import { BicsConfig } from "./config.js";

/** BICS SIM for Things. The only door of this folder. */
export const bics: Carrier<BicsConfig> = {
  id: "BICS",
  label: "BICS SIM for Things",
  config: BicsConfig,
  create: createBics,
};
