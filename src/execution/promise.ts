/** Whether to wait for it: anything that has a method `then`. */
export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === "object" && value !== null && typeof (value as Partial<Promise<unknown>>).then === "function";
