/** Where an answer came from: fetched for this request, kept from an earlier one, or kept for longer than it should be. */
export const FRESHNESS = ["LIVE", "CACHED", "STALE"] as const;

export type Freshness = (typeof FRESHNESS)[number];

/** What an object is made of: the oldest of the answers, and the least fresh. */
export interface Provenance {
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
  readonly freshness: Freshness;
}
