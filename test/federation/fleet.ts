import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { pino } from "pino";
import { createServer } from "../../src/server.js";

/** Another team's subgraph: vehicles, and what they carry, by the keys of our types. */
export const FLEET_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])

  type Query {
    vehicles: [Vehicle!]!
  }

  type Vehicle {
    plate: String!
    endpoint: Endpoint
    sim: Sim
    plan: Plan
    driver: Subscriber
  }

  type Endpoint @key(fields: "id") {
    id: ID!
    vehicle: Vehicle
  }

  type Sim @key(fields: "iccid") {
    iccid: String
    shelf: String
  }

  type Subscriber @key(fields: "id") {
    id: ID!
    licence: String
  }

  type Plan @key(fields: "id") {
    id: ID!
    rating: Int
  }
`;

export interface Vehicle {
  readonly plate: string;
  readonly endpoint: { readonly id: string } | null;
  readonly sim: { readonly iccid: string } | null;
  readonly plan: { readonly id: string } | null;
  readonly driver: { readonly id: string } | null;
}

/** Serves the fleet over HTTP. */
export async function serveFleet(vehicles: readonly Vehicle[]) {
  const resolvers = {
    Query: { vehicles: () => vehicles },
    Endpoint: {
      __resolveReference: (endpoint: { id: string }) => endpoint,
      vehicle: ({ id }: { id: string }) => vehicles.find(({ endpoint }) => endpoint?.id === id) ?? null,
    },
    Sim: {
      __resolveReference: (sim: { iccid: string }) => sim,
      shelf: ({ iccid }: { iccid: string }) => `shelf ${iccid.slice(-2)}`,
    },
    Subscriber: {
      __resolveReference: (subscriber: { id: string }) => subscriber,
      licence: () => "licence B",
    },
    Plan: { __resolveReference: (plan: { id: string }) => plan, rating: () => 5 },
  };
  const server = await createServer({
    schema: buildSubgraphSchema([{ typeDefs: parse(FLEET_SDL), resolvers }]),
    contextOf: () => ({}),
    graphiql: { directory: undefined },
    health: { ready: () => ({ ok: true, detail: {} }) },
    log: pino({ level: "silent" }),
    host: "127.0.0.1",
    port: 0,
  });
  const { url } = await server.listen();
  return { url, stop: () => server.close() };
}
