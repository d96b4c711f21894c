/** One who waits for something, and may leave before it comes. */
export interface Leaver {
  /** Epoch milliseconds. */
  readonly givesUpAt: number;
  /** His time is up, or he was called off. */
  leave(reason: unknown): void;
}

/** The longest time that a timer can be set to. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * All who wait under one signal, which is mostly one request. They have one clock and one listener together: a request may
 * make hundreds of calls, and hardly any is ever left.
 */
class Patience {
  readonly #signal: AbortSignal;
  readonly #onAbort = () => this.#callOff();
  #waiting = new Set<Leaver>();
  #clock: NodeJS.Timeout | undefined;
  /** Epoch milliseconds. */
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Lets him leave when it is time, which may be at once. */
  add(leaver: Leaver): void {
    if (this.#waiting.size === 0) this.#signal.addEventListener("abort", this.#onAbort);
    this.#waiting.add(leaver);
    if (this.#signal.aborted) this.#callOff();
    else if (leaver.givesUpAt <= Date.now()) this.#timeIsUp(leaver);
    else this.#wakeAt(leaver.givesUpAt);
  }

  /** He waits no longer. */
  remove(leaver: Leaver): void {
    this.#waiting.delete(leaver);
    if (this.#waiting.size > 0) return;
    this.#signal.removeEventListener("abort", this.#onAbort);
    clearTimeout(this.#clock);
    this.#wakesAt = Number.POSITIVE_INFINITY;
    // A set holds on to the tables that it has outgrown, and these to all that ever stood in them.
    this.#waiting = new Set();
  }

  #wakeAt(time: number): void {
    if (time >= this.#wakesAt) return;
    clearTimeout(this.#clock);
    this.#wakesAt = time;
    this.#clock = setTimeout(() => this.#look(), Math.min(LONGEST_MS, time - Date.now()));
  }

  #look(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const now = Date.now();
    for (const leaver of this.#waiting) {
      if (leaver.givesUpAt <= now) this.#timeIsUp(leaver);
      else this.#wakeAt(leaver.givesUpAt);
    }
  }

  #timeIsUp(leaver: Leaver): void {
    this.#dismiss(leaver, new DOMException("the time is up", "TimeoutError"));
  }

  /** Who goes first may take others with him: a set passes over those that have been taken out of it. */
  #callOff(): void {
    for (const leaver of this.#waiting) this.#dismiss(leaver, this.#signal.reason);
  }

  #dismiss(leaver: Leaver, reason: unknown): void {
    this.remove(leaver);
    leaver.leave(reason);
  }
}

const BY_SIGNAL = new WeakMap<AbortSignal, Patience>();

/** The patience of all who wait under this signal. */
export function patienceUnder(signal: AbortSignal): Patience {
  const known = BY_SIGNAL.get(signal);
  if (known) return known;
  const made = new Patience(signal);
  BY_SIGNAL.set(signal, made);
  return made;
}
