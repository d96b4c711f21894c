import type { PayuAccountJson, Sandbox } from "../../sandbox/types.js";
import { at, call, conditions, type Reply } from "./support.js";

type Fields = Readonly<Record<string, string | undefined>>;

const given = (fields: Fields): [string, string][] =>
  Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);

/** One account of PayU with a token for the plans, speaking nothing but HTTP. */
export interface PayuUser {
  account: PayuAccountJson;
  /** Asks for a token; what is undefined is left out. */
  ask(change?: Fields, headers?: Record<string, string>): Promise<Reply>;
  plans(change?: Fields, headers?: Record<string, string>): Promise<Reply>;
  specimen(name: string): string;
  settings(settings: object): Promise<Reply>;
}

export async function payuUser(sandbox: Sandbox, id = "payu"): Promise<PayuUser> {
  const account = sandbox.payu.accounts.find((one) => one.id === id);
  if (!account) throw new Error(`no account ${id}`);
  const { clientId, clientSecret, grantType, agentId } = account;
  const form = { client_id: clientId, client_secret: clientSecret, grant_type: grantType, scope: "read_plans" };
  const ask: PayuUser["ask"] = (change = {}, headers = {}) =>
    call(account.tokenUrl, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(given({ ...form, ...change })).toString(),
    });
  const specimen = (name: string): string => {
    const found = sandbox.payu.specimens[id]?.[name];
    if (found === undefined) throw new Error(`no specimen ${name}`);
    return found;
  };
  const usual = {
    authorization: `Bearer ${at((await ask()).body, "access_token")}`,
    "content-type": "application/json",
  };
  const query = {
    agentId,
    circleId: specimen("circleId"),
    mobileNo: specimen("mobileNo"),
    operatorId: specimen("operatorId"),
  };
  const plans: PayuUser["plans"] = (change = {}, headers = {}) => {
    const search = new URLSearchParams(given({ ...query, ...change }));
    return call(`${account.baseUrl}/v2/nbc/getCustomizedRechargePlans?${search}`, {
      headers: { ...usual, ...headers },
    });
  };
  return { account, ask, plans, specimen, settings: (settings) => conditions(sandbox, { account: id, settings }) };
}
