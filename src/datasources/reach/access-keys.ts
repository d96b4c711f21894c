import { Failure } from "../../errors.js";
import type { CallContext } from "../carrier.js";
import { reachClient } from "./adapter.js";
import type { ReachConfig } from "./config.js";
import { generateAccessKey } from "./operations/writes-account.js";

/** Permanent keys of an account. The carrier tells them once. */
export interface AccessKeys {
  readonly id: string;
  readonly secret: string;
}

/**
 * Has new permanent keys made (1.3), by one call that is never repeated. Nothing of it is recorded. Throws a Failure:
 * PERMISSION_DENIED for an account that is read-only; after OUTCOME_UNKNOWN keys may have been made that nobody was told.
 */
export async function makeAccessKeys(config: ReachConfig, call: CallContext): Promise<AccessKeys> {
  if (config.readOnly) throw new Failure("PERMISSION_DENIED", "The account is read-only.", { account: config.id });
  const client = reachClient(config, () => {});
  try {
    const { is, answer } = await client.call(generateAccessKey, { body: {} }, call);
    if (is === "done") return { id: answer.accountAccessKeyId, secret: answer.accountAccessSecreteKey };
    throw new Failure("OUTCOME_UNKNOWN", "The carrier has taken it on and told no keys.", { account: config.id });
  } finally {
    await client.close();
  }
}
