import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SandboxClock } from "../clock.js";
import { type CarrierVoice, exchange, type Outgoing } from "../exchange.js";
import type { FaultBook } from "../faults.js";
import type { LedgerEntry, RecordedCall } from "../types.js";
import { type Answer, envelope, fail, insufficientPrivilege, type Layout } from "./answer.js";
import { admit, authorizationFailed, type Caller, jsonType } from "./gate.js";
import { login } from "./login.js";
import type { Operation } from "./operation.js";
import { OPERATIONS } from "./operations.js";
import type { World } from "./state.js";
import { createTokens, type Tokens } from "./tokens.js";

export const PREFIX = "/bics/api";

/** What the platform shares with the rest of the sandbox. */
export interface Shared {
  clock: SandboxClock;
  faults: FaultBook;
  calls: RecordedCall[];
  ledger: LedgerEntry[];
  /** The world as it is now; a reset puts another one in its place. */
  world(): World;
}

interface Route {
  name: string;
  method: "GET" | "POST" | "PATCH";
  path: string;
  effect: RecordedCall["effect"];
  layout: Layout;
}

/** Mounts every route of the platform. */
export function mountBics(app: FastifyInstance, shared: Shared): void {
  const tokens = createTokens(shared.clock);
  for (const operation of OPERATIONS) {
    mount(app, shared, operation, (request, turn) => {
      const caller = admit(request, shared.world(), tokens, turn, false);
      return { caller, run: () => perform(shared, operation, caller, request, turn) };
    });
  }
  mountAuth(app, shared, tokens);
}

function mountAuth(app: FastifyInstance, shared: Shared, tokens: Tokens): void {
  const route = { effect: "auth", layout: "code-first" } as const;
  mount(app, shared, { ...route, name: "login", method: "POST", path: "/login" }, (request, turn) => {
    const result = login(shared.world(), readInput(request));
    const caller: Caller = { enterprise: result.enterprise, refusal: jsonType(request) };
    const refusal = caller.refusal ?? (result.enterprise ? null : authorizationFailed(turn));
    return { caller, run: () => refusal ?? bare(tokens.issue(result.enterprise?.account ?? "")) };
  });
  mount(app, shared, { ...route, name: "RefreshToken", method: "GET", path: "/RefreshToken" }, (request, turn) => {
    const caller = admit(request, shared.world(), tokens, turn, true);
    return { caller, run: () => caller.refusal ?? bare(tokens.issue(caller.enterprise?.account ?? "")) };
  });
}

/** The tokens are answered without the envelope of everything else. */
const bare = (tokens: Record<string, string>): Outgoing => ({ status: 200, body: JSON.stringify(tokens), code: null });

type Prepare = (request: FastifyRequest, turn: number) => { caller: Caller; run(): Answer | Outgoing };

function mount(app: FastifyInstance, shared: Shared, route: Route, prepare: Prepare): void {
  app.route({
    method: route.method,
    url: `${PREFIX}${route.path}`,
    handler: async (request, reply) => {
      settle(shared);
      const turn = ++shared.world().counters.response;
      const { caller, run } = prepare(request, turn);
      const call = record(shared, route, request, caller);
      const wrap = (answer: Answer): Outgoing => envelope(answer, route.layout, turn, shared.clock.now());
      const faults = strike(shared.faults, call, request, reply);
      if (!faults) return reply;
      const perform = (): Outgoing => {
        const result = run();
        return "body" in result ? result : wrap(result);
      };
      call.code = await exchange({ request, reply, faults, voice: voice(wrap, turn), run: perform });
      return reply;
    },
  });
}

function record(shared: Shared, route: Route, request: FastifyRequest, caller: Caller): RecordedCall {
  const call: RecordedCall = {
    carrier: "BICS",
    operation: route.name,
    method: route.method,
    path: route.path,
    query: readQuery(request),
    effect: route.effect,
    account: caller.enterprise?.account ?? null,
    at: shared.clock.now(),
    code: null,
  };
  shared.calls.push(call);
  return call;
}

/** Faults for this call; a header that cannot be read is answered at once, since it is the tester's mistake. */
function strike(faults: FaultBook, call: RecordedCall, request: FastifyRequest, reply: FastifyReply) {
  const header = request.headers["x-sandbox-fault"];
  try {
    return faults.take({ ...call, header: typeof header === "string" ? header : undefined });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reply.code(400).send({ error: error.message, example: "x-sandbox-fault: status;status=503;retryAfter=2" });
    return null;
  }
}

const voice = (wrap: (answer: Answer) => Outgoing, turn: number): CarrierVoice => ({
  expiredToken: () => wrap(authorizationFailed(turn)),
  rateLimited: () => wrap(fail("1", "Rate limit exceeded, please try again later")),
  chosen: ({ outer, code, description }) => wrap({ outer, code, text: description }),
});

function perform(shared: Shared, operation: Operation, caller: Caller, request: FastifyRequest, turn: number): Answer {
  const { enterprise, refusal } = caller;
  if (refusal || !enterprise) return refusal ?? authorizationFailed(turn, 401);
  if (operation.category === "endpoint" && enterprise.kind === "reseller") return insufficientPrivilege;
  const now = shared.clock.now();
  const world = shared.world();
  const call = {
    world,
    enterprise,
    now,
    turn,
    commit: (target: string, charged = 0) => {
      shared.ledger.push({
        carrier: "BICS",
        operation: operation.name,
        account: enterprise.account,
        target,
        at: now,
        charged,
      });
    },
    uniqueId: () => String(++world.counters.uniqueId),
    later: (delayMs: number, finish: (at: number) => void) => {
      world.due.push({ at: now + delayMs, finish });
    },
  };
  return operation.run(call, operation.method === "GET" ? readQuery(request) : readInput(request));
}

/** Finishes what has fallen due, in the order in which it was to happen. */
function settle(shared: Shared): void {
  const world = shared.world();
  const now = shared.clock.now();
  const ready = world.due.filter((due) => due.at <= now).sort((a, b) => a.at - b.at);
  world.due = world.due.filter((due) => due.at > now);
  for (const due of ready) due.finish(due.at);
}

const readQuery = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(new URL(request.url, "http://sandbox").searchParams);

/** The body as sent; what is not JSON reads as nothing, so that its root object is found missing. */
function readInput(request: FastifyRequest): unknown {
  if (typeof request.body !== "string") return undefined;
  try {
    return JSON.parse(request.body);
  } catch {
    return undefined;
  }
}
