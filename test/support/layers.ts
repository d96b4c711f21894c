/** Where a layer lies, and what it may import beside itself. */
export interface Layer {
  /** Files, and folders with a slash at the end; `*` is one name. Of two that fit, the longer one counts. */
  readonly at: readonly string[];
  /** Layers of which everything may be imported; each stands above in the table. */
  readonly imports?: readonly string[];
  /** Layers of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages; `node:` is all that Node brings along. */
  readonly packages?: readonly string[];
}

/** Who may import whom. A layer knows only layers that stand above it here, so there can be no cycle. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  // Words and values
  model: { at: ["src/model/"] },
  errors: { at: ["src/errors.ts"] },
  "recent map": { at: ["src/recent-map.ts"] },
  ids: { at: ["src/ids.ts"], imports: ["model", "errors", "recent map"], packages: ["node:"] },

  // Carriers
  redaction: { at: ["src/datasources/http/redact.ts"] },
  call: { at: ["src/datasources/call.ts"], types: ["model"] },
  "account settings": { at: ["src/datasources/account-config.ts"], packages: ["zod"] },
  orders: { at: ["src/datasources/port/order.ts"], packages: ["zod"] },
  port: {
    at: ["src/datasources/carrier.ts", "src/datasources/port/"],
    types: ["model", "call", "account settings", "orders", "zod"],
  },
  "shapes of answers": { at: ["src/datasources/shapes.ts"], types: ["zod"] },
  "mapping helpers": { at: ["src/datasources/mapping/"], types: ["model"] },
  operation: {
    at: ["src/datasources/http/operation.ts", "src/datasources/http/verdict.ts"],
    types: ["errors", "shapes of answers", "zod"],
  },
  sender: {
    at: ["src/datasources/http/"],
    imports: ["errors", "redaction", "operation", "shapes of answers"],
    types: ["model", "call"],
    packages: ["undici", "zod", "node:"],
  },
  "a carrier's operations": {
    at: ["src/datasources/*/operations/", "src/datasources/*/failures.ts"],
    imports: ["operation", "mapping helpers", "shapes of answers"],
    types: ["errors"],
    packages: ["zod"],
  },
  "a carrier's mapping": {
    at: ["src/datasources/*/mapping/"],
    imports: ["model", "mapping helpers"],
    types: ["a carrier's operations", "port", "orders"],
  },
  "a carrier": {
    at: ["src/datasources/*/"],
    imports: [
      "model",
      "errors",
      "account settings",
      "mapping helpers",
      "shapes of answers",
      "redaction",
      "operation",
      "sender",
      "a carrier's operations",
      "a carrier's mapping",
    ],
    types: ["port", "orders"],
    packages: ["zod", "node:"],
  },
  accounts: {
    at: ["src/datasources/accounts.ts", "src/datasources/health.ts"],
    imports: ["model", "errors"],
    types: ["call", "port", "account settings"],
  },
  "list of carriers": {
    at: ["src/datasources/carriers.ts"],
    imports: ["account settings", "a carrier"],
    types: ["model", "port", "accounts"],
    packages: ["zod"],
  },

  // Actions
  log: { at: ["src/log.ts"], types: ["call"], packages: ["pino"] },
  store: { at: ["src/store/"], packages: ["@electric-sql/pglite", "pg", "zod", "node:"] },
  lifecycle: {
    at: ["src/lifecycle/"],
    imports: ["model", "errors", "orders"],
    types: ["port"],
    packages: ["zod", "node:"],
  },
  operations: {
    at: ["src/operations/"],
    imports: ["model", "errors", "store", "lifecycle"],
    types: ["port", "accounts", "log"],
    packages: ["zod", "node:"],
  },

  // The graph
  execution: {
    at: ["src/execution/"],
    imports: ["recent map"],
    packages: ["graphql", "@apollo/server"],
  },
  listing: {
    at: ["src/listing/"],
    imports: ["errors", "ids"],
    types: ["model", "port", "accounts"],
    packages: ["zod"],
  },
  loaders: {
    at: ["src/loaders/"],
    imports: ["listing"],
    types: ["model", "port", "accounts", "operations"],
    packages: ["dataloader"],
  },
  context: {
    at: ["src/context.ts"],
    imports: ["loaders"],
    types: ["model", "ids", "port", "orders", "accounts", "operations", "@apollo/server"],
  },
  schema: { at: ["src/schema/"], imports: ["model", "errors"], packages: ["type-graphql", "graphql"] },
  resolvers: {
    at: ["src/resolvers/"],
    imports: ["model", "errors", "ids", "lifecycle", "operations", "execution", "listing", "loaders", "schema"],
    types: ["context"],
    packages: ["type-graphql", "graphql"],
  },
  graph: {
    at: ["src/build-schema.ts", "src/direct-resolvers.ts"],
    imports: ["execution", "schema", "resolvers"],
    packages: ["type-graphql", "graphql", "@apollo/subgraph", "@graphql-tools/utils", "reflect-metadata"],
  },
  explain: {
    at: ["src/explain/"],
    imports: ["errors", "listing", "operations", "resolvers"],
    types: ["model", "call", "port", "accounts", "ids", "context", "schema"],
    packages: ["graphql", "@apollo/server"],
  },
  "error format": {
    at: ["src/format-error.ts"],
    imports: ["errors", "redaction"],
    packages: ["graphql", "@apollo/server"],
  },

  // The program
  "inbound HTTP": {
    at: ["src/server.ts", "src/http/"],
    imports: ["execution"],
    types: ["model", "call"],
    packages: [
      "fastify",
      "@fastify/static",
      "@apollo/server",
      "graphql",
      "@graphql-tools/utils",
      "graphql-sse",
      "graphql-ws",
      "pino",
      "prom-client",
      "ws",
      "node:",
    ],
  },
  "id secret": { at: ["src/id-secret.ts"], packages: ["node:"] },
  config: {
    at: ["src/config.ts"],
    imports: ["list of carriers"],
    types: ["accounts"],
    packages: ["zod", "node:"],
  },
  app: {
    at: ["src/app.ts"],
    imports: [
      "ids",
      "accounts",
      "operations",
      "context",
      "graph",
      "explain",
      "error format",
      "inbound HTTP",
      "log",
      "id secret",
    ],
    types: ["config", "port"],
    packages: ["node:"],
  },
  main: { at: ["src/main.ts"], imports: ["store", "config", "log", "app"], packages: ["node:"] },

  // Beside the program, and strangers to it
  sandbox: { at: ["sandbox/"], packages: ["fastify", "zod", "node:"] },
  "GraphiQL page": {
    at: ["graphiql/"],
    packages: ["graphiql", "graphql", "graphql-ws", "react", "react-dom", "vite", "node:"],
  },
};
