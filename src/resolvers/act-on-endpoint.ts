import type { Account, Context } from "../context.js";
import { Failure } from "../errors.js";
import { ENDPOINT_TABLE, type Rule, refusalOf } from "../lifecycle/endpoint-table.js";
import { conflictKeyOf } from "../loaders/open-operations.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointProfile } from "../model/endpoint.js";
import type { ActionName, EndpointActionName } from "../model/operation.js";
import type { EndpointActionInput } from "../schema/endpoint-mutations.js";
import { type Acted, act } from "./act.js";

/** What a mutation makes of its input, once the endpoint is known. Throws a Failure for what is not acceptable. */
export interface UnderstoodOfEndpoint {
  /** What the caller said beside the endpoint. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** All that carrying it out needs beside the endpoint. Throws a Failure for what the endpoint does not allow. */
  wishOf(endpoint: EndpointProfile): Readonly<Record<string, unknown>>;
}

export interface EndpointAction {
  readonly action: EndpointActionName;
  readonly input: EndpointActionInput;
  understand(endpoint: ObjectKey): UnderstoodOfEndpoint;
}

/** Carries an action on an endpoint out. */
export function actOnEndpoint({ action, input, understand }: EndpointAction, context: Context): Promise<Acted> {
  const subject = () => {
    const endpoint = context.ids.require("Endpoint", input.endpoint, ["input", "endpoint"]);
    return {
      action,
      account: endpoint.account,
      target: endpoint.native,
      understand: () => {
        const rule = ruleOf(action, endpoint, context);
        const { asked, wishOf } = understand(endpoint);
        const wish = async () => ({ endpoint: endpoint.native, ...wishOf(await guard(endpoint, rule, context)) });
        return { nature: rule, conflictKey: conflictKeyOf(endpoint), asked, wish };
      },
    };
  };
  return act({ input, subject }, context);
}

/** The rule of the account's carrier. Refuses accounts that may not be changed. */
function ruleOf(action: EndpointActionName, { account: id }: ObjectKey, { accounts }: Context): Rule {
  const account = accounts.get(id, ["input", "endpoint"]);
  return writable(account, action, ENDPOINT_TABLE[account.carrier]?.[action]);
}

/** What a table says of an action, if the account may be changed in this way. */
export function writable<Said>({ carrier, config }: Account, action: ActionName, said: Said | undefined): Said {
  if (said === undefined) throw new Failure("NOT_SUPPORTED_BY_CARRIER", `${carrier} does not offer ${action}.`);
  if (!config.readOnly) return said;
  throw new Failure("PERMISSION_DENIED", "This account is read-only.", {
    hint: "The operator has set readOnly for it in the accounts file.",
  });
}

/** The endpoint as the carrier has it now, if it allows the action. Reads afresh: a loader may have seen an older state. */
async function guard(endpoint: ObjectKey, rule: Rule, { loaders }: Context): Promise<EndpointProfile> {
  const profile = await loaders.endpointProfile.clear(endpoint).load(endpoint);
  if (profile === null) {
    throw new Failure("NOT_FOUND", "input.endpoint: the carrier does not know this endpoint.", {
      field: ["input", "endpoint"],
    });
  }
  const refusal = refusalOf(rule, profile);
  if (refusal === null) return profile;
  throw new Failure("INVALID_TRANSITION", refusal, {
    field: ["input", "endpoint"],
    hint: "See Endpoint.actions for what is possible now.",
  });
}
