import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { ObjectKey } from "../model/carrier.js";
import type { ReachSubscriber as ReachSource } from "../model/reach.js";
import type { Subscriber as SubscriberSource } from "../model/subscriber.js";
import { IldPurchase, IldUse, Job, ReachSubscriber, RoamingPack, RoamingPackUse } from "../schema/reach.js";
import { Subscriber } from "../schema/subscriber.js";
import { Money } from "../schema/values.js";
import { refusedAs } from "./refused-as.js";

/** What only Reach tells, with the subscriber that it is told of. */
interface Source extends ReachSource {
  readonly key: ObjectKey;
}

@Resolver(() => Subscriber)
export class SubscriberReachResolver {
  @FieldResolver(() => ReachSubscriber, { nullable: true })
  reach(@Root() { key, reach }: SubscriberSource): Source | null {
    return reach && { ...reach, key };
  }
}

@Resolver(() => ReachSubscriber)
export class ReachSubscriberResolver {
  @FieldResolver(() => Job, { nullable: true, description: "The latest change of the number. One carrier call." })
  numberSwap(@Root() { key }: Source, @Ctx() { loaders }: Context) {
    return loaders.numberSwap.load(key);
  }

  @FieldResolver(() => Job, { nullable: true, description: "A SIM swap by one-time password. One carrier call." })
  simSwap(
    @Root() { key }: Source,
    @Arg("id", () => ID, { description: "The carrier's id of the swap: `Operation.reference`." }) id: string,
    @Ctx() { loaders }: Context,
  ) {
    return refusedAs(["id"], loaders.simSwap.load({ account: key.account, native: id }));
  }

  @FieldResolver(() => Job, { nullable: true, description: "The latest reset. One carrier call." })
  reset(@Root() { key }: Source, @Ctx() { loaders }: Context) {
    return loaders.reset.load(key);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: "Credit of the group for calls abroad; null without a group. One carrier call.",
  })
  ildCredit(@Root() { key, groupId }: Source, @Ctx() { loaders }: Context) {
    return groupId && loaders.ildCredit.load({ account: key.account, native: groupId });
  }

  @FieldResolver(() => [IldUse], {
    nullable: true,
    description: "Calls abroad of the group by destination; null without a group. One carrier call.",
  })
  ildUsage(@Root() { key, groupId }: Source, @Ctx() { loaders }: Context) {
    return groupId && loaders.ildUsage.load({ account: key.account, native: groupId });
  }

  @FieldResolver(() => [IldPurchase], {
    nullable: true,
    description: "Credit for calls abroad that was bought. One carrier call.",
  })
  ildPurchases(@Root() { key }: Source, @Ctx() { loaders }: Context) {
    return loaders.ildPurchases.load(key);
  }

  @FieldResolver(() => [RoamingPack], {
    nullable: true,
    description: "Roaming packs of the group; null without a group. One carrier call.",
  })
  roamingPacks(@Root() { key, groupId }: Source, @Ctx() { loaders }: Context) {
    return groupId && loaders.roamingPacks.load({ account: key.account, native: groupId });
  }

  @FieldResolver(() => [RoamingPackUse], {
    nullable: true,
    description: "What is left of the roaming packs. One carrier call.",
  })
  roamingPackUse(@Root() { key }: Source, @Ctx() { loaders }: Context) {
    return loaders.roamingPackUse.load(key);
  }
}
