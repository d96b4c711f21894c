import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, CallbackQuery, Context } from "../context.js";
import { Failure } from "../errors.js";
import type { KeptCallback } from "../model/callback.js";
import { Account } from "../schema/account.js";
import {
  Callback,
  CallbackConnection,
  CallbackFilter,
  CallbackPayload,
  CallbackReplayInput,
} from "../schema/callback.js";
import { Operation } from "../schema/operation.js";
import { checkKey } from "./checks.js";
import { accountIdsOf } from "./connection.js";
import { isGiven } from "./look-up.js";
import { checkFirst, pageOf, rowBehind } from "./numbered-page.js";
import { userErrorOf } from "./user-errors.js";

const NEWEST_FIRST = { listing: "callbacks", numberOf: ({ id }: KeptCallback) => id };

@Resolver(() => Callback)
export class CallbackResolver {
  @Query(() => CallbackConnection, { description: "What carriers have sent by themselves, newest first." })
  async callbacks(
    @Arg("first", () => Int, { defaultValue: 50, description: "Most rows, 1 to 200." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Go on behind this cursor." }) after:
      | string
      | null
      | undefined,
    @Arg("filter", () => CallbackFilter, { nullable: true, description: "Which ones." }) filter:
      | CallbackFilter
      | null
      | undefined,
    @Ctx() context: Context,
  ) {
    checkFirst(first);
    const found = await (await context.inbox()).list(queryOf(filter, after, context), first + 1);
    return pageOf(found, first, NEWEST_FIRST, context);
  }

  @Mutation(() => CallbackPayload, {
    description:
      "Has a callback take effect as if it came now: what it is about is read at the carrier. One that could not be read " +
      "is read anew. Writes nothing at any carrier.",
  })
  async callbackReplay(
    @Arg("input", () => CallbackReplayInput, { description: "Which one." }) input: CallbackReplayInput,
    @Ctx() context: Context,
  ) {
    try {
      checkKey(input.idempotencyKey);
      const id = context.ids.require("Callback", input.callback, ["input", "callback"]).native;
      const inbox = await context.inbox();
      await inbox.replay({ id, requestedBy: context.caller, idempotencyKey: input.idempotencyKey });
      return { callback: await inbox.byId(id), userErrors: [] };
    } catch (error) {
      if (error instanceof Failure && error.facts.category !== "INTERNAL")
        return { callback: null, userErrors: [await userErrorOf(error, context)] };
      throw error;
    }
  }

  @FieldResolver(() => ID)
  id(@Root() { account, id }: KeptCallback, @Ctx() { ids }: Context): string {
    return ids.encode("Callback", { account, native: id });
  }

  @FieldResolver(() => Account)
  account(@Root() { account }: KeptCallback, @Ctx() { accounts }: Context): AccountSource {
    return accounts.get(account);
  }

  @FieldResolver(() => Operation, { nullable: true })
  operation(@Root() { operation }: KeptCallback, @Ctx() { loaders }: Context) {
    return operation === null ? null : loaders.operation.load(operation);
  }
}

function queryOf(
  filter: CallbackFilter | null | undefined,
  after: string | null | undefined,
  context: Context,
): CallbackQuery {
  const { ids } = context;
  const { accounts, kinds, outcomes, operation } = filter ?? {};
  return {
    accounts: accountIdsOf(context, accounts),
    ...(kinds ? { kinds } : {}),
    ...(outcomes ? { outcomes } : {}),
    ...(isGiven(operation) ? { operation: ids.require("Operation", operation, ["filter", "operation"]).native } : {}),
    ...(isGiven(after) ? { before: rowBehind(after, NEWEST_FIRST.listing, context) } : {}),
  };
}
