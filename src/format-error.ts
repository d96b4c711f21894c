import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
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

/** GraphQL quotes whole values in what it says of them: they may be names, PINs and passwords, which no pattern knows. */
const QUOTING: readonly RegExp[] = [
  /(cannot represent [\w -]{0,40}value): .*$/s,
  /(Expected value of type "[^"]{0,100}"), found .*$/s,
  /^(Syntax Error: .{0,100}?(?:Unexpected|found) (?:String|BlockString|Int|Float)) .*$/s,
];

/** What GraphQL says of a document and its variables, without the values. */
function withoutValues(message: string): string {
  const said = QUOTING.reduce((text, quoting) => text.replace(quoting, "$1."), message);
  const [variable] = /^Variable "\$\w+" got invalid value(?= )/.exec(said) ?? [];
  if (variable === undefined) return said;
  const reason = said.lastIndexOf("; ");
  const [place = ""] = / at "[\w.[\]]+"$/.exec(said.slice(0, reason)) ?? [];
  return variable + place + said.slice(reason);
}

/** GraphQL tells of so many faults of variables, and of one more, which it marks as none of the caller's. */
const isOneMore = (error: unknown): boolean =>
  error instanceof GraphQLError && error.message.startsWith("Too many errors processing variables");

/**
 * The last word on every error of an answer: a Failure shows its code and facts, GraphQL's own errors (syntax,
 * validation, bad variables) pass without the values that they quote, and everything else is a bug: reported through
 * `onBug` and masked.
 */
export function errorFormatter(onBug: (error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof Failure) {
      return { ...formatted, message: cause.message, extensions: failureExtensions(cause) };
    }
    if (isOneMore(cause)) {
      return { ...formatted, message: "More is wrong with the variables.", extensions: { code: "BAD_USER_INPUT" } };
    }
    if (formatted.extensions?.code !== "INTERNAL_SERVER_ERROR") {
      return { ...formatted, message: redactText(withoutValues(formatted.message)) };
    }
    onBug(cause);
    const masked = new Failure("INTERNAL", "Something went wrong here; it has been logged.");
    return { ...formatted, message: masked.message, extensions: failureExtensions(masked) };
  };
}
