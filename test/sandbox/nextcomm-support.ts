import { createCipheriv } from "node:crypto";
import type { NextcommAccountJson, Sandbox } from "../../sandbox/types.js";
import { at, call, conditions, list, type Reply } from "./support.js";

export type Body = Readonly<Record<string, unknown>>;

/** One account of NextComm with a token, speaking nothing but HTTP. */
export interface NextcommUser {
  account: NextcommAccountJson;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, query: Record<string, string>): Promise<Reply>;
  /** The same body with the credentials that most operations want. */
  signed(body: Body): Body;
  specimen(name: string): string;
  settings(settings: object): Promise<Reply>;
  /** The record of a number, decoded. */
  enquire(mobileNo: string): Promise<unknown>;
  /** All plans of a region. */
  plans(path: string, regionId: string): Promise<unknown[]>;
}

const keyOf = (text: string): Buffer =>
  text.startsWith("hex:") ? Buffer.from(text.slice(4), "hex") : Buffer.from(text);

/** A password as the accounts of the sandbox want it. */
export function encrypted({ password, cipher, encryptionKey }: NextcommAccountJson): string {
  const maker = createCipheriv(cipher, keyOf(encryptionKey), cipher === "aes-256-ecb" ? null : Buffer.alloc(16));
  return Buffer.concat([maker.update(password, "utf8"), maker.final()]).toString("base64");
}

export function accountOf(sandbox: Sandbox, id: string): NextcommAccountJson {
  const account = sandbox.nextcomm.accounts.find((one) => one.id === id);
  if (!account) throw new Error(`no account ${id}`);
  return account;
}

export const postTo = (account: NextcommAccountJson, path: string, body: unknown, headers = {}): Promise<Reply> =>
  call(`${account.baseUrl}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

export async function tokenOf(account: NextcommAccountJson): Promise<string> {
  const { body } = await postTo(account, "GetToken", { LoginId: account.loginId, Password: encrypted(account) });
  return String(at(body, "MessageData"));
}

/** Structured `MessageData`, however the account prints it. */
export function dataOf({ body }: Reply): unknown {
  const data = at(body, "MessageData");
  return typeof data === "string" ? JSON.parse(data) : data;
}

export async function nextcommUser(sandbox: Sandbox, id = "next-za"): Promise<NextcommUser> {
  const account = accountOf(sandbox, id);
  const authorization = `Bearer ${await tokenOf(account)}`;
  const get: NextcommUser["get"] = (path, query) =>
    call(`${account.baseUrl}/${path}?${new URLSearchParams(query)}`, { headers: { authorization } });
  return {
    account,
    post: (path, body, headers = {}) => postTo(account, path, body, { authorization, ...headers }),
    get,
    signed: (body) => ({ UserID: account.userId, Password: encrypted(account), ...body }),
    specimen: (name) => {
      const found = sandbox.nextcomm.specimens[id]?.[name];
      if (found === undefined) throw new Error(`no specimen ${name}`);
      return found;
    },
    settings: (settings) => conditions(sandbox, { account: id, settings }),
    enquire: async (MobileNo) => dataOf(await postTo(account, "UpdPlanExp", { Action: "Enquire", MobileNo })),
    plans: async (path, RegionID) => list(dataOf(await get(path, { LoginEntityID: account.loginEntityId, RegionID }))),
  };
}
