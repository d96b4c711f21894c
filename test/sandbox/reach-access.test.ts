import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { accountOf, authorization, dataOf, type ReachUser, reachUser } from "./reach-support.js";
import { at, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: ReachUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = reachUser(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const read = (headers: Record<string, string> = {}) => user.send("GET", "/product/fetch", undefined, headers);
const encode = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;
const jwt = (): string => accountOf(sandbox).jwt;

function withoutPadding(text: string): string {
  expect(text).toMatch(/=$/);
  return text.replace(/=+$/, "");
}

describe("who calls", () => {
  it("R-01 is the literal, a pipe and the JWT, in standard Base64", async () => {
    expect(authorization("jwt")).toBe("Basic Y2xpZW50YXBpfGp3dA==");
    expect((await read()).status).toBe(200);
  });

  it.each([
    ["with a colon", () => encode(`clientapi:${jwt()}`)],
    ["with a blank", () => encode(`clientapi| ${jwt()}`)],
    ["with another literal", () => encode(`client|${jwt()}`)],
    ["with the JWT alone", () => encode(jwt())],
    ["without padding", () => withoutPadding(authorization(jwt()))],
    ["with lines", () => `${authorization(jwt()).slice(0, 76)} ${authorization(jwt()).slice(76)}`],
    ["as bearer", () => `Bearer ${jwt()}`],
    ["of another account", () => authorization(accountOf(sandbox, "reach-mvno").jwt)],
    ["in no way", () => ""],
  ])("R-01 is refused %s", async (_how, header) => {
    expect((await read({ authorization: header() })).status).toBe(401);
    expect(sandbox.calls).toMatchObject([{ operation: "productFetch", account: null, code: "401" }]);
  });

  it("R-02 is refused without x-api-key, and with that of another account", async () => {
    expect((await read({ "x-api-key": "" })).status).toBe(401);
    expect((await read({ "x-api-key": accountOf(sandbox, "reach-mvno").apiKey })).status).toBe(401);
  });

  it("R-07 is refused with 403 from an address that is not on the list", async () => {
    await user.conditions({ isAllowed: false });
    expect((await read()).status).toBe(403);
    expect((await reachUser(sandbox, "reach-mvno").send("GET", "/product/fetch")).status).toBe(200);
  });

  it.each([null, "7"])("R-08 is refused for too many calls, Retry-After %s", async (retryAfter) => {
    await user.conditions({ rateLimit: { retryAfter } });
    const reply = await read();
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([429, retryAfter]);
    expect((await reachUser(sandbox, "reach-mvno").send("GET", "/product/fetch")).status).toBe(200);
    await user.conditions({ rateLimit: null });
    expect((await read()).status).toBe(200);
  });

  it("R-03 gives new keys every time, one of them with an odd name", async () => {
    const ask = () => user.send("PUT", "/opssvc/v0/clientapi/account/generataccesskey", {});
    const [first, second] = [await ask(), await ask()];
    expect(Object.keys(Object(dataOf(first)))).toEqual(["accountAccessKeyId", "accountAccessSecreteKey"]);
    expect(dataOf(first, "accountAccessKeyId")).not.toBe(dataOf(second, "accountAccessKeyId"));
    expect((await user.send("PUT", "/clientapi/account/generataccesskey", {})).status).toBe(404);
  });
});

describe("what the two accounts print", () => {
  const of = (id: string) => reachUser(sandbox, id);

  it("R-30 is a state as a number and as text", async () => {
    for (const [id, printed] of [
      ["reach-us", 2],
      ["reach-mvno", "2"],
    ] as const) {
      expect(await of(id).status(of(id).specimen("active"))).toBe(printed);
    }
  });

  it("R-53 is money as a number and as text", async () => {
    const price = async (id: string) =>
      dataOf(await of(id).send("GET", "/product/fetch/plan"), "plans", 0, "baseLinePrice");
    expect([await price("reach-us"), await price("reach-mvno")]).toEqual([15, "15.00"]);
  });

  it("is coverage as an object and as a map by carrier", async () => {
    const body = {
      name: "",
      address1: "1 Main",
      street1: "",
      city: "Atlanta",
      state: "GA",
      country: "USA",
      zip: "30301",
    };
    const answer = async (id: string) => dataOf(await of(id).send("POST", "/network/coverage", body));
    expect(await answer("reach-us")).toMatchObject({ brandCoverage: true, coverageStrength5G: "GOOD" });
    expect(await answer("reach-mvno")).toMatchObject({ mno_ATT: { brandCoverage: true } });
    const far = await of("reach-us").send("POST", "/network/coverage", { ...body, zip: "99999" });
    expect(dataOf(far, "brandCoverage")).toBe(false);
  });

  it("R-40 R-41 is a plan by its code, and plans that follow from it, with a tenant's name before some", async () => {
    const plans = dataOf(await user.send("GET", "/product/fetch/plan"), "plans");
    expect(plans).toMatchObject([
      { serviceCode: "PLAN-S", upGradableTo: ["REACH@nu@PLAN-M", "PLAN-L"], downGradableTo: [] },
      { serviceCode: "PLAN-M" },
      { serviceCode: "PLAN-L", upGradableTo: [] },
      { serviceCode: "PLAN-KIDS" },
    ]);
  });

  it("R-54 is a label of every plan", async () => {
    const plans = dataOf(await user.send("GET", "/product/fetch/plan"), "plans");
    for (const plan of plans as unknown[]) expect(at(plan, "fccLabel")).toMatch(/^https:/);
  });

  it("are lists whole and one by one", async () => {
    const keys = async (path: string) => Object.keys(Object(dataOf(await user.send("GET", path))));
    expect(await keys("/product/fetch")).toEqual(["plans", "offers", "services"]);
    expect(await keys("/product/fetch/plan")).toEqual(["plans"]);
    expect(await keys("/product/fetch/offer")).toEqual(["offers"]);
    expect(await keys("/product/fetch/service")).toEqual(["services"]);
  });

  it("is a success that says so, and one that does not", async () => {
    const word = async (path: string) => at((await user.send("GET", path)).body, "status");
    expect(await word("/product/fetch")).toBe("SUCCESS");
    expect(await word("/intl/roaming/countries/mvne?mvne=ATT")).toBeUndefined();
  });

  it.each([
    ["imeiPsim", { isValid: true, mode: "PSIM", esimAvailable: false }],
    ["imeiEsim", { isValid: true, mode: "ESIM", esimAvailable: true }],
    ["imeiBoth", { isValid: true, mode: "BOTH", esimAvailable: true }],
    ["imeiInvalid", { isValid: false, mode: null }],
  ])("R-44 is of a device what SIM it takes: %s", async (name, told) => {
    expect(dataOf(await user.send("GET", `/device/imei/${user.specimen(name)}`))).toMatchObject(told);
  });
});

describe("the sandbox", () => {
  it("strikes Reach with the faults that it has for all", async () => {
    const customerId = user.specimen("active");
    const strike = (fault: string) => user.send("PUT", "/suspend", { customerId }, { "x-sandbox-fault": fault });
    expect((await strike("rate-limit")).status).toBe(429);
    expect((await strike("expired-token")).status).toBe(401);
    expect((await strike("code;code=409;description=no")).body).toEqual({ status: "FAILURE", message: "no" });
    const odd = await strike("code;outer=PARTIAL;code=200;description=half");
    expect([odd.status, at(odd.body, "status")]).toEqual([200, "PARTIAL"]);
    expect(sandbox.ledger).toEqual([]);
    await expect(strike("reset-after")).rejects.toThrow("fetch failed");
    expect(sandbox.ledger).toMatchObject([{ carrier: "REACH", operation: "suspend", target: customerId, charged: 0 }]);
  });

  it.each([
    ["a mode that there is not", () => ({ callback: "sometimes" })],
    ["a line that there is not", () => ({ customerId: "C0" })],
    ["an event of no line", () => ({ event: { type: "PORT_OUT" } })],
    ["a card that there is not", () => ({ card: { uuid: "cc-0", isDeclined: true } })],
    ["a duration that there is not", () => ({ durations: { lunchMs: 1 } })],
    ["an address that is none", () => ({ callbackBaseUrl: "nowhere" })],
  ])("refuses %s as a condition", async (_what, body) => {
    expect((await user.conditions(body())).status).toBe(400);
  });

  it("shows lines and settings to people", async () => {
    const state = await (await fetch(`${sandbox.url}/_sandbox/state`)).json();
    expect(at(state, "reach", "reach-us", "customers")).toBe(19);
  });

  it("forgets everything on a reset", async () => {
    await user.send("PUT", "/suspend", { customerId: user.specimen("active") });
    await user.conditions({ isAllowed: false });
    sandbox.reset();
    sandbox.clock.advance(60_000);
    expect(await user.status(user.specimen("active"))).toBe(2);
  });
});
