import type { Context, LineNumber } from "../context.js";
import type { Account } from "../datasources/accounts.js";
import type { DecodedId } from "../ids.js";
import { MOST_FOUND } from "../operations/known-subscribers.js";
import { PROFILE_FIELDS } from "../resolvers/deferred.js";
import { accountsFor } from "../resolvers/look-up.js";
import type { Ledger } from "./ledger.js";
import { type Objects, objectsIn } from "./objects.js";
import type { Below, Field } from "./rule.js";

/** What the resolvers of the same names read, asked of a ledger. Each gives the longest time in milliseconds. */

/** An object that is asked for, in one account. */
export interface Wanted {
  readonly account: Account;
  /** What stands for it: its native id, or the number that it is found by. */
  readonly key: string;
  readonly times?: number;
}

export function subscriberIn(wanted: Wanted, kind: LineNumber["kind"], ledger: Ledger): number {
  const { account, key, times = 1 } = wanted;
  const { subscribers } = account.reads;
  if (!subscribers || (kind !== "msisdn" && kind !== "iccid")) return 0;
  if (subscribers.findsBy.includes(kind))
    return ledger.ask({ ...wanted, key: `${kind} ${key}`, method: "subscribers.find" });
  return ledger.ask({ account, key: `met by ${kind} ${key}`, method: "subscribers.byId", times: times * MOST_FOUND });
}

function simIn(wanted: Wanted, ledger: Ledger): number {
  const { sims, subscribers } = wanted.account.reads;
  if (sims || !subscribers) return ledger.search({ ...wanted, method: "sims.byIccid" }, "simListing.list");
  return subscriberIn(wanted, "iccid", ledger);
}

/** The line of a number: a subscriber, or an endpoint. */
function lineOf(wanted: Wanted, kind: LineNumber["kind"], ledger: Ledger): number {
  if (wanted.account.reads.subscribers) return subscriberIn(wanted, kind, ledger);
  return ledger.ask({ ...wanted, kind, method: "endpoints.find" });
}

export function findSim({ kind, value }: LineNumber, named: string | null, context: Context, ledger: Ledger): Below {
  const isInventory = kind === "iccid";
  const accounts = accountsFor(
    context,
    [isInventory ? "SIMS" : "ENDPOINTS", "SUBSCRIBERS"],
    { kind, value },
    named ?? null,
  );
  const key = isInventory ? value : `${kind} ${value}`;
  const asked = accounts.map((account) => {
    const wanted = { account, key };
    return isInventory ? simIn(wanted, ledger) : lineOf(wanted, kind, ledger);
  });
  return { objects: [{ ...objectsIn(accounts, key), type: "Sim" }], ms: Math.max(0, ...asked) };
}

/** A plan is looked for in all parts of the catalogue. */
export function planIn({ account, times = 1 }: Wanted, ledger: Ledger): number {
  if (times === 0) return 0;
  const parts = account.reads.plans?.parts ?? [];
  const asked = parts.map((part) =>
    ledger.ask({ account, method: "plans.list", key: JSON.stringify(part), kind: part.kind }),
  );
  return asked.reduce((sum, ms) => sum + ms, 0);
}

/** An endpoint or a subscriber: an account has lines of one kind. */
const lineIn = (wanted: Wanted, ledger: Ledger): number =>
  ledger.ask({ ...wanted, method: wanted.account.reads.subscribers ? "subscribers.byId" : "endpoints.profile" });

const balanceIn = (wanted: Wanted, ledger: Ledger): number =>
  lineIn(wanted, ledger) +
  ledger.ask({ ...wanted, method: wanted.account.reads.allowances ? "allowances.balances" : "addons.details" });

/** An endpoint of which no more may be asked than its listing tells. */
const summaryIn = (wanted: Wanted, ledger: Ledger): number =>
  ledger.search({ ...wanted, method: "endpoints.profile" }, "endpoints.list");

const NOTHING = () => 0;

/** How an object is read again by its key. */
const READ_AGAIN = {
  Endpoint: (wanted, ledger) => ledger.ask({ ...wanted, method: "endpoints.profile" }),
  Sim: simIn,
  Plan: planIn,
  Operation: NOTHING,
  Callback: NOTHING,
  Balance: balanceIn,
  Addon: lineIn,
  Subscriber: (wanted, ledger) => ledger.ask({ ...wanted, method: "subscribers.byId" }),
} satisfies Record<DecodedId["type"], (wanted: Wanted, ledger: Ledger) => number>;

const BELOW_LINE: ReadonlySet<string> = new Set(["Balance", "Addon"]);

/** Of an object that is read again by its id. */
type Again = Pick<Field, "context" | "ledger" | "asks">;

/** An object by its id; nothing for an id that is none of ours, or of an account that is gone. */
export function readAgain(id: DecodedId | null, { context: { accounts }, ledger, asks }: Again): Below {
  const account = id && accounts.find(id.account);
  if (!account) return { objects: [], ms: 0 };
  const { type, native } = id;
  const key = BELOW_LINE.has(type) ? (native.split("/")[0] ?? native) : native;
  const read = type === "Endpoint" && !asks(PROFILE_FIELDS) ? summaryIn : READ_AGAIN[type];
  return { objects: [{ ...objectsIn([account], key), type }], ms: read({ account, key }, ledger) };
}

/** What operations act on: an object of any kind. */
export function targetsOf({ key, counts }: Objects, ledger: Ledger): Below {
  const target = `target of ${key}`;
  const asked = [...counts].flatMap(([account, times]) => {
    const wanted = { account, key: target, times };
    return [summaryIn, READ_AGAIN.Sim, READ_AGAIN.Subscriber].map((read) => read(wanted, ledger));
  });
  return { objects: [{ key: target, counts, times: counts }], ms: Math.max(0, ...asked) };
}
