import { z } from "zod";

/** A point in time as the store has it, read as ISO text in UTC. */
export const Instant = z.date().transform((date) => date.toISOString());
