import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { refusalOfSim, SIM_TABLE } from "../lifecycle/sim-table.js";
import { simConflictKeyOf } from "../loaders/open-operations.js";
import { ACTIONS_ON_SIM } from "../model/operation.js";
import type { Sim as SimSource } from "../model/sim.js";
import { ActionOption } from "../schema/endpoint-mutations.js";
import { Sim } from "../schema/sim.js";
import { optionOf } from "./action-option.js";

@Resolver(() => Sim)
export class SimOptionsResolver {
  @FieldResolver(() => [ActionOption], {
    description:
      "Every action on the SIM itself, and whether it is possible now; empty where the carrier has lines, whose actions are theirs. No carrier call.",
  })
  async actions(@Root() sim: SimSource, @Ctx() { accounts, loaders }: Context) {
    const account = accounts.get(sim.key.account);
    const rules = SIM_TABLE[account.carrier];
    if (rules === undefined) return [];
    const open = await loaders.openOperations.load({ account: account.id, conflictKey: simConflictKeyOf(sim.key) });
    return ACTIONS_ON_SIM.map((action) => {
      const nature = rules[action];
      return optionOf({ action, nature, refusal: refusalOfSim(nature, sim), open, account });
    });
  }
}
