import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { insertIntent } from "../../src/operations/records.js";
import { openEmbedded } from "../../src/store/embedded.js";
import { migrate } from "../../src/store/migrations.js";
import { openServer } from "../../src/store/server.js";
import { freshDirectory } from "../store/support.js";
import { type AppSettings, SHORT } from "../support/api.js";
import type { Keeping, Row } from "./support.js";
import { Caller, endpointsOf, idOf, KEEPING, ledgerOf, nativeOf, SHARED_KEEPING, specimen } from "./support.js";

let sandbox: Sandbox;
let children: ChildProcess[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  sandbox.faults.clear();
  await Promise.all(children.map(kill));
  children = [];
});

/** Starts the program in a process of its own. */
async function start(settings: AppSettings): Promise<{ readonly caller: Caller; readonly child: ChildProcess }> {
  const told = JSON.stringify({ entries: sandbox.accounts, settings: { timing: SHORT, ...settings } });
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "program.ts"), told], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const [said] = await once(child.stdout, "data");
  return { caller: new Caller(String(said).trim()), child };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

const namesSince = (begun: number): readonly string[] => sandbox.calls.slice(begun).map(({ operation }) => operation);

/** What the carrier did before it answered, or did not, and what the operation turns out to be. */
const MOMENTS = [
  { when: "while the carrier works, which then does it", fault: "latency;ms=700", end: "SUCCEEDED", done: 1 },
  { when: "while the carrier works, which never does it", fault: "hang", end: "FAILED", done: 0 },
  { when: "after the carrier has done it, before it answers", fault: "hang;applied=true", end: "SUCCEEDED", done: 1 },
  { when: "after the connection broke on what the carrier has done", fault: "reset-after", end: "SUCCEEDED", done: 1 },
  {
    when: "after the connection broke on what the carrier has not done",
    fault: "reset-before",
    end: "FAILED",
    done: 0,
  },
] as const;

describe.each(KEEPING)("a program that is killed, with its operations in $name", { timeout: 60_000 }, ({ prepare }) => {
  let kept: Awaited<ReturnType<Keeping["prepare"]>>;
  let settings: AppSettings & { dataDir: string };
  let active: Row[];

  beforeAll(async () => {
    sandbox.reset();
    kept = await prepare();
    settings = { dataDir: freshDirectory(), ...kept.settings };
    const { caller } = await start(settings);
    const rows = await endpointsOf(caller);
    active = rows.filter(({ state, billing }) => state === "ACTIVE" && billing === "POSTPAID");
    await Promise.all(children.map(kill));
  });
  afterAll(async () => {
    await kept.remove();
    rmSync(settings.dataDir, { recursive: true, force: true });
  });

  /** Endpoints are not used twice: what is done to them stays done. */
  const next = (): Row => {
    const row = active.shift();
    if (!row) throw new Error("no endpoint is left");
    return row;
  };
  const addon = (row: Row, idempotencyKey: string) => ({
    endpoint: row.id,
    plan: idOf("Plan", "568677"),
    idempotencyKey,
  });

  it.each(MOMENTS)("$when has it settled by the next one: $end", async ({ fault, end, done }) => {
    const row = next();
    const before = ledgerOf(sandbox, row.native).length;
    const { caller, child } = await start(settings);
    sandbox.faults.add({ operation: "SubscribeAddon", times: 1, fault });
    const key = randomUUID();
    const begun = sandbox.calls.length;
    const asked = caller.mutate("addonSubscribe", addon(row, key)).catch(() => null);
    await expect.poll(() => namesSince(begun), { timeout: 15_000 }).toContain("SubscribeAddon");
    await kill(child);
    await asked;
    const after = await start(settings);
    const [known] = await after.caller.operations({ endpoint: row.id });
    expect(known).toMatchObject({ idempotencyKey: key, action: "ADDON_SUBSCRIBE" });
    expect(await after.caller.ended(known?.id ?? "", 40_000)).toMatchObject({ state: end });
    const again = await after.caller.mutate("addonSubscribe", addon(row, key));
    expect(again.operation).toMatchObject({ id: known?.id, state: end });
    expect(ledgerOf(sandbox, row.native).length - before).toBe(done);
  });

  it("after the intent is stored and before anything is begun has it carried out once by the next one", async () => {
    const row = next();
    const before = ledgerOf(sandbox, row.native).length;
    const { databaseUrl, dataDir } = settings;
    const store =
      databaseUrl === undefined ? await openEmbedded(join(dataDir, "store")) : await openServer(databaseUrl);
    await migrate(store);
    const intent = {
      id: randomUUID(),
      account: "bics-eu",
      action: "ENDPOINT_SUSPEND",
      target: row.native,
      conflictKey: `endpoint/${row.native}`,
      requestedBy: "anonymous",
      idempotencyKey: randomUUID(),
      requestHash: "of a request",
      wish: { endpoint: row.native },
    } as const;
    expect(await insertIntent(store, intent, 0)).toBe(true);
    await store.close();
    const { caller } = await start(settings);
    const [known] = await caller.operations({ endpoint: row.id });
    expect(await caller.ended(known?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
    expect(ledgerOf(sandbox, row.native).length - before).toBe(1);
  });

  it("while the carrier goes on with what it has taken on has it followed to the end by the next one", async () => {
    const id = idOf("Endpoint", specimen(sandbox, "activeConnected"));
    const { caller, child } = await start(settings);
    const { operation } = await caller.mutate("simUnlink", { endpoint: id, waitFor: 1 });
    expect(operation).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
    await kill(child);
    const after = await start(settings);
    expect(await after.caller.operation(operation?.id ?? "")).toMatchObject({ state: "RUNNING" });
    sandbox.clock.advance(31_000);
    expect(await after.caller.ended(operation?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
    expect(ledgerOf(sandbox, nativeOf(id))).toHaveLength(1);
  });
});

describe.each(SHARED_KEEPING)("two programs on $name", { timeout: 60_000 }, ({ prepare }) => {
  let kept: Awaited<ReturnType<Keeping["prepare"]>>;

  beforeAll(async () => {
    sandbox.reset();
    kept = await prepare();
  });
  afterAll(() => kept.remove());

  it("carry out once what both are asked for at once, and answer the same", async () => {
    const [one, other] = await Promise.all([start(kept.settings), start(kept.settings)]);
    const row = (await endpointsOf(one.caller)).findLast(({ state, hasSim }) => state === "PRE_ACTIVE" && hasSim);
    const input = { endpoint: row?.id, idempotencyKey: randomUUID() };
    const answers = await Promise.all(
      [one, other, one, other, one, other].map(({ caller }) => caller.mutate("endpointActivate", input)),
    );
    expect(answers[0]?.operation?.state).toBe("SUCCEEDED");
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(ledgerOf(sandbox, row?.native ?? "")).toHaveLength(1);
  });

  it("take over from each other: what one was killed in, the other settles", async () => {
    const [one, other] = await Promise.all([start(kept.settings), start(kept.settings)]);
    const rows = await endpointsOf(one.caller);
    const row = rows.findLast(({ state, billing }) => state === "SUSPENDED" && billing === "POSTPAID");
    const begun = sandbox.calls.length;
    sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault: "hang;applied=true" });
    const asked = one.caller.mutate("endpointResume", { endpoint: row?.id }).catch(() => null);
    await expect.poll(() => namesSince(begun), { timeout: 15_000 }).toContain("EndPointLifeCycleChange");
    await kill(one.child);
    await asked;
    const [known] = await other.caller.operations({ endpoint: row?.id });
    expect(await other.caller.ended(known?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
    expect(ledgerOf(sandbox, row?.native ?? "")).toHaveLength(1);
  });
});
