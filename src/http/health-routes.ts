import type { FastifyInstance } from "fastify";

/** Whether requests can be answered, and what that depends on. */
export interface Readiness {
  readonly ok: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `/health/live`: the process runs. `/health/ready`: 200 where it may be sent requests, else 503; never cached. */
export function healthRoutes(app: FastifyInstance, ready: () => Readiness): void {
  app.get("/health/live", (_request, reply) => reply.header("cache-control", "no-store").send({ ok: true }));
  app.get("/health/ready", (_request, reply) => {
    const { ok, detail } = ready();
    return reply
      .header("cache-control", "no-store")
      .code(ok ? 200 : 503)
      .send({ ok, detail });
  });
}
