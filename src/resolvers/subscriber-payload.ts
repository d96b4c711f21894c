import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { UserError } from "../schema/operation.js";
import { Subscriber } from "../schema/subscriber.js";
import { SubscriberPayload } from "../schema/subscriber-mutations.js";
import type { Acted } from "./act.js";
import { userErrorOf } from "./user-errors.js";

@Resolver(() => SubscriberPayload)
export class SubscriberPayloadResolver {
  @FieldResolver(() => Subscriber, { nullable: true })
  subscriber(@Root() { target: key }: Acted, @Ctx() { loaders }: Context) {
    return key && loaders.subscriber.clear(key).load(key);
  }

  @FieldResolver(() => [UserError])
  userErrors(@Root() { failures }: Acted, @Ctx() context: Context) {
    return Promise.all(failures.map((failure) => userErrorOf(failure, context)));
  }
}
