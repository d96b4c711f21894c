import { describe, expect, it } from "vitest";
import { parseAccount } from "../../../src/datasources/carriers.js";
import { ENTRY, open } from "./support.js";

const pathsOf = (entry: object) => {
  const parsed = parseAccount(entry);
  return "faults" in parsed ? parsed.faults.map(({ path }) => path.join(".")) : [];
};

const OF_CLIENT = { tokenUrl: undefined, clientId: undefined, clientSecret: undefined };

describe("an entry of the accounts file", () => {
  it.each([
    ["a client", {}],
    ["another grant", { grantType: "password" }],
    ["a currency", { currency: "INR" }],
    ["a token instead of a client", { ...OF_CLIENT, accessToken: "token" }],
  ])("may have %s", (_what, change) => {
    expect(pathsOf({ ...ENTRY, ...change })).toEqual([]);
  });

  it.each([
    ["no agent", { agentId: undefined }, ["agentId"]],
    ["no client", OF_CLIENT, ["tokenUrl", "clientId", "clientSecret"]],
    ["half a client", { clientSecret: undefined }, ["clientSecret"]],
    ["a token beside a client", { accessToken: "token" }, ["tokenUrl", "clientId", "clientSecret"]],
    ["a grant beside a token", { ...OF_CLIENT, accessToken: "token", grantType: "password" }, ["grantType"]],
    ["a token's address without a path", { tokenUrl: "https://accounts.payu.in/" }, ["tokenUrl"]],
    ["a token's address with a query", { tokenUrl: "https://accounts.payu.in/token?a=b" }, ["tokenUrl"]],
    ["a token's address that is none", { tokenUrl: "accounts.payu.in/token" }, ["tokenUrl"]],
    ["a currency in words", { currency: "rupees" }, ["currency"]],
    ["an empty secret", { clientSecret: "" }, ["clientSecret"]],
    ["a user name", { username: "me" }, ["username"]],
  ])("may not have %s", (_what, change, faults) => {
    expect([...new Set(pathsOf({ ...ENTRY, ...change }))]).toEqual(faults);
  });

  it("is told all its faults at once", () => {
    const faults = pathsOf({ ...ENTRY, ...OF_CLIENT, agentId: "", baseUrl: "nowhere", currency: "x" });
    expect(faults.sort()).toEqual(["agentId", "baseUrl", "clientId", "clientSecret", "currency", "tokenUrl"]);
  });

  it("P-18 has one read and no writes", async () => {
    const source = open(ENTRY);
    expect([Object.keys(source.reads), source.writes]).toEqual([["rechargePlans"], {}]);
    await source.close();
  });
});
