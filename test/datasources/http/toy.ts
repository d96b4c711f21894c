import { z } from "zod";
import type { CallContext, CallRecord } from "../../../src/datasources/call.js";
import { CarrierClient, type ClientOptions, type Protocol } from "../../../src/datasources/http/client.js";
import { type Operation, operation } from "../../../src/datasources/http/operation.js";
import { TokenCache } from "../../../src/datasources/http/token.js";
import { httpVerdict, type Reply, type Verdict } from "../../../src/datasources/http/verdict.js";
import { checkedBy } from "../../../src/datasources/shapes.js";
import { Failure } from "../../../src/errors.js";
import { type Answer, json } from "../../support/scripted-answers.js";
import { type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";

const Answered = z.object({ ok: z.boolean(), code: z.string(), message: z.string().nullish() });

const login = operation({
  name: "Login",
  doc: "toy",
  effect: "read",
  auth: "none",
  method: "POST",
  path: "/login",
  body: z.strictObject({ user: z.string(), password: z.string() }),
  answers: { "2xx": checkedBy(z.object({ token: z.string(), livesMs: z.number() })) },
  codes: { done: ["0"] },
  timeoutMs: 5_000,
  repeat: "safe",
});

const common = { doc: "toy", auth: "token", timeoutMs: 5_000 } as const;

/** A read that may be repeated. */
export const readLine = operation({
  ...common,
  name: "ReadLine",
  effect: "read",
  method: "GET",
  path: "/lines/{lineId}",
  answers: { "2xx": checkedBy(z.object({ data: z.object({ name: z.string() }) })) },
  codes: { done: ["0"], empty: ["404"], failed: { "17": "NOT_FOUND" } },
  repeat: "safe",
});

/** The same read, of which nobody knows whether it may be repeated. */
export const readLineOnce = operation({ ...readLine, repeat: "never" });

/** A write with every kind of code. */
export const suspendLine = operation({
  ...common,
  name: "SuspendLine",
  effect: "write",
  method: "POST",
  path: "/lines/{lineId}/suspend",
  body: z.strictObject({ reason: z.string() }),
  answers: { "2xx": checkedBy(z.object({ data: z.object({ name: z.string() }) })) },
  codes: {
    done: ["0"],
    pending: ["202"],
    already: ["9"],
    empty: ["404"],
    unknown: ["99"],
    failed: { "17": "NOT_FOUND" },
  },
  repeat: "never",
});

export const accepted = (code = "0", message: string | null = null): Answer =>
  json({ ok: true, code, message, data: { name: "Ada" } });

export const refused = (code: string, message: string | null = null): Answer => json({ ok: false, code, message });

export const issued = (token: string, livesMs = 600_000): Answer => json({ ok: true, code: "0", token, livesMs });

export const PASSWORD = "correct-horse";

function judge(reply: Reply, { auth }: Operation): Verdict {
  const refusal = { is: "refused", failure: "CARRIER_AUTH_FAILED", code: "401", message: null } as const;
  if (reply.status === 401) return auth === "token" ? { is: "expired" } : refusal;
  const byHttp = httpVerdict(reply);
  if (byHttp) return byHttp;
  const parsed = Answered.safeParse(reply.json);
  if (!parsed.success) return { is: "unreadable", why: "no object of the usual shape" };
  const { ok, code, message } = parsed.data;
  return { is: "code", code, accepted: ok, message: message ?? null };
}

/** A carrier with a bearer token that a login obtains and a code in every answer. */
export const toyProtocol = (client: CarrierClient): Protocol => {
  const tokens = new TokenCache(
    async () => {
      const { answer } = await client.call(login, { body: { user: "ada", password: PASSWORD } }, aContext());
      if (answer === null) throw new Failure("INTERNAL", "no token");
      return { value: answer.token, expiresAt: Date.now() + answer.livesMs };
    },
    (error) => error instanceof Failure && error.code === "CARRIER_AUTH_FAILED",
  );
  return {
    token: () => tokens.get(),
    expire: (token) => tokens.expire(token),
    headers: (_, token) => ({
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    }),
    judge,
  };
};

export const aContext = (context: Partial<CallContext> = {}): CallContext => ({
  requestId: "request-1",
  signal: new AbortController().signal,
  deadlineAt: Date.now() + 15_000,
  ...context,
});

export interface Toy extends AsyncDisposable {
  readonly carrier: ScriptedCarrier;
  readonly client: CarrierClient;
  readonly records: CallRecord[];
  /** What a call of this operation ended with: its outcome or its Failure. */
  suspend(context?: Partial<CallContext>): Promise<unknown>;
  read(context?: Partial<CallContext>): Promise<unknown>;
}

type Options = Partial<Omit<ClientOptions, "carrier" | "account" | "observe">> & {
  readonly protocol?: (client: CarrierClient) => Protocol;
};

/** A client and the carrier it calls. Logins are answered; everything else by `carrier.answer` or `onRequest`. */
export async function aToy({ protocol = toyProtocol, ...options }: Options = {}): Promise<Toy> {
  const carrier = await startScriptedCarrier();
  carrier.serve("/login", () => issued("token-1"));
  const records: CallRecord[] = [];
  const client = new CarrierClient(
    {
      carrier: "BICS",
      account: "toy",
      baseUrl: carrier.baseUrl,
      limits: { concurrency: 8 },
      observe: (record) => records.push(record),
      ...options,
    },
    protocol,
  );
  return {
    carrier,
    client,
    records,
    suspend: (context) =>
      client
        .call(suspendLine, { params: { lineId: "7" }, body: { reason: "lost" } }, aContext(context))
        .catch((error: unknown) => error),
    read: (context) =>
      client.call(readLine, { params: { lineId: "7" } }, aContext(context)).catch((error: unknown) => error),
    async [Symbol.asyncDispose]() {
      await client.close();
      await carrier.stop();
    },
  };
}
