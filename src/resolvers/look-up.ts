import type { Account, CallContext, Capability, Context, LineNumber } from "../context.js";
import { Failure } from "../errors.js";
import { shareOf } from "../listing/share.js";
import type { ObjectKey } from "../model/carrier.js";

/** An empty text is given, too. */
export const isGiven = (text: string | null | undefined): text is string => text !== null && text !== undefined;

/**
 * The accounts to ask for a number: the named one, else those whose ranges hold it, else all that can answer by one of
 * some capabilities.
 */
export function accountsFor(
  context: Context,
  capabilities: readonly Capability[],
  number: LineNumber,
  named: string | null,
): readonly Account[] {
  if (isGiven(named)) return [context.accounts.get(named)];
  const able = context.accounts.all.filter((account) => capabilities.some((one) => account.capabilities.includes(one)));
  const inRange = able.filter((account) => rangesOf(account, number).some((range) => number.value.startsWith(range)));
  return inRange.length > 0 ? inRange : able;
}

const rangesOf = ({ config }: Account, { kind }: LineNumber): readonly string[] =>
  kind === "iccid" || kind === "msisdn" ? config.numberRanges[kind] : [];

const ABSENT = Symbol("absent");

/**
 * The first account that has it answers, without waiting for the slower ones, all of which have the same part of the
 * request's time. When none has it and an account failed, nobody can say that it does not exist: that failure is thrown.
 */
export async function firstFound<T>(
  accounts: readonly Account[],
  context: Context,
  find: (account: Account, call: CallContext) => Promise<T | null>,
): Promise<T | null> {
  const call = shareOf(context.call, 1);
  const searches = accounts.map(async (account) => (await find(account, call)) ?? Promise.reject(ABSENT));
  try {
    return await Promise.any(searches);
  } catch (none) {
    const failed = none instanceof AggregateError ? none.errors.filter((error) => error !== ABSENT) : [none];
    if (failed.length > 0) throw failed[0];
    return null;
  }
}

/** A look-up that needs the account beside it. */
export function requireAccount(named: string | null | undefined, field: string): string {
  if (isGiven(named)) return named;
  throw new Failure("INVALID_ARGUMENT", `account: is needed beside by.${field}.`, {
    field: ["account"],
    hint: "Give the id of the account (accounts { id }): carriers' own ids are unique in one account only.",
  });
}

/** Whether the account of a key is asked: it is the named one, or none is named and it is still configured. */
export function isAsked({ accounts }: Context, { account }: ObjectKey, named: string | null | undefined): boolean {
  return isGiven(named) ? accounts.get(named).id === account : accounts.find(account) !== null;
}
