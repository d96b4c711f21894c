import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, Context } from "../context.js";
import { Failure } from "../errors.js";
import type { Operation as OperationSource } from "../model/operation.js";
import { Account } from "../schema/account.js";
import { Node } from "../schema/node.js";
import { Operation, OperationConnection, OperationFilter, OperationStep } from "../schema/operation.js";
import { readAgain } from "./node.js";
import { targetIn } from "./target-filter.js";

const MAX_ROWS = 200;

@Resolver(() => Operation)
export class OperationResolver {
  @Query(() => Operation, { nullable: true, description: "One operation; null when there is none of this id." })
  async operation(
    @Arg("id", () => ID, { description: "Id from this API." }) id: string,
    @Ctx() { ids, operations }: Context,
  ) {
    const { native } = ids.require("Operation", id, ["id"]);
    return (await operations).byId(native);
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
      ...(filter?.accounts ? { accounts: filter.accounts } : {}),
      ...(filter?.states ? { states: filter.states } : {}),
      ...targetIn(filter, context.ids),
      ...(after ? { before: beforeOf(after, context) } : {}),
    };
    const found = await (await context.operations).list(query, first + 1);
    const edges = found.slice(0, first).map((node) => ({ node, cursor: context.ids.seal(CURSOR, String(node.seq)) }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: found.length > first,
        hasPreviousPage: false,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
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
  target(@Root() { account, targetType, target }: OperationSource, @Ctx() context: Context) {
    return target === null ? null : readAgain({ type: targetType, account, native: target }, context);
  }

  @FieldResolver(() => [OperationStep])
  async steps(@Root() { id }: OperationSource, @Ctx() { operations }: Context) {
    return (await operations).stepsOf(id);
  }
}

const CURSOR = "operations";

function beforeOf(after: string, { ids }: Context): number {
  const text = ids.open(CURSOR, after);
  if (text !== null) return Number(text);
  throw new Failure("INVALID_ARGUMENT", "after: this is no cursor of this API.", { field: ["after"] });
}

function checkFirst(first: number): void {
  if (first >= 1 && first <= MAX_ROWS) return;
  throw new Failure("OUT_OF_RANGE", `first: must be from 1 to ${MAX_ROWS}.`, { field: ["first"] });
}
