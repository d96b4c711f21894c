import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { refusalOfSubscriber, SUBSCRIBER_TABLE, type SubscriberRule } from "../lifecycle/subscriber-table.js";
import { subscriberConflictKeyOf } from "../loaders/open-operations.js";
import { ACTIONS_ON_SUBSCRIBER, type SubscriberActionName } from "../model/operation.js";
import type { Subscriber as SubscriberSource } from "../model/subscriber.js";
import { ActionOption } from "../schema/endpoint-mutations.js";
import { Subscriber } from "../schema/subscriber.js";
import { optionOf } from "./action-option.js";

@Resolver(() => Subscriber)
export class SubscriberOptionsResolver {
  @FieldResolver(() => [ActionOption], {
    description: "Every action of its carrier, and whether it is possible now. No carrier call.",
  })
  async actions(@Root() subscriber: SubscriberSource, @Ctx() { accounts, loaders }: Context) {
    const account = accounts.get(subscriber.key.account);
    const rules = SUBSCRIBER_TABLE[account.carrier];
    if (rules === undefined) return [];
    const optionFor = async (action: SubscriberActionName, nature: SubscriberRule) => {
      const conflictKey = subscriberConflictKeyOf(subscriber.key, action);
      const open = await loaders.openOperations.load({ account: account.id, conflictKey });
      const refusal = refusalOfSubscriber(nature, subscriber);
      return optionOf({ action, nature, refusal, open, account });
    };
    return Promise.all(
      ACTIONS_ON_SUBSCRIBER.flatMap((action) => {
        const nature = rules[action];
        return nature === undefined ? [] : optionFor(action, nature);
      }),
    );
  }
}
