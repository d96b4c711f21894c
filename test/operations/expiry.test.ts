import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { insertIntent } from "../../src/operations/records.js";
import { freshDirectory } from "../store/support.js";
import { json } from "../support/scripted-answers.js";
import { ScriptedCarrier } from "../support/scripted-carrier.js";
import { PLAIN, requestOf, startEngine } from "./scripted.js";
import { idOf, ledgerOf, specimen, startLab } from "./support.js";

const DONE = json({ is: "done", carrierCode: "0", carrierMessage: null, reference: null });

describe("an intent that was stored and not begun", () => {
  let carrier: ScriptedCarrier;
  let dataDir: string;
  beforeEach(async () => {
    carrier = await new ScriptedCarrier(() => DONE).start();
    dataDir = freshDirectory();
  });
  afterEach(async () => {
    await carrier.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each([
    { within: 3_600, ageSeconds: 60, state: "SUCCEEDED", sent: 1 },
    { within: 59, ageSeconds: 60, state: "CANCELLED", sent: 0 },
  ])("of $ageSeconds seconds is $state where it must be begun within $within", async (given) => {
    const { engine, store, worker, stop } = await startEngine({
      carrier: carrier.baseUrl,
      dataDir,
      timing: { beginWithin: given.within },
    });
    const id = randomUUID();
    await insertIntent(store, { ...requestOf({ action: PLAIN }), id, requestHash: "of a request" }, 3_600);
    await store.run("update operations set requested_at = requested_at - make_interval(secs => $1)", [
      given.ageSeconds,
    ]);
    await worker.takeUp(id);
    expect(await engine.byId(id)).toMatchObject({ state: given.state, nextCheckAt: null });
    expect(carrier.requests).toHaveLength(given.sent);
    await stop();
  });
});

it("tells the caller that nothing was sent and how to go on, and tells a repeat the same", async () => {
  const lab = await startLab({ timing: { beginWithin: 0 } });
  const native = specimen(lab.sandbox, "activePostpaid");
  const input = { endpoint: idOf("Endpoint", native), idempotencyKey: randomUUID() };
  const answer = await lab.caller.mutate("endpointSuspend", input);
  expect(answer.operation).toMatchObject({ state: "CANCELLED", error: { code: "STATE_CHANGED" }, steps: [] });
  expect(answer.userErrors).toMatchObject([{ code: "STATE_CHANGED", message: expect.stringMatching(/never sent/) }]);
  expect(await lab.caller.mutate("endpointSuspend", input)).toEqual(answer);
  expect(ledgerOf(lab.sandbox, native)).toEqual([]);
  await lab.stop();
});
