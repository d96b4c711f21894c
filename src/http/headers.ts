import type { IncomingHttpHeaders } from "node:http";

/** A request that is not answered because of its headers. Fastify answers it by the status, and shows the message. */
class BadRequest extends Error {
  readonly statusCode = 400;
}

const CALLER_HEADER = "x-requested-by";
const CALLER = /^[\w.@:-]{1,128}$/;
const ANONYMOUS = "anonymous";

/**
 * Who asks, in the words of the gateway in front; `anonymous` where it says nothing. Idempotency keys are each caller's own:
 * throws BadRequest for a name that cannot be taken, in place of answering it as somebody else.
 */
export function callerOf({ [CALLER_HEADER]: name }: IncomingHttpHeaders): string {
  if (name === undefined) return ANONYMOUS;
  if (typeof name === "string" && CALLER.test(name)) return name;
  throw new BadRequest(`${CALLER_HEADER}: must be 1 to 128 letters, digits and . _ @ : - of one name.`);
}

/** What a socket or a stream is opened by. Throws BadRequest also for a header of a plugin, which it would pass by. */
export function checkStreamed(headers: IncomingHttpHeaders, pluginHeaders: readonly string[]): void {
  callerOf(headers);
  const [passedBy] = pluginHeaders.filter((name) => name in headers);
  if (passedBy !== undefined) throw new BadRequest(`${passedBy}: is answered at /graphql only; nothing was executed.`);
}
