import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NexconLab } from "./nexcon-support.js";
import { idOf } from "./support.js";

let lab: NexconLab;
beforeAll(async () => {
  lab = await NexconLab.start({ isReachable: false });
});
afterAll(() => lab.stop());

const MUTATIONS = [
  ["simActivate", "inactive", "ACTIVE"],
  ["simSuspend", "activated", "SUSPENDED"],
  ["simResume", "blocked", "ACTIVE"],
  ["simTerminate", "activated", "TERMINATED"],
] as const;

describe.each(MUTATIONS)("%s of a SIM that is %s", (mutation, situation, state) => {
  const further = mutation === "simTerminate" ? 1 : 0;

  it("X-07 is only taken on by the answer, and ends by reading alone", async () => {
    const iccid = lab.iccid(situation, further);
    const id = await lab.begin(mutation, iccid);
    expect(await lab.operation(id)).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
    await lab.pass();
    expect(await lab.ended(id)).toMatchObject({ state: "SUCCEEDED", error: null, calledBackAt: null });
    expect((await lab.operation(id)).target).toEqual({ iccid });
    expect((await lab.mutate(mutation, iccid, { dryRun: true })).sim?.state).toBe(state);
    expect(lab.commits(iccid)).toBe(1);
  });

  it("X-08 leaves the address out where there is none", () => {
    expect(Object.keys(lab.sent(lab.iccid(situation, further)))).toEqual(["icc"]);
  });
});

it("blocks other actions on the same SIM until it has ended, and says by which operation", async () => {
  const iccid = lab.iccid("inactive", 3);
  const id = await lab.begin("simActivate", iccid);
  const { operation, userErrors } = await lab.mutate("simTerminate", iccid);
  expect([operation, userErrors]).toMatchObject([null, [{ code: "OPERATION_IN_PROGRESS" }]]);
  expect((await lab.actions(iccid)).map(({ blockedBy }) => blockedBy?.code)).toEqual(
    Array(4).fill("OPERATION_IN_PROGRESS"),
  );
  await lab.pass();
  await lab.ended(id);
  expect(lab.commits(iccid)).toBe(1);
});

it("X-10 terminates nothing that is not confirmed, at no call", async () => {
  const iccid = lab.iccid("activated", 5);
  const before = lab.carrier.seen.length;
  for (const confirm of ["", "0000", iccid]) {
    const { operation, userErrors } = await lab.mutate("simTerminate", iccid, { confirm, dryRun: confirm === "" });
    expect(operation).toBeNull();
    expect(userErrors).toMatchObject([{ code: "INVALID_ARGUMENT", field: ["input", "confirm"] }]);
    expect(userErrors[0]?.message).not.toContain(iccid.slice(-4));
  }
  const calls = lab.carrier.seen.slice(before).filter(({ path }) => !path.endsWith("/status"));
  expect(calls).toEqual([]);
});

it("X-11 does not restore what is terminated", async () => {
  const iccid = lab.iccid("terminated");
  const { operation, userErrors } = await lab.mutate("simResume", iccid);
  expect([operation, userErrors]).toMatchObject([null, [{ code: "INVALID_TRANSITION" }]]);
  expect((await lab.actions(iccid)).filter(({ available }) => available)).toEqual([]);
  expect(lab.sent(iccid)).toEqual({});
});

it("has no action on SIMs of a carrier with lines", async () => {
  const iccid = "8932042000000150000";
  const sim = idOf("Sim", iccid);
  const { userErrors } = await lab.mutate("simActivate", iccid, { sim });
  expect(userErrors).toMatchObject([{ code: "NOT_SUPPORTED_BY_CARRIER" }]);
});

describe("X-12 a word that nobody has explained", () => {
  let wordless: NexconLab;
  beforeAll(async () => {
    const timing = { lease: 2, call: 1, firstCheck: 0.1, lastCheck: 0.2, settleAfter: 0.3, giveUpAfter: 0.8 };
    wordless = await NexconLab.start({ isReachable: false, timing, account: { statusWords: {} } });
  });
  afterAll(() => wordless.stop());

  it("X-12 is kept, and lets a SIM only be terminated", async () => {
    const iccid = wordless.iccid("blocked");
    const available = (await wordless.actions(iccid)).filter((option) => option.available);
    expect(available.map(({ action }) => action)).toEqual(["SIM_TERMINATE"]);
    const { userErrors, sim } = await wordless.mutate("simResume", iccid);
    expect(userErrors).toMatchObject([{ code: "INVALID_TRANSITION", message: expect.stringMatching("statusWords") }]);
    expect(sim).toEqual({ state: "UNKNOWN", stateRaw: "BLOCKED" });
  });

  it("X-12 is never taken for success: the operation stays open and ends unknown", async () => {
    const iccid = wordless.iccid("activated");
    const id = await wordless.begin("simSuspend", iccid);
    await wordless.pass();
    const { state } = await wordless.until(id, (operation) => operation.state !== "RUNNING");
    expect(state).toBe("OUTCOME_UNKNOWN");
    expect(wordless.commits(iccid)).toBe(1);
  });
});

describe("an account that is read-only", () => {
  it("refuses every action, and says so beforehand", async () => {
    const closed = await NexconLab.start({ account: { readOnly: true } });
    const iccid = closed.iccid("activated");
    expect((await closed.actions(iccid)).map(({ blockedBy }) => blockedBy?.code)).toEqual(
      Array(4).fill("PERMISSION_DENIED"),
    );
    expect((await closed.mutate("simSuspend", iccid)).userErrors).toMatchObject([{ code: "PERMISSION_DENIED" }]);
    expect(closed.commits(iccid)).toBe(0);
    await closed.stop();
  });
});
