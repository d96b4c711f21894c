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
  ids: { at: ["src/ids.ts"], imports: ["model", "errors"], packages: ["node:"] },

  // Carriers
  redaction: { at: ["src/datasources/http/redact.ts"] },
  call: { at: ["src/datasources/call.ts"], types: ["model"] },
  "account settings": { at: ["src/datasources/account-config.ts"], packages: ["zod"] },
  port: { at: ["src/datasources/carrier.ts"], types: ["model", "call", "account settings", "zod"] },
  "mapping helpers": { at: ["src/datasources/mapping/"], types: ["model"] },
  operation: {
    at: ["src/datasources/http/operation.ts", "src/datasources/http/verdict.ts"],
    types: ["errors", "zod"],
  },
  sender: {
    at: ["src/datasources/http/"],
    imports: ["errors", "redaction", "operation"],
    types: ["model", "call"],
    packages: ["undici", "zod", "node:"],
  },
  "a carrier's operations": {
    at: ["src/datasources/*/operations/", "src/datasources/*/failures.ts"],
    imports: ["operation", "mapping helpers"],
    types: ["errors"],
    packages: ["zod"],
  },
  "a carrier's mapping": {
    at: ["src/datasources/*/mapping/"],
    imports: ["model", "mapping helpers"],
    types: ["a carrier's operations"],
  },
  "a carrier": {
    at: ["src/datasources/*/"],
    imports: [
      "model",
      "errors",
      "account settings",
      "mapping helpers",
      "operation",
      "sender",
      "a carrier's operations",
      "a carrier's mapping",
    ],
    types: ["port"],
    packages: ["zod"],
  },
  accounts: {
    at: ["src/datasources/accounts.ts", "src/datasources/health.ts"],
    imports: ["model", "errors"],
    types: ["call", "port", "account settings"],
  },
  "list of carriers": {
    at: ["src/datasources/carriers.ts"],
    imports: ["account settings", "a carrier"],
    types: ["model", "port", "accounts", "zod"],
  },

  // The graph
  listing: {
    at: ["src/listing/"],
    imports: ["errors", "ids"],
    types: ["model", "port", "accounts"],
    packages: ["zod"],
  },
  loaders: { at: ["src/loaders/"], types: ["model", "port", "accounts"], packages: ["dataloader"] },
  context: {
    at: ["src/context.ts"],
    imports: ["loaders"],
    types: ["model", "ids", "port", "accounts", "@apollo/server"],
  },
  schema: { at: ["src/schema/"], imports: ["model", "errors"], packages: ["type-graphql", "graphql"] },
  resolvers: {
    at: ["src/resolvers/"],
    imports: ["model", "errors", "ids", "listing", "loaders", "schema"],
    types: ["context"],
    packages: ["type-graphql"],
  },
  graph: {
    at: ["src/build-schema.ts"],
    imports: ["schema", "resolvers"],
    packages: ["type-graphql", "graphql", "@apollo/subgraph", "@graphql-tools/utils", "reflect-metadata"],
  },
  "error format": {
    at: ["src/format-error.ts"],
    imports: ["errors", "redaction"],
    packages: ["graphql", "@apollo/server"],
  },

  // The program
  "inbound HTTP": {
    at: ["src/server.ts", "src/http/"],
    types: ["call"],
    packages: [
      "fastify",
      "@fastify/static",
      "@apollo/server",
      "graphql",
      "graphql-jit",
      "@graphql-tools/utils",
      "pino",
      "prom-client",
      "node:",
    ],
  },
  log: { at: ["src/log.ts"], types: ["call"], packages: ["pino"] },
  "id secret": { at: ["src/id-secret.ts"], packages: ["node:"] },
  config: {
    at: ["src/config.ts"],
    imports: ["list of carriers"],
    types: ["accounts"],
    packages: ["zod", "node:"],
  },
  app: {
    at: ["src/app.ts"],
    imports: ["ids", "accounts", "context", "graph", "error format", "inbound HTTP", "log", "id secret"],
    types: ["config"],
    packages: ["node:"],
  },
  main: { at: ["src/main.ts"], imports: ["config", "log", "app"], packages: ["node:"] },

  // Beside the program, and strangers to it
  sandbox: { at: ["sandbox/"], packages: ["fastify", "zod", "node:"] },
  "GraphiQL page": { at: ["graphiql/"], packages: ["graphiql", "graphql", "react", "react-dom", "vite", "node:"] },
};
