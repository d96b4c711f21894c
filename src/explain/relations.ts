import { PROFILE_FIELDS } from "../resolvers/deferred.js";
import type { StockType } from "../schema/sim.js";
import { each, type Objects, objectsIn, timesOver } from "./objects.js";
import { subscriberIn, targetsOf } from "./readings.js";
import { by, free, once, onceOrListed, type Rule } from "./rule.js";

/** What only the inventory has of a SIM, unless it came from there. */
export const simFields: Rule = (field) =>
  field.parent.isWhole ? free(field) : onceOrListed("sims.byIccid", "simListing.list")(field);

/** The line that a SIM is linked to: its own SIM does not come from the inventory. */
const lineOf = ({ key, counts, times }: Objects): Objects => ({ key, counts, times });

export const endpointOfSim: Rule = (field) => {
  const read = field.asks(PROFILE_FIELDS)
    ? once("endpoints.profile")
    : onceOrListed("endpoints.profile", "endpoints.list");
  const { ms } = read(field);
  return { objects: [lineOf(field.parent)], ms };
};

export const subscriberOfSim: Rule = ({ parent, ledger }) => {
  const asked = [...parent.counts].map(([account, times]) =>
    subscriberIn({ account, key: parent.key, times }, "iccid", ledger),
  );
  return { objects: [lineOf(parent)], ms: Math.max(0, ...asked) };
};

/** SIMs of a stock, of which only the carrier knows how many there are. */
export const stock = by<{ type: StockType; iccid?: string | null }>((field) => {
  const { parent, path, args } = field;
  const { ms } = once("stock.list")(field as Parameters<Rule>[0]);
  const count = args.iccid ? 1 : Number.POSITIVE_INFINITY;
  const counts = each([...parent.counts.keys()], count);
  return { objects: [{ key: path, counts, times: timesOver(parent.times, count), isWhole: true }], ms };
});

export const operation = by<{ id: string }>(({ args, context }) => {
  const { account, native } = context.ids.require("Operation", args.id, ["id"]);
  const found = context.accounts.find(account);
  return { objects: found ? [objectsIn([found], native)] : [], ms: 0 };
});

/** What stands against an action: perhaps another operation for each. */
export const openOperation: Rule = ({ parent: { key, times } }) => ({
  objects: [{ key: `open on ${key}`, counts: times, times }],
  ms: 0,
});

export const parent: Rule = ({ parent: child }) => ({
  objects: [{ ...child, key: `parent of ${child.key}` }],
  ms: 0,
});

export const target: Rule = ({ parent: operations, ledger }) => targetsOf(operations, ledger);
