import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Outgoing } from "../exchange.js";
import { queryOf, receive, type Shared } from "../receive.js";
import { envelope, fromGateway, invalid, Refusal, voice } from "./answers.js";
import { tell } from "./callbacks.js";
import { admit } from "./gate.js";
import { later, settle } from "./jobs.js";
import type { Call } from "./operation.js";
import { OPERATIONS, type RoutedOperation } from "./operations.js";
import { ledgerMoney } from "./pricing.js";
import type { Account, World } from "./state.js";

export const PREFIX = "/reach";

/** The platform's share of the sandbox. */
export interface Reach extends Shared {
  /** The world as it is now; a reset puts another one in its place. */
  world(): World;
  stop: AbortSignal;
}

/** Mounts every route of the platform. */
export function mountReach(app: FastifyInstance, reach: Reach): void {
  const routes = Map.groupBy(OPERATIONS, ({ method, path }) => `${method} ${path}`);
  for (const operations of routes.values()) {
    const [{ method, path } = { method: "GET", path: "" }] = operations;
    app.route({
      method,
      url: `${PREFIX}${path}`,
      handler: (request, reply) => {
        const world = reach.world();
        settle({ world, clock: reach.clock });
        const operation = chosen(operations, queryOf(request));
        const { account, refusal, retryAfter } = admit(request, world);
        if (retryAfter) reply.header("retry-after", retryAfter);
        const run = (): Outgoing => {
          if (refusal || !account) return refusal ?? fromGateway(401, "Unauthorized");
          return perform(reach, account, operation, request);
        };
        const { name, effect } = operation;
        const path = new URL(request.url, "http://sandbox").pathname.slice(PREFIX.length);
        const part = { carrier: "REACH", operation: name, path, effect, account: account?.id ?? null };
        return receive(reach, request, reply, { ...part, voice, run });
      },
    });
  }
}

/** Of two operations with one address, that whose mark is in the query. */
function chosen(operations: readonly RoutedOperation[], query: Readonly<Record<string, string>>): RoutedOperation {
  const found =
    operations.find(({ onlyWith }) => onlyWith !== undefined && onlyWith in query) ??
    operations.find(({ onlyWith }) => onlyWith === undefined) ??
    operations[0];
  if (!found) throw new Error("a route without an operation");
  return found;
}

/** The address at which the caller has reached the platform. */
export const originOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}${PREFIX}`;

/** What a handler works with. */
export function callOf(reach: Reach, account: Account, operation: string, origin: string): Call {
  const { clock, ledger, stop } = reach;
  const timed = { world: reach.world(), clock };
  return {
    account,
    now: clock.now(),
    origin,
    commit: (target, cents = 0) => {
      const at = clock.now();
      const entry = { carrier: "REACH", operation, account: account.id, target, at, charged: ledgerMoney(cents) };
      ledger.push(entry);
      return entry;
    },
    later: (delayMs, run) => later(timed, delayMs, run),
    tell: (told) => tell({ ...timed, stop }, account, told),
  };
}

function perform(reach: Reach, account: Account, operation: RoutedOperation, request: FastifyRequest): Outgoing {
  try {
    const call = callOf(reach, account, operation.name, originOf(request));
    return envelope(operation.run(call, inputOf(operation, request)), operation.isBare);
  } catch (error) {
    if (error instanceof Refusal) return envelope(error.answer, operation.isBare);
    throw error;
  }
}

function inputOf({ from }: RoutedOperation, request: FastifyRequest): Record<string, unknown> {
  const params = request.params as Record<string, string>;
  if (from === "nothing") return params;
  return { ...(from === "query" ? queryOf(request) : bodyOf(request)), ...params };
}

function bodyOf({ headers, body }: FastifyRequest): object {
  if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) {
    throw invalid({ "content-type": "must be application/json" });
  }
  const parsed = parse(body);
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw invalid({ body: "must be a JSON object" });
}

function parse(body: unknown): unknown {
  try {
    return typeof body === "string" ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
