import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import { redactText } from "./datasources/http/redact.js";
import { Failure } from "./errors.js";

/** A Failure as the extensions of a GraphQL error: nothing secret, nothing personal. */
function failureExtensions(failure: Failure): Record<string, unknown> {
  const { carrier, account, carrierOperation, carrierCode, carrierMessage, retryAfterMs, field } = failure.details;
  const { category, retryable } = failure.facts;
  const extensions = {
    code: failure.code,
    category,
    retryable,
    hint: failure.hint,
    carrier,
    account,
    carrierOperation,
    carrierCode,
    carrierMessage,
    retryAfterMs,
    field,
  };
  return Object.fromEntries(Object.entries(extensions).filter(([, value]) => value !== undefined));
}

/**
 * The last word on every error of an answer: a Failure shows its code and facts, GraphQL's own errors (syntax,
 * validation, bad variables) pass without the numbers that they quote, and everything else is a bug: reported through
 * `onBug` and masked.
 */
export function errorFormatter(onBug: (error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof Failure) {
      return { ...formatted, message: cause.message, extensions: failureExtensions(cause) };
    }
    if (formatted.extensions?.code !== "INTERNAL_SERVER_ERROR") {
      return { ...formatted, message: redactText(formatted.message) };
    }
    onBug(cause);
    const masked = new Failure("INTERNAL", "Something went wrong here; it has been logged.");
    return { ...formatted, message: masked.message, extensions: failureExtensions(masked) };
  };
}
