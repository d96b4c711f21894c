import type { Carrier } from "../carrier.js";
import { createNexcon } from "./adapter.js";
import { NexconConfig } from "./config.js";

/** NexCon.io. The only door of this folder. */
export const nexcon: Carrier<NexconConfig> = {
  id: "NEXCON",
  label: "NexCon.io",
  config: NexconConfig,
  create: createNexcon,
};
