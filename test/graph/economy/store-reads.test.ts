import { rmSync } from "node:fs";
import { graphql } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildGraph } from "../../../src/build-schema.js";
import { createContext } from "../../../src/context.js";
import { Engine } from "../../../src/operations/engine.js";
import { KeptInbox } from "../../../src/operations/kept-inbox.js";
import type { Store } from "../../../src/store/sql.js";
import { PLAIN, requestOf, type StartedEngine, startEngine } from "../../operations/scripted.js";
import { freshDirectory } from "../../store/support.js";
import { json } from "../../support/scripted-answers.js";
import { ScriptedCarrier } from "../../support/scripted-carrier.js";

const graph = buildGraph();

let carrier: ScriptedCarrier;
let started: StartedEngine;
const dataDir = freshDirectory();
beforeAll(async () => {
  carrier = await new ScriptedCarrier(() => json("UNKNOWN")).start();
  started = await startEngine({ carrier: carrier.baseUrl, dataDir });
});
afterAll(async () => {
  await started.stop();
  await carrier.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A store that tells what it was asked. */
function told(store: Store): { readonly store: Store; readonly statements: string[] } {
  const statements: string[] = [];
  const run: Store["run"] = (text, values) => {
    statements.push(text);
    return store.run(text, values);
  };
  return {
    statements,
    store: {
      run,
      transaction: (work) => store.transaction(work),
      listen: (channel, hear) => store.listen(channel, hear),
      close: () => store.close(),
    },
  };
}

it("the operations of many events, and their steps, are asked of the store together", async () => {
  for (let count = 0; count < 5; count += 1) {
    await started.engine.request(requestOf({ action: PLAIN, target: `line-${count}` }), 0);
  }
  const { accounts, ids, engine, store } = started;
  const { store: counting, statements } = told(store);
  const services = {
    accounts,
    ids,
    operations: async () => new Engine(counting, engine.worker, engine.feed),
    inbox: async () => new KeptInbox(store, () => null),
    known: () => new Promise<never>(() => {}),
    met: () => {},
  };
  const contextValue = createContext(services, {
    requestId: "test",
    caller: "test",
    signal: new AbortController().signal,
    headers: {},
  });
  const source = "{ events(first: 500) { nodes { operation { id parent { id } steps { name } } } } }";
  const { data, errors } = await graphql({ schema: graph, source, contextValue });
  expect(errors).toBeUndefined();
  const { nodes } = (data as { events: { nodes: { operation: { id: string; steps: unknown[] } }[] } }).events;
  expect(new Set(nodes.map(({ operation }) => operation.steps.length))).toEqual(new Set([1]));
  expect(new Set(nodes.map(({ operation }) => operation.id)).size).toBe(5);
  expect(statements.filter((text) => text.includes("from operations where id"))).toHaveLength(1);
  expect(statements.filter((text) => text.includes("from operation_steps"))).toHaveLength(1);
});
