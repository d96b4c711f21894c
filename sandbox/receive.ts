import type { FastifyReply, FastifyRequest } from "fastify";
import type { SandboxClock } from "./clock.js";
import { type CarrierVoice, exchange, type Outgoing } from "./exchange.js";
import type { FaultBook } from "./faults.js";
import type { LedgerEntry, RecordedCall } from "./types.js";

/** What a carrier shares with the rest of the sandbox. */
export interface Shared {
  clock: SandboxClock;
  faults: FaultBook;
  calls: RecordedCall[];
  ledger: LedgerEntry[];
}

/** A call as its carrier has understood it. */
export interface Received extends Pick<RecordedCall, "carrier" | "operation" | "path" | "effect" | "account"> {
  voice: CarrierVoice;
  /** Does what the operation does; called at most once. */
  run(): Outgoing;
}

/** Writes a call down, lets the faults for it strike, and answers it. */
export async function receive(
  { clock, faults, calls }: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  { voice, run, ...part }: Received,
): Promise<FastifyReply> {
  const { method } = request;
  const call: RecordedCall = { method, query: queryOf(request), at: clock.now(), code: null, ...part };
  calls.push(call);
  const striking = strike(faults, call, request, reply);
  if (striking) call.code = await exchange({ request, reply, faults: striking, voice, run });
  return reply;
}

/** A header that cannot be read is answered at once, since it is the tester's mistake. */
function strike(faults: FaultBook, { operation, account }: RecordedCall, request: FastifyRequest, reply: FastifyReply) {
  const header = request.headers["x-sandbox-fault"];
  try {
    return faults.take({ operation, account, header: typeof header === "string" ? header : undefined });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reply.code(400).send({ error: error.message, example: "x-sandbox-fault: status;status=503;retryAfter=2" });
    return null;
  }
}

/** The query, each name once. */
export const queryOf = ({ url }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(new URL(url, "http://sandbox").searchParams);
