/** Repeatable chance. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
    for (let turn = 0; turn < 5; turn += 1) this.next();
  }

  next(): number {
    this.#state = (this.#state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return this.#state / 0x80000000;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice;
  }
}

/** A number from 0 to 1 that is always the same for the same text. */
export function chanceOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return ((hash >>> 0) % 100_003) / 100_003;
}
