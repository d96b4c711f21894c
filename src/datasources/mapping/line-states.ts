import type { LineState } from "../../model/line.js";
import type { SimState } from "../../model/sim.js";

const SIM_STATE = {
  PENDING: "PROVISIONED",
  PRE_ACTIVE: "PROVISIONED",
  TEST: "TEST",
  INVENTORY: "INVENTORY",
  ACTIVE: "ACTIVE",
  SUSPENDED: "SUSPENDED",
  HOLD: "UNKNOWN",
  ENDING: "ACTIVE",
  RECOVERABLE: "UNKNOWN",
  ENDED: "UNKNOWN",
  UNKNOWN: "UNKNOWN",
} as const satisfies Readonly<Record<LineState, SimState>>;

/** The state of a SIM of which a carrier tells nothing by itself: that of the line which it is in. */
export const simStateOfLine = (state: LineState): SimState => SIM_STATE[state];
