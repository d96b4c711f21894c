import type { Context } from "../context.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import { checkCard } from "./billing-mutations.js";
import { fieldChecks } from "./field-checks.js";

/** Checks of the fields of an order below one path, each of which throws a Failure that names its field. */
export function orderChecks(path: readonly string[]) {
  const checks = fieldChecks(path);
  const { refusal } = checks;
  return {
    ...checks,
    below: (...more: readonly (string | number)[]) => orderChecks([...path, ...more.map(String)]),
    some<Row>(name: string, rows: readonly Row[]): readonly Row[] {
      if (rows.length > 0) return rows;
      throw refusal(name, "must have at least one.");
    },
    positive(name: string, amount: string): string {
      if (/^\d{1,9}(\.\d{1,2})?$/.test(amount) && /[1-9]/.test(amount)) return amount;
      throw refusal(name, "must be an amount above zero with at most 2 decimals.", undefined, "OUT_OF_RANGE");
    },
    /** The native id of a subscriber, who must be of the account. */
    native(name: string, id: string, account: string, { ids }: Context): string {
      const key = ids.require("Subscriber", id, [...path, name]);
      if (key.account === account) return key.native;
      throw refusal(name, "is a subscriber of another account.");
    },
    /** A card of the subscriber. One carrier call. */
    async card(name: string, key: ObjectKey, card: string, context: Context): Promise<string> {
      await checkCard(key, card, context, [...path, name]);
      return card;
    },
    /** The subscriber of the order's `subscriber`. One carrier call. */
    async subscriber(id: string, { ids, loaders }: Context): Promise<{ key: ObjectKey; subscriber: Subscriber }> {
      const key = ids.require("Subscriber", id, [...path, "subscriber"]);
      const subscriber = await loaders.subscriber.load(key);
      if (subscriber === null)
        throw refusal("subscriber", "the carrier does not know this subscriber.", undefined, "NOT_FOUND");
      return { key, subscriber };
    },
  };
}

export type Field = ReturnType<typeof orderChecks>;
