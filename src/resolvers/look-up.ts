import type { Account, Capability, Context, LineNumber } from "../context.js";
import { Failure } from "../errors.js";

/** The accounts to ask for a number: the named one, else those whose ranges hold it, else all that can answer. */
export function accountsFor(
  context: Context,
  capability: Capability,
  number: LineNumber,
  named: string | null,
): readonly Account[] {
  if (named !== null && named !== undefined) return [context.accounts.get(named)];
  const able = context.accounts.all.filter((account) => account.capabilities.includes(capability));
  const inRange = able.filter((account) => rangesOf(account, number).some((range) => number.value.startsWith(range)));
  return inRange.length > 0 ? inRange : able;
}

const rangesOf = ({ config }: Account, { kind }: LineNumber): readonly string[] =>
  kind === "iccid" || kind === "msisdn" ? config.numberRanges[kind] : [];

/** The first answer that is there. When none is and an account failed, nobody can say that it does not exist: that failure is thrown. */
export async function firstFound<T>(
  accounts: readonly Account[],
  find: (account: Account) => Promise<T | null>,
): Promise<T | null> {
  const answers = await Promise.allSettled(accounts.map(find));
  for (const answer of answers) {
    if (answer.status === "fulfilled" && answer.value !== null) return answer.value;
  }
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
  return null;
}

/** A look-up that needs the account beside it. */
export function requireAccount(named: string | null | undefined, field: string): string {
  if (named !== null && named !== undefined) return named;
  throw new Failure("INVALID_ARGUMENT", `account: is needed beside by.${field}.`, {
    field: ["account"],
    hint: "Give the id of the account (accounts { id }): carriers' own ids are unique in one account only.",
  });
}
