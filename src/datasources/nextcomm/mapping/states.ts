import type { LineState } from "../../../model/line.js";
import { wordIn } from "../../mapping/text.js";
import type { Frame } from "./frame.js";

/** The one word that is known; the document prints no others. */
const STATE = { active: "ACTIVE" } as const satisfies Readonly<Record<string, LineState>>;

/** `SimStatus`, which is the state of the line as well as of the SIM. */
export const stateFromWire = (cell: unknown, { statusWords }: Frame): LineState =>
  wordIn(statusWords, cell) ?? wordIn<LineState>(STATE, cell) ?? "UNKNOWN";
