import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { ACCOUNT_TABLE } from "../lifecycle/endpoint-table.js";
import { LIMITS } from "../lifecycle/limits.js";
import { conflictKeyOf } from "../loaders/open-operations.js";
import type { ObjectKey } from "../model/carrier.js";
import { blockedBy } from "../operations/engine.js";
import { EndpointsPayload } from "../schema/endpoints-create.js";
import { EndpointsUpdateInput } from "../schema/endpoints-update.js";
import { act, type Subject } from "./act.js";
import { writable } from "./act-on-endpoint.js";
import { refusal, some } from "./checks.js";
import { changeOf } from "./endpoint-change.js";

@Resolver(() => EndpointsPayload)
export class EndpointsUpdateMutation {
  @Mutation(() => EndpointsPayload, {
    description:
      "Changes up to 4000 endpoints in the same way. The carrier takes it on, may do it for some only, and tells nothing of it: a change of name, IMEI lock or tags is read back; of another one a person must say what became of it (`operationSettle`).",
  })
  endpointsUpdate(
    @Arg("input", () => EndpointsUpdateInput, { description: "What to change." }) input: EndpointsUpdateInput,
    @Ctx() context: Context,
  ) {
    return act({ input, subject: () => subjectOf(input, context) }, context);
  }
}

/** One such job at a time in an account: nobody can tell whether two meet in an endpoint. */
function subjectOf(input: EndpointsUpdateInput, context: Context): Subject {
  const ids = some("endpoints", input.endpoints, LIMITS.endpointsPerJob);
  const keys = ids.map((id) => context.ids.require("Endpoint", id, ["input", "endpoints"]));
  const account = context.accounts.get(keys[0]?.account ?? "", ["input", "endpoints"]);
  return {
    action: "ENDPOINTS_UPDATE",
    account: account.id,
    target: null,
    understand: () => {
      const nature = writable(account, "ENDPOINTS_UPDATE", ACCOUNT_TABLE[account.carrier]?.ENDPOINTS_UPDATE);
      if (keys.some((key) => key.account !== account.id)) throw refusal("endpoints", "must be of one account.");
      const { isImeiLocked: isLocked } = input;
      const imeiLock = typeof isLocked === "boolean" ? { isLocked, isImeiRemoved: false } : null;
      const asked = { endpoints: keys.map(({ native }) => native), change: changeOf({ ...input, imeiLock }) };
      return { nature, conflictKey: "endpoints/update", asked, wish: () => unlessBusy(keys, asked, input, context) };
    },
  };
}

/** What is under way on one of the endpoints stands against it, and what is unknown unless that is to be done anyway. */
async function unlessBusy<Wish>(
  keys: readonly ObjectKey[],
  wish: Wish,
  { allowDuplicate }: EndpointsUpdateInput,
  { loaders }: Context,
): Promise<Wish> {
  const of = (key: ObjectKey) => loaders.openOperations.load({ account: key.account, conflictKey: conflictKeyOf(key) });
  const open = (await Promise.all(keys.map(of))).flat();
  const busy = open.find(({ state }) => !(allowDuplicate && state === "OUTCOME_UNKNOWN"));
  if (busy) throw blockedBy(busy);
  return wish;
}
