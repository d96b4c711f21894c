import { createCipheriv } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { textsOf } from "./nextcomm-requests.js";
import { accountOf, encrypted, type NextcommUser, nextcommUser, postTo, tokenOf } from "./nextcomm-support.js";
import { startTestSandbox } from "./support.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const MINUTE = 60_000;
const sims = (user: NextcommUser) => user.post("GetSIMsForActivation", user.signed({ SimSubType: "eSIM" }));

describe.each(["next-za", "next-eu"])("the account %s", (id) => {
  it("N-18 has tokens that last fifteen minutes of the sandbox's clock, each by itself", async () => {
    const user = await nextcommUser(sandbox, id);
    sandbox.clock.advance(10 * MINUTE);
    const later = await nextcommUser(sandbox, id);
    sandbox.clock.advance(5 * MINUTE - 1);
    expect(textsOf(await sims(user))).toEqual(["Sim(s) Fetch Request Processed Successfully !!!", expect.any(String)]);
    sandbox.clock.advance(1);
    const refused = await sims(user);
    expect([refused.status, ...textsOf(refused)]).toEqual([id === "next-za" ? 200 : 401, "Invalid Token !!!", null]);
    expect((await sims(later)).status).toBe(200);
  });

  it("N-16 wants its own cipher: a password of two blocks is refused in the other mode", async () => {
    const account = accountOf(sandbox, id);
    const cipher = account.cipher === "aes-256-cbc" ? "aes-256-ecb" : "aes-256-cbc";
    expect((await tokenOf(account)).length).toBeGreaterThan(20);
    expect(await tokenOf({ ...account, cipher })).toBe("");
  });

  it("N-16 takes no password behind a vector of its own", async () => {
    const { loginId, password } = accountOf(sandbox, id);
    const iv = Buffer.alloc(16, 7);
    const maker = createCipheriv("aes-256-cbc", Buffer.alloc(32, 1), iv);
    const Password = Buffer.concat([iv, maker.update(password), maker.final()]).toString("base64");
    const reply = await postTo(accountOf(sandbox, id), "GetToken", { LoginId: loginId, Password });
    expect(textsOf(reply)).toEqual(["Invalid User Credentials !!!", ""]);
  });

  it("N-17 gives no token to the user of the bodies", async () => {
    const account = accountOf(sandbox, id);
    const reply = await postTo(account, "GetToken", { LoginId: account.userId, Password: encrypted(account) });
    expect(textsOf(reply)).toEqual(["Invalid User Credentials !!!", ""]);
  });
});

describe("a bearer", () => {
  it.each([undefined, "TOKEN", "bearer TOKEN", "Basic TOKEN"])("is not taken as %s", async (form) => {
    const account = accountOf(sandbox, "next-za");
    const token = await tokenOf(account);
    const headers = form === undefined ? {} : { authorization: form.replace("TOKEN", token) };
    const body = { UserID: account.userId, Password: encrypted(account), SimSubType: "eSIM" };
    expect(textsOf(await postTo(account, "GetSIMsForActivation", body, headers))).toEqual(["Invalid Token !!!", null]);
  });

  it("is refused at the HTTP status that the account is set to", async () => {
    const user = await nextcommUser(sandbox, "next-za");
    await user.settings({ tokenRefusal: 401 });
    sandbox.clock.advance(15 * MINUTE);
    expect((await sims(user)).status).toBe(401);
  });
});
