import { z } from "zod";
import { accountShape } from "../account-config.js";

/** One PayU entry of the accounts file. */
export const PayuConfig = z.strictObject({ ...accountShape, carrier: z.literal("PAYU"), agentId: z.string().min(1) });

export type PayuConfig = z.output<typeof PayuConfig>;
