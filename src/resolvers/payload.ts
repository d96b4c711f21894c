import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { UserError } from "../schema/operation.js";
import type { Acted } from "./act.js";
import { userErrorOf } from "./user-errors.js";

/** The resolver class of what every payload of an action has. */
export function payloadResolver(payload: ClassType) {
  @Resolver(() => payload)
  class PayloadResolver {
    @FieldResolver(() => [UserError], { description: "Why it was refused or failed; empty when it was not." })
    userErrors(@Root() { failures }: Acted, @Ctx() context: Context) {
      return Promise.all(failures.map((failure) => userErrorOf(failure, context)));
    }
  }
  return PayloadResolver;
}
