import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { Subscriber, SubscriberBy } from "../schema/subscriber.js";
import { numberOf } from "./numbers.js";

@Resolver(() => Subscriber)
export class SubscriberResolver {
  @Query(() => Subscriber, {
    nullable: true,
    description: "One subscriber; null when no asked account has it. BICS has none.",
  })
  subscriber(
    @Arg("by", () => SubscriberBy, { description: "What identifies it." }) by: SubscriberBy,
    @Arg("account", () => ID, { nullable: true, description: "Only in this account (`Account.id`)." }) account:
      | string
      | null,
    @Ctx() { accounts }: Context,
  ): null {
    if (account !== null && account !== undefined) accounts.get(account);
    numberOf(by);
    return null;
  }
}
