import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { SandboxClock } from "./clock.js";
import type { FaultBook } from "./faults.js";
import type { LedgerEntry, RecordedCall } from "./types.js";

/** What the control calls act on. */
export interface Controlled {
  clock: SandboxClock;
  faults: FaultBook;
  calls: RecordedCall[];
  ledger: LedgerEntry[];
  /** A summary for people, per carrier. */
  summary(): Record<string, unknown>;
  /** Sets conditions of one carrier; says what is wrong by throwing a RangeError. */
  conditions(input: unknown): unknown;
  reset(): void;
}

const FaultBody = z.strictObject({
  operation: z.string().optional(),
  account: z.string().optional(),
  times: z.number().int().min(1).optional(),
  fault: z.union([z.string(), z.looseObject({ name: z.string() })]),
});
const ClockBody = z.strictObject({ advanceMs: z.number().min(0) });

const EXAMPLES = {
  faults: { operation: "GetEndpoints", account: "bics-eu", times: 1, fault: "status;status=503;retryAfter=2" },
  clock: { advanceMs: 60000 },
  conditions: { account: "bics-eu", enterprise: { balance: 0 } },
};

/** The calls under `/_sandbox`: for people and tests, not a part of any carrier. */
export function mountControl(app: FastifyInstance, it: Controlled): void {
  const time = (): string => new Date(it.clock.now()).toISOString();
  app.get("/_sandbox/state", () => ({ now: time(), faults: it.faults.list(), ...it.summary() }));
  app.get("/_sandbox/calls", () => ({ calls: it.calls }));
  app.delete("/_sandbox/calls", () => ({ forgotten: it.calls.splice(0).length }));
  app.get("/_sandbox/ledger", () => ({ ledger: it.ledger }));
  app.get("/_sandbox/faults", () => ({ faults: it.faults.list() }));
  app.post("/_sandbox/faults", (request, reply) =>
    attempt(reply, EXAMPLES.faults, () => {
      it.faults.add(parse(FaultBody, request.body));
      return { faults: it.faults.list() };
    }),
  );
  app.delete("/_sandbox/faults", () => {
    it.faults.clear();
    return { faults: [] };
  });
  app.post("/_sandbox/clock", (request, reply) =>
    attempt(reply, EXAMPLES.clock, () => {
      it.clock.advance(parse(ClockBody, request.body).advanceMs);
      return { now: time() };
    }),
  );
  app.post("/_sandbox/conditions", (request, reply) =>
    attempt(reply, EXAMPLES.conditions, () => it.conditions(body(request.body))),
  );
  app.post("/_sandbox/reset", () => {
    it.reset();
    return { now: time() };
  });
}

function body(raw: unknown): unknown {
  if (typeof raw !== "string" || raw === "") throw new RangeError("a JSON body is needed");
  try {
    return JSON.parse(raw);
  } catch {
    throw new RangeError("the body is not JSON");
  }
}

function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(body(raw));
  if (result.success) return result.data;
  throw new RangeError(z.prettifyError(result.error));
}

function attempt(reply: FastifyReply, example: unknown, act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return reply.code(400).send({ error: error.message, example });
  }
}
