import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import type { DecodedId, IdType } from "../ids.js";
import type { Balance } from "../model/balance.js";
import type { KeptCallback } from "../model/callback.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Operation } from "../model/operation.js";
import { Node } from "../schema/node.js";
import { endpointAt } from "./endpoint-at.js";
import { simIn } from "./sim.js";

type Found = object | null | undefined;

/** How an object is read again by its key. */
const READ_AGAIN = {
  Endpoint: endpointAt,
  Sim: ({ account, native }, context) => simIn(context.accounts.get(account), native, context),
  Plan: (key, { loaders }) => loaders.plan.load(key),
  Operation: operationOf,
  Callback: callbackOf,
  Balance: balanceOf,
  Addon: async (key, context) => find((await lineAt(lineOf(key), context))?.addons, key),
  Subscriber: (key, { loaders }) => loaders.subscriber.load(key),
} satisfies Record<IdType, (key: ObjectKey, context: Context, info: GraphQLResolveInfo) => Promise<Found>>;

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "An object by its id; null when it is gone, or the id is none of ours.",
  })
  node(
    @Arg("id", () => ID, { description: "Id from this API." }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Found> {
    return readAgain(context.ids.decode(id), context, info);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "Objects by their ids, in the order of the ids; null for each that is gone. At most 500 ids.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "Ids from this API." }) ids: string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Found>[] {
    checkCount(ids.length);
    return ids.map((id) => readAgain(context.ids.decode(id), context, info));
  }
}

const MAX_IDS = 500;

/** Throws OUT_OF_RANGE for more ids than may be asked at once. */
export function checkCount(count: number): void {
  if (count <= MAX_IDS) return;
  throw new Failure("OUT_OF_RANGE", `ids: at most ${MAX_IDS} at once.`, {
    field: ["ids"],
    hint: "Ask in several parts.",
  });
}

/** Reads an object again, for the field that `info` is of, and names its type; null when it is gone or its account is. */
export async function readAgain(id: DecodedId | null, context: Context, info: GraphQLResolveInfo): Promise<Found> {
  if (id === null || context.accounts.find(id.account) === null) return null;
  const found = await READ_AGAIN[id.type]({ account: id.account, native: id.native }, context, info);
  return found ? named(found, id.type) : null;
}

/** Says on the object itself what it is: a copy would have none of what its class reads only when asked. */
const named = (found: object, type: IdType): object =>
  Object.defineProperty(found, "__typename", { value: type, configurable: true });

/** Balances and add-ons are keyed below the line that has them. */
const lineOf = ({ account, native }: ObjectKey): ObjectKey => ({ account, native: native.split("/")[0] ?? native });

const find = <Row extends { readonly key: ObjectKey }>(
  rows: readonly Row[] | null | undefined,
  { native }: ObjectKey,
): Row | null => rows?.find(({ key }) => key.native === native) ?? null;

async function operationOf({ account, native }: ObjectKey, { operations }: Context): Promise<Operation | null> {
  const operation = await (await operations()).byId(native);
  return operation?.account === account ? operation : null;
}

async function callbackOf({ account, native }: ObjectKey, { inbox }: Context): Promise<KeptCallback | null> {
  const callback = await (await inbox()).byId(native);
  return callback?.account === account ? callback : null;
}

/** An endpoint or a subscriber: an account has lines of one kind. */
const lineAt = (key: ObjectKey, { accounts, loaders }: Context) =>
  accounts.get(key.account).reads.subscribers ? loaders.subscriber.load(key) : loaders.endpointProfile.load(key);

/** A balance of the line, told with it or apart, or of one of its add-ons. */
async function balanceOf(key: ObjectKey, context: Context): Promise<Balance | null> {
  const { accounts, loaders } = context;
  const { reads } = accounts.get(key.account);
  const line = lineOf(key);
  const own = find((await lineAt(line, context))?.balances ?? [], key);
  if (own) return own;
  if (reads.allowances) return find(await loaders.allowanceBalances.load(line), key);
  if (!reads.addons) return null;
  const addons = await loaders.addonDetails.load(line);
  return find(
    addons.flatMap(({ balances }) => balances),
    key,
  );
}
