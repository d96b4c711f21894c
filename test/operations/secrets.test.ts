import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Ids } from "../../src/ids.js";
import { insertIntent } from "../../src/operations/records.js";
import { hashOf } from "../../src/operations/sealing.js";
import { Worker } from "../../src/operations/worker.js";
import { migrate } from "../../src/store/migrations.js";
import type { Store } from "../../src/store/sql.js";
import { freshDirectory } from "../store/support.js";
import { hang, json, text } from "../support/scripted-answers.js";
import { ScriptedCarrier } from "../support/scripted-carrier.js";
import { isKept, PLAIN, requestOf, SECRETIVE, type StartedEngine, startEngine, storeAt } from "./scripted.js";

const PIN = "pin-of-nobody-else-4711";
const DONE = json({ is: "done", carrierCode: "0", carrierMessage: null, reference: null });

let carrier: ScriptedCarrier;
let dataDir: string;
let running: StartedEngine[] = [];
let children: ChildProcess[] = [];

beforeEach(async () => {
  carrier = await new ScriptedCarrier(() => DONE).start();
  dataDir = freshDirectory();
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  await carrier.stop();
  for (const one of running) await one.stop();
  [running, children] = [[], []];
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(): Promise<StartedEngine> {
  const started = await startEngine({ carrier: carrier.baseUrl, dataDir });
  running.push(started);
  return started;
}

async function close(): Promise<void> {
  for (const one of running.splice(0)) await one.stop();
}

/** An engine in a process of its own, which is told by lines. */
async function spawned(): Promise<ChildProcess> {
  const told = JSON.stringify({ carrier: carrier.baseUrl, dataDir });
  const program = join(import.meta.dirname, "scripted-program.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, told], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout ?? child, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

const secretive = () => requestOf({ action: SECRETIVE, secret: { pin: PIN }, asked: { said: "in the open" } });

/** An operation that was stored and not begun: by a process which then ended, or by another one. */
async function stored(store: Store, action: typeof PLAIN | typeof SECRETIVE, dueSeconds = 3_600) {
  const id = randomUUID();
  const request = requestOf({ action });
  await insertIntent(store, { ...request, id, requestHash: "of a request" }, dueSeconds);
  return { id, request };
}

const NEVER_SENT = {
  state: "CANCELLED",
  nextCheckAt: null,
  error: {
    code: "STATE_CHANGED",
    message: expect.stringContaining("never sent"),
    hint: expect.stringContaining("new idempotency key"),
  },
};

describe("what must not be stored", () => {
  it("reaches the carrier, once, and no file", async () => {
    const { engine, worker } = await open();
    const request = secretive();
    const { id, state } = await engine.request(request, 5_000);
    expect(state).toBe("SUCCEEDED");
    expect(carrier.requests.map((sent) => sent.json)).toEqual([{ wish: {}, secret: { pin: PIN } }]);
    expect(worker.secrets.of(id)).toBeUndefined();
    await close();
    expect(isKept(dataDir, request.idempotencyKey)).toBe(true);
    expect(isKept(dataDir, PIN)).toBe(false);
  });

  it("is not kept either where the carrier says it back", async () => {
    carrier.answer(text(`${PIN} is wrong`, 422));
    const { engine } = await open();
    const operation = await engine.request(secretive(), 5_000);
    expect(operation).toMatchObject({ state: "FAILED", error: { carrierMessage: "… is wrong" } });
    expect((await engine.stepsOfEach([operation.id])).get(operation.id)).toMatchObject([
      { carrierMessage: "… is wrong" },
    ]);
    await close();
    expect(isKept(dataDir, PIN)).toBe(false);
  });

  it("is a part of what a key stands for", async () => {
    const { engine } = await open();
    const request = secretive();
    const { id } = await engine.request(request, 5_000);
    expect((await engine.request(request, 0)).id).toBe(id);
    await expect(engine.request({ ...request, secret: { pin: "another" } }, 0)).rejects.toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
    expect(carrier.requests).toHaveLength(1);
  });

  it("cannot be guessed from the hash that is kept", () => {
    const [one, other] = [new Ids("one secret of sixteen"), new Ids("another of sixteen.")];
    const request = secretive();
    expect(hashOf(request, one)).toBe(hashOf({ ...request }, one));
    expect(hashOf(request, one)).not.toBe(hashOf(request, other));
    const { secret, ...open } = request;
    expect(hashOf(open, one)).toBe(hashOf(open, other));
  });

  it("is in no file when the process is killed in the call, and what came of it is read by the next one", async () => {
    carrier.answer(hang());
    const child = await spawned();
    const request = secretive();
    child.stdin?.write(`${JSON.stringify(request)}\n`);
    await expect.poll(() => carrier.requests.length, { timeout: 15_000 }).toBe(1);
    await kill(child);
    expect(isKept(dataDir, request.idempotencyKey)).toBe(true);
    expect(isKept(dataDir, PIN)).toBe(false);
    carrier.onRequest(() => json("REACHED"));
    const { engine } = await open();
    const known = await engine.replayed(request, 0);
    await expect.poll(async () => (await engine.byId(known?.id ?? ""))?.state, { timeout: 15_000 }).toBe("SUCCEEDED");
    expect(carrier.to(`/${SECRETIVE}/perform`)).toHaveLength(1);
  }, 40_000);
});

describe("an operation that needs a secret which is lost", () => {
  it("was never sent and is called off, after a restart", async () => {
    const store = await storeAt({ dataDir });
    await migrate(store);
    const { id } = await stored(store, SECRETIVE, 0);
    await store.close();
    const { engine } = await open();
    await expect.poll(async () => (await engine.byId(id))?.state, { timeout: 10_000 }).toBe("CANCELLED");
    expect(await engine.byId(id)).toMatchObject(NEVER_SENT);
    expect(await engine.stepsOfEach([id])).toEqual(new Map());
    expect(carrier.requests).toEqual([]);
  });

  it("is called off by another replica; the one that was asked then sends nothing, and forgets it", async () => {
    const asked = await open();
    const other = new Worker(asked.store, asked.worker.parts);
    const { id } = await stored(asked.store, SECRETIVE);
    asked.worker.secrets.keep(id, { pin: PIN }, 60);
    await other.takeUp(id);
    expect(await asked.engine.byId(id)).toMatchObject(NEVER_SENT);
    await asked.worker.takeUp(id);
    expect(asked.worker.secrets.of(id)).toBeUndefined();
    expect(carrier.requests).toEqual([]);
  });

  it("stands in nobody's way", async () => {
    const { engine, store, worker } = await open();
    const { id, request } = await stored(store, SECRETIVE);
    await worker.takeUp(id);
    const again = { ...request, idempotencyKey: randomUUID(), secret: { pin: PIN } };
    expect((await engine.request(again, 5_000)).state).toBe("SUCCEEDED");
  });

  it("is not one that needs none: that is carried out", async () => {
    const { engine, store, worker } = await open();
    const { id } = await stored(store, PLAIN);
    await worker.takeUp(id);
    expect((await engine.byId(id))?.state).toBe("SUCCEEDED");
    expect(carrier.requests).toHaveLength(1);
  });
});
