import { defineConfig } from "vitest/config";

export default defineConfig({
  // type-graphql (CommonJS) and the tests (ESM) must meet in one copy of graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
