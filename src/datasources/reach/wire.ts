import { Failure } from "../../errors.js";
import type { CallContext } from "../carrier.js";
import type { CarrierClient } from "../http/client.js";
import type { AnswerOf, InputOf, Operation } from "../http/operation.js";
import { configuredZone } from "../mapping/time.js";
import type { ReachConfig } from "./config.js";
import type { Frame } from "./mapping/frame.js";

/** One account's line to the carrier, as the reads of this folder use it. */
export interface Wire {
  /** Asks for what is always there. */
  ask<O extends Operation>(operation: O, input: InputOf<O>, call: CallContext): Promise<AnswerOf<O>>;
  /** Asks for something by its id; null where the operation declares that nothing has it. */
  find<O extends Operation>(operation: O, input: InputOf<O>, call: CallContext): Promise<AnswerOf<O> | null>;
  readonly frame: Frame;
}

export function wireOf(client: CarrierClient, { id, timeZone, statusWords }: ReachConfig): Wire {
  const find: Wire["find"] = async (operation, input, call) => (await client.call(operation, input, call)).answer;
  const ask: Wire["ask"] = async (operation, input, call) => {
    const answer = await find(operation, input, call);
    if (answer === null) throw new Failure("INTERNAL", `${operation.name} declares a code for what it cannot answer.`);
    return answer;
  };
  return { ask, find, frame: { account: id, zone: configuredZone(timeZone), statusWords } };
}
