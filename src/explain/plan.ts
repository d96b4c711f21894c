import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import type { Context } from "../context.js";
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
  return { calls, atMost: totalOf(calls), worstCaseMs: Math.min(ms, context.requestMs) };
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );

const totalOf = (calls: readonly PlannedCall[]): number | null =>
  calls.reduce<number | null>((sum, { atMost }) => (sum === null || atMost === null ? null : sum + atMost), 0);
