import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { CallbackResult, Message } from "../model/callback.js";
import { bodyOf, keptHeaders } from "./callback-body.js";

export interface NotificationOptions {
  /** The account that an address without one is of; null where there is not exactly one that it could be. */
  readonly onlyAccount: string | null;
  /** Whether somebody who shows this knows the account's secret; null for an account that has no such addresses. */
  readonly isAuthentic: (account: string, given: string | null) => boolean | null;
  /** Keeps a message; it is answered once this resolves. */
  readonly receive: (message: Message) => Promise<CallbackResult>;
  readonly count: (account: string, result: CallbackResult) => void;
}

/** Reach, page 2.3: where its platform calls. */
const CHANNELS = {
  "/apisvc/v0/notification": "EVENTS",
  "/apisvc/v0/notification/callback": "RESULTS",
} as const satisfies Record<string, Message["channel"]>;

type Request = FastifyRequest<{ Params: { readonly account?: string } }>;

/**
 * The addresses that a carrier has fixed, as they are where one account only has them, and below `/callbacks/:account`
 * always. What is authentic is answered by 200 once it is kept, whatever it says: the carrier would only send it again.
 */
export function notificationsRoute(app: FastifyInstance, options: NotificationOptions): void {
  for (const [path, channel] of Object.entries(CHANNELS)) {
    for (const url of [path, `/callbacks/:account${path}`]) {
      // Before anything looks at the body: what is sent need be no JSON.
      app.post(url, {
        onRequest: (request: Request, reply: FastifyReply) => answer(options, channel, request, reply),
        handler: () => {},
      });
    }
  }
}

async function answer(
  options: NotificationOptions,
  channel: Message["channel"],
  request: Request,
  reply: FastifyReply,
) {
  const account = request.params.account ?? options.onlyAccount ?? "";
  const { result, isRead } = await take(options, account, channel, request);
  if (!isRead) reply.header("connection", "close");
  options.count(account, result);
  if (result === "unknown") return reply.code(404).send();
  if (result === "unauthentic") return reply.code(401).send();
  if (result === "unavailable") return reply.code(503).header("retry-after", "10").send();
  return reply.code(200).send();
}

interface Taken {
  readonly result: CallbackResult;
  /** False: its end is not read any more, and goes with the connection. */
  readonly isRead: boolean;
}

async function take(
  { isAuthentic, receive }: NotificationOptions,
  account: string,
  channel: Message["channel"],
  request: Request,
): Promise<Taken> {
  const known = secretsIn(request).map((given) => isAuthentic(account, given));
  if (known.includes(null)) return { result: "unknown", isRead: false };
  if (!known.includes(true)) return { result: "unauthentic", isRead: false };
  const { body, isRead } = await bodyOf(request.raw);
  const message = { account, channel, headers: keptHeaders(request), body };
  return { result: await receive(message).catch(() => "unavailable" as const), isRead };
}

/** Everything that may be the secret: of the address, of a header, the password of Basic; null for nothing. */
function secretsIn({ url, headers }: Request): readonly (string | null)[] {
  const own = headers["x-callback-secret"];
  const [scheme = "", credentials = ""] = headers.authorization?.split(" ") ?? [];
  const basic = scheme.toLowerCase() === "basic" ? Buffer.from(credentials, "base64").toString("utf8") : "";
  return [
    ...new URLSearchParams(url.split("?").slice(1).join("?")).getAll("secret"),
    ...(typeof own === "string" ? [own] : []),
    ...(basic.includes(":") ? [basic.slice(basic.indexOf(":") + 1)] : []),
    null,
  ];
}
