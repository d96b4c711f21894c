import type { FastifyInstance } from "fastify";
import type { Outgoing } from "../exchange.js";
import { queryOf, receive, type Shared as SandboxShared } from "../receive.js";
import { failure, PLANS, type Refusal, TOKEN, UNAUTHORISED, voiceOf } from "./answers.js";
import { plansFor } from "./plans.js";
import type { Account, World } from "./state.js";
import { admit, formOf, grant } from "./tokens.js";

const PREFIX = "/payu";
export const API = `${PREFIX}/payu-nbc`;
export const TOKEN_PATH = `${PREFIX}/oauth/token`;

export interface Shared extends SandboxShared {
  /** The world as it is now; a reset puts another one in its place. */
  world(): World;
}

/** Mounts the token and the one call. */
export function mountPayu(app: FastifyInstance, shared: Shared): void {
  mountToken(app, shared);
  mountPlans(app, shared);
}

/** Who is not known is answered as the first account is. */
function refuser({ world }: Shared, account: Account | null, about: typeof PLANS | typeof TOKEN) {
  const { accounts, counter } = world();
  const settings = (account ?? accounts[0])?.settings;
  if (!settings) throw new Error("no account");
  world().counter += 1;
  return (refusal: Refusal): Outgoing =>
    failure(settings, about, refusal, `REF${String(counter + 1).padStart(9, "0")}`);
}

function mountToken(app: FastifyInstance, shared: Shared): void {
  app.post(TOKEN_PATH, (request, reply) => {
    const world = shared.world();
    const form = formOf(request);
    const account = world.accounts.find(({ clientId }) => clientId === form?.get("client_id")) ?? null;
    const refuse = refuser(shared, account, TOKEN);
    return receive(shared, request, reply, {
      carrier: "PAYU",
      operation: "token",
      path: TOKEN_PATH.slice(PREFIX.length),
      effect: "auth",
      account: account?.id ?? null,
      voice: voiceOf(refuse),
      run: () => {
        const result = grant(world, account, form, shared.clock.now());
        return "body" in result ? result : refuse(result);
      },
    });
  });
}

function mountPlans(app: FastifyInstance, shared: Shared): void {
  const operation = "getCustomizedRechargePlans";
  const path = `/v2/nbc/${operation}`;
  app.get(`${API}${path}`, (request, reply) => {
    const world = shared.world();
    const { account, refusal } = admit(request, world, shared.clock.now());
    const refuse = refuser(shared, account, PLANS);
    const isTyped = /^application\/json\b/i.test(request.headers["content-type"] ?? "");
    return receive(shared, request, reply, {
      carrier: "PAYU",
      operation,
      path,
      effect: "read",
      account: account?.id ?? null,
      voice: voiceOf(refuse),
      run: () => {
        if (refusal || !account) return refuse(refusal ?? UNAUTHORISED);
        if (!isTyped) return refuse({ reason: "Content-Type is needed", errorCode: "MEDIA_TYPE", status: 415 });
        const result = plansFor(world, account, queryOf(request));
        return "body" in result ? result : refuse(result);
      },
    });
  });
}
