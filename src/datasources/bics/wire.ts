import type { Absence } from "../../model/usage.js";
import type { CallContext } from "../carrier.js";
import type { CarrierClient } from "../http/client.js";
import type { InputOf, Operation, Outcome } from "../http/operation.js";
import { configuredZone } from "../mapping/time.js";
import type { BicsConfig } from "./config.js";
import type { Frame } from "./mapping/frame.js";

/** One account's line to the carrier, as the reads and writes of this folder use it. */
export interface Wire {
  /** Asks, for no longer than the account grants to a read. */
  read<O extends Operation>(operation: O, input: InputOf<O>, call: CallContext): Promise<Outcome<O>>;
  write<O extends Operation>(operation: O, input: InputOf<O>, call: CallContext): Promise<Outcome<O>>;
  /** What mappings need to know, as of now. */
  frame(): Frame;
}

export function wireOf(client: CarrierClient, { id, timeZone, deadlines }: BicsConfig): Wire {
  const zone = configuredZone(timeZone);
  const { readMs } = deadlines;
  const within = (call: CallContext): CallContext =>
    readMs === undefined ? call : { ...call, deadlineAt: Math.min(call.deadlineAt, Date.now() + readMs) };
  return {
    read: (operation, input, call) => client.call(operation, input, within(call)),
    write: (operation, input, call) => client.call(operation, input, call),
    frame: () => ({ account: id, zone, now: Date.now() }),
  };
}

/** Why an answer has nothing to tell, in the carrier's words. */
export const absenceOf = ({ code, message }: { readonly code: string; readonly message: string | null }): Absence => ({
  carrierCode: code,
  carrierMessage: message,
});
