import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { ObjectKey } from "../model/carrier.js";
import type { NextCommSubscriber as NextCommSource } from "../model/nextcomm.js";
import type { Subscriber as SubscriberSource } from "../model/subscriber.js";
import { NextCommSubscriber, PlanExpiry } from "../schema/nextcomm.js";
import { Subscriber } from "../schema/subscriber.js";

/** What only Next Communications tells, with the subscriber that it is told of. */
interface Source extends NextCommSource {
  readonly key: ObjectKey;
}

@Resolver(() => Subscriber)
export class SubscriberNextCommResolver {
  @FieldResolver(() => NextCommSubscriber, { nullable: true })
  nextComm(@Root() { key, nextComm }: SubscriberSource): Source | null {
    return nextComm && { ...nextComm, key };
  }
}

@Resolver(() => NextCommSubscriber)
export class NextCommSubscriberResolver {
  @FieldResolver(() => PlanExpiry, {
    nullable: true,
    description: "Until when its plan runs, by the record that an extension changes. One carrier call.",
  })
  planExpiry(@Root() { key }: Source, @Ctx() { loaders }: Context) {
    return loaders.planExpiry.load(key);
  }
}
