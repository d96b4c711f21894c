import type { Account } from "../datasources/accounts.js";
import type { ReadMethod } from "../datasources/carrier.js";
import { costOf, pageWeightOf } from "../listing/costs.js";
import { mostPages } from "../listing/scan.js";
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

/** Look-ups of one kind in an account, in whose place pages of a listing may be read. */
interface Search {
  readonly account: Account;
  readonly method: ReadMethod;
  readonly listing: ReadMethod;
  /** How many objects there are at most, by what stands for them. */
  readonly wanted: Map<string, number>;
}

/** All reads that a query may need, each once. */
export class Ledger {
  /** By what makes calls one: those of one read, or those of the walk that all reads share. */
  readonly #entries = new Map<string, Entry>();
  readonly #searches = new Map<string, Search>();

  /** Notes a read. Gives the milliseconds that one such read takes at most; 0 where the account has none. */
  ask({ account, method, key, times = 1, kind = "" }: Ask): number {
    let ms = 0;
    for (const { operation, calls, isShared } of costOf(account, method, kind)) {
      const timeoutMs = timeoutOf(account, operation);
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

  /** Notes look-ups that a listing may spare: how much of it is read depends on how many there are in all of the query. */
  search(ask: Ask, listing: ReadMethod): number {
    const { account, method, key, times = 1 } = ask;
    if (costOf(account, listing).length > 0) {
      const id = `${account.id} ${method}`;
      const search = this.#searches.get(id) ?? { account, method, listing, wanted: new Map<string, number>() };
      search.wanted.set(key, Math.max(times, search.wanted.get(key) ?? 0));
      this.#searches.set(id, search);
    }
    return this.ask(ask);
  }

  #note(id: string, entry: Entry): void {
    const known = this.#entries.get(id);
    if (entry.atMost > (known?.atMost ?? 0)) this.#entries.set(id, entry);
  }

  /** One line for each operation of each account. */
  lines(): readonly PlannedCall[] {
    const entries = [...this.#entries.values(), ...this.#pages()];
    const byOperation = Map.groupBy(entries, ({ account, operation }) => `${account} ${operation}`);
    return [...byOperation.values()].flatMap((entries) => {
      const [first] = entries;
      return first ? [{ ...first, atMost: told(entries.reduce((sum, { atMost }) => sum + atMost, 0)) }] : [];
    });
  }

  /** The longest time that pages are read in the place of look-ups. */
  get pagesMs(): number {
    return this.#pages().reduce((sum, { atMost, timeoutMs }) => sum + atMost * timeoutMs, 0);
  }

  #pages(): readonly Entry[] {
    return [...this.#searches.values()].flatMap(({ account, method, listing, wanted }) => {
      const rows = [...wanted.values()].reduce((sum, times) => sum + times, 0);
      const pages = mostPages(rows, pageWeightOf(account, listing, method));
      if (pages === 0) return [];
      return costOf(account, listing).map(({ operation, calls }) => ({
        account: account.id,
        carrier: account.carrier,
        operation: operation.name,
        atMost: pages * calls,
        timeoutMs: timeoutOf(account, operation),
      }));
    });
  }
}

const timeoutOf = ({ config: { deadlines } }: Account, { timeoutMs }: Pick<PlannedCall, "timeoutMs">): number =>
  Math.min(timeoutMs, deadlines.readMs ?? timeoutMs);

const told = (count: number): number | null => (Number.isFinite(count) ? count : null);
