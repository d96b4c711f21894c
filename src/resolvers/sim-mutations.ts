import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { ObjectKey } from "../model/carrier.js";
import { Sim } from "../schema/sim.js";
import { SimActionInput, SimPayload, SimTerminateInput } from "../schema/sim-mutations.js";
import type { Acted } from "./act.js";
import { actOnSim } from "./act-on-sim.js";
import { refusal } from "./checks.js";

const INPUT = { description: "What to do." };

@Resolver(() => SimPayload)
export class SimMutations {
  @Mutation(() => SimPayload, { description: "Puts a SIM of a carrier without lines into service." })
  simActivate(@Arg("input", () => SimActionInput, INPUT) input: SimActionInput, @Ctx() context: Context) {
    return actOnSim({ action: "SIM_ACTIVATE", input }, context);
  }

  @Mutation(() => SimPayload, { description: "Takes a SIM out of service until it is resumed." })
  simSuspend(@Arg("input", () => SimActionInput, INPUT) input: SimActionInput, @Ctx() context: Context) {
    return actOnSim({ action: "SIM_SUSPEND", input }, context);
  }

  @Mutation(() => SimPayload, { description: "Puts a suspended SIM back into service." })
  simResume(@Arg("input", () => SimActionInput, INPUT) input: SimActionInput, @Ctx() context: Context) {
    return actOnSim({ action: "SIM_RESUME", input }, context);
  }

  @Mutation(() => SimPayload, { description: "Ends a SIM for good." })
  simTerminate(@Arg("input", () => SimTerminateInput, INPUT) input: SimTerminateInput, @Ctx() context: Context) {
    return actOnSim({ action: "SIM_TERMINATE", input, check: (sim) => confirmed(input, sim) }, context);
  }

  @FieldResolver(() => Sim, { nullable: true })
  sim(@Root() { target: sim }: Acted, @Ctx() { loaders }: Context) {
    return sim && loaders.sim.clear(sim).load(sim);
  }
}

/** Refuses what cannot be undone unless digits that the id does not show confirm that this SIM is meant. */
function confirmed({ confirm }: SimTerminateInput, { native: iccid }: ObjectKey): void {
  if (confirm === iccid.slice(-4)) return;
  throw refusal("confirm", "must be the last 4 digits of the ICCID.", "Read Sim.iccid: this cannot be undone.");
}
