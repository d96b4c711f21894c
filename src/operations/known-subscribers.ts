import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { PageRequest } from "../datasources/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import { row, rows, type Store } from "../store/sql.js";
import type { Sealer } from "./sealing.js";

/** The numbers by which a known subscriber is found again. */
export type KnownNumber = { readonly kind: "msisdn" | "iccid"; readonly value: string };

const Native = z.object({ native: z.string() });
const Sealed = z.object({ sealed: z.string() });
const Count = z.object({ count: z.coerce.number() });

/** What ids are sealed for. */
const ID = "known subscriber";

/** The transaction that changed an operation last may end this much later than the time that it has put there. */
const LATE_MS = 600_000;

/** How many subscribers may have had the same number. */
export const MOST_FOUND = 10;

/** How long those that are met wait for others. */
const TOGETHER_MS = 50;

/** How many subscribers are remembered to have been noted, so that reading them again costs the store nothing. */
const MOST_REMEMBERED = 10_000;

/**
 * The subscribers that this installation has met. No carrier of subscribers lists them, and some find nobody by number:
 * what was read once, or made here, can be listed and found by its numbers from then on. Ids and numbers are kept under
 * seal: some carriers' ids are numbers.
 */
export class KnownSubscribers {
  readonly #noted = new Map<string, string>();
  readonly #waiting = new Map<
    string,
    readonly [account: string, id: string, msisdn: string | null, iccid: string | null]
  >();
  #writing: Promise<void> | null = null;
  /** Those writes that have not ended. */
  readonly #open = new Set<Promise<void>>();
  /** By account: from when on its operations have not been looked through. */
  readonly #learntUntil = new Map<string, number>();
  /** Begins each id, so that those which were sealed under another secret, and mean nobody any more, are passed over. */
  readonly #mark: string;

  constructor(
    readonly store: Store,
    readonly sealer: Sealer,
  ) {
    this.#mark = sealer.seal(ID, "mark");
  }

  /** Keeps that a subscriber exists, and its numbers as they are now. Those met together are written together. */
  async note({ key: { account, native }, msisdn, sim }: Subscriber): Promise<void> {
    const id = JSON.stringify([account, native]);
    const numbers = `${msisdn ?? ""} ${sim?.iccid ?? ""}`;
    if (this.#noted.get(id) !== numbers) {
      if (this.#noted.size >= MOST_REMEMBERED) this.#noted.clear();
      this.#noted.set(id, numbers);
      const seals = [this.#seal("msisdn", msisdn), this.#seal("iccid", sim?.iccid ?? null)] as const;
      this.#waiting.set(id, [account, this.#sealId(native), ...seals]);
      this.#writing ??= this.#begin();
    }
    await this.#writing;
  }

  #begin(): Promise<void> {
    const writing = this.#writeSoon();
    this.#open.add(writing);
    const end = () => void this.#open.delete(writing);
    writing.then(end, end);
    return writing;
  }

  async #writeSoon(): Promise<void> {
    await sleep(TOGETHER_MS);
    const met = [...this.#waiting];
    this.#waiting.clear();
    this.#writing = null;
    try {
      const column = (index: 0 | 1 | 2 | 3) => met.map(([, values]) => values[index]);
      await this.store.run(
        `insert into known_subscribers (account, subscriber, msisdn_seal, iccid_seal)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
         on conflict (account, subscriber) do update
           set msisdn_seal = excluded.msisdn_seal, iccid_seal = excluded.iccid_seal, is_gone = false`,
        [column(0), column(1), column(2), column(3)],
      );
    } catch (error) {
      for (const [id] of met) this.#noted.delete(id);
      throw error;
    }
  }

  /** Waits for what is still to be written. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#open);
  }

  /** Keeps that the carrier does not know a subscriber any more. */
  async forget(account: string, native: string): Promise<void> {
    const id = JSON.stringify([account, native]);
    this.#noted.delete(id);
    this.#waiting.delete(id);
    await this.settled();
    await this.store.run(
      `insert into known_subscribers (account, subscriber, is_gone) values ($1, $2, true)
       on conflict (account, subscriber) do update set is_gone = true`,
      [account, this.#sealId(native)],
    );
  }

  /** Native ids in a stable order. */
  async list(account: string, { number, size }: PageRequest) {
    await this.settled();
    await this.#learn(account);
    const known = "from known_subscribers where account = $1 and starts_with(subscriber, $2) and not is_gone";
    const page = `select subscriber as sealed ${known} order by subscriber limit $3 offset $4`;
    const natives = await this.#opened(page, [account, this.#mark, size, (number - 1) * size]);
    const counted = await row(this.store, Count, `select count(*) ${known}`, [account, this.#mark]);
    return { natives, total: counted?.count ?? 0 };
  }

  /** Native ids of those who had the number when they were last read: read them again before you believe it. */
  async find(account: string, { kind, value }: KnownNumber): Promise<readonly string[]> {
    await this.settled();
    const column = kind === "msisdn" ? "msisdn_seal" : "iccid_seal";
    return this.#opened(
      `select subscriber as sealed from known_subscribers where account = $1 and ${column} = $2 and not is_gone limit ${MOST_FOUND}`,
      [account, this.#seal(kind, value)],
    );
  }

  /** Those that our own operations have made or changed are known, too, unless they were seen to be gone. */
  async #learn(account: string): Promise<void> {
    const from = this.#learntUntil.get(account) ?? 0;
    const until = Date.now() - LATE_MS;
    const found = await rows(
      this.store,
      Native,
      `select distinct target as native from operations
       where account = $1 and target_type = 'Subscriber' and target is not null and updated_at >= $2`,
      [account, new Date(from).toISOString()],
    );
    await this.store.run(
      "insert into known_subscribers (account, subscriber) select $1, unnest($2::text[]) on conflict do nothing",
      [account, found.map(({ native }) => this.#sealId(native))],
    );
    this.#learntUntil.set(account, until);
  }

  async #opened(text: string, values: readonly unknown[]): Promise<readonly string[]> {
    const found = await rows(this.store, Sealed, text, values);
    return found.flatMap(({ sealed }) => this.sealer.open(ID, sealed.slice(this.#mark.length)) ?? []);
  }

  #sealId(native: string): string {
    return this.#mark + this.sealer.seal(ID, native);
  }

  /** Equal numbers have equal seals; carriers print some with a country code and some without. */
  #seal(kind: KnownNumber["kind"], value: string | null): string | null {
    if (value === null) return null;
    const text = kind === "msisdn" ? value.replace(/\D/g, "").slice(-10) : value;
    return this.sealer.seal(`known ${kind}`, text);
  }
}
