import type { Account } from "../datasources/accounts.js";
import type { ReadMethod } from "../datasources/carrier.js";
import type { CarrierId } from "../model/carrier.js";

/** A carrier operation that a query may need. */
export interface PlannedCall {
  readonly account: string;
  readonly carrier: CarrierId;
  readonly operation: string;
  /** Most calls; null where only the carrier knows how many rows there are that need one each. */
  readonly atMost: number | null;
  /** How long one call may take, with all its attempts and its wait for a place. */
  readonly timeoutMs: number;
}

/** A read that is asked of an account. */
export interface Ask {
  readonly account: Account;
  readonly method: ReadMethod;
  /** Equal reads of equal keys are made once. */
  readonly key: string;
  /** For how many objects; one unless told. */
  readonly times?: number;
  /** Of what, where the cost depends on it: a kind of number, plan or order. */
  readonly kind?: string;
}

interface Entry extends PlannedCall {
  readonly atMost: number;
}

/** All reads that a query may need, each once. */
export class Ledger {
  /** By what makes calls one: those of one read, or those of the walk that all reads share. */
  readonly #entries = new Map<string, Entry>();

  /** Notes a read. Gives the milliseconds that one such read takes at most; 0 where the account has none. */
  ask({ account, method, key, times = 1, kind = "" }: Ask): number {
    let ms = 0;
    for (const { operation, calls, isShared } of costOf(account, method, kind)) {
      const timeoutMs = Math.min(operation.timeoutMs, account.config.deadlines.readMs ?? operation.timeoutMs);
      const at = isShared ? [] : [method, kind, key];
      this.#note([account.id, operation.name, ...at].join("\u0000"), {
        account: account.id,
        carrier: account.carrier,
        operation: operation.name,
        atMost: isShared ? calls : calls * times,
        timeoutMs,
      });
      ms += calls * timeoutMs;
    }
    return ms;
  }

  #note(id: string, entry: Entry): void {
    const known = this.#entries.get(id);
    if (entry.atMost > (known?.atMost ?? 0)) this.#entries.set(id, entry);
  }

  /** One line for each operation of each account. */
  lines(): readonly PlannedCall[] {
    const byOperation = Map.groupBy(this.#entries.values(), ({ account, operation }) => `${account} ${operation}`);
    return [...byOperation.values()].flatMap((entries) => {
      const [first] = entries;
      return first ? [{ ...first, atMost: told(entries.reduce((sum, { atMost }) => sum + atMost, 0)) }] : [];
    });
  }
}

const told = (count: number): number | null => (Number.isFinite(count) ? count : null);

function costOf({ costs }: Account, method: ReadMethod, kind: string) {
  const cost = costs[method] ?? [];
  return isPlain(cost) ? cost : (cost[kind] ?? []);
}

type Cost = NonNullable<Account["costs"][ReadMethod]>;

const isPlain = (cost: Cost): cost is Extract<Cost, readonly unknown[]> => Array.isArray(cost);
