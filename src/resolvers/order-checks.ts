import type { Context } from "../context.js";
import { Failure, type FailureCode } from "../errors.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import type { PortInInput } from "../schema/subscriber-mutations.js";
import { checkCard } from "./billing-mutations.js";

/** Checks of the fields of an order below one path, each of which throws a Failure that names its field. */
export function orderChecks(path: readonly string[]) {
  const refusal = (name: string, message: string, code: FailureCode = "INVALID_ARGUMENT") => {
    const field = [...path, name];
    return new Failure(code, `${field.join(".")}: ${message}`, { field });
  };
  const digits = (name: string, text: string, pattern: RegExp, form: string): string => {
    const value = text.replace(/[\s-]/g, "");
    if (pattern.test(value)) return value;
    throw refusal(name, `must have ${form}.`);
  };
  const filled = (name: string, text: string): string => {
    const value = text.trim();
    if (value !== "" && value.length <= 100) return value;
    throw refusal(name, "must have 1 to 100 characters.");
  };
  const below = (...more: readonly (string | number)[]) => orderChecks([...path, ...more.map(String)]);
  return {
    refusal,
    digits,
    filled,
    below,
    email(name: string, text: string): string {
      const value = text.trim();
      if (/^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/.test(value)) return value;
      throw refusal(name, "must be an e-mail address.");
    },
    https(name: string, text: string): string {
      if (URL.canParse(text) && text.startsWith("https://")) return text;
      throw refusal(name, "must be an address that begins with https://.");
    },
    some<Row>(name: string, rows: readonly Row[]): readonly Row[] {
      if (rows.length > 0) return rows;
      throw refusal(name, "must have at least one.");
    },
    within(name: string, value: number, least: number, most: number): number {
      if (value >= least && value <= most) return value;
      throw refusal(name, `must be from ${least} to ${most}.`, "OUT_OF_RANGE");
    },
    positive(name: string, amount: string): string {
      if (/^\d{1,9}(\.\d{1,2})?$/.test(amount) && /[1-9]/.test(amount)) return amount;
      throw refusal(name, "must be an amount above zero with at most 2 decimals.", "OUT_OF_RANGE");
    },
    portIn(name: string, { msisdn, carrier, accountNumber, pin, zip }: PortInInput) {
      const at = below(name);
      return {
        msisdn: at.digits("msisdn", msisdn, /^\d{10}$/, "10 digits"),
        carrier: at.filled("carrier", carrier),
        accountNumber: at.filled("accountNumber", accountNumber),
        pin: at.filled("pin", pin),
        zip: at.digits("zip", zip, /^\d{5}$/, "5 digits"),
      };
    },
    /** The carrier's id of a plan, which must be of the account. */
    plan(name: string, id: string, account: string, { ids }: Context): string {
      const key = ids.require("Plan", id, [...path, name]);
      if (key.account === account) return key.native;
      throw refusal(name, "is a plan of another account.");
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
      if (subscriber === null) throw refusal("subscriber", "the carrier does not know this subscriber.", "NOT_FOUND");
      return { key, subscriber };
    },
  };
}

export type Field = ReturnType<typeof orderChecks>;
