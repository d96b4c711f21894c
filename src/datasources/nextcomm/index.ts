import type { Carrier } from "../carrier.js";
import { createNextComm } from "./adapter.js";
import { NextCommConfig } from "./config.js";

/** Next Communications. The only door of this folder. */
export const nextcomm: Carrier<NextCommConfig> = {
  id: "NEXTCOMM",
  label: "Next Communications",
  config: NextCommConfig,
  create: createNextComm,
};
