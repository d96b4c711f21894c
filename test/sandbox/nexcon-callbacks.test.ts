import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { type CallbackReceiver, startCallbackReceiver } from "../support/callback-receiver.js";
import { empty } from "../support/scripted-answers.js";
import { type NexconUser, nexconUser } from "./nexcon-support.js";
import { startTestSandbox } from "./support.js";

// method, body and repeats of a call back are not documented, so that any may come.

let sandbox: Sandbox;
let user: NexconUser;
let receiver: CallbackReceiver;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = nexconUser(sandbox);
});
beforeEach(async () => {
  sandbox.reset();
  receiver = await startCallbackReceiver(async ({ path }) => {
    if (path === "/asking") await user.status(user.specimen("inactive"));
    return empty(path === "/failing" ? 500 : 204);
  });
  return () => receiver.stop();
});
afterAll(() => sandbox.stop());

/** Activates a SIM whose job calls back in some way. */
async function activate(mode: string | null, name = "job"): Promise<string> {
  const icc = user.specimen("inactive");
  if (mode !== null) await user.conditions({ icc, sim: { callback: mode } });
  await user.post("activate", { icc, callbackUrl: receiver.address(name) });
  return icc;
}

async function later(ms: number): Promise<void> {
  sandbox.clock.advance(ms);
  await sandbox.nexcon.settled();
}

const MINUTE = 60_000;

describe("X-09 a call back", () => {
  it("X-09 comes once, when the job has finished", async () => {
    const icc = await activate(null);
    await later(4999);
    expect(receiver.at("job")).toEqual([]);
    await later(1);
    expect(receiver.at("job")).toMatchObject([
      { method: "POST", json: { icc, action: "activate", result: "SUCCESS", status: "ACTIVATED" } },
    ]);
    await later(60 * MINUTE);
    expect(receiver.at("job")).toHaveLength(1);
  });

  it("X-09 comes long after the job", async () => {
    const icc = await activate("late");
    await later(MINUTE);
    expect([await user.status(icc), receiver.at("job").length]).toEqual(["ACTIVATED", 0]);
    await later(10 * MINUTE);
    expect(receiver.at("job")).toHaveLength(1);
  });

  it("X-09 comes twice", async () => {
    await activate("twice");
    await later(MINUTE);
    const [first, second] = receiver.at("job");
    expect([receiver.at("job").length, second?.text]).toEqual([2, first?.text]);
  });

  it("X-09 never comes, and the job has finished all the same", async () => {
    const icc = await activate("never");
    await later(60 * MINUTE);
    expect([await user.status(icc), receiver.at("job").length]).toEqual(["ACTIVATED", 0]);
  });

  it.each([
    ["get", "GET", ""],
    ["put", "PUT", expect.stringContaining("SUCCESS")],
    ["garbage", "POST", "%%% <not json"],
  ])("X-09 of the kind %s comes as %s", async (mode, method, text) => {
    await activate(mode);
    await later(MINUTE);
    expect(receiver.at("job")).toMatchObject([{ method, text }]);
  });

  it("X-09 comes before the request is answered", async () => {
    const icc = await activate("early");
    expect(receiver.at("job")).toHaveLength(1);
    expect(await user.status(icc)).toBe("ACTIVATED");
  });

  it("comes as the account says where the SIM says nothing", async () => {
    await user.conditions({ callback: "put" });
    await activate(null);
    await later(MINUTE);
    expect(receiver.at("job")).toMatchObject([{ method: "PUT" }]);
  });

  it("is not repeated when it is refused, and is kept with its answer", async () => {
    const icc = await activate(null, "failing");
    await later(60 * MINUTE);
    const url = receiver.address("failing");
    expect(sandbox.nexcon.deliveries).toEqual([
      { account: "nexcon", icc, action: "activate", method: "POST", url, status: 500 },
    ]);
  });

  it("to where nobody listens is kept without an answer", async () => {
    await activate(null);
    await receiver.stop();
    await later(MINUTE);
    expect(sandbox.nexcon.deliveries).toMatchObject([{ status: null }]);
  });

  it("finds the carrier answering when it is verified at once", async () => {
    await activate(null, "asking");
    await later(MINUTE);
    expect(sandbox.calls.map(({ operation }) => operation)).toEqual(["activate", "status"]);
  });
});

describe("a clock that runs", () => {
  it("calls back by itself", async () => {
    const running = await startSandbox();
    const other = nexconUser(running);
    await other.conditions({ jobMs: 0 });
    await other.post("activate", { icc: other.specimen("inactive"), callbackUrl: receiver.address("alone") });
    expect(await receiver.awaits("alone", 1)).toHaveLength(1);
    await running.stop();
  });
});
