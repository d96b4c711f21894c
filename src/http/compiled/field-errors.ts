import { type ExecutionResult, type FieldNode, isNonNullType, locatedError, type SourceLocation } from "graphql";
import { NotCompilable } from "./not-compilable.js";
import { compareInShape, nulledBy, type Path, type Shape } from "./response-shape.js";

/** A field error as graphql-jit reports it: shaped like a GraphQLError, but without nodes and often extensions. */
export interface JitError {
  /** An Error where a leaf could not be serialised (see `leafSerializers`). */
  readonly message: string | Error;
  readonly path?: Path | undefined;
  readonly locations?: readonly SourceLocation[] | undefined;
  readonly originalError?: unknown;
}

/** Why compiled code gave up, if it did. */
export function gaveUp(errors: readonly JitError[]): NotCompilable | undefined {
  return errors.map(causeOf).find((cause) => cause instanceof NotCompilable);
}

/**
 * What graphql-js would have answered: errors located, with the extensions of what was thrown, in the order of the
 * answer. A failure below a position that an earlier one has made null is not reported. Which one is the earlier, and
 * the order of errors, are a matter of timing in graphql-js; here it is the order of the answer.
 */
export function failedResult(
  errors: readonly JitError[],
  data: ExecutionResult["data"],
  shape: Shape,
): ExecutionResult {
  const failures = errors.map((error) => {
    const path = error.path ?? [];
    return { path, cause: causeOf(error), nodes: nodesOf(error, shape), nulled: nulledBy(shape, path) };
  });
  failures.sort((a, b) => compareInShape(shape, a.path, b.path));
  const nulledPositions = new Set<string>();
  const reported = failures.filter(({ nulled }) => {
    if (prefixes(nulled).some((prefix) => nulledPositions.has(prefix))) return false;
    nulledPositions.add(nulled.join("."));
    return true;
  });
  return {
    errors: reported.map(({ path, cause, nodes }) => locatedError(cause, nodes, path)),
    data: data == null || isRootNulled(data, shape) ? null : data,
  };
}

/** Root fields are nullable for graphql-jit (see `compilableSchema`): whether all data is null is decided here. */
function isRootNulled(data: Record<string, unknown>, shape: Shape): boolean {
  return [...shape.children].some(([name, { type }]) => isNonNullType(type) && data[name] === null);
}

function prefixes(path: Path): string[] {
  return Array.from({ length: path.length + 1 }, (_, length) => path.slice(0, length).join("."));
}

/** The nodes that were executed: of those with this path, the ones graphql-jit names. */
function nodesOf({ path, locations }: JitError, shape: Shape): FieldNode[] {
  let at: Shape | undefined = shape;
  for (const key of path ?? []) {
    if (typeof key === "string") at = at?.children.get(key);
  }
  const isNamed = ({ loc }: FieldNode) =>
    locations?.some(({ line, column }) => line === loc?.startToken.line && column === loc.startToken.column);
  return at?.nodes.filter(isNamed) ?? [];
}

function causeOf({ message, originalError }: JitError): unknown {
  if (originalError !== undefined) return originalError;
  if (typeof message !== "string") return message;
  return new Error(message === "" ? "Unexpected error value: undefined" : withSingleFieldName(message));
}

/** graphql-jit names a merged field once per node: "Sim.(id,id)" is "Sim.id". */
function withSingleFieldName(message: string): string {
  return message.replace(/\.\((\w+)(?:,\w+)*\)\.$/, ".$1.");
}
