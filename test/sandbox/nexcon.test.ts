import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { type NexconUser, nexconUser } from "./nexcon-support.js";
import { startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: NexconUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = nexconUser(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const summary = ({ status, text }: { status: number; text: string }) => [status, text];

describe("the answer of /status", () => {
  it("has the six fields of the document", async () => {
    const { status, headers, body } = await user.post("status", { icc: user.specimen("activated") });
    expect([status, headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(Object.keys(body ?? {})).toEqual(["status", "tags", "countryCode", "msisdn", "product", "pool"]);
  });

  it("changes nothing", async () => {
    await user.post("status", { icc: user.specimen("activated") });
    expect(sandbox.ledger).toEqual([]);
    expect(sandbox.calls).toMatchObject([
      { carrier: "NEXCON", operation: "status", effect: "read", account: "nexcon", code: "200" },
    ]);
  });
});

describe("who calls", () => {
  const icc = () => ({ icc: user.specimen("activated") });

  it.each([
    ["without the scheme", { authorization: "nexcon_sandbox_key_4711" }],
    ["with the scheme in capitals", { authorization: "Bearer nexcon_sandbox_key_4711" }],
    ["with two blanks", { authorization: "bearer  nexcon_sandbox_key_4711" }],
    ["with another key", { authorization: "bearer another" }],
  ])("is refused %s", async (_how, headers) => {
    expect((await user.post("status", icc(), headers)).status).toBe(401);
  });

  it.each(["application/json", "text/plain; charset=utf-8"])("is refused with the content type %s", async (type) => {
    expect((await user.post("status", icc(), { "content-type": type })).status).toBe(415);
  });

  it("is refused from an address that is not allowed", async () => {
    await user.conditions({ isAllowed: false });
    expect(summary(await user.post("status", icc()))).toEqual([403, "Forbidden"]);
  });
});

describe.each(["activate", "terminate", "restore", "block"])("a request to %s", (action) => {
  it.each([
    ["no JSON", "{", 400],
    ["no icc", {}, 400],
    ["an icc that is a number", { icc: 89459990000000 }, 400],
    ["an icc that is none", { icc: "1234" }, 422],
    ["a field too many", { icc: "89459990000000000001", reason: "because" }, 400],
    ["a call back to nowhere", { icc: "89459990000000000001", callbackUrl: "nowhere" }, 422],
    ["a SIM that is not there", { icc: "89459990000000009999" }, 404],
  ])("with %s is refused and changes nothing", async (_what, body, status) => {
    expect((await user.post(action, body)).status).toBe(status);
    expect(sandbox.ledger).toEqual([]);
  });

  it("X-08 may have a null for an address unless it activates", async () => {
    const name = { activate: "inactive", terminate: "activated", restore: "blocked", block: "activated" }[action] ?? "";
    const { status } = await user.post(action, { icc: user.specimen(name), callbackUrl: null });
    expect(status).toBe(action === "activate" ? 400 : 200);
  });
});

describe("a job", () => {
  const STATES = ["inactive", "activated", "blocked", "terminated", "quarantined"] as const;
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    activate: ["inactive"],
    block: ["activated"],
    restore: ["blocked"],
    terminate: ["inactive", "activated", "blocked", "quarantined"],
  };

  it.each(STATES.flatMap((state) => Object.keys(ALLOWED).map((action) => [state, action] as const)))(
    "from %s to %s",
    async (state, action) => {
      const { status } = await user.post(action, { icc: user.specimen(state) });
      const isAllowed = ALLOWED[action]?.includes(state) ?? false;
      expect([status, sandbox.ledger.length]).toEqual(isAllowed ? [200, 1] : [409, 0]);
    },
  );

  it("X-06 is taken on with every kind of body", async () => {
    const bodies = [
      await user.post("activate", { icc: user.specimen("inactive") }),
      await user.post("restore", { icc: user.specimen("blocked") }),
      await user.post("block", { icc: user.specimen("activated") }),
      await user.post("terminate", { icc: user.specimen("quarantined") }),
    ];
    expect(bodies.map(({ text }) => text)).toEqual(["", "OK", "null", '{"message":"Accepted"}']);
  });

  it("X-07 takes effect on the sandbox's clock", async () => {
    const icc = user.specimen("inactive");
    await user.post("activate", { icc });
    sandbox.clock.advance(4999);
    expect(await user.status(icc)).toBe("INACTIVE");
    sandbox.clock.advance(1);
    expect(await user.status(icc)).toBe("ACTIVATED");
  });

  it("keeps another one from starting until it has finished", async () => {
    const icc = user.specimen("activated");
    await user.post("block", { icc });
    expect((await user.post("block", { icc })).body).toMatchObject({ error: { code: "JOB_RUNNING" } });
    sandbox.clock.advance(5000);
    expect((await user.post("restore", { icc })).status).toBe(200);
  });

  it("X-05 is refused with every kind of body", async () => {
    const icc = user.specimen("terminated");
    const bodies = [
      await user.post("activate", { icc: user.specimen("unknown") }),
      await user.post("restore", { icc }),
      await user.post("block", {}),
    ];
    expect(bodies.map(({ text }) => text)).toEqual([
      "",
      `SIM card ${icc} is TERMINATED`,
      expect.stringContaining('{"message":"icc'),
    ]);
  });
});

describe("the sandbox", () => {
  it("strikes NexCon with the faults that it has for all", async () => {
    const icc = user.specimen("inactive");
    const strike = (fault: string) => user.post("activate", { icc }, { "x-sandbox-fault": fault });
    expect((await strike("status;status=503;retryAfter=2")).headers.get("retry-after")).toBe("2");
    expect((await strike("rate-limit")).status).toBe(429);
    expect((await strike("expired-token")).status).toBe(401);
    expect(summary(await strike("code;code=422;description=no"))).toEqual([422, "no"]);
    expect(sandbox.ledger).toEqual([]);
    await expect(strike("reset-after")).rejects.toThrow("fetch failed");
    expect(sandbox.ledger).toMatchObject([{ operation: "activate", target: icc }]);
  });

  it("refuses conditions that there are not, with an example", async () => {
    for (const body of [{ callback: "sometimes" }, { icc: "1" }, { sim: { callback: "late" } }]) {
      expect((await user.conditions(body)).status).toBe(400);
    }
  });

  it("forgets everything on a reset", async () => {
    const icc = user.specimen("inactive");
    await user.post("activate", { icc });
    await user.conditions({ isAllowed: false });
    sandbox.reset();
    sandbox.clock.advance(5000);
    expect(await user.status(icc)).toBe("INACTIVE");
  });
});
