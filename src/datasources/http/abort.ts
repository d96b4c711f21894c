/**
 * Runs a task under a signal that aborts when the caller's does or when the time is up.
 * Nothing is left behind when the task ends: no timer and no listener on the caller's signal.
 */
export async function withDeadline<T>(
  caller: AbortSignal,
  ms: number,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const leave = () => controller.abort(caller.reason);
  const expire = () => controller.abort(new DOMException("the time is up", "TimeoutError"));
  caller.addEventListener("abort", leave, { once: true });
  const timer = setTimeout(expire, Math.max(0, ms));
  if (caller.aborted) leave();
  if (ms <= 0) expire();
  try {
    return await task(controller.signal);
  } finally {
    clearTimeout(timer);
    caller.removeEventListener("abort", leave);
  }
}

/** Settles as the promise does, or rejects with the signal's reason as soon as it aborts. The promise goes on. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const leave = () => reject(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
