import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Bundles the page with its fonts and workers into `dist/graphiql`, to be served below `/graphiql/`. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/graphiql/",
  logLevel: "warn",
  build: {
    outDir: fileURLToPath(new URL("../dist/graphiql", import.meta.url)),
    emptyOutDir: true,
    // Monaco alone is 2.8 MB; the page loads it after the first paint.
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: {
      onLog(level, log, report) {
        // Libraries mark files "use client" for servers that render React; there is none here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
});
