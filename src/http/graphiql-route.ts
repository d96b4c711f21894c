import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<title>GraphiQL is being built</title>
<p>GraphiQL is being built. This page reloads itself every second until it is there.</p>
</html>
`;

/** GraphiQL's bundle below `/graphiql/`; while it is not there (yet), a page that says so and tries again. */
export async function graphiqlRoute(app: FastifyInstance, directory: string | undefined): Promise<void> {
  app.get("/", (_request, reply) => reply.redirect("/graphiql"));
  app.get("/graphiql", (_request, reply) => reply.redirect("/graphiql/"));
  app.get("/graphiql/", (_request, reply) => {
    const isBuilt = directory !== undefined && existsSync(join(directory, "index.html"));
    if (isBuilt) return reply.sendFile("index.html");
    return reply.code(503).header("retry-after", "1").type("text/html; charset=utf-8").send(NOT_BUILT);
  });
  if (directory === undefined) return;
  await app.register(fastifyStatic, {
    root: directory,
    prefix: "/graphiql/",
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => reply.header("cache-control", cacheControlOf(path)),
  });
}

/** Assets are named by their content and may be kept for ever; the page that names them may not. */
function cacheControlOf(path: string): string {
  return basename(dirname(path)) === "assets" ? "public, max-age=31536000, immutable" : "no-cache";
}
