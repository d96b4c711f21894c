import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox, SandboxOptions } from "../../sandbox/types.js";

/** The time at which the clocks of these tests stand. */
const NOW = new Date("2025-11-05T10:00:00Z");

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, or undefined when it is not JSON. */
  body: unknown;
  outer: unknown;
  inner: unknown;
  description: unknown;
}

type Query = Record<string, string>;

/** One signed-in user of the platform, speaking nothing but HTTP. */
export interface User {
  get(path: string, query?: Query, headers?: Record<string, string>): Promise<Reply>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** An object of this account that is in the named situation. */
  specimen(name: string): string;
  /** `info` of the profile. */
  profile(endPointId: string): Promise<unknown>;
  /** The row of the endpoint list. */
  row(endPointId: string): Promise<unknown>;
}

/** What is at a path of an answer; undefined where there is nothing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (typeof here === "object" && here !== null ? Reflect.get(here, key) : undefined),
    value,
  );
}

/** The list at a path; an absent one is empty. */
export function list(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export const startTestSandbox = (options: SandboxOptions = {}): Promise<Sandbox> =>
  startSandbox({ now: NOW, ...options });

export const JSON_HEADERS = { "content-type": "application/json", "x-requested-with": "XMLHttpRequest" };

export async function call(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  const body = parse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    outer: at(body, "Response", "resultCode"),
    inner: at(body, "Response", "resultParam", "resultCode"),
    description: at(body, "Response", "resultParam", "resultDescription"),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The credentials of any account of the sandbox. */
export function credentials(sandbox: Sandbox, account: string): { username: string; password: string } {
  const found = [...sandbox.accounts, ...sandbox.extraAccounts].find(({ id }) => id === account);
  if (!found) throw new Error(`the sandbox has no account ${account}`);
  return { username: found.username, password: found.password };
}

export async function tokensOf(sandbox: Sandbox, body: unknown): Promise<Reply> {
  return call(`${sandbox.bics.baseUrl}/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Signs in; the user's token lasts ten minutes of sandbox time. */
export async function signIn(sandbox: Sandbox, account = "bics-eu"): Promise<User> {
  const { body } = await tokensOf(sandbox, credentials(sandbox, account));
  return userWith(sandbox, String(at(body, "AccessToken")), account);
}

export function userWith(sandbox: Sandbox, token: string, account = "bics-eu"): User {
  const base = sandbox.bics.baseUrl;
  const headersWith = (extra = {}) => ({ ...JSON_HEADERS, "x-authorization": `Bearer ${token}`, ...extra });
  const send = (method: string) => (path: string, body: unknown, extra?: Record<string, string>) =>
    call(`${base}${path}`, { method, headers: headersWith(extra), body: JSON.stringify(body) });
  const get: User["get"] = (path, query = {}, extra) =>
    call(`${base}${path}?${new URLSearchParams(query)}`, { headers: headersWith(extra) });
  return {
    get,
    post: send("POST"),
    patch: send("PATCH"),
    specimen: (name) => {
      const found = sandbox.bics.specimens[account]?.[name];
      if (!found) throw new Error(`${account} has no specimen ${name}`);
      return found;
    },
    profile: async (endPointId) => at((await get("/GetEndPointProfile", { endPointId })).body, "Response", "info"),
    row: async (endPointId) => {
      const { body } = await get("/GetEndpoints");
      return list(body, "Response", "responseParam", "endpoints").find((row) => at(row, "id") === endPointId);
    },
  };
}

/** Puts an enterprise or an endpoint into a condition that no carrier call leads to. */
export async function conditions(sandbox: Sandbox, body: unknown): Promise<Reply> {
  return call(`${sandbox.url}/_sandbox/conditions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
