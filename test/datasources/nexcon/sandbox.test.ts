import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.js";
import type { DataSource } from "../../../src/datasources/carrier.js";
import { nexcon } from "../../../src/datasources/nexcon/index.js";
import { type CallbackReceiver, startCallbackReceiver } from "../../support/callback-receiver.js";
import { call, everythingOf, failureOf, ICC, JOBS } from "./support.js";

/** The adapter against the carrier in a box, which takes the document at its word. */
let sandbox: Sandbox;
let receiver: CallbackReceiver;
let source: DataSource;

beforeAll(async () => {
  sandbox = await startSandbox({ now: new Date("2026-03-15T10:00:00Z") });
  receiver = await startCallbackReceiver();
  source = open();
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await source.close();
  await sandbox.stop();
  await receiver.stop();
});

const open = (settings: object = {}) =>
  nexcon.create(nexcon.config.parse({ ...sandbox.nexcon.accounts[0], ...settings }), () => {});

const specimen = (name: string): string => {
  const icc = sandbox.nexcon.specimens.nexcon?.[name];
  if (icc === undefined) throw new Error(`no specimen ${name}`);
  return icc;
};

const reads = () => everythingOf(source).reads;
const writes = () => everythingOf(source).writes;
const stateOf = async (icc: string) => (await reads().byIccid(icc, call()))?.state;

async function finished(): Promise<void> {
  sandbox.clock.advance(60_000);
  await sandbox.nexcon.settled();
}

describe("reads", () => {
  it.each([
    ["inactive", "INVENTORY", "INACTIVE"],
    ["activated", "ACTIVE", "ACTIVATED"],
    ["blocked", "SUSPENDED", "BLOCKED"],
    ["terminated", "TERMINATED", "TERMINATED"],
    ["quarantined", "UNKNOWN", "QUARANTINED"],
    ["oddlyPrinted", "ACTIVE", "Activated"],
    ["withoutStatus", "UNKNOWN", null],
  ])("a SIM that is %s", async (name, state, stateRaw) => {
    const icc = specimen(name);
    expect(await reads().byIccid(icc, call())).toMatchObject({ iccid: icc, state, stateRaw, imsi: null, eid: null });
  });

  it("every SIM, whatever its tags, product, pool and number look like", async () => {
    const first = BigInt(specimen("inactive"));
    const sims = await Promise.all(
      Array.from({ length: 32 }, (_, n) => reads().byIccid(String(first + BigInt(n)), call())),
    );
    expect(sims.filter((sim) => sim?.nexcon === undefined)).toEqual([]);
    expect(new Set(sims.map((sim) => sim?.nexcon?.product?.name))).toEqual(
      new Set([null, "IoT 100", "IoT Flex", undefined]),
    );
    expect(sims.every((sim) => sim?.msisdn === null || /^4599\d{6}$/.test(sim?.msisdn ?? ""))).toBe(true);
  });

  it("no SIM where there is none", async () => {
    expect(await reads().byIccid(specimen("unknown"), call())).toBeNull();
  });
});

describe("a job", () => {
  it.each([
    ["activate", "inactive", "INVENTORY", "ACTIVE"],
    ["block", "activated", "ACTIVE", "SUSPENDED"],
    ["restore", "blocked", "SUSPENDED", "ACTIVE"],
    ["terminate", "quarantined", "UNKNOWN", "TERMINATED"],
  ] as const)("X-07 to %s is taken on, and shows in the status when it has finished", async (job, name, from, to) => {
    const icc = specimen(name);
    expect((await writes()[job](icc, null, call())).is).toBe("pending");
    expect(await stateOf(icc)).toBe(from);
    await finished();
    expect(await stateOf(icc)).toBe(to);
    expect(sandbox.ledger).toMatchObject([{ carrier: "NEXCON", operation: job, target: icc }]);
  });

  it("X-07 calls the address that it was given when it has finished", async () => {
    const icc = specimen("inactive");
    await writes().activate(icc, receiver.address("activation"), call());
    expect(receiver.at("activation")).toEqual([]);
    await finished();
    expect(receiver.at("activation")).toMatchObject([{ method: "POST", json: { icc, result: "SUCCESS" } }]);
  });

  it("X-08 is accepted without an address", async () => {
    await writes().activate(specimen("inactive"), null, call());
    await finished();
    expect([sandbox.ledger.length, sandbox.nexcon.deliveries]).toEqual([1, []]);
  });

  it("X-11 that restores is refused after a termination", async () => {
    const icc = specimen("blocked");
    await writes().terminate(icc, null, call());
    await finished();
    expect(await failureOf(writes().restore(icc, null, call()))).toMatchObject({
      code: "INVALID_TRANSITION",
      details: { carrierMessage: "SIM card … is TERMINATED" },
    });
    expect(await stateOf(icc)).toBe("TERMINATED");
  });

  it("is refused while another one runs", async () => {
    const icc = specimen("activated");
    await writes().block(icc, null, call());
    const failure = await failureOf(writes().terminate(icc, null, call()));
    expect([failure.code, failure.details.carrierMessage]).toEqual(["INVALID_TRANSITION", "A job is running: block"]);
  });

  it.each(JOBS)("to %s is refused for a SIM that is not there", async (job) => {
    const failure = await failureOf(writes()[job](specimen("unknown"), null, call()));
    expect([failure.code, failure.details.carrierMessage]).toEqual(["IDENTIFIER_NOT_FOUND", undefined]);
  });

  it("may end without any effect, which the status shows", async () => {
    const icc = specimen("inactive");
    const condition = { account: "nexcon", icc, sim: { jobFails: true } };
    await fetch(`${sandbox.url}/_sandbox/conditions`, { method: "POST", body: JSON.stringify(condition) });
    await writes().activate(icc, receiver.address("failing"), call());
    await finished();
    expect(receiver.at("failing")).toMatchObject([{ json: { result: "FAILED" } }]);
    expect(await stateOf(icc)).toBe("INVENTORY");
  });
});

describe("an unknown outcome", () => {
  it.each(["reset-after", "status;status=502;applied=true", "html200;applied=true"])(
    "after %s is one, though the job runs",
    async (fault) => {
      sandbox.faults.add({ operation: "terminate", fault });
      const icc = specimen("activated");
      expect((await failureOf(writes().terminate(icc, null, call()))).code).toBe("OUTCOME_UNKNOWN");
      expect(sandbox.ledger).toHaveLength(1);
      await finished();
      expect(await stateOf(icc)).toBe("TERMINATED");
    },
  );

  it.each(["reset-before", "status;status=503", "html200"])(
    "after %s is one, though nothing was done",
    async (fault) => {
      sandbox.faults.add({ operation: "terminate", fault });
      const icc = specimen("activated");
      expect((await failureOf(writes().terminate(icc, null, call()))).code).toBe("OUTCOME_UNKNOWN");
      await finished();
      expect([sandbox.ledger, await stateOf(icc)]).toEqual([[], "ACTIVE"]);
    },
  );
});

describe("an account", () => {
  it("with a wrong key is told so, without the key", async () => {
    const other = open({ apiKey: "another_key" });
    const failure = await failureOf(everythingOf(other).reads.byIccid(ICC, call()));
    await other.close();
    expect([failure.code, failure.details.carrierMessage]).toEqual(["CARRIER_AUTH_FAILED", "Invalid API key …"]);
  });

  it("X-14 that calls from an address that is not allowed is told so", async () => {
    const condition = { account: "nexcon", isAllowed: false };
    await fetch(`${sandbox.url}/_sandbox/conditions`, { method: "POST", body: JSON.stringify(condition) });
    const failure = await failureOf(reads().byIccid(specimen("activated"), call()));
    expect([failure.code, failure.hint]).toEqual(["PERMISSION_DENIED", expect.stringContaining("allow-list")]);
  });
});
