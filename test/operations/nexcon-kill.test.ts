import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { freshDirectory } from "../store/support.js";
import { type AppSettings, SHORT } from "../support/api.js";
import { FrontDoor } from "../support/front-door.js";
import { NO_POLLING } from "./nexcon-support.js";
import { type Program, Programs } from "./programs.js";
import { idOf, ledgerOf } from "./support.js";

const JOB_MS = 5_000;
const LATE_MS = 600_000;

const programs = new Programs();
let sandbox: Sandbox;
let door: FrontDoor;
let dataDir: string;

async function open(): Promise<void> {
  sandbox = await startSandbox({ now: new Date("2026-01-05T10:00:00Z") });
  door = await new FrontDoor().start();
  dataDir = freshDirectory();
}

async function close(): Promise<void> {
  sandbox.faults.clear();
  await programs.killAll();
  await Promise.all([sandbox.stop(), door.stop()]);
  rmSync(dataDir, { recursive: true, force: true });
}

/** The program, behind the address at which the carrier calls back. */
async function start(settings: AppSettings): Promise<Program> {
  const program = await programs.start(sandbox.nexcon.accounts, { dataDir, ...settings });
  door.origin = program.url;
  return program;
}

async function killed(program: Program): Promise<void> {
  door.origin = null;
  await program.kill();
}

type Specimen = "inactive" | "activated" | "blocked";

const iccidOf = (situation: Specimen, further = 0): string =>
  String(BigInt(sandbox.nexcon.specimens.nexcon?.[situation] ?? 0) + BigInt(further));

/** Conditions of a SIM, as the sandbox's control takes them. */
async function set(icc: string, sim: object): Promise<void> {
  const body = JSON.stringify({ account: "nexcon", icc, sim });
  const { ok, status } = await fetch(`${sandbox.url}/_sandbox/conditions`, { method: "POST", body });
  if (!ok) throw new Error(`conditions: ${status}`);
}

/** Lets jobs end, and the carrier call back. */
async function pass(ms: number = JOB_MS): Promise<void> {
  sandbox.clock.advance(ms);
  await sandbox.nexcon.settled();
}

const inputOf = (mutation: string, iccid: string) => ({
  sim: idOf("Sim", iccid, "nexcon"),
  idempotencyKey: randomUUID(),
  ...(mutation === "simTerminate" ? { confirm: iccid.slice(-4) } : {}),
});

/** Has the carrier take a job on. */
async function takenOn({ caller }: Program, iccid: string): Promise<string> {
  const { operation } = await caller.mutate("simTerminate", { ...inputOf("simTerminate", iccid), waitFor: 1 });
  expect(operation).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
  return operation?.id ?? "";
}

/** What the carrier did before it answered, or did not, and what the operation turns out to be. */
const MOMENTS = [
  {
    when: "while the carrier thinks, which then takes it on",
    fault: "latency;ms=1500",
    end: "SUCCEEDED",
    done: 1,
    mutation: "simTerminate",
    write: "terminate",
    on: "activated",
  },
  {
    when: "while the carrier thinks, which never takes it on",
    fault: "hang",
    end: "FAILED",
    done: 0,
    mutation: "simActivate",
    write: "activate",
    on: "inactive",
  },
  {
    when: "after the carrier took it on, before it answers",
    fault: "hang;applied=true",
    end: "SUCCEEDED",
    done: 1,
    mutation: "simSuspend",
    write: "block",
    on: "activated",
  },
  {
    when: "after the connection broke on what was taken on",
    fault: "reset-after",
    end: "SUCCEEDED",
    done: 1,
    mutation: "simResume",
    write: "restore",
    on: "blocked",
  },
] as const;

type Moment = (typeof MOMENTS)[number];

/** So long that nothing is given up before the kill, and nothing is believed undone before the carrier had its time. */
const PATIENT = { ...SHORT, call: 3.5, settleAfter: 4 };

describe.each([
  { where: "that can be called back", isReachable: true },
  { where: "that nobody can call", isReachable: false },
])("a program $where, killed", { timeout: 60_000 }, ({ isReachable }) => {
  const struck = new Map<Moment, { readonly iccid: string; readonly input: { readonly idempotencyKey: string } }>();
  let next: Program;
  let pending: string;

  /** All moments at once, and a job that is taken on; then the kill; the jobs end; then the next one. */
  beforeAll(async () => {
    await open();
    const settings = { timing: PATIENT, ...(isReachable ? { publicUrl: door.url } : {}) };
    const first = await start(settings);
    pending = await takenOn(first, iccidOf("activated", 9));
    sandbox.calls.length = 0;
    const asked = MOMENTS.map((moment, turn) => {
      const iccid = iccidOf(moment.on, turn);
      const input = inputOf(moment.mutation, iccid);
      struck.set(moment, { iccid, input });
      sandbox.faults.add({ operation: moment.write, times: 1, fault: moment.fault });
      return first.caller.mutate(moment.mutation, { ...input, waitFor: 10 }).catch(() => null);
    });
    while (!MOMENTS.every(({ write }) => sandbox.calls.some(({ operation }) => operation === write))) await sleep(20);
    await killed(first);
    await Promise.all(asked);
    // The carrier goes on behind connections that are closed.
    while (ledgerOf(sandbox, iccidOf("activated")).length === 0) await sleep(20);
    await pass();
    next = await start(settings);
  }, 60_000);
  afterAll(close);

  it.each(MOMENTS)("X-10 $when, has it settled by the next one: $end", async (moment) => {
    const { iccid, input } = struck.get(moment) ?? { iccid: "", input: { idempotencyKey: "" } };
    const { id } = await next.caller.byKey(input.idempotencyKey);
    expect(await next.caller.ended(id, 30_000)).toMatchObject({ state: moment.end });
    const again = await next.caller.mutate(moment.mutation, input);
    expect(again.operation).toMatchObject({ id, state: moment.end });
    expect(ledgerOf(sandbox, iccid)).toHaveLength(moment.done);
    expect(sandbox.calls.filter(({ operation }) => operation === moment.write)).toHaveLength(1);
  });

  it("X-07 X-09 when a job was taken on, follows it to its end by reading: a call back found nobody", async () => {
    const statuses = sandbox.nexcon.deliveries.map(({ status }) => status);
    expect(statuses).toEqual(isReachable ? Array(statuses.length).fill(502) : []);
    expect(statuses.length > 0).toBe(isReachable);
    expect(await next.caller.ended(pending)).toMatchObject({ state: "SUCCEEDED" });
  });
});

describe("where nobody looks by himself, a program that is killed", { timeout: 60_000 }, () => {
  beforeAll(open);
  afterAll(close);

  it("X-09 leaves to the next one what it has just heard, and what is said at its address later", async () => {
    const settings = { publicUrl: door.url, timing: NO_POLLING };
    const [heard, late] = [iccidOf("activated"), iccidOf("activated", 1)];
    const first = await start(settings);
    await set(late, { callback: "late" });
    const ids = { heard: await takenOn(first, heard), late: await takenOn(first, late) };
    // Reading back hangs for as long as the first one lives.
    sandbox.faults.add({ operation: "status", fault: "hang" });
    await pass();
    expect(sandbox.nexcon.deliveries).toMatchObject([{ icc: heard, status: 204 }]);
    await killed(first);
    sandbox.faults.clear();
    const next = await start(settings);
    expect(await next.caller.ended(ids.heard)).toMatchObject({ state: "SUCCEEDED" });
    expect(await next.caller.operation(ids.late)).toMatchObject({ state: "RUNNING" });
    await pass(LATE_MS);
    expect(await next.caller.ended(ids.late)).toMatchObject({ state: "SUCCEEDED" });
    for (const iccid of [heard, late]) expect(ledgerOf(sandbox, iccid)).toHaveLength(1);
  });
});
