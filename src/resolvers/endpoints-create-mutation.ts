import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { ACCOUNT_TABLE } from "../lifecycle/endpoint-table.js";
import { EndpointsCreateInput, EndpointsPayload } from "../schema/endpoints-create.js";
import { act, type Subject } from "./act.js";
import { writable } from "./act-on-endpoint.js";
import { bulkCreationOf } from "./endpoints-creation.js";

@Resolver(() => EndpointsPayload)
export class EndpointsCreateMutation {
  @Mutation(() => EndpointsPayload, {
    description: "Makes up to 4000 endpoints with their SIMs, all or none. The carrier takes it on and does it later.",
  })
  endpointsCreate(
    @Arg("input", () => EndpointsCreateInput, { description: "What to make." }) input: EndpointsCreateInput,
    @Ctx() context: Context,
  ) {
    return act({ input, subject: () => subjectOf(input, context) }, context);
  }
}

/** Endpoints that are still to be made are known by the names they will have. */
function subjectOf(input: EndpointsCreateInput, context: Context): Subject {
  const account = context.accounts.get(input.account, ["input", "account"]);
  return {
    action: "ENDPOINTS_CREATE",
    account: account.id,
    target: null,
    understand: () => {
      const nature = writable(account, "ENDPOINTS_CREATE", ACCOUNT_TABLE[account.carrier]?.ENDPOINTS_CREATE);
      const creation = { ...bulkCreationOf(input, context) };
      const conflictKey = `new endpoints/${creation.name}`;
      return { nature, conflictKey, asked: creation, wish: async () => creation };
    },
  };
}
