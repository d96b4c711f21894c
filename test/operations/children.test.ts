import { rmSync } from "node:fs";
import { graphql } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildGraph } from "../../src/build-schema.js";
import { createContext } from "../../src/context.js";
import type { Row } from "../../src/lifecycle/action.js";
import { KeptInbox } from "../../src/operations/kept-inbox.js";
import { freshDirectory } from "../store/support.js";
import { json, reset } from "../support/scripted-answers.js";
import { ScriptedCarrier } from "../support/scripted-carrier.js";
import { BULK, PLAIN, requestOf, type StartedEngine, startEngine } from "./scripted.js";
import { KEEPING, type Keeping } from "./support.js";

const graph = buildGraph();

describe.each(KEEPING)("rows, with operations in $name", ({ prepare }) => {
  let carrier: ScriptedCarrier;
  let dataDir: string;
  let started: StartedEngine;
  let kept: Awaited<ReturnType<Keeping["prepare"]>>;

  beforeAll(async () => {
    carrier = await new ScriptedCarrier(() => json("UNKNOWN")).start();
    dataDir = freshDirectory();
    // What the carrier does not show is not done, as soon as it is read for the second time.
    kept = await prepare();
    const { databaseUrl } = kept.settings;
    started = await startEngine({ carrier: carrier.baseUrl, dataDir, databaseUrl, timing: { settleAfter: 0.3 } });
  });
  afterAll(async () => {
    await started.stop();
    await carrier.stop();
    await kept.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(() => carrier.serve(`/${PLAIN}/observe`, () => json("UNKNOWN")));

  let count = 0;

  /** A row on an object that no other test has. */
  function row(is: Row["is"], more: Partial<Row> = {}): Row {
    const target = `line-${++count}`;
    const said = {
      carrierCode: is === "failed" ? "Failure" : "Success",
      carrierMessage: is === "failed" ? "No." : null,
    };
    return {
      action: PLAIN,
      target,
      conflictKey: `object/${target}`,
      is,
      ...said,
      reference: `r-${count}`,
      wish: { target },
      ...more,
    };
  }

  const answerOf = (rows: readonly Row[]) =>
    json({ is: "done", carrierCode: "0", carrierMessage: null, reference: null, rows });

  /** A bulk that the carrier answers row by row. */
  async function bulk(rows: readonly Row[]) {
    carrier.serve(`/${BULK}/perform`, () => answerOf(rows));
    return started.engine.request(requestOf({ action: BULK, target: null }), 5_000);
  }

  const children = (id: string) => started.engine.childrenOf(id, 0, 100);
  const stateOf = async (id: string) => (await started.engine.byId(id))?.state;
  const becomes = (id: string, state: string) =>
    expect.poll(() => stateOf(id), { timeout: 10_000, interval: 50 }).toBe(state);

  /** Says what is so of each object of a bulk, by the wish of its row. */
  function see(seen: Readonly<Record<string, unknown>>): void {
    carrier.serve(`/${PLAIN}/observe`, ({ json: asked }) => {
      const { wish } = asked as { wish: { target: string } };
      return json(seen[wish.target] ?? "UNKNOWN");
    });
  }

  describe("a bulk that is answered row by row", () => {
    it.each([
      { rows: ["done", "done"], state: "SUCCEEDED", error: null },
      { rows: ["failed", "failed"], state: "FAILED", error: { code: "CARRIER_REFUSED" } },
      { rows: ["done", "failed", "done"], state: "PARTIALLY_SUCCEEDED", error: null },
      { rows: ["done", "unknown", "failed"], state: "OUTCOME_UNKNOWN", error: { code: "OUTCOME_UNKNOWN" } },
    ] as const)("with rows $rows is $state", async ({ rows, state, error }) => {
      const operation = await bulk(rows.map((is) => row(is)));
      expect(operation.state).toBe(state);
      if (error === null) expect(operation.error).toBeNull();
      else expect(operation.error).toMatchObject(error);
      expect(operation.nextCheckAt).toBeNull();
      expect((await children(operation.id)).map((child) => child.state)).toEqual(
        rows.map((is) => ({ done: "SUCCEEDED", failed: "FAILED", unknown: "OUTCOME_UNKNOWN" })[is]),
      );
    });

    it("has an operation of each row: its object, its end, its words, its step", async () => {
      const [done, failed] = [row("done"), row("failed")];
      const operation = await bulk([done, failed]);
      const [first, second] = await children(operation.id);
      expect(first).toMatchObject({
        parent: operation.id,
        action: PLAIN,
        targetType: "Endpoint",
        target: done.target,
        reference: done.reference,
        requestedBy: "tests",
        requestedAt: operation.requestedAt,
        error: null,
        nextCheckAt: null,
      });
      expect(second).toMatchObject({
        error: { code: "CARRIER_REFUSED", carrierCode: "Failure", carrierMessage: "No." },
      });
      expect((await started.engine.stepsOfEach([second?.id ?? ""])).get(second?.id ?? "")).toMatchObject([
        { name: BULK, outcome: "failed", carrierCode: "Failure", carrierMessage: "No.", reference: failed.reference },
      ]);
    });

    it("tells an event of each row, counted for its object", async () => {
      const one = row("done");
      await bulk([one, row("failed")]);
      await bulk([{ ...one }]);
      const target = { account: "nexcon", native: one.target ?? "" };
      const events = await started.engine.eventsAfter(0, { target }, 10);
      expect(events.map(({ objectSeq, state }) => [objectSeq, state])).toEqual([
        [1, "SUCCEEDED"],
        [2, "SUCCEEDED"],
      ]);
    });

    it("is sent once, and its rows are never sent", async () => {
      const before = carrier.requests.length;
      const operation = await bulk([row("unknown"), row("done")]);
      await expect.poll(() => carrier.to(`/${PLAIN}/observe`).length, { timeout: 15_000 }).toBeGreaterThan(2);
      const paths = carrier.requests.slice(before).map(({ path }) => path);
      expect(paths.filter((path) => path.endsWith("/perform"))).toEqual([`/${BULK}/perform`]);
      expect(await stateOf(operation.id)).toBe("OUTCOME_UNKNOWN");
    });
  });

  describe("rows that are unknown", () => {
    it("are followed each by itself; the bulk ends with the last of them", async () => {
      const [first, second, third] = [row("unknown"), row("unknown"), row("done")];
      const operation = await bulk([first, second, third]);
      const ids = (await children(operation.id)).map(({ id }) => id);
      see({ [first.target ?? ""]: "REACHED" });
      await becomes(ids[0] ?? "", "SUCCEEDED");
      expect(await stateOf(operation.id)).toBe("OUTCOME_UNKNOWN");
      expect((await started.engine.byId(operation.id))?.error?.message).toContain("1 of 3");
      see({ [second.target ?? ""]: "NOT_REACHED" });
      await becomes(operation.id, "PARTIALLY_SUCCEEDED");
      expect(await stateOf(ids[1] ?? "")).toBe("FAILED");
    });

    it("that end at the same moment end the bulk", async () => {
      const rows = Array.from({ length: 12 }, () => row("unknown"));
      const operation = await bulk(rows);
      see(Object.fromEntries(rows.map(({ target }) => [target, "REACHED"])));
      await becomes(operation.id, "SUCCEEDED");
      const events = await started.engine.eventsAfter(0, { operation: operation.id }, 100);
      expect(events.map(({ state }) => state)).toEqual(["ACCEPTED", "RUNNING", "OUTCOME_UNKNOWN", "SUCCEEDED"]);
    });

    it("occupy their objects against the same action", async () => {
      const one = row("unknown");
      const operation = await bulk([one]);
      const again = requestOf({ action: PLAIN, target: one.target, conflictKey: one.conflictKey });
      const [child] = await children(operation.id);
      await expect(started.engine.request(again, 0)).rejects.toMatchObject({
        code: "POSSIBLE_DUPLICATE",
        details: { operation: child?.id },
      });
    });

    it("can be settled by a person, and the bulk with them; the bulk itself cannot", async () => {
      const operation = await bulk([row("unknown"), row("failed")]);
      const settlement = { state: "FAILED", reason: "seen in the portal", by: "night-shift" } as const;
      await expect(started.engine.settle(operation.id, settlement)).rejects.toMatchObject({ code: "STATE_CHANGED" });
      const [unknown] = await children(operation.id);
      await started.engine.settle(unknown?.id ?? "", settlement);
      expect(await stateOf(operation.id)).toBe("FAILED");
    });

    it("tell what was made, once it is known", async () => {
      const one = row("unknown", { target: null });
      const operation = await bulk([one]);
      carrier.serve(`/${PLAIN}/observe`, () => json({ target: "made-now", creation: null }));
      await becomes(operation.id, "SUCCEEDED");
      expect(await children(operation.id)).toMatchObject([{ target: "made-now", state: "SUCCEEDED", creation: null }]);
    });
  });

  it("a bulk whose answer was lost falls into rows when it is read back", async () => {
    const [first, second] = [row("done"), row("unknown")];
    carrier.serve(`/${BULK}/perform`, () => reset());
    carrier.serve(`/${BULK}/observe`, () => json({ rows: [first, second] }));
    see({ [second.target ?? ""]: "REACHED" });
    const { id } = await started.engine.request(requestOf({ action: BULK, target: null }), 5_000);
    await becomes(id, "SUCCEEDED");
    expect((await children(id)).map(({ target }) => target)).toEqual([first.target, second.target]);
    expect(carrier.to(`/${BULK}/observe`)).toHaveLength(1);
  });

  it("a bulk without rows is one operation without children", async () => {
    const operation = await bulk([]);
    expect(operation.state).toBe("SUCCEEDED");
    expect(await children(operation.id)).toEqual([]);
  });

  describe("the graph", () => {
    const QUERY = `query ($id: ID!, $first: Int!, $after: String) {
    operation(id: $id) {
      parent { id }
      children(first: $first, after: $after) {
        nodes { id state parent { id } } pageInfo { hasNextPage endCursor }
      }
    }
  }`;
    type Page = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

    async function ask(id: string, variables: { first: number; after?: string | null }) {
      const { accounts, ids, engine, store } = started;
      const inbox = async () => new KeptInbox(store, () => null);
      const request = { requestId: "test", caller: "test", signal: new AbortController().signal, headers: {} };
      const contextValue = createContext(
        {
          accounts,
          ids,
          operations: async () => engine,
          inbox,
          known: () => new Promise<never>(() => {}),
          met: () => {},
        },
        request,
      );
      const variableValues = { id: ids.encode("Operation", { account: "nexcon", native: id }), ...variables };
      const { data, errors } = await graphql({ schema: graph, source: QUERY, contextValue, variableValues });
      return { operation: data?.operation as { parent: object | null; children: Page } | undefined, errors };
    }

    it("pages through the rows in the order in which they were asked for", async () => {
      const operation = await bulk([row("done"), row("failed"), row("done"), row("failed"), row("done")]);
      const known = (await children(operation.id)).map(({ id }) =>
        started.ids.encode("Operation", { account: "nexcon", native: id }),
      );
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const { operation: found } = await ask(operation.id, { first: 2, after });
        const { nodes, pageInfo }: Page = found?.children ?? {
          nodes: [],
          pageInfo: { hasNextPage: false, endCursor: null },
        };
        seen.push(...nodes.map(({ id }) => id));
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) break;
      }
      expect(seen).toEqual(known);
    });

    it("shows the way up and down", async () => {
      const operation = await bulk([row("failed")]);
      const id = started.ids.encode("Operation", { account: "nexcon", native: operation.id });
      const { operation: found } = await ask(operation.id, { first: 5 });
      expect(found).toMatchObject({ parent: null, children: { nodes: [{ state: "FAILED", parent: { id } }] } });
    });

    it.each([
      { first: 0, after: null, code: "OUT_OF_RANGE" },
      { first: 201, after: null, code: "OUT_OF_RANGE" },
      { first: 5, after: "nonsense", code: "INVALID_ARGUMENT" },
    ])("refuses first $first after $after", async ({ first, after, code }) => {
      const { errors } = await ask((await bulk([row("done")])).id, { first, after });
      expect(errors?.map(({ originalError }) => originalError)).toMatchObject([{ code }]);
    });
  });
});
