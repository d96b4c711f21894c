import { Failure } from "../../errors.js";
import type { CallContext } from "../carrier.js";
import type { CarrierClient } from "../http/client.js";
import type { InputOf, Operation, Outcome } from "../http/operation.js";
import { encryptedPassword } from "./auth.js";
import type { NextCommConfig } from "./config.js";
import type { Frame } from "./mapping/frame.js";

/** One account's line to the carrier, as the reads and writes of this folder use it. */
export interface Wire {
  call<O extends Operation>(operation: O, input: InputOf<O>, call: CallContext): Promise<Outcome<O>>;
  /** What stands in the body of nearly every request. Never to be logged. */
  readonly credentials: { readonly UserID: string; readonly Password: string };
  readonly loginEntityId: string;
  readonly planKey: NextCommConfig["planKey"];
  /** What mappings need to know, as of now. */
  frame(): Frame;
}

export function wireOf(client: CarrierClient, config: NextCommConfig): Wire {
  const { id: account, timeZone, currency, statusWords, userId, loginEntityId, planKey } = config;
  return {
    call: (operation, input, call) => client.call(operation, input, call),
    credentials: { UserID: userId, Password: encryptedPassword(config) },
    loginEntityId,
    planKey,
    frame: () => ({ account, timeZone, currency, statusWords, now: Date.now() }),
  };
}

/** The answer to a read is about something else than what was asked for: it must not be shown as if it were that. */
export const anotherOne = (operation: Operation): Failure =>
  new Failure("CARRIER_CONTRACT_VIOLATION", `${operation.name} answered with another one than was asked for.`, {
    carrier: "NEXTCOMM",
    carrierOperation: operation.name,
  });
