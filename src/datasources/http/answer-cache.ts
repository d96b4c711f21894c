/** For how long answers are kept; times in seconds. */
export interface CachePolicy {
  /** The answers of every read that is not named below; 0 for not at all. */
  readonly seconds: number;
  /** By the carrier's name of the operation. */
  readonly operations: Readonly<Record<string, number>>;
  /** For how much longer they may be told when the carrier is away. */
  readonly staleSeconds: number;
}

/** How much is kept of one account. */
export interface Bounds {
  readonly entries: number;
  /** Of the texts that the carrier sent. */
  readonly characters: number;
}

const BOUNDS: Bounds = { entries: 10_000, characters: 32 * 1024 * 1024 };

/** An answer to any operation. */
interface AnyAnswer {
  readonly outcome: { readonly is: string };
  /** Epoch milliseconds. */
  readonly fetchedAt: number;
  /** The length of what the carrier sent. */
  readonly characters: number;
}

/** What an answer is found by, and what a change of an object makes worthless. */
export interface Label {
  /** Carrier operation. */
  readonly operation: string;
  readonly key: string;
  /** The object that it is about; null for several, or where that is not clear. */
  readonly object: string | null;
}

interface Kept extends Label {
  readonly answer: AnyAnswer;
}

/** Answers of one account to its reads, kept for a short time. Bounded: the oldest go first. */
export class AnswerCache {
  /** The oldest first. */
  readonly #kept = new Map<string, Kept>();
  #characters = 0;
  #changes = 0;

  constructor(
    readonly policy: CachePolicy,
    readonly bounds = BOUNDS,
    /** Epoch milliseconds. */
    readonly now: () => number = Date.now,
  ) {}

  /** The number of changes up to now: what was asked for before the latest one is not kept. */
  get changes(): number {
    return this.#changes;
  }

  /** An answer that is no older than it may be, nor than the caller allows. */
  fresh({ operation, key }: Label, maxAgeMs: number): AnyAnswer | null {
    return this.#noOlderThan(key, Math.min(maxAgeMs, this.#lifeMs(operation)));
  }

  /** An answer that is told only when there is no other. */
  stale({ operation, key }: Label): AnyAnswer | null {
    return this.#noOlderThan(key, this.#lifeMs(operation) + this.policy.staleSeconds * 1000);
  }

  /** Keeps what carriers have done well, unless something has changed since it was asked for. */
  keep(label: Label, answer: AnyAnswer, changesBefore: number): void {
    if (answer.outcome.is !== "done" || changesBefore !== this.#changes) return;
    if (this.#lifeMs(label.operation) === 0 || answer.characters > this.bounds.characters) return;
    this.#remove(label.key);
    this.#kept.set(label.key, { ...label, answer });
    this.#characters += answer.characters;
    this.#makeRoom();
  }

  /** An object is changed; null where it is not clear which. */
  drop(object: string | null): void {
    this.#changes += 1;
    for (const kept of this.#kept.values()) {
      if (object === null || kept.object === null || kept.object === object) this.#remove(kept.key);
    }
  }

  #lifeMs(operation: string): number {
    const { operations, seconds } = this.policy;
    return 1000 * (Object.hasOwn(operations, operation) ? (operations[operation] ?? 0) : seconds);
  }

  #noOlderThan(key: string, ageMs: number): AnyAnswer | null {
    const answer = this.#kept.get(key)?.answer;
    return answer && this.now() - answer.fetchedAt < ageMs ? answer : null;
  }

  #makeRoom(): void {
    for (const key of this.#kept.keys()) {
      if (this.#kept.size <= this.bounds.entries && this.#characters <= this.bounds.characters) return;
      this.#remove(key);
    }
  }

  #remove(key: string): void {
    this.#characters -= this.#kept.get(key)?.answer.characters ?? 0;
    this.#kept.delete(key);
  }
}

/**
 * The object that an input is about, by the name that the carrier gives to its id, wherever in the input it stands;
 * null where there is none.
 */
export function objectOf(input: unknown, field: string | undefined): string | null {
  if (field === undefined || typeof input !== "object" || input === null || Array.isArray(input)) return null;
  for (const [name, value] of Object.entries(input)) {
    const found = name === field && typeof value === "string" ? value : objectOf(value, field);
    if (found !== null) return found;
  }
  return null;
}
