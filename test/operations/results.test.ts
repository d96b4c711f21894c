import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDirectory } from "../store/support.js";
import { json } from "../support/scripted-answers.js";
import { ScriptedCarrier } from "../support/scripted-carrier.js";
import { isKept, PLAIN, requestOf, type StartedEngine, startEngine } from "./scripted.js";

const RESULT = { code: "LPA:1$smdp.example$CODE-OF-ONE-ESIM", link: null };
const PLAINLY = "reference-in-the-open";
const GIVEN = { is: "done", carrierCode: "0", carrierMessage: null, reference: PLAINLY, result: RESULT };

let carrier: ScriptedCarrier;
let dataDir: string;
const running: StartedEngine[] = [];

beforeEach(async () => {
  carrier = await new ScriptedCarrier(() => json(GIVEN)).start();
  dataDir = freshDirectory();
});
afterEach(async () => {
  await close();
  await carrier.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(idSecret?: string): Promise<StartedEngine> {
  const started = await startEngine({
    carrier: carrier.baseUrl,
    dataDir,
    ...(idSecret === undefined ? {} : { idSecret }),
  });
  running.push(started);
  return started;
}

async function close(): Promise<void> {
  for (const one of running.splice(0)) await one.stop();
}

describe("what a carrier gives out", () => {
  it("is read back, also after a restart, also by a repeat, and is in no file", async () => {
    const request = requestOf({ action: PLAIN });
    const first = await open();
    const operation = await first.engine.request(request, 5_000);
    expect(await first.engine.resultOf(operation)).toEqual(RESULT);
    await close();
    expect(isKept(dataDir, PLAINLY)).toBe(true);
    expect(isKept(dataDir, "CODE-OF-ONE-ESIM")).toBe(false);
    const { engine } = await open();
    const again = await engine.request(request, 5_000);
    expect(again).toEqual(operation);
    expect(await engine.resultOf(again)).toEqual(RESULT);
    expect(carrier.requests).toHaveLength(1);
  });

  it("is kept where it comes before the end", async () => {
    carrier.answer(json({ ...GIVEN, is: "pending" }));
    const { engine } = await open();
    const operation = await engine.request(requestOf({ action: PLAIN }), 0);
    await expect.poll(() => engine.resultOf(operation)).toEqual(RESULT);
    carrier.onRequest(() => json("REACHED"));
    await expect.poll(async () => (await engine.byId(operation.id))?.state, { timeout: 10_000 }).toBe("SUCCEEDED");
    expect(await engine.resultOf(operation)).toEqual(RESULT);
  });

  it("is nothing where it gives nothing", async () => {
    const { result, ...nothing } = GIVEN;
    carrier.answer(json(nothing));
    const { engine } = await open();
    expect(await engine.resultOf(await engine.request(requestOf({ action: PLAIN }), 5_000))).toBeNull();
  });

  it("cannot be opened in the place of another's, nor under another secret of ids", async () => {
    const { engine, store } = await open();
    const one = await engine.request(requestOf({ action: PLAIN }), 5_000);
    const other = await engine.request(requestOf({ action: PLAIN }), 5_000);
    await store.run(
      "update operations set sealed_result = (select sealed_result from operations where id = $1) where id = $2",
      [one.id, other.id],
    );
    await expect(engine.resultOf(other)).rejects.toMatchObject({ code: "INTERNAL" });
    await close();
    const foreign = await open("another secret of the ids");
    await expect(foreign.engine.resultOf(one)).rejects.toMatchObject({ code: "INTERNAL" });
  });
});
