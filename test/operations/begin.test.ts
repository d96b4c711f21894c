import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { insertIntent } from "../../src/operations/records.js";
import { migrate } from "../../src/store/migrations.js";
import { freshDirectory } from "../store/support.js";
import { type AppSettings, SHORT } from "../support/api.js";
import { type Program, Programs } from "./programs.js";
import { storeAt } from "./scripted.js";
import type { Keeping } from "./support.js";
import { endpointsOf, idOf, KEEPING, ledgerOf, SHARED_KEEPING, specimen } from "./support.js";

let sandbox: Sandbox;
const programs = new Programs();

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults.clear());

const start = (settings: AppSettings): Promise<Program> => programs.start(sandbox.accounts, settings);

const namesSince = (begun: number): readonly string[] => sandbox.calls.slice(begun).map(({ operation }) => operation);

describe.each(KEEPING)(
  "a program that is killed before the write, with its operations in $name,",
  { timeout: 60_000 },
  ({ prepare }) => {
    let kept: Awaited<ReturnType<Keeping["prepare"]>>;
    let settings: AppSettings & { dataDir: string };
    let program: Program;

    beforeAll(async () => {
      sandbox.reset();
      kept = await prepare();
      settings = { dataDir: freshDirectory(), ...kept.settings };
    });
    afterAll(async () => {
      await programs.killAll();
      await kept.remove();
      rmSync(settings.dataDir, { recursive: true, force: true });
    });

    it("after the intent is stored and before anything is begun, has it carried out once by the next one", async () => {
      const target = specimen(sandbox, "activeTest", "bics-oem");
      const store = await storeAt(settings);
      await migrate(store);
      const intent = {
        id: randomUUID(),
        account: "bics-oem",
        action: "ENDPOINT_STOCK",
        target,
        conflictKey: `endpoint/${target}`,
        requestedBy: "anonymous",
        idempotencyKey: randomUUID(),
        requestHash: "of a request",
        wish: { endpoint: target },
      } as const;
      expect(await insertIntent(store, intent, 0)).toBe(true);
      await store.close();
      // On a busy machine a log-in takes its time, too.
      program = await start({ ...settings, timing: { ...SHORT, call: 10, settleAfter: 12 } });
      const { id } = await program.caller.byKey(intent.idempotencyKey);
      expect(await program.caller.ended(id, 40_000)).toMatchObject({ state: "SUCCEEDED" });
      expect(ledgerOf(sandbox, target)).toHaveLength(1);
    });

    it("while it logs in for the first time, and anew, has both settled by the next one: nothing was done", async () => {
      const key = { first: randomUUID(), anew: randomUUID() };
      const before = sandbox.ledger.length;
      const begun = sandbox.calls.length;
      const endpoint = idOf("Endpoint", specimen(sandbox, "activeInventory", "bics-oem"), "bics-oem");
      const { name } = await program.caller.only<{ name: string }>(
        "query ($id: ID!) { it: node(id: $id) { ... on Endpoint { name } } }",
        { id: endpoint },
      );
      for (const operation of ["login", "RefreshToken"]) sandbox.faults.add({ operation, fault: "hang" });
      sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault: "expired-token" });
      const asked = [
        program.caller.mutate("endpointCreate", { ...NEW, idempotencyKey: key.first }),
        program.caller.mutate("endpointCommission", { endpoint, confirm: name, idempotencyKey: key.anew }),
      ].map((answer) => answer.catch(() => null));
      await expect
        .poll(() => namesSince(begun), { timeout: 15_000 })
        .toEqual(expect.arrayContaining(["login", "RefreshToken"]));
      await program.kill();
      await Promise.all(asked);
      sandbox.faults.clear();
      const next = await start(settings);
      for (const one of Object.values(key)) {
        const { id, steps } = await next.caller.byKey(one);
        expect(steps).toHaveLength(1);
        expect(await next.caller.ended(id, 40_000)).toMatchObject({ state: "FAILED" });
      }
      expect(sandbox.ledger).toHaveLength(before);
      expect(namesSince(begun)).not.toContain("CreateEndPoint");
    });
  },
);

/** An endpoint that is made without any reading before it. */
const NEW = {
  account: "bics-eu",
  name: "Never made",
  plan: idOf("Plan", "560082"),
  roamingProfiles: ["8953"],
  apnGroup: "PDP_1002",
};

describe.each(SHARED_KEEPING)("two programs on $name", { timeout: 60_000 }, ({ prepare }) => {
  let kept: Awaited<ReturnType<Keeping["prepare"]>>;

  beforeAll(async () => {
    sandbox.reset();
    kept = await prepare();
  });
  afterEach(() => programs.killAll());
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
    await one.kill();
    await asked;
    const [known] = await other.caller.operations({ endpoint: row?.id });
    expect(await other.caller.ended(known?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
    expect(ledgerOf(sandbox, row?.native ?? "")).toHaveLength(1);
  });

  it("begin an operation once, though the one that holds it stands still, is replaced, and goes on", async () => {
    const [one, other] = await Promise.all([start(kept.settings), start(kept.settings)]);
    const row = (await endpointsOf(one.caller)).find(({ state, hasSim }) => state === "PRE_ACTIVE" && hasSim);
    const begun = sandbox.calls.length;
    const lock = await lockSteps(kept.settings.databaseUrl);
    const asked = one.caller.mutate("endpointActivate", { endpoint: row?.id, waitFor: 0 });
    await expect.poll(() => lock.holder(), { timeout: 15_000 }).not.toBeNull();
    const first = await lock.holder();
    one.freeze();
    await expect.poll(() => lock.holder(), { timeout: 15_000 }).not.toBe(first);
    await lock.release();
    const [known] = await other.caller.operations({ endpoint: row?.id });
    const id = known?.id ?? "";
    expect(await other.caller.ended(id)).toMatchObject({ state: "SUCCEEDED" });
    one.thaw();
    await asked;
    expect((await one.caller.ended(id)).steps).toHaveLength(1);
    expect(ledgerOf(sandbox, row?.native ?? "")).toHaveLength(1);
    expect(namesSince(begun).filter((name) => name === "EndPointActivation")).toHaveLength(1);
  });
});

/** Keeps everybody from reading the steps of operations, so that nobody gets from holding one to beginning it. */
async function lockSteps(databaseUrl = "") {
  const [keeper, reader] = [new Client(databaseUrl), new Client(databaseUrl)];
  await Promise.all([keeper.connect(), reader.connect()]);
  await keeper.query("begin; lock table operation_steps in access exclusive mode");
  return {
    /** Who holds the one operation that is not begun yet. */
    holder: async (): Promise<string | null> => {
      const { rows } = await reader.query("select lease_owner from operations where state = 'ACCEPTED'");
      return rows[0]?.lease_owner ?? null;
    },
    release: async () => {
      await keeper.query("rollback");
      await Promise.all([keeper.end(), reader.end()]);
    },
  };
}
