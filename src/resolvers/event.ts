import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import type { Account as AccountSource, Context, EventQuery } from "../context.js";
import { Failure } from "../errors.js";
import type { Event as EventSource } from "../model/event.js";
import { LINE_STATES, type LineState } from "../model/line.js";
import type { Operation as OperationSource } from "../model/operation.js";
import { SIM_STATES, type SimState } from "../model/sim.js";
import { Account } from "../schema/account.js";
import { Event, EventConnection, EventFilter } from "../schema/event.js";
import { LineStateEnum } from "../schema/line.js";
import { Operation } from "../schema/operation.js";
import { SimStateEnum } from "../schema/sim.js";
import { accountIdsOf } from "./connection.js";
import { isGiven } from "./look-up.js";
import { targetIn } from "./target-filter.js";

const MAX_ROWS = 500;
const CURSOR = "events";

@Resolver(() => Event)
export class EventResolver {
  @Query(() => EventConnection, { description: "What happened, oldest first." })
  async events(
    @Arg("first", () => Int, { defaultValue: 100, description: "Most rows, 1 to 500." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Only behind this cursor; from the beginning without." })
    after: string | null | undefined,
    @Arg("filter", () => EventFilter, { nullable: true, description: "Which ones." }) filter:
      | EventFilter
      | null
      | undefined,
    @Ctx() context: Context,
  ) {
    if (first < 1 || first > MAX_ROWS)
      throw new Failure("OUT_OF_RANGE", `first: must be from 1 to ${MAX_ROWS}.`, { field: ["first"] });
    const engine = await context.operations();
    const found = await engine.eventsAfter(numberOf(after, context) ?? 0, queryOf(filter, context), first + 1);
    const nodes = found.slice(0, first);
    const cursorOf = (event: EventSource | undefined) => (event ? seal(event, context) : null);
    return {
      nodes,
      pageInfo: {
        hasNextPage: found.length > first,
        hasPreviousPage: false,
        startCursor: cursorOf(nodes[0]),
        endCursor: cursorOf(nodes.at(-1)) ?? after ?? context.ids.seal(CURSOR, "0"),
      },
    };
  }

  @Subscription(() => Event, {
    name: "events",
    description:
      "What happens: first everything behind `after`, then each event as it comes. Without `after`, from now on.",
    subscribe: ({ args: { after, filter }, context }) => followEvents(after, filter, context),
  })
  eventsSubscription(
    @Root() event: EventSource,
    @Arg("after", () => String, { nullable: true, description: "The cursor of the last event seen." }) _after:
      | string
      | null
      | undefined,
    @Arg("filter", () => EventFilter, { nullable: true, description: "Which ones." }) _filter:
      | EventFilter
      | null
      | undefined,
  ): EventSource {
    return event;
  }

  @Subscription(() => Operation, {
    description: "An operation as it is, and then each time it has come to another state, until it has ended.",
    subscribe: ({ args: { id }, context }) => followOperation(id, context),
  })
  operationUpdated(
    @Root() operation: OperationSource,
    @Arg("id", () => ID, { description: "Id from this API." }) _id: string,
  ): OperationSource {
    return operation;
  }

  @FieldResolver(() => String)
  cursor(@Root() event: EventSource, @Ctx() context: Context): string {
    return seal(event, context);
  }

  @FieldResolver(() => Account)
  account(@Root() { account }: EventSource, @Ctx() { accounts }: Context): AccountSource {
    return accounts.get(account);
  }

  @FieldResolver(() => Operation, { nullable: true })
  operation(@Root() { operation }: EventSource, @Ctx() { loaders }: Context) {
    return operation === null ? null : loaders.operation.load(operation);
  }

  @FieldResolver(() => LineStateEnum, { nullable: true })
  lineState(@Root() { targetType, observed }: EventSource): LineState | null {
    return targetType === "Sim" ? null : wordOf(LINE_STATES, observed);
  }

  @FieldResolver(() => SimStateEnum, { nullable: true })
  simState(@Root() { targetType, observed }: EventSource): SimState | null {
    return targetType === "Sim" ? wordOf(SIM_STATES, observed) : null;
  }

  @FieldResolver(() => ID, { nullable: true })
  target(@Root() { account, targetType, target }: EventSource, @Ctx() { ids }: Context): string | null {
    return target === null ? null : ids.encode(targetType, { account, native: target });
  }
}

/** What a later version has written is a word that this one does not know. */
const wordOf = <Word extends string>(words: readonly Word[], text: string | null): Word | "UNKNOWN" | null =>
  text === null ? null : (words.find((word) => word === text) ?? "UNKNOWN");

const seal = ({ seq }: EventSource, { ids }: Context): string => ids.seal(CURSOR, String(seq));

function numberOf(after: string | null | undefined, { ids }: Context): number | null {
  if (after === null || after === undefined) return null;
  const text = ids.open(CURSOR, after);
  if (text !== null) return Number(text);
  throw new Failure("INVALID_ARGUMENT", "after: this is no cursor of an event.", { field: ["after"] });
}

function queryOf(filter: EventFilter | null | undefined, context: Context): EventQuery {
  const { ids } = context;
  return {
    accounts: accountIdsOf(context, filter?.accounts),
    kinds: filter?.kinds ?? undefined,
    ...targetIn(filter, ids),
    operation: isGiven(filter?.operation)
      ? ids.require("Operation", filter.operation, ["filter", "operation"]).native
      : undefined,
  };
}

async function followEvents(
  after: string | null | undefined,
  filter: EventFilter | null | undefined,
  context: Context,
) {
  const from = numberOf(after, context);
  const query = queryOf(filter, context);
  const engine = await context.operations();
  const begin = from ?? (await engine.latestEvent());
  return leavable((signal) => engine.followEvents(begin, query, signal));
}

async function followOperation(id: string, { ids, operations }: Context) {
  const { native } = ids.require("Operation", id, ["id"]);
  const engine = await operations();
  return leavable((signal) => engine.followOperation(native, signal));
}

/** An iterator that ends at once when its reader leaves, also while it waits for news. */
function leavable<T>(follow: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T> {
  const reader = new AbortController();
  const iterator = follow(reader.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => iterator.next(),
    return: async () => {
      reader.abort();
      await iterator.return();
      return { done: true, value: undefined };
    },
  };
}
