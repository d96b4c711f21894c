import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { modification } from "./bodies.js";
import { at, call, credentials, signIn, startTestSandbox, tokensOf, type User } from "./support.js";

let sandbox: Sandbox;
let eu: User;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  eu = await signIn(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const read = (headers?: Record<string, string>) => eu.get("/GetEndpoints", { perPage: "1" }, headers);
const rename = (headers?: Record<string, string>) =>
  eu.patch("/endpoint", modification(eu.specimen("hold"), { endPointName: "Fresh name" }), headers);
const name = async () => at(await eu.row(eu.specimen("hold")), "name");
const fault = (text: string) => ({ "x-sandbox-fault": text });

describe("faults of the network", () => {
  it("hang up before a write, which then has not happened", async () => {
    await expect(rename(fault("reset-before"))).rejects.toThrow("fetch failed");
    expect(sandbox.ledger).toEqual([]);
    expect(await name()).not.toBe("Fresh name");
  });

  it("hang up after a write, which then has happened", async () => {
    await expect(rename(fault("reset-after"))).rejects.toThrow("fetch failed");
    expect(sandbox.ledger).toHaveLength(1);
    expect(await name()).toBe("Fresh name");
  });

  it("never answer, with the write done or not done, and do not keep the sandbox from stopping", async () => {
    const other = await startTestSandbox();
    const user = await signIn(other);
    const hanging = ["hang", "hang;applied=true"].map((text) =>
      user.patch("/endpoint", modification(user.specimen("hold"), { endPointName: "Fresh name" }), fault(text)),
    );
    const outcomes = Promise.allSettled(hanging);
    while (other.calls.filter(({ operation }) => operation === "endpoint").length < 2)
      await user.get("/GetEndpoints", { perPage: "1" });
    await other.stop();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(other.ledger).toHaveLength(1);
  });

  it("wait before they answer", async () => {
    expect((await read(fault("latency;ms=1"))).inner).toBe("6742");
  });
});

describe("faults of the answer", () => {
  it.each(["500", "502", "503", "429"])("answer HTTP %s with a page of HTML", async (status) => {
    const reply = await rename(fault(`status;status=${status};retryAfter=7`));
    expect([String(reply.status), reply.headers.get("retry-after")]).toEqual([status, "7"]);
    expect(reply.headers.get("content-type")).toContain("text/html");
    expect(sandbox.ledger).toEqual([]);
  });

  it("answer 502 although the write was done, if told so", async () => {
    expect((await rename(fault("status;status=502;applied=true"))).status).toBe(502);
    expect(sandbox.ledger).toHaveLength(1);
  });

  it("answer HTML at HTTP 200", async () => {
    const reply = await read(fault("html200"));
    expect([reply.status, reply.body]).toEqual([200, undefined]);
    expect(reply.text).toContain("<html>");
  });

  it("answer half a body, no body, or a list in the place of an object, once the write is done", async () => {
    const whole = (await rename()).text;
    const half = await rename(fault("truncated"));
    expect([half.body, Math.round(half.text.length / whole.length / 0.1) / 10]).toEqual([undefined, 0.5]);
    expect((await rename(fault("empty"))).text).toBe("");
    expect(Array.isArray(at((await rename(fault("wrong-type"))).body, "Response"))).toBe(true);
    expect(sandbox.ledger).toHaveLength(4);
  });

  it("answer as if the token had expired, or the rate limit been reached, and do nothing", async () => {
    expect((await rename(fault("expired-token"))).inner).toBe("401");
    const limited = await rename(fault("rate-limit"));
    expect([limited.status, limited.outer]).toEqual([200, "1"]);
    expect(String(limited.description).toLowerCase()).toContain("rate limit");
    expect(sandbox.ledger).toEqual([]);
  });

  it("answer any code that is wanted", async () => {
    const reply = await rename(fault("code;outer=0;code=10246;description=Failed to change"));
    expect([reply.outer, reply.inner, reply.description]).toEqual(["0", "10246", "Failed to change"]);
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("the fault book", () => {
  it("strikes one operation of one account, as many times as it was told", async () => {
    const oem = await signIn(sandbox, "bics-oem");
    sandbox.faults.add({
      operation: "GetEndpoints",
      account: "bics-eu",
      times: 2,
      fault: { name: "status", status: 503 },
    });
    const statuses = [];
    for (const user of [oem, eu, eu, eu]) statuses.push((await user.get("/GetEndpoints", { perPage: "1" })).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    sandbox.faults.add({ operation: "GetEndpoints", fault: "status;status=500" });
    expect((await eu.get("/GetEndPointProfile", { endPointId: "1" })).status).toBe(200);
  });

  it("lets one fault after the other strike, and latency beside them", async () => {
    sandbox.faults.add({ times: 1, fault: "status;status=503" });
    sandbox.faults.add({ times: 1, fault: "html200" });
    sandbox.faults.add({ times: 3, fault: { name: "latency", ms: 1 } });
    expect((await read()).status).toBe(503);
    expect((await read()).text).toContain("<html>");
    expect((await read()).inner).toBe("6742");
    expect(sandbox.faults.list()).toEqual([]);
  });

  it("strikes a login too", async () => {
    sandbox.faults.add({ operation: "login", times: 1, fault: "status;status=500" });
    expect((await tokensOf(sandbox, credentials(sandbox, "bics-eu"))).status).toBe(500);
    expect(sandbox.calls.map(({ operation, effect, account }) => [operation, effect, account])).toEqual([
      ["login", "auth", "bics-eu"],
    ]);
  });

  it("says what is wrong with a fault that it does not know", async () => {
    expect(() => sandbox.faults.add({ fault: "earthquake" })).toThrow(RangeError);
    expect(() => sandbox.faults.add({ fault: "hang", times: 0 })).toThrow("times");
    const reply = await read(fault("status;503"));
    expect([reply.status, at(reply.body, "error")]).toEqual([
      400,
      'a fault\'s setting is written key=value, not "503"',
    ]);
  });
});

describe("control calls", () => {
  const control = (method: string, path: string, body?: unknown) =>
    call(`${sandbox.url}/_sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });

  it("set and clear faults", async () => {
    await control("POST", "/faults", { operation: "GetEndpoints", fault: { name: "status", status: 503 } });
    expect((await read()).status).toBe(503);
    await control("DELETE", "/faults");
    expect((await read()).status).toBe(200);
  });

  it("list the calls with what each one was answered, and forget them", async () => {
    await read();
    const [seen] = Object.values(Object((await control("GET", "/calls")).body)).flat();
    expect(seen).toMatchObject({
      carrier: "BICS",
      operation: "GetEndpoints",
      method: "GET",
      path: "/GetEndpoints",
      effect: "read",
      account: "bics-eu",
      code: "6742",
    });
    await control("DELETE", "/calls");
    expect(sandbox.calls).toEqual([]);
  });

  it("move the clock, show the state, and put everything back", async () => {
    await control("POST", "/clock", { advanceMs: 3_600_000 });
    expect(at((await control("GET", "/state")).body, "now")).toBe("2025-11-05T11:00:00.000Z");
    await control("POST", "/reset");
    const state = (await control("GET", "/state")).body;
    expect(at(state, "now")).toBe("2025-11-05T10:00:00.000Z");
    expect(at(state, "bics", "bics-eu", "endpoints")).toBe(240);
  });

  it.each([
    ["/faults", { fault: "earthquake" }],
    ["/faults", { operation: 1 }],
    ["/clock", { advanceMs: -1 }],
    ["/clock", undefined],
    ["/conditions", { account: "nobody" }],
    ["/conditions", { account: "bics-eu", endPointId: "1", endpoint: { balance: 1 } }],
  ])("answer a bad %s with what is wrong and an example", async (path, body) => {
    const reply = await control("POST", path, body);
    expect(reply.status).toBe(400);
    expect(at(reply.body, "error")).toBeTypeOf("string");
    expect(at(reply.body, "example")).toBeTypeOf("object");
  });
});

describe("the seed", () => {
  const snapshot = async (options: { seed: number }): Promise<string> => {
    const other = await startTestSandbox(options);
    const user = await signIn(other);
    const profile = await user.profile(user.specimen("withCounter"));
    const all = await user.get("/GetEndpoints");
    await other.stop();
    return JSON.stringify([profile, at(all.body, "Response", "responseParam")]);
  };

  it("decides the data: the same one twice gives the same, another one another", async () => {
    const [one, same, other] = [await snapshot({ seed: 7 }), await snapshot({ seed: 7 }), await snapshot({ seed: 8 })];
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it("gives as many endpoints as wanted, in pages of at most 2000", async () => {
    const large = await startTestSandbox({ endpoints: 5000 });
    const user = await signIn(large);
    const pages = await Promise.all(
      ["1", "2", "3"].map((page) => user.get("/GetEndpoints", { page, perPage: "2000" })),
    );
    const ids = pages.flatMap(({ body }) =>
      [...JSON.stringify(body).matchAll(/"status":"\w+","id":"(\d+)"/g)].map((match) => match[1]),
    );
    expect([ids.length, new Set(ids).size, at(pages[0]?.body, "Response", "totalNoOfPages")]).toEqual([
      5000,
      5000,
      "3",
    ]);
    await large.stop();
  });

  it("is not shared: what happens in one sandbox is unknown in another", async () => {
    const other = await startTestSandbox();
    await rename();
    const user = await signIn(other);
    expect(at(await user.row(user.specimen("hold")), "name")).not.toBe("Fresh name");
    expect(other.ledger).toEqual([]);
    await other.stop();
  });

  it("runs on the machine's clock when no time is given", async () => {
    const other = await startSandbox({ endpoints: 5 });
    const before = Date.now();
    expect(other.clock.now()).toBeGreaterThanOrEqual(before);
    await other.stop();
  });
});
