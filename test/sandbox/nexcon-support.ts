import type { Sandbox } from "../../sandbox/types.js";
import { call, type Reply } from "./support.js";

const CONTENT_TYPE = "application/json; charset=utf-8";

/** The one account of NexCon, speaking nothing but HTTP. */
export interface NexconUser {
  post(operation: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  status(icc: string): Promise<unknown>;
  specimen(name: string): string;
  conditions(body: object): Promise<Reply>;
}

export function nexconUser(sandbox: Sandbox): NexconUser {
  const [account] = sandbox.nexcon.accounts;
  if (!account) throw new Error("no account");
  const usual = { authorization: `bearer ${account.apiKey}`, "content-type": CONTENT_TYPE };
  const post: NexconUser["post"] = (operation, body, headers = {}) =>
    call(`${account.baseUrl}/simcard/${operation}`, {
      method: "POST",
      headers: { ...usual, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return {
    post,
    status: async (icc) => {
      const { body } = await post("status", { icc });
      return typeof body === "object" && body !== null && "status" in body ? body.status : undefined;
    },
    specimen: (name) => {
      const icc = sandbox.nexcon.specimens[account.id]?.[name];
      if (icc === undefined) throw new Error(`no specimen ${name}`);
      return icc;
    },
    conditions: (body) =>
      call(`${sandbox.url}/_sandbox/conditions`, {
        method: "POST",
        body: JSON.stringify({ account: account.id, ...body }),
      }),
  };
}
