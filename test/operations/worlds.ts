import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { SHORT, serve } from "../support/api.js";
import { Gate } from "./gate.js";
import { type End, endOf, faultOf, itHolds, lastOf, NAMES, strike, type Target } from "./matrix.js";
import { Caller } from "./support.js";

/** A carrier of its own for one fault, so that each fault strikes the same things. */
export interface World {
  readonly sandbox: Sandbox;
  readonly caller: Caller;
  /** What the program calls the carrier's one account. */
  readonly account: string;
  readonly gate: Gate | null;
}

export interface WorldCase extends Target {
  readonly title: string;
  /** Two of it by two keys are two on purpose: nothing tells that the second one is a repeat. */
  readonly isAlone?: true;
  /** The input, on an object that no other case has. */
  input(world: World): Promise<object> | object;
}

interface Entry {
  readonly id: string;
  readonly baseUrl: string;
}

/** A carrier, as its sandbox has it. */
export interface Carrier {
  readonly cases: readonly WorldCase[];
  /** Each case has the account under a name of its own, so that a limit that one comes to stops no other. */
  readonly isLimited: boolean;
  entry(sandbox: Sandbox): Entry | undefined;
}

/** So patient that a busy machine is not taken for a carrier that hangs. */
const TIMING = { ...SHORT, lease: 10, call: 2.2, lastCheck: 4, settleAfter: 7 };
/** Longer than anything that the sandboxes do by themselves, but for shipping and for what waits for a person. */
const A_WHILE_MS = 20_000;
const NO_FAULT = "no fault";
const TIMES = 20;
const LANES = 3;

interface Keyed {
  readonly idempotencyKey: string;
}

interface Part extends Pick<World, "sandbox" | "gate"> {
  readonly name: string;
  /** The account, or one for each case. */
  readonly entries: readonly Entry[];
}

class Worlds {
  readonly ends = new Map<string, End & { readonly body: Keyed }>();
  #parts: readonly Part[] = [];
  #app: Awaited<ReturnType<typeof serve>> | null = null;

  constructor(readonly carrier: Carrier) {}

  /** Where a fault strikes a case. */
  of(name: string, one: WorldCase): World {
    const part = this.#parts.find((candidate) => candidate.name === name);
    const account = part?.entries[this.carrier.isLimited ? this.carrier.cases.indexOf(one) : 0]?.id;
    if (!part || !this.#app || account === undefined) throw new Error(`there is no world of ${name}`);
    return { sandbox: part.sandbox, gate: part.gate, account, caller: new Caller(this.#app.url) };
  }

  /** A sandbox for each fault and one without any, and one program before them all. */
  async start(): Promise<void> {
    this.#parts = await Promise.all([...NAMES, NO_FAULT].map((name, turn) => this.#part(name, turn)));
    this.#app = await serve(
      this.#parts.flatMap(({ entries }) => entries),
      { timing: TIMING },
    );
  }

  async #part(name: string, turn: number): Promise<Part> {
    const sandbox = await startSandbox({ endpoints: 20 });
    const found = this.carrier.entry(sandbox);
    if (!found) throw new Error("the sandbox has no such account");
    const isRefused = name !== NO_FAULT && faultOf(name).fault === null;
    const gate = isRefused ? await new Gate(sandbox.url).open() : null;
    const baseUrl = found.baseUrl.replace(sandbox.url, gate?.url ?? sandbox.url);
    const { cases, isLimited } = this.carrier;
    const entries = (isLimited ? cases : [null]).map((_, nth) => ({
      ...found,
      baseUrl,
      // One fault after the other is what is looked for here.
      breaker: { failures: 10_000 },
      id: `${found.id}-${turn}-${nth}`,
    }));
    return { name, sandbox, gate, entries };
  }

  /** Every fault strikes every case; then the carriers go on with what they have taken on, and all is left to settle. */
  async strikeAll(): Promise<void> {
    await Promise.all(this.#parts.filter(({ name }) => name !== NO_FAULT).map((part) => this.#strikeIn(part)));
  }

  /** A fault waits for a write by its name, so that those of one name come one after the other. */
  async #strikeIn({ name, gate, sandbox }: Part): Promise<void> {
    const groups = [...Map.groupBy(this.carrier.cases, ({ write }) => write).values()];
    const struck: (() => Promise<void>)[] = [];
    const strikeNext = async (): Promise<void> => {
      const group = groups.shift();
      for (const one of group ?? []) struck.push(await this.#strikeOne(one, name));
      if (group) await strikeNext();
    };
    // Through a door that is shut before one write no other can go.
    await Promise.all(Array.from({ length: gate === null ? LANES : 1 }, strikeNext));
    sandbox.clock.advance(A_WHILE_MS);
    await Promise.all(struck.map((settled) => settled()));
  }

  /** Gives what waits for its end. */
  async #strikeOne(one: WorldCase, name: string): Promise<() => Promise<void>> {
    const world = this.of(name, one);
    const body = { ...(await one.input(world)), idempotencyKey: keyOf(one, name) };
    const reads = world.gate === null ? 0 : await readsOf(one, body, world);
    const blow = await strike(one, name, body, { ...world, reads });
    return async () => {
      const last = await lastOf(one, name, blow.first, world.caller, TIMING.settleAfter);
      this.ends.set(keyOf(one, name), { ...blow, body, last });
    };
  }

  async stop(): Promise<void> {
    for (const { sandbox } of this.#parts) sandbox.faults.clear();
    await this.#app?.stop();
    await Promise.all(this.#parts.flatMap(({ sandbox, gate }) => [sandbox.stop(), gate?.shut()]));
  }
}

const sentOf = ({ write }: WorldCase, { calls }: Sandbox): number =>
  calls.filter(({ operation }) => operation === write).length;

const keyOf = ({ title }: WorldCase, name: string): string => `${title}/${name}`.replaceAll(" ", "-");

/** How many calls go before the write: as many as it takes to try it, once everything is known that is kept. */
async function readsOf({ mutation }: WorldCase, body: object, { caller, sandbox }: World): Promise<number> {
  const tried = { ...body, dryRun: true };
  await caller.mutate(mutation, tried);
  const before = sandbox.calls.length;
  const { userErrors } = await caller.mutate(mutation, tried);
  if (userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
  return sandbox.calls.length - before;
}

const SETTLE =
  "mutation ($input: OperationSettleInput!) { it: operationSettle(input: $input) { userErrors { code } } }";

/** The matrix of a carrier: all faults on all of its cases, each key sent twenty times at once, and what a person settles. */
export function describeWorlds(carrier: Carrier): void {
  const worlds = new Worlds(carrier);
  beforeAll(async () => {
    await worlds.start();
    await worlds.strikeAll();
  }, 150_000);
  afterAll(() => worlds.stop());

  describe.each(carrier.cases)("$title", (one) => {
    const found = (name: string) => {
      const end = worlds.ends.get(keyOf(one, name));
      if (!end) throw new Error(`${keyOf(one, name)} did not happen`);
      return end;
    };
    itHolds(one, found);

    it(`G-08 whose key comes ${TIMES} times at once is written once`, async () => {
      const world = worlds.of(NO_FAULT, one);
      const { sandbox, caller } = world;
      const body = { ...(await one.input(world)), idempotencyKey: keyOf(one, NO_FAULT) };
      const before = { changes: sandbox.ledger.length, sent: sentOf(one, sandbox) };
      const answers = await Promise.all(Array.from({ length: TIMES }, () => caller.mutate(one.mutation, body)));
      expect(new Set(answers.map(({ operation }) => operation?.id)).size).toBe(1);
      expect(answers[0]?.operation?.state).not.toBe("FAILED");
      expect(sentOf(one, sandbox) - before.sent).toBe(1);
      expect(sandbox.ledger.length - before.changes).toBe(one.changes);
    }, 30_000);

    const unknown = NAMES.filter((name) => endOf(one, name) === "OUTCOME_UNKNOWN");
    if (unknown.length === 0) return;
    it("stands against another one where nobody knows, until a person settles it", async () => {
      for (const name of unknown) {
        const { caller, sandbox } = worlds.of(name, one);
        const { body, first } = found(name);
        const calls = sandbox.calls.length;
        const { idempotencyKey: _, ...another } = body;
        const { userErrors } = await caller.mutate(one.mutation, { ...another, dryRun: true });
        expect(userErrors.map(({ code }) => code)).toEqual(one.isAlone ? [] : ["POSSIBLE_DUPLICATE"]);
        const state = faultOf(name).isDone ? "SUCCEEDED" : "FAILED";
        await settle(caller, first.id, state);
        const again = (await caller.mutate(one.mutation, body)).operation;
        expect(again).toMatchObject({ id: first.id, state });
        expect(sandbox.calls.slice(calls).filter(({ effect }) => effect === "write")).toEqual([]);
      }
    }, 30_000);
  });
}

/** A person says of an operation, or of each row of it, what became of it. */
async function settle(caller: Caller, id: string, state: "SUCCEEDED" | "FAILED"): Promise<void> {
  const children = "query ($id: ID!) { it: operation(id: $id) { children(first: 200) { nodes { id } } } }";
  const found = await caller.only<{ children: { nodes: readonly { id: string }[] } }>(children, { id });
  const { nodes } = found.children;
  for (const operation of nodes.length > 0 ? nodes : [{ id }]) {
    const input = { operation: operation.id, state, reason: "The carrier's desk says so." };
    await caller.only(SETTLE, { input });
  }
}
