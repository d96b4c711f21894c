import type { FastifyInstance, FastifyRequest } from "fastify";
import { queryOf, receive, type Shared as SandboxShared } from "../receive.js";
import { VALIDATION, voiceOf } from "./answers.js";
import { admit } from "./gate.js";
import type { Call, Input, Operation } from "./operation.js";
import { ROUTES } from "./routes.js";
import type { Account, World } from "./state.js";
import { localTime } from "./times.js";

export const PREFIX = "/nextcomm/NextComm_Rchrg/api/default";

export interface Shared extends SandboxShared {
  /** The world as it is now; a reset puts another one in its place. */
  world(): World;
}

/** Mounts the ten addresses of the eleven operations. */
export function mountNextcomm(app: FastifyInstance, shared: Shared): void {
  for (const { method, path, operationFor } of ROUTES) {
    app.route({
      method,
      url: `${PREFIX}${path}`,
      handler: (request, reply) => {
        const input = method === "GET" ? queryOf(request) : bodyOf(request);
        const operation = operationFor(input ?? {});
        const { account, refusal } = admit(request, operation, input ?? {}, shared.world(), shared.clock.now());
        return receive(shared, request, reply, {
          carrier: "NEXTCOMM",
          operation: operation.name,
          path,
          effect: operation.effect,
          account: account?.id ?? null,
          voice: voiceOf(account?.settings.tokenRefusal ?? 200),
          run: () => {
            if (!input) return operation.fail(VALIDATION, "The Request is not a JSON object !!!");
            if (refusal) return refusal;
            return operation.run(callOf(shared, operation, account), withoutCredentials(operation, input));
          },
        });
      },
    });
  }
}

/** Only an enquiry may come from nobody: its number is nobody's, so that any account will do. */
function callOf({ clock, ledger, world }: Shared, { name }: Operation, caller: Account | null): Call {
  const account = caller ?? world().accounts[0];
  if (!account) throw new Error("no account");
  const now = clock.now();
  const known = { carrier: "NEXTCOMM", operation: name, account: account.id };
  return {
    world: world(),
    account,
    now,
    localNow: localTime(now, account.timeZone),
    commit: (target, charged = 0) => {
      ledger.push({ ...known, target, at: now, charged });
    },
    keep: (transaction) => {
      world().transactions.push({ account: account.id, operation: name, ...transaction });
    },
  };
}

function withoutCredentials({ credentials }: Operation, input: Input): Input {
  if (!credentials) return input;
  const { [credentials.user]: _user, [credentials.password]: _password, ...rest } = input;
  return rest;
}

/** The body as an object; null when it is none. */
function bodyOf({ body }: FastifyRequest): Input | null {
  if (typeof body !== "string") return null;
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : null;
  } catch {
    return null;
  }
}
