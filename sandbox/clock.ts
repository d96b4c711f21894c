/** The sandbox's own time. Every date, deadline and expiry inside the sandbox is read from here. */
export interface SandboxClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves the time forward; what falls due in between happens on the next call. */
  advance(ms: number): void;
  /** Back to where the clock started. */
  reset(): void;
}

/**
 * A clock that runs with the machine, or, with `start`, one that stands still and only moves by `advance`.
 * Standing still is what tests want: two runs print the same dates.
 */
export function createClock(start?: Date): SandboxClock {
  let offset = 0;
  return {
    now: () => (start ? start.getTime() : Date.now()) + offset,
    advance: (ms) => {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError("advance takes a number of milliseconds, zero or more");
      offset += ms;
    },
    reset: () => {
      offset = 0;
    },
  };
}
