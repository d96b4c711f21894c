import type { ActionName } from "../model/operation.js";
import type { Action } from "./action.js";
import { ENDPOINT_ACTIONS } from "./endpoint-actions.js";
import { SIM_ACTIONS } from "./sim-actions.js";
import { SUBSCRIBER_ACTIONS } from "./subscriber-actions.js";

/** Every action of every carrier by its name. */
export const LIFECYCLE_ACTIONS: Readonly<Record<ActionName, Action>> = {
  ...ENDPOINT_ACTIONS,
  ...SIM_ACTIONS,
  ...SUBSCRIBER_ACTIONS,
};
