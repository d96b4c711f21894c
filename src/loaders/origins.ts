import type { CallContext } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Freshness, Provenance } from "../model/provenance.js";

/** What carriers' answers are made into: an object, rows, or a page of rows. */
export type Made = object | null;

interface Noted {
  readonly made: Made;
  readonly provenance: Provenance;
}

const RANK = { LIVE: 0, CACHED: 1, STALE: 2 } as const satisfies Record<Freshness, number>;

/** Of two, the older time and the less fresh word. */
export function oldestOf(one: Provenance, other: Provenance): Provenance {
  return {
    fetchedAt: Math.min(one.fetchedAt, other.fetchedAt),
    freshness: RANK[one.freshness] >= RANK[other.freshness] ? one.freshness : other.freshness,
  };
}

/** What the objects of one request were made of. Nothing is looked for before somebody asks. */
export class Origins {
  readonly #noted: Noted[] = [];
  #byKey: Map<ObjectKey, Provenance> | null = null;

  /** Makes something under a call that notes every answer, and remembers what it was made of. */
  async note<T extends Made>(call: CallContext, make: (call: CallContext) => Promise<T>): Promise<T> {
    let provenance: Provenance | null = null;
    const note = (freshness: Freshness, fetchedAt: number) => {
      const answer = { freshness, fetchedAt };
      provenance = provenance === null ? answer : oldestOf(provenance, answer);
      call.note?.(freshness, fetchedAt);
    };
    const made = await make({ ...call, note });
    if (provenance !== null) this.#noted.push({ made, provenance });
    return made;
  }

  /** Null for what was made of nothing that was asked for in this request. A copy of an object has its key, and so its origin. */
  of({ key }: { readonly key: ObjectKey }): Provenance | null {
    this.#byKey ??= new Map();
    for (const { made, provenance } of this.#noted.splice(0)) {
      for (const keyed of keyedIn(made)) this.#byKey.set(keyed, provenance);
    }
    return this.#byKey.get(key) ?? null;
  }
}

/** The keys of what was made, and of the SIM and the plan that came with it. */
function* keyedIn(made: unknown): Generator<ObjectKey> {
  if (typeof made !== "object" || made === null) return;
  if (Array.isArray(made)) {
    for (const row of made) yield* keyedIn(row);
    return;
  }
  if ("rows" in made) yield* keyedIn(made.rows);
  if ("key" in made) yield made.key as ObjectKey;
  if ("sim" in made) yield* keyedIn(made.sim);
  if ("plan" in made) yield* keyedIn(made.plan);
}
