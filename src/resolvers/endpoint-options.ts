import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { ENDPOINT_TABLE, type Rule, refusalOf } from "../lifecycle/endpoint-table.js";
import type { EndpointSummary } from "../model/endpoint.js";
import { ACTIONS_ON_ENDPOINT, type EndpointActionName, type Operation } from "../model/operation.js";
import { blockedBy } from "../operations/engine.js";
import { Endpoint } from "../schema/endpoint.js";
import { ActionOption } from "../schema/endpoint-mutations.js";

@Resolver(() => Endpoint)
export class EndpointOptionsResolver {
  @FieldResolver(() => [ActionOption], {
    description: "Every action of its carrier, and whether it is possible now. No carrier call.",
  })
  async actions(@Root() endpoint: EndpointSummary, @Ctx() { accounts, loaders }: Context) {
    const { carrier, config } = accounts.get(endpoint.key.account);
    const rules = ENDPOINT_TABLE[carrier];
    if (rules === undefined) return [];
    const open = await loaders.openOperations.load(endpoint.key);
    return ACTIONS_ON_ENDPOINT.map((action) =>
      optionOf({ action, rule: rules[action], endpoint, open, isReadOnly: config.readOnly }),
    );
  }
}

interface Situation {
  readonly action: EndpointActionName;
  readonly rule: Rule;
  readonly endpoint: EndpointSummary;
  readonly open: readonly Operation[];
  readonly isReadOnly: boolean;
}

function optionOf(situation: Situation) {
  const { action, rule } = situation;
  const block = blockOf(situation);
  return {
    action,
    available: block === null,
    blockedBy: block && {
      code: block.failure.code,
      message: block.failure.message,
      hint: block.failure.hint,
      operation: block.operation,
    },
    irreversible: rule.isIrreversible,
    asynchronous: rule.isAsynchronous,
  };
}

/** The first thing that stands against an action, in the order in which a mutation would find it. */
function blockOf({ action, rule, endpoint, open, isReadOnly }: Situation) {
  if (isReadOnly) return { failure: new Failure("PERMISSION_DENIED", "This account is read-only."), operation: null };
  const operation = open.find((one) => one.state !== "OUTCOME_UNKNOWN" || one.action === action) ?? null;
  if (operation) return { failure: blockedBy(operation), operation };
  const refusal = refusalOf(rule, endpoint);
  return refusal === null ? null : { failure: new Failure("INVALID_TRANSITION", refusal), operation: null };
}
