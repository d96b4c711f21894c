/** Where an answer came from: fetched for this request, kept from an earlier one, or kept for longer than it should be. */
export type Freshness = "LIVE" | "CACHED" | "STALE";

/** What an object is made of: the oldest of the answers, and the least fresh. */
export interface Provenance {
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
  readonly freshness: Freshness;
}
