import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, Context } from "../context.js";
import type { Operation as OperationSource } from "../model/operation.js";
import { Account } from "../schema/account.js";
import { Node } from "../schema/node.js";
import { Operation, OperationConnection, OperationFilter, OperationStep } from "../schema/operation.js";
import { accountIdsOf } from "./connection.js";
import { isGiven } from "./look-up.js";
import { readAgain } from "./node.js";
import { checkFirst, pageOf, rowBehind } from "./numbered-page.js";
import { targetIn } from "./target-filter.js";

@Resolver(() => Operation)
export class OperationResolver {
  @Query(() => Operation, { nullable: true, description: "One operation; null when there is none of this id." })
  async operation(
    @Arg("id", () => ID, { description: "Id from this API." }) id: string,
    @Ctx() { ids, operations }: Context,
  ) {
    const { native } = ids.require("Operation", id, ["id"]);
    return (await operations()).byId(native);
  }

  @Query(() => OperationConnection, { description: "Operations, newest first." })
  async operations(
    @Arg("first", () => Int, { defaultValue: 50, description: "Most rows, 1 to 200." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Go on behind this cursor." }) after:
      | string
      | null
      | undefined,
    @Arg("filter", () => OperationFilter, { nullable: true, description: "Which ones." }) filter:
      | OperationFilter
      | null
      | undefined,
    @Ctx() context: Context,
  ) {
    checkFirst(first);
    const query = {
      accounts: accountIdsOf(context, filter?.accounts),
      ...(filter?.states ? { states: filter.states } : {}),
      ...targetIn(filter, context.ids),
      ...(isGiven(after) ? { before: rowBehind(after, NEWEST_FIRST.listing, context) } : {}),
    };
    return pageOf(await (await context.operations()).list(query, first + 1), first, NEWEST_FIRST, context);
  }

  @FieldResolver(() => ID)
  id(@Root() { account, id }: OperationSource, @Ctx() { ids }: Context): string {
    return ids.encode("Operation", { account, native: id });
  }

  @FieldResolver(() => Account)
  account(@Root() { account }: OperationSource, @Ctx() { accounts }: Context): AccountSource {
    return accounts.get(account);
  }

  @FieldResolver(() => Node, { nullable: true })
  target(
    @Root() { account, targetType, target }: OperationSource,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return target === null ? null : readAgain({ type: targetType, account, native: target }, context, info);
  }

  @FieldResolver(() => [OperationStep])
  steps(@Root() { id }: OperationSource, @Ctx() { loaders }: Context) {
    return loaders.operationSteps.load(id);
  }

  @FieldResolver(() => Operation, { nullable: true })
  parent(@Root() { parent }: OperationSource, @Ctx() { loaders }: Context) {
    return parent === null ? null : loaders.operation.load(parent);
  }

  @FieldResolver(() => OperationConnection)
  async children(
    @Arg("first", () => Int, { defaultValue: 50, description: "Most rows, 1 to 200." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Go on behind this cursor." }) after:
      | string
      | null
      | undefined,
    @Root() { id }: OperationSource,
    @Ctx() context: Context,
  ) {
    checkFirst(first);
    const from = isGiven(after) ? rowBehind(after, CHILDREN.listing, context) : 0;
    return pageOf(await (await context.operations()).childrenOf(id, from, first + 1), first, CHILDREN, context);
  }
}

/** Cursors go on in one listing only: the other has its rows the other way round. */
const seqOf = ({ seq }: { readonly seq: number }): number => seq;
const NEWEST_FIRST = { listing: "operations", numberOf: seqOf };
const CHILDREN = { listing: "children", numberOf: seqOf };
