import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { ENDPOINT_TABLE, refusalOf } from "../lifecycle/endpoint-table.js";
import { conflictKeyOf } from "../loaders/open-operations.js";
import type { EndpointSummary } from "../model/endpoint.js";
import { ACTIONS_ON_ENDPOINT } from "../model/operation.js";
import { Endpoint } from "../schema/endpoint.js";
import { ActionOption } from "../schema/endpoint-mutations.js";
import { optionOf } from "./action-option.js";

@Resolver(() => Endpoint)
export class EndpointOptionsResolver {
  @FieldResolver(() => [ActionOption], {
    description: "Every action of its carrier, and whether it is possible now. No carrier call.",
  })
  async actions(@Root() endpoint: EndpointSummary, @Ctx() { accounts, loaders }: Context) {
    const account = accounts.get(endpoint.key.account);
    const rules = ENDPOINT_TABLE[account.carrier];
    if (rules === undefined) return [];
    const open = await loaders.openOperations.load({ account: account.id, conflictKey: conflictKeyOf(endpoint.key) });
    return ACTIONS_ON_ENDPOINT.map((action) => {
      const nature = rules[action];
      return optionOf({ action, nature, refusal: refusalOf(nature, endpoint), open, account });
    });
  }
}
