import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { Accounts } from "../../src/datasources/accounts.js";
import { notificationReader } from "../../src/datasources/reach/notifications.js";
import { keptCallbacks } from "../../src/operations/inbox-rows.js";
import { look, takeLooks } from "../../src/operations/looks.js";
import { receiveMessage } from "../../src/operations/notifications.js";
import { changeOperation, insertIntent, nextOperations } from "../../src/operations/records.js";
import { TIMING } from "../../src/operations/timing.js";
import { migrate } from "../../src/store/migrations.js";
import { freshDirectory, STORES } from "../store/support.js";
import { serve } from "../support/api.js";
import { refusingAddress } from "../support/scripted-carrier.js";
import { NexconLab, NO_POLLING } from "./nexcon-support.js";
import { Caller, idOf } from "./support.js";

const DAY = 86_400;

describe("the state of a SIM", () => {
  let lab: NexconLab | null = null;
  afterEach(() => lab?.stop());

  it("is told once as it is found while an action is followed, and the callback before it", async () => {
    lab = await NexconLab.start({ timing: NO_POLLING });
    const iccid = lab.iccid("inactive");
    const id = await lab.begin("simActivate", iccid);
    await lab.pass();
    await lab.ended(id);
    const query = `query ($sim: ID!) { it: events(filter: { sim: $sim }) {
      nodes { kind state simState lineState objectSeq operation { id } } } }`;
    type Told = { readonly nodes: readonly object[] };
    const { nodes } = await lab.caller.only<Told>(query, { sim: idOf("Sim", iccid, "nexcon") });
    expect(nodes).toMatchObject([
      { kind: "OPERATION_CHANGED", state: "ACCEPTED" },
      { kind: "OPERATION_CHANGED", state: "RUNNING" },
      { kind: "CALLBACK_RECEIVED", state: null, operation: { id } },
      { kind: "STATE_OBSERVED", state: null, simState: "ACTIVE", lineState: null, operation: null },
      { kind: "OPERATION_CHANGED", state: "SUCCEEDED", objectSeq: 5 },
    ]);
  });
});

describe.each(STORES)("a message about an operation that is not known yet, in $name", ({ place: prepare }) => {
  it("R-74 finds it once its reference is known, and is not looked at for ever", async () => {
    const place = await prepare();
    const store = await place.open();
    await migrate(store);
    const said = { type: "PRODUCT_PURCHASE", transactionId: "T1", status: "COMPLETED" };
    const message = {
      account: "reach",
      channel: "RESULTS",
      headers: {},
      body: Buffer.from(JSON.stringify(said)),
    } as const;
    expect(await receiveMessage(store, message, notificationReader({}))).toBe("noted");
    const accounts = new Accounts([], { observe: () => {} });
    const lookOnce = async () => {
      await store.run("update inbox set look_at = now() where look_at is not null");
      const [taken] = await takeLooks(store, TIMING, 10);
      if (taken) await look(store, accounts, TIMING, taken);
      return taken?.looks;
    };
    expect(await lookOnce()).toBe(1);
    expect(await takeLooks(store, TIMING, 10)).toEqual([]);
    const id = randomUUID();
    const intent = { id, account: "reach", action: "SIM_ACTIVATE", target: null, conflictKey: id } as const;
    await insertIntent(store, { ...intent, requestedBy: "test", idempotencyKey: id, requestHash: id, wish: {} }, DAY);
    await changeOperation(store, id, { state: "RUNNING", reference: "T1", nextCheckSeconds: DAY });
    expect(await lookOnce()).toBe(2);
    expect((await nextOperations(store, 10)).filter(({ inMs }) => inMs <= 0)).toMatchObject([{ id }]);
    expect(await keptCallbacks(store, {}, 10)).toMatchObject([{ operation: id }]);
    expect(await lookOnce()).toBeUndefined();
    await receiveMessage(
      store,
      { ...message, body: Buffer.from('{"type":"A","transactionId":"T2"}') },
      notificationReader({}),
    );
    const looks = [];
    for (let taken = await lookOnce(); taken !== undefined; taken = await lookOnce()) looks.push(taken);
    expect(looks).toEqual([1, 2, 3, 4, 5, 6]);
    await store.close();
    await place.remove();
  });
});

it("what is older than it is to be kept is gone when the program has started", async () => {
  const dataDir = freshDirectory();
  const baseUrl = await refusingAddress();
  const entries = [{ id: "reach", carrier: "REACH", baseUrl, jwt: "a.b.c", apiKey: "key" }];
  const count = async ({ url }: { readonly url: string }) =>
    (await new Caller(url).only<{ nodes: readonly object[] }>("{ it: callbacks { nodes { id } } }", {})).nodes.length;
  const first = await serve(entries, { dataDir });
  const body = '{"eventType":"NEWS"}';
  expect((await fetch(`${first.url}/apisvc/v0/notification`, { method: "POST", body })).status).toBe(200);
  expect(await count(first)).toBe(1);
  await first.stop();
  const second = await serve(entries, { dataDir, timing: { keepCallbacks: 0 } });
  await expect.poll(() => count(second), { timeout: 15_000 }).toBe(0);
  await second.stop();
  rmSync(dataDir, { recursive: true });
});
