import { type DocumentNode, type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode } from "graphql";
import type { Context } from "../context.js";
import type { Fragments } from "../resolvers/asked-fields.js";
import { Ledger, type PlannedCall } from "./ledger.js";
import { walk } from "./walk.js";

/** What a query may cost at the carriers. Log-ins, and calls that are sent again because a carrier is away, come on top. */
export interface Plan {
  readonly calls: readonly PlannedCall[];
  /** Null where only the carriers know. */
  readonly atMost: number | null;
  /** After this time the query is answered, whatever the carriers do. */
  readonly worstCaseMs: number;
}

export interface Query {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** The plan of a validated query, made without any call. Null for variables that the query does not take. */
export function planOf({ schema, document, operation, variables = {} }: Query, context: Context): Plan | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const type = schema.getQueryType();
  if (coerced === undefined || !type) return null;
  const ledger = new Ledger();
  const of = { schema, fragments: fragmentsOf(document), variables: coerced, context, ledger };
  const nothing = { key: "query", counts: new Map(), times: new Map() };
  const ms = walk(of, operation.selectionSet, type, nothing, "");
  const calls = ledger.lines();
  return { calls, atMost: totalOf(calls), worstCaseMs: Math.min(ms + ledger.pagesMs, context.requestMs) };
}

/** By name, and by no other: a fragment may be called `constructor`. */
function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return Object.assign(Object.create(null), Object.fromEntries(fragments.map((node) => [node.name.value, node])));
}

const totalOf = (calls: readonly PlannedCall[]): number | null =>
  calls.reduce<number | null>((sum, { atMost }) => (sum === null || atMost === null ? null : sum + atMost), 0);
