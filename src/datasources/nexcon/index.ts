import type { Carrier } from "../carrier.js";
import { shareableNames } from "../http/operation.js";
import { createNexcon } from "./adapter.js";
import { NexconConfig } from "./config.js";
import { DOCUMENTED } from "./operations/index.js";

/** NexCon.io. The only door of this folder. */
export const nexcon: Carrier<NexconConfig> = {
  id: "NEXCON",
  label: "NexCon.io",
  config: NexconConfig,
  reads: shareableNames(DOCUMENTED),
  create: createNexcon,
};
