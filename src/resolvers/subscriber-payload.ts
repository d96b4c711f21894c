import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { Subscriber } from "../schema/subscriber.js";
import { SubscriberPayload } from "../schema/subscriber-mutations.js";
import type { Acted } from "./act.js";

@Resolver(() => SubscriberPayload)
export class SubscriberPayloadResolver {
  @FieldResolver(() => Subscriber, { nullable: true })
  subscriber(@Root() { target: key }: Acted, @Ctx() { loaders }: Context) {
    return key && loaders.subscriber.clear(key).load(key);
  }
}
