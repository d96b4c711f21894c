import { DirectiveLocation, GraphQLBoolean, GraphQLDirective, GraphQLInt, GraphQLNonNull } from "graphql";

/** What a query may say of how old its answers may be; read by src/http/freshness.ts. */
export const FreshnessDirective = new GraphQLDirective({
  name: "freshness",
  description:
    "How old carriers' answers to this query may be. Without it everything is fetched now. Answers are kept only for accounts that are configured so; `provenance` tells how old they are.",
  locations: [DirectiveLocation.QUERY],
  args: {
    maxAge: {
      type: new GraphQLNonNull(GraphQLInt),
      description: "Answers that were fetched within so many seconds will do; with 0 none that was kept.",
    },
    allowStale: {
      type: new GraphQLNonNull(GraphQLBoolean),
      defaultValue: false,
      description: "Older ones will do while the carrier is away.",
    },
  },
});
