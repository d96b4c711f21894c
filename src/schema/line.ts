import { Arg, Field, ID, InterfaceType } from "type-graphql";
import type { LineState } from "../model/line.js";
import { Account } from "./account.js";
import { Addon } from "./addon.js";
import { Balance } from "./balance.js";
import { graphEnum } from "./enum.js";
import { Node } from "./node.js";
import { Plan } from "./plan.js";
import { IsoDate } from "./scalars.js";
import { Sim } from "./sim.js";
import { Usage } from "./usage.js";

export const LineStateEnum = graphEnum<LineState>(
  "LineState",
  "The administrative state of a line. Connectivity and the eSIM profile are other axes.",
  {
    PENDING: "Ordered, not yet there.",
    PRE_ACTIVE: "Assigned, not yet in service.",
    TEST: "Limited test traffic (OEM).",
    INVENTORY: "On the shelf after the test (OEM).",
    ACTIVE: "In service.",
    SUSPENDED: "Out of service for now.",
    HOLD: "Without a SIM; charges may go on.",
    ENDING: "Cancelled with an end in the future.",
    RECOVERABLE: "Disconnected, can be reconnected.",
    ENDED: "Gone for good.",
    UNKNOWN: "A carrier's word that is not known; see `stateRaw`.",
  },
);

@InterfaceType({
  description: "What has a number, a plan, balances, add-ons and a state.",
  implements: Node,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class Line extends Node {
  @Field(() => ID, { description: "Opaque, stable, and showing no number." })
  declare id: string;
  @Field(() => Account, { description: "The account it belongs to." })
  account!: Account;
  @Field(() => String, { nullable: true, description: "MSISDN as the carrier prints it; null while it has none." })
  msisdn!: string | null;
  @Field(() => LineStateEnum, { description: "Administrative state." })
  state!: LineState;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the state." })
  stateRaw!: string | null;
  @Field(() => Sim, { nullable: true, description: "The SIM; null while none is linked." })
  sim!: Sim | null;
  @Field(() => Plan, { nullable: true, description: "The base plan." })
  plan!: Plan | null;
  @Field(() => [Balance], { nullable: true, description: "What is left, one balance per source." })
  balances!: Balance[] | null;
  @Field(() => [Addon], { nullable: true, description: "The add-ons attached to the line." })
  addons!: Addon[] | null;

  @Field(() => Usage, { nullable: true, description: "What was used in a period, both days included." })
  usage(
    @Arg("from", () => IsoDate, { description: "First day, as the carrier counts days." }) _from: string,
    @Arg("to", () => IsoDate, { description: "Last day." }) _to: string,
  ): Usage | null {
    return null;
  }
}
