import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { ACCOUNT_TABLE } from "../lifecycle/endpoint-table.js";
import type { EndpointCreation } from "../model/endpoint-actions.js";
import { EndpointCreateInput } from "../schema/endpoint-create.js";
import { EndpointPayload } from "../schema/endpoint-mutations.js";
import { act, type Subject } from "./act.js";
import { writable } from "./act-on-endpoint.js";
import { refusal } from "./checks.js";
import { creationOf } from "./endpoint-creation.js";

@Resolver(() => EndpointPayload)
export class EndpointCreateMutation {
  @Mutation(() => EndpointPayload, {
    description:
      "Makes an endpoint, with a SIM and in service if so asked. It may be done in part: see `Operation.creation`.",
  })
  endpointCreate(
    @Arg("input", () => EndpointCreateInput, { description: "What to make." }) input: EndpointCreateInput,
    @Ctx() context: Context,
  ) {
    return act({ input, subject: () => subjectOf(input, context) }, context);
  }
}

/** An endpoint that is still to be made is known by its SIM, or by its name. */
function subjectOf(input: EndpointCreateInput, context: Context): Subject {
  const account = context.accounts.get(input.account, ["input", "account"]);
  return {
    action: "ENDPOINT_CREATE",
    account: account.id,
    target: null,
    understand: () => {
      const nature = writable(account, "ENDPOINT_CREATE", ACCOUNT_TABLE[account.carrier]?.ENDPOINT_CREATE);
      const creation = creationOf(input, context);
      const { iccid, name } = creation;
      const conflictKey = iccid === null ? `new endpoint/name/${name}` : `new endpoint/sim/${iccid}`;
      const wish = async () => {
        await checkSim(account.id, creation, context);
        return { creation, askedAt: new Date().toISOString() };
      };
      return { nature, conflictKey, asked: { ...creation }, wish };
    },
  };
}

/** The SIM must be there, and free. One carrier call. */
async function checkSim(account: string, { iccid }: EndpointCreation, { loaders }: Context): Promise<void> {
  if (iccid === null) return;
  const sim = await loaders.sim.load({ account, native: iccid });
  if (sim === null) throw refusal("iccid", "the account has no such SIM.", undefined, "NOT_FOUND");
  if (sim.endpoint === null) return;
  throw refusal("iccid", "this SIM is linked to an endpoint already.", "Choose a free SIM.", "ALREADY_EXISTS");
}
