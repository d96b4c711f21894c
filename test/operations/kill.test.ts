import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { freshDirectory } from "../store/support.js";
import { type AppSettings, SHORT } from "../support/api.js";
import { type Program, Programs } from "./programs.js";
import type { Keeping, Row } from "./support.js";
import { endpointsOf, idOf, KEEPING, ledgerOf, specimen } from "./support.js";

let sandbox: Sandbox;
const programs = new Programs();

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults.clear());

const start = (settings: AppSettings): Promise<Program> => programs.start(sandbox.accounts, settings);

const namesSince = (begun: number): readonly string[] => sandbox.calls.slice(begun).map(({ operation }) => operation);

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
      const { id } = await next.caller.byKey(key);
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
