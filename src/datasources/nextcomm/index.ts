import type { Carrier } from "../carrier.js";
import { shareableNames } from "../http/operation.js";
import { createNextComm } from "./adapter.js";
import { NextCommConfig } from "./config.js";
import { DOCUMENTED } from "./operations/index.js";

/** Next Communications. The only door of this folder. */
export const nextcomm: Carrier<NextCommConfig> = {
  id: "NEXTCOMM",
  label: "Next Communications",
  config: NextCommConfig,
  reads: shareableNames(DOCUMENTED),
  create: createNextComm,
};
