import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { insertIntent } from "../../src/operations/records.js";
import { openEmbedded } from "../../src/store/embedded.js";
import { migrate } from "../../src/store/migrations.js";
import { openServer } from "../../src/store/server.js";
import { freshDirectory } from "../store/support.js";
import { type AppSettings, SHORT } from "../support/api.js";
import { type Program, Programs } from "./programs.js";
import type { Keeping, OperationView, Row } from "./support.js";
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

/** The operation that a key stands for. */
async function known({ caller }: Program, key: string): Promise<OperationView> {
  const found = (await caller.operations()).find(({ idempotencyKey }) => idempotencyKey === key);
  if (!found) throw new Error(`no operation of ${key}`);
  return found;
}

interface Moment {
  readonly when: string;
  /** What the carrier did before it answered, or did not, and what the operation turns out to be. */
  readonly fault: string;
  readonly end: string;
  readonly done: number;
  /** Each strikes another kind of write, so that all can be under way when the program dies. */
  readonly mutation: string;
  readonly write: string;
  fits(row: Row): boolean;
  readonly input?: object;
}

const isPostpaid = ({ state, billing }: Row) => state === "ACTIVE" && billing === "POSTPAID";

const MOMENTS: readonly Moment[] = [
  {
    when: "while the carrier works, which then does it",
    fault: "latency;ms=1500",
    end: "SUCCEEDED",
    done: 1,
    mutation: "addonSubscribe",
    write: "SubscribeAddon",
    fits: isPostpaid,
    input: { plan: idOf("Plan", "568677") },
  },
  {
    when: "while the carrier works, which never does it",
    fault: "hang",
    end: "FAILED",
    done: 0,
    mutation: "endpointActivate",
    write: "EndPointActivation",
    fits: ({ state, hasSim }) => state === "PRE_ACTIVE" && hasSim,
  },
  {
    when: "after the carrier has done it, before it answers",
    fault: "hang;applied=true",
    end: "SUCCEEDED",
    done: 1,
    mutation: "endpointSuspend",
    write: "EndPointLifeCycleChange",
    fits: isPostpaid,
  },
  {
    when: "after the connection broke on what the carrier has done",
    fault: "reset-after",
    end: "SUCCEEDED",
    done: 1,
    mutation: "roamingProfilesChange",
    write: "ChangeEndpointRoamingProfile",
    fits: isPostpaid,
    input: { profiles: ["8954"] },
  },
  {
    when: "after the connection broke on what the carrier has not done",
    fault: "reset-before",
    end: "FAILED",
    done: 0,
    mutation: "simLink",
    write: "LinkSim",
    fits: ({ state, hasSim }) => state === "PRE_ACTIVE" && !hasSim,
    input: { iccid: "8932042000000150000" },
  },
];

/** So long that nothing is given up before the kill, and nothing is believed undone before the carrier had its time. */
const PATIENT = { ...SHORT, call: 3.5, settleAfter: 4 };

describe.each(KEEPING)(
  "a program that is killed, with its operations in $name,",
  { timeout: 60_000 },
  ({ prepare }) => {
    const struck = new Map<Moment, { readonly row: Row; readonly input: object; readonly key: string }>();
    let kept: Awaited<ReturnType<Keeping["prepare"]>>;
    let settings: AppSettings & { dataDir: string };
    let next: Program;
    let unlinked: string;

    /** All moments at once, and a SIM that is being unlinked; then the kill; then the next one. */
    beforeAll(async () => {
      sandbox.reset();
      kept = await prepare();
      settings = { dataDir: freshDirectory(), ...kept.settings, timing: PATIENT };
      const { caller, kill } = await start(settings);
      const rows = [...(await endpointsOf(caller))];
      const session = idOf("Endpoint", specimen(sandbox, "activeConnected"));
      unlinked = (await caller.mutate("simUnlink", { endpoint: session, waitFor: 1 })).operation?.id ?? "";
      sandbox.ledger.length = 0;
      const begun = sandbox.calls.length;
      const asked = MOMENTS.map((moment) => {
        const [row] = rows.splice(
          rows.findIndex((one) => one.id !== session && moment.fits(one)),
          1,
        );
        if (!row) throw new Error("no endpoint is left");
        const key = randomUUID();
        const input = { endpoint: row.id, idempotencyKey: key, ...moment.input };
        struck.set(moment, { row, input, key });
        sandbox.faults.add({ operation: moment.write, times: 1, fault: moment.fault });
        return caller.mutate(moment.mutation, { ...input, waitFor: 10 }).catch(() => null);
      });
      while (!MOMENTS.every(({ write }) => namesSince(begun).includes(write))) await sleep(20);
      await kill();
      await Promise.all(asked);
      next = await start(settings);
    }, 60_000);
    afterAll(async () => {
      await programs.killAll();
      await kept.remove();
      rmSync(settings.dataDir, { recursive: true, force: true });
    });

    const strokeOf = (moment: Moment) => {
      const stroke = struck.get(moment);
      if (!stroke) throw new Error(`${moment.mutation} was not struck`);
      return stroke;
    };

    it.each(MOMENTS)("$when, has it settled by the next one: $end", async (moment) => {
      const { row, input, key } = strokeOf(moment);
      const { id } = await known(next, key);
      expect(await next.caller.ended(id, 40_000)).toMatchObject({ state: moment.end });
      const again = await next.caller.mutate(moment.mutation, input);
      expect(again.operation).toMatchObject({ id, state: moment.end });
      expect(ledgerOf(sandbox, row.native)).toHaveLength(moment.done);
      expect(sandbox.calls.filter(({ operation }) => operation === moment.write)).toHaveLength(1);
    });

    it("while the carrier goes on with what it has taken on, has it followed to the end by the next one", async () => {
      expect(await next.caller.operation(unlinked)).toMatchObject({
        state: "RUNNING",
        steps: [{ outcome: "pending" }],
      });
      sandbox.clock.advance(31_000);
      expect(await next.caller.ended(unlinked)).toMatchObject({ state: "SUCCEEDED" });
      expect(sandbox.calls.filter(({ operation }) => operation === "DeLinkSim")).toHaveLength(1);
    });
  },
);

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
      const { databaseUrl, dataDir } = settings;
      const store =
        databaseUrl === undefined ? await openEmbedded(join(dataDir, "store")) : await openServer(databaseUrl);
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
      program = await start(settings);
      const { id } = await known(program, intent.idempotencyKey);
      expect(await program.caller.ended(id)).toMatchObject({ state: "SUCCEEDED" });
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
        const { id, steps } = await known(next, one);
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
