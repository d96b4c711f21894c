import { idOf } from "./support.js";
import type { Carrier, World } from "./worlds.js";

const BASE = "reach-us";

/** The carrier's id of something in a named situation. */
export function native({ sandbox }: World, name: string): string {
  const found = sandbox.reach.specimens[BASE]?.[name];
  if (found === undefined) throw new Error(`no specimen ${name}`);
  return found;
}

export const line = (world: World, name: string) => ({
  subscriber: idOf("Subscriber", native(world, name), world.account),
});
export const plan = ({ account }: World, serviceCode: string) => ({ plan: idOf("Plan", serviceCode, account) });

/** What a line is confirmed by, and a card of it. */
async function detailsOf({ caller, ...world }: World, name: string): Promise<{ confirm: string; card: string }> {
  const query = "query ($id: ID!) { it: subscriber(by: { id: $id }) { msisdn carrierSubscriberId cards { id } } }";
  type Details = { msisdn: string | null; carrierSubscriberId: string; cards: readonly { id: string }[] };
  const { subscriber: id } = line({ caller, ...world }, name);
  const { msisdn, carrierSubscriberId, cards } = await caller.only<Details>(query, { id });
  return { confirm: msisdn?.slice(-4) ?? carrierSubscriberId, card: cards[0]?.id ?? "" };
}

export const confirm = async (world: World, name: string) => ({ confirm: (await detailsOf(world, name)).confirm });
export const card = async (world: World, name: string) => ({ card: (await detailsOf(world, name)).card });

export const seen = { changes: 1, isSeenDone: true, isSeenUndone: true } as const;
/** What is there shows that it was bought; what is not there yet may still come. */
export const seenDone = { ...seen, isSeenUndone: false } as const;
/** The carrier tells of it by an id alone, which was in the answer that is lost, or not at all. */
export const unseen = { ...seenDone, isSeenDone: false } as const;

/** The carrier before which its cases are struck. */
export const reachOf = (cases: Carrier["cases"]): Carrier => ({
  cases,
  isLimited: true,
  entry: ({ reach }) => reach.accounts.find(({ id }) => id === BASE),
});
