import "reflect-metadata";
import { buildSubgraphSchema, type GraphQLSchemaModule, printSubgraphSchema } from "@apollo/subgraph";
import { getDocumentNodeFromSchema } from "@graphql-tools/utils";
import { concatAST, type GraphQLSchema, parse, specifiedDirectives } from "graphql";
import { buildSchemaSync, createResolversMap, getMetadataStorage, type PubSub } from "type-graphql";
import { directResolvers } from "./direct-resolvers.js";
import { DEFERRED } from "./resolvers/deferred.js";
import { RESOLVERS } from "./resolvers/index.js";
import { REFERENCES } from "./resolvers/references.js";
import { Endpoint } from "./schema/endpoint.js";
import { FreshnessDirective } from "./schema/freshness.js";
import { Subscriber } from "./schema/subscriber.js";

/** GraphQL's own, but composition knows only directives that a subgraph defines. */
const ONE_OF = "directive @oneOf on INPUT_OBJECT";
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])`;

/** TypeGraphQL asks for one; every subscription here brings its own source instead. */
const NO_TOPICS: PubSub = {
  publish: () => {},
  subscribe: () => {
    throw new Error("a subscription without a source of its own");
  },
};

type SubgraphResolvers = NonNullable<GraphQLSchemaModule["resolvers"]>;

/** The executable Federation 2 subgraph: TypeGraphQL's classes and resolvers, deferred fields and reference resolvers. */
export function buildGraph(): GraphQLSchema {
  tuneMetadata();
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    orphanedTypes: [Endpoint, Subscriber],
    directives: [...specifiedDirectives, FreshnessDirective],
    validate: false,
    pubSub: NO_TOPICS,
  });
  const resolvers: SubgraphResolvers = createResolversMap(schema) as SubgraphResolvers;
  for (const [type, fields] of directResolvers()) Object.assign(resolvers[type] ?? {}, fields);
  for (const extra of [DEFERRED, REFERENCES]) {
    for (const [type, fields] of Object.entries(extra)) Object.assign(resolvers[type] ?? {}, fields);
  }
  const typeDefs = concatAST([parse(`${LINK}\n${ONE_OF}`), getDocumentNodeFromSchema(schema)]);
  return buildSubgraphSchema([{ typeDefs, resolvers }]);
}

/**
 * What TypeGraphQL has no option for: fields without a resolver of their own are read as plain properties, with no
 * wrapper on the hot path, and arguments stand in the order in which they are written.
 */
function tuneMetadata(): void {
  const { objectTypes, params } = getMetadataStorage();
  for (const type of objectTypes) type.simpleResolvers = true;
  params.sort((a, b) => a.index - b.index);
}

/** The committed `schema.graphql`. */
export const printGraph = (schema: GraphQLSchema): string => `${printSubgraphSchema(schema)}\n\n${ONE_OF}\n`;
