import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { at, call, credentials, JSON_HEADERS, list, signIn, startTestSandbox, tokensOf, userWith } from "./support.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const account = () => credentials(sandbox, "bics-eu");
const list1 = { page: "1", perPage: "1" };

describe("login", () => {
  it("answers two tokens at the top level, without an envelope", async () => {
    const { body, status } = await tokensOf(sandbox, account());
    expect(status).toBe(200);
    expect(Object.keys(Object(body))).toEqual(["AccessToken", "RefreshToken"]);
  });

  it("puts an expiry into the tokens that a client can read, and the refresh token's is later", async () => {
    const { body } = await tokensOf(sandbox, account());
    const expiry = (name: string): number => {
      const payload = String(at(body, name)).split(".")[1] ?? "";
      return Number(at(JSON.parse(Buffer.from(payload, "base64url").toString()), "exp"));
    };
    expect(expiry("AccessToken")).toBeGreaterThan(Date.now() / 1000);
    expect(expiry("RefreshToken")).toBeGreaterThan(expiry("AccessToken"));
  });

  it("refuses a wrong password with the inner code 401", async () => {
    const reply = await tokensOf(sandbox, { ...account(), password: "wrong" });
    expect(reply.inner).toBe("401");
    expect(at(reply.body, "AccessToken")).toBeUndefined();
  });

  it("lets a reseller work inside an enterprise, and nobody else", async () => {
    const inside = await tokensOf(sandbox, { ...credentials(sandbox, "bics-reseller"), targetAccountId: "41166994" });
    const user = userWith(sandbox, String(at(inside.body, "AccessToken")));
    expect((await user.get("/GetEndpoints", list1)).inner).toBe("6742");
    expect((await tokensOf(sandbox, { ...account(), targetAccountId: "41652734" })).inner).toBe("401");
  });
});

describe("tokens", () => {
  it("answers an expired token at HTTP 200 with the inner code 401, the outer one now 1 and now 401", async () => {
    const user = await signIn(sandbox);
    sandbox.clock.advance(600_000);
    const replies = [await user.get("/GetEndpoints", list1), await user.get("/GetEndpoints", list1)];
    expect(replies.map(({ status, inner }) => [status, inner])).toEqual([
      [200, "401"],
      [200, "401"],
    ]);
    expect(replies.map(({ outer }) => outer).sort()).toEqual(["1", "401"]);
    expect(replies[0]?.description).toBe("Authorization Failed");
  });

  it("gives new tokens for the refresh token, and takes no access token in its place", async () => {
    const { body } = await tokensOf(sandbox, account());
    sandbox.clock.advance(600_000);
    const refreshed = await userWith(sandbox, String(at(body, "RefreshToken"))).get("/RefreshToken");
    expect(Object.keys(Object(refreshed.body))).toEqual(["AccessToken", "RefreshToken"]);
    const fresh = userWith(sandbox, String(at(refreshed.body, "AccessToken")));
    expect((await fresh.get("/GetEndpoints", list1)).inner).toBe("6742");
    expect((await fresh.get("/RefreshToken")).inner).toBe("401");
  });

  it("takes no refresh token for an operation", async () => {
    const { body } = await tokensOf(sandbox, account());
    expect((await userWith(sandbox, String(at(body, "RefreshToken"))).get("/GetEndpoints", list1)).inner).toBe("401");
  });

  it("refuses a token that it never gave", async () => {
    for (const token of ["nonsense", "a.b.c"]) {
      const reply = await userWith(sandbox, token).get("/GetEndpoints", list1);
      expect([reply.status, reply.inner]).toEqual([401, "401"]);
    }
  });
});

describe("headers", () => {
  const get = async (change: Record<string, string>) => {
    const token = String(at((await tokensOf(sandbox, account())).body, "AccessToken"));
    const headers = { ...JSON_HEADERS, "x-authorization": `Bearer ${token}`, ...change };
    const sent = Object.entries(headers).filter(([, value]) => value !== "");
    return call(`${sandbox.bics.baseUrl}/GetEndpoints?page=1&perPage=1`, { headers: Object.fromEntries(sent) });
  };

  it("does not know who calls without X-Authorization, whatever Authorization says", async () => {
    const reply = await get({ "x-authorization": "", authorization: "Bearer x" });
    expect(reply.inner).toBe("401");
  });

  it("misses X-Requested-With and Content-Type, also where there is no body", async () => {
    expect((await get({ "x-requested-with": "" })).inner).toBe("1000");
    expect((await get({ "content-type": "" })).description).toContain("Content-Type");
    expect((await get({})).inner).toBe("6742");
  });
});

describe("accounts", () => {
  it("refuses every endpoint operation to a reseller, and lets it read its catalogue", async () => {
    const reseller = await signIn(sandbox, "bics-reseller");
    for (const path of ["/GetEndpoints", "/GetEndPointProfile", "/locationInfo", "/fetchICCIDForProvisioning"]) {
      const reply = await reseller.get(path);
      expect([reply.status, reply.outer, reply.inner]).toEqual([200, "1", "10002"]);
    }
    expect((await reseller.post("/DeleteEndPoint", {})).inner).toBe("10002");
    expect((await reseller.get("/QueryRatePlan")).outer).toBe("0");
  });

  it("shows nobody the endpoints of somebody else", async () => {
    const [eu, oem] = [await signIn(sandbox), await signIn(sandbox, "bics-oem")];
    const foreign = oem.specimen("activeTest");
    expect((await eu.get("/GetEndPointProfile", { endPointId: foreign })).inner).toBe("1083");
    const ids = list((await eu.get("/GetEndpoints")).body, "Response", "responseParam", "endpoints").map((row) =>
      at(row, "id"),
    );
    expect(ids).not.toContain(foreign);
  });

  it("writes its accounts as an accounts file has them", () => {
    expect(sandbox.accounts.map(({ id }) => id)).toEqual(["bics-eu", "bics-oem"]);
    expect(sandbox.accounts[0]).toMatchObject({ carrier: "BICS", baseUrl: sandbox.bics.baseUrl, timeZone: "UTC" });
  });
});
