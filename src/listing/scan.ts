import type { PageRequest } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { Page } from "../model/endpoint.js";
import type { Keyed } from "./account-rows.js";

/** A listing in which rows can be found that could be looked up one by one, too. */
export interface Scannable<Row> {
  readonly maxPageSize: number;
  /** What a page weighs, where one look-up weighs 1. */
  readonly pageWeight: number;
  fetch(page: PageRequest): Promise<Page<Row>>;
}

/** Most pages that are read to find so many rows. */
export const mostPages = (rows: number, pageWeight: number): number =>
  rows > pageWeight ? Math.ceil(rows / pageWeight) : 0;

/** Finds many rows in pages of a listing, as long as that is cheaper than to look them up. Each page is read once. */
export class Scan<Row extends Keyed> {
  readonly #rows = new Map<string, Row>();
  readonly #pages = new Map<number, Promise<number>>();

  constructor(readonly listing: Scannable<Row>) {}

  /**
   * The rows of these keys; null for each that is to be looked up, and the failure for each that is not to be. They are read
   * where a page weighs less than they do, and, when the first page has told how many there are, the others together less than
   * what is still missing.
   */
  async find(natives: readonly string[]): Promise<readonly (Row | null | Failure)[]> {
    const failure = await this.#read(natives).then(() => null, unlessRefused);
    return natives.map((native) => this.#rows.get(native) ?? failure);
  }

  async #read(natives: readonly string[]): Promise<void> {
    const { pageWeight } = this.listing;
    const missing = () => natives.filter((native) => !this.#rows.has(native)).length;
    if (missing() <= pageWeight) return;
    const others = (await this.#page(1)) - 1;
    if (others * pageWeight >= missing()) return;
    await Promise.all(Array.from({ length: others }, (_, index) => this.#page(index + 2)));
  }

  /** Reads a page; gives the number of all pages, Infinity where the carrier does not say. */
  #page(number: number): Promise<number> {
    const known = this.#pages.get(number) ?? this.#fetch(number);
    this.#pages.set(number, known);
    return known;
  }

  async #fetch(number: number): Promise<number> {
    const { maxPageSize: size } = this.listing;
    const { rows, total } = await this.listing.fetch({ number, size });
    for (const row of rows) this.#rows.set(row.key.native, row);
    if (rows.length < size) return number;
    return total === null ? Number.POSITIVE_INFINITY : Math.ceil(total / size);
  }
}

/** A carrier that only refuses its listing may still be asked for each row. One that is away is not asked so often. */
function unlessRefused(failure: unknown): Failure | null {
  if (!(failure instanceof Failure)) throw failure;
  return failure.facts.retryable ? failure : null;
}
