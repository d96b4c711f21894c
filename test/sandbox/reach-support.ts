import type { Sandbox } from "../../sandbox/types.js";
import { at, call, type Reply } from "./support.js";

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One account of Reach, speaking nothing but HTTP. */
export interface ReachUser {
  id: string;
  /** `path` is what stands behind `/apisvc/v0`, or a whole path of another service. */
  send(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  specimen(name: string): string;
  /** `customerinfo` of a line. */
  info(customerId: string): Promise<unknown>;
  /** The state of a line, as it is printed. */
  status(customerId: string): Promise<unknown>;
  conditions(body: object): Promise<Reply>;
}

export const authorization = (jwt: string): string => `Basic ${Buffer.from(`clientapi|${jwt}`).toString("base64")}`;

export function accountOf(sandbox: Sandbox, id = "reach-us"): Sandbox["reach"]["accounts"][number] {
  const account = sandbox.reach.accounts.find((candidate) => candidate.id === id);
  if (!account) throw new Error(`no account ${id}`);
  return account;
}

export function reachUser(sandbox: Sandbox, id = "reach-us"): ReachUser {
  const { baseUrl, jwt, apiKey } = accountOf(sandbox, id);
  const usual = { authorization: authorization(jwt), "x-api-key": apiKey };
  const send: ReachUser["send"] = (method, path, body, headers = {}) =>
    call(`${baseUrl}${path.startsWith("/opssvc") ? path : `/apisvc/v0${path}`}`, {
      method,
      headers: { ...usual, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  const info: ReachUser["info"] = async (customerId) =>
    at((await send("GET", `/customerinfo?customerId=${customerId}`)).body, "data");
  return {
    id,
    send,
    specimen: (name) => {
      const found = sandbox.reach.specimens[id]?.[name];
      if (found === undefined) throw new Error(`no specimen ${name}`);
      return found;
    },
    info,
    status: async (customerId) => at(await info(customerId), "status"),
    conditions: (body) =>
      call(`${sandbox.url}/_sandbox/conditions`, { method: "POST", body: JSON.stringify({ account: id, ...body }) }),
  };
}

/** `data` of an answer, or a part of it. */
export const dataOf = ({ body }: Reply, ...path: (string | number)[]): unknown => at(body, "data", ...path);

/** The HTTP status, and the fields that are named as wrong. */
export const refusalOf = ({ status, body }: Reply): unknown[] => [status, Object.keys(at(body, "meta") ?? {})];
