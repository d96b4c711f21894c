import type { FastifyRequest } from "fastify";
import type { Outgoing } from "../exchange.js";
import { CREDENTIALS, failure, mandatory, TOKEN, unsupportedType, VALIDATION } from "./answers.js";
import type { Input, Operation } from "./operation.js";
import { isPassword } from "./secrets.js";
import type { Account, World } from "./state.js";

/** Who is calling, and the refusal that this alone leads to. */
export interface Caller {
  account: Account | null;
  refusal: Outgoing | null;
}

/** Checks the media type, the bearer and the credentials, as far as the operation has them. */
export function admit(request: FastifyRequest, operation: Operation, input: Input, world: World, now: number): Caller {
  const { credentials } = operation;
  const isTyped = request.method === "GET" || /^application\/json\b/i.test(request.headers["content-type"] ?? "");
  const named = credentials && world.accounts.find((account) => credentials.of(account) === input[credentials.user]);
  const candidate = named ?? operation.ownerOf(world, input);
  if (!isTyped) return { account: candidate, refusal: unsupportedType };
  if (!operation.needsBearer) return { account: candidate, refusal: credentialRefusal(operation, input, candidate) };
  const { account, isGood } = bearer(request, world, now);
  if (isGood) return { account, refusal: credentialRefusal(operation, input, account) };
  const refused = account ?? candidate;
  return { account: refused, refusal: failure(TOKEN, null, {}, refused?.settings.tokenRefusal) };
}

function bearer({ headers }: FastifyRequest, { tokens }: World, now: number) {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
  const known = token === undefined ? undefined : tokens.get(token);
  return { account: known?.account ?? null, isGood: known !== undefined && now < known.until };
}

function credentialRefusal({ credentials, fail }: Operation, input: Input, account: Account | null): Outgoing | null {
  if (!credentials) return null;
  const { [credentials.user]: user, [credentials.password]: password } = input;
  if (user === undefined || user === "") return fail(VALIDATION, mandatory(credentials.user));
  if (password === undefined || password === "") return fail(VALIDATION, mandatory(credentials.password));
  const isRight = account && credentials.of(account) === user && isPassword(account, String(password));
  return isRight ? null : fail(CREDENTIALS);
}
