import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SandboxClock } from "../clock.js";
import { exchange, type Outgoing } from "../exchange.js";
import type { FaultBook } from "../faults.js";
import type { LedgerEntry, RecordedCall } from "../types.js";
import { empty, json, voice } from "./answers.js";
import { admit } from "./gate.js";
import { settle, start } from "./jobs.js";
import { JOB_REQUESTS, read, StatusRequest } from "./requests.js";
import { ACTIONS, type Account, type Action, type Sim, type World } from "./state.js";

export const PREFIX = "/nexcon/api/v1";

/** What the platform shares with the rest of the sandbox. */
export interface Shared {
  clock: SandboxClock;
  faults: FaultBook;
  calls: RecordedCall[];
  ledger: LedgerEntry[];
  /** The world as it is now; a reset puts another one in its place. */
  world(): World;
  stop: AbortSignal;
}

/** Mounts the five routes. */
export function mountNexcon(app: FastifyInstance, shared: Shared): void {
  for (const action of ACTIONS)
    mount(app, shared, action, "write", (account, body) => job(shared, action, account, body));
  mount(app, shared, "status", "read", (account, body) => {
    const request = read(StatusRequest, body);
    if ("refusal" in request) return request.refusal;
    const sim = account.sims.get(request.input.icc);
    return sim ? json(200, viewOf(sim)) : empty(404);
  });
}

type Handle = (account: Account, body: unknown) => Outgoing | Promise<Outgoing>;

function mount(app: FastifyInstance, shared: Shared, name: string, effect: RecordedCall["effect"], handle: Handle) {
  const path = `/simcard/${name}`;
  app.post(`${PREFIX}${path}`, async (request, reply) => {
    const world = shared.world();
    settle({ world, clock: shared.clock });
    const { account, refusal } = admit(request, world);
    const call = record(shared, { operation: name, path, effect, account: account?.id ?? null });
    const faults = strike(shared.faults, call, request, reply);
    if (!faults) return reply;
    const run = () => (refusal || !account ? (refusal ?? empty(401)) : handle(account, request.body));
    call.code = await exchange({ request, reply, faults, voice, run });
    return reply;
  });
}

function record(
  { clock, calls }: Shared,
  part: Pick<RecordedCall, "operation" | "path" | "effect" | "account">,
): RecordedCall {
  const call = { carrier: "NEXCON", method: "POST", query: {}, at: clock.now(), code: null, ...part };
  calls.push(call);
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

async function job(shared: Shared, action: Action, account: Account, body: unknown): Promise<Outgoing> {
  const request = read(JOB_REQUESTS[action], body);
  if ("refusal" in request) return request.refusal;
  const { clock, ledger, stop } = shared;
  const commit = (icc: string): void => {
    ledger.push({
      carrier: "NEXCON",
      operation: action,
      account: account.id,
      target: icc,
      at: clock.now(),
      charged: 0,
    });
  };
  return start({ world: shared.world(), clock, stop, commit }, account, action, request.input);
}

const viewOf = ({ status, printedStatus, tags, countryCode, msisdn, product, pool }: Sim) => ({
  status: printedStatus === undefined ? status : printedStatus,
  tags,
  countryCode,
  msisdn,
  product,
  pool,
});
