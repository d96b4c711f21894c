import { locatedError } from "graphql";

/**
 * Met while compiled code runs: something it cannot do as graphql-js does (a lazy property, a value of no known type,
 * an exception outside any resolver). The query is then answered by graphql-js, now and later.
 */
export class NotCompilable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "NotCompilable";
  }
}

/** What graphql-js makes of a thrown value: errors stay, anything else becomes "Unexpected error value: ...". */
export function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const located = locatedError(thrown, undefined);
  return located.originalError ?? located;
}

export function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
