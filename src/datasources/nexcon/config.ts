import { z } from "zod";
import { SIM_STATES, type SimState } from "../../model/sim.js";
import { accountShape } from "../account-config.js";

type Words = Readonly<Record<string, SimState>>;

const normalised = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([word, state]) => [word.toLowerCase().replace(/\s+/g, ""), state]));

/** One NexCon entry of the accounts file. */
export const NexconConfig = z.strictObject({
  ...accountShape,
  carrier: z.literal("NEXCON"),
  /** Without the word `bearer`. */
  apiKey: z.string().regex(/^[\x21-\x7e]+$/, "must be the key alone, without blanks"),
  /**
   * The operator's word for what a status of the carrier means, since the carrier documents none: `{"Paused": "SUSPENDED"}`.
   * Capitals and blanks do not matter.
   */
  statusWords: z.record(z.string(), z.enum(SIM_STATES)).default({}).transform(normalised),
});

export type NexconConfig = z.output<typeof NexconConfig>;
