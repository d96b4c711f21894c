import { z } from "zod";
import type { PageRequest } from "../datasources/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import { row, rows, type Store } from "../store/sql.js";
import type { Sealer } from "./sealing.js";

/** The numbers by which a known subscriber is found again. */
export type KnownNumber = { readonly kind: "msisdn" | "iccid"; readonly value: string };

const Native = z.object({ native: z.string() });
const Count = z.object({ count: z.coerce.number() });

/** Those that were read, and those that our own operations have made or changed; not those that were seen to be gone. */
const KNOWN = `
  select subscriber as native from known_subscribers where account = $1 and not is_gone
  union
  select target from operations o where account = $1 and target_type = 'Subscriber' and target is not null
    and not exists (select from known_subscribers k where k.account = $1 and k.subscriber = o.target and k.is_gone)`;

/** How many subscribers are remembered to have been noted, so that reading them again costs the store nothing. */
const MOST_REMEMBERED = 10_000;

/**
 * The subscribers that this installation has met. No carrier of subscribers lists them, and some find nobody by number:
 * what was read once, or made here, can be listed and found by its numbers from then on. Numbers are kept under seal.
 */
export class KnownSubscribers {
  readonly #noted = new Map<string, string>();

  constructor(
    readonly store: Store,
    readonly sealer: Sealer,
  ) {}

  /** Keeps that a subscriber exists, and its numbers as they are now. */
  async note({ key: { account, native }, msisdn, sim }: Subscriber): Promise<void> {
    const numbers = [this.#seal("msisdn", msisdn), this.#seal("iccid", sim?.iccid ?? null)];
    const id = JSON.stringify([account, native]);
    const noted = JSON.stringify(numbers);
    if (this.#noted.get(id) === noted) return;
    await this.store.run(
      `insert into known_subscribers (account, subscriber, msisdn_seal, iccid_seal) values ($1, $2, $3, $4)
       on conflict (account, subscriber) do update set msisdn_seal = $3, iccid_seal = $4, is_gone = false`,
      [account, native, ...numbers],
    );
    if (this.#noted.size >= MOST_REMEMBERED) this.#noted.clear();
    this.#noted.set(id, noted);
  }

  /** Keeps that the carrier does not know a subscriber any more. */
  async forget(account: string, native: string): Promise<void> {
    this.#noted.delete(JSON.stringify([account, native]));
    await this.store.run(
      `insert into known_subscribers (account, subscriber, is_gone) values ($1, $2, true)
       on conflict (account, subscriber) do update set is_gone = true`,
      [account, native],
    );
  }

  /** Native ids in a stable order. */
  async list(account: string, { number, size }: PageRequest) {
    const page = `${KNOWN} order by 1 limit $2 offset $3`;
    const found = await rows(this.store, Native, page, [account, size, (number - 1) * size]);
    const counted = await row(this.store, Count, `select count(*) from (${KNOWN}) as known`, [account]);
    return { natives: found.map(({ native }) => native), total: counted?.count ?? 0 };
  }

  /** Native ids of those who had the number when they were last read: read them again before you believe it. */
  async find(account: string, { kind, value }: KnownNumber): Promise<readonly string[]> {
    const column = kind === "msisdn" ? "msisdn_seal" : "iccid_seal";
    const found = await rows(
      this.store,
      Native,
      `select subscriber as native from known_subscribers where account = $1 and ${column} = $2 and not is_gone limit 10`,
      [account, this.#seal(kind, value)],
    );
    return found.map(({ native }) => native);
  }

  /** Equal numbers have equal seals; carriers print some with a country code and some without. */
  #seal(kind: KnownNumber["kind"], value: string | null): string | null {
    if (value === null) return null;
    const text = kind === "msisdn" ? value.replace(/\D/g, "").slice(-10) : value;
    return this.sealer.seal(`known ${kind}`, text);
  }
}
