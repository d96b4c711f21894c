import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Fault } from "./faults.js";

/** An answer before it is sent. `code` is what the call log shows. */
export interface Outgoing {
  status: number;
  body: string;
  contentType?: string;
  code: string | null;
}

/** How one carrier words the faults that are an answer of the carrier rather than of the network. */
export interface CarrierVoice {
  expiredToken(): Outgoing;
  rateLimited(): Outgoing;
  chosen(fault: Extract<Fault, { name: "code" }>): Outgoing;
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  faults: readonly Fault[];
  voice: CarrierVoice;
  /** Does what the operation does; called at most once. */
  run(): Outgoing | Promise<Outgoing>;
}

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

const STATUS_TEXT: Record<number, string> = {
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** Runs one call through its faults and answers it. Returns the inner code that was answered, if any. */
export async function exchange({ request, reply, faults, voice, run }: Exchange): Promise<string | null> {
  for (const fault of faults) if (fault.name === "latency") await sleep(fault.ms);
  const fault = faults.find((candidate) => candidate.name !== "latency");
  if (fault && "applied" in fault && fault.applied) await run();
  switch (fault?.name) {
    case "hang":
      reply.hijack();
      return null;
    case "reset-before":
      return hangUp(request, reply);
    case "reset-after":
      await run();
      return hangUp(request, reply);
    case "status":
      if (fault.retryAfter !== undefined) reply.header("retry-after", fault.retryAfter);
      return send(reply, htmlPage(fault.status, `${fault.status} ${STATUS_TEXT[fault.status] ?? "Error"}`));
    case "html200":
      return send(reply, htmlPage(200, "Scheduled maintenance"));
    case "expired-token":
      return send(reply, voice.expiredToken());
    case "rate-limit":
      return send(reply, voice.rateLimited());
    case "code":
      return send(reply, voice.chosen(fault));
    default:
      return send(reply, spoil(await run(), fault));
  }
}

/** The answers that are spoilt after the operation has taken effect. */
function spoil(out: Outgoing, fault: Fault | undefined): Outgoing {
  switch (fault?.name) {
    case "truncated":
      return { ...out, body: out.body.slice(0, Math.floor(out.body.length / 2)) };
    case "empty":
      return { ...out, body: "" };
    case "wrong-type":
      return { ...out, body: '{"Response":[42,"not an object"]}' };
    default:
      return out;
  }
}

function htmlPage(status: number, title: string): Outgoing {
  return { status, body: page(title), contentType: "text/html; charset=utf-8", code: null };
}

function hangUp(request: FastifyRequest, reply: FastifyReply): null {
  reply.hijack();
  request.raw.socket.destroy();
  return null;
}

async function send(reply: FastifyReply, out: Outgoing): Promise<string | null> {
  await reply
    .code(out.status)
    .type(out.contentType ?? "application/json;charset=UTF-8")
    .send(out.body);
  return out.code;
}
