import { type Sandbox, startSandbox } from "../../sandbox/server.js";
import type { MadeCalls } from "../../src/explain/made.js";
import type { Plan } from "../../src/explain/plan.js";
import { Ids } from "../../src/ids.js";
import { type AppSettings, ID_SECRET, serve } from "../support/api.js";
import type { GraphError } from "../support/graph.js";

export interface Query {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphError[];
  readonly extensions?: { readonly plan?: Plan; readonly calls?: readonly MadeCalls[] };
}

/** Numbers of calls by `account operation`. */
export type Calls = Readonly<Record<string, number>>;

/** Turns of asking for the load without any call after which none is expected to follow. */
const QUIET_TURNS = 3;

/** The whole program before all carriers of a sandbox, and its answers to `x-explain`. */
export class ExplainLab {
  readonly ids = new Ids(ID_SECRET);

  private constructor(
    readonly sandbox: Sandbox,
    readonly app: Awaited<ReturnType<typeof serve>>,
  ) {}

  static async start(settings: AppSettings = { isExplaining: true }): Promise<ExplainLab> {
    const sandbox = await startSandbox();
    const { accounts, nexcon, nextcomm, payu, reach } = sandbox;
    const entries = [accounts, ...[nexcon, nextcomm, payu, reach].map((carrier) => carrier.accounts)].flat();
    return new ExplainLab(sandbox, await serve(entries, settings));
  }

  async ask(query: Query, explain?: string): Promise<Answer> {
    const response = await fetch(`${this.app.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(explain && { "x-explain": explain }) },
      body: JSON.stringify(query),
    });
    return (await response.json()) as Answer;
  }

  /** The plan of a query that has one, made without any call. */
  async plan(query: Query): Promise<Plan> {
    const { answer, arrived } = await this.#watched(query, "plan");
    const plan = answer.extensions?.plan;
    if (answer.data === null && plan && Object.keys(arrived).length === 0) return plan;
    throw new Error(JSON.stringify([answer, arrived]));
  }

  /** The calls that it is said to have made, and those that have come to carriers, also such as nobody waited for. */
  async made(query: Query): Promise<{ readonly told: Calls; readonly arrived: Calls }> {
    const { answer, arrived } = await this.#watched(query, "actual");
    const { calls } = answer.extensions ?? {};
    if (answer.errors || !calls) throw new Error(JSON.stringify(answer));
    return {
      told: sums(calls.map(({ account, operation, calls: made }) => [`${account} ${operation}`, made])),
      arrived,
    };
  }

  /** An answer, and the carrier calls that came of it. */
  async #watched(query: Query, explain: string) {
    await this.#quiet();
    const before = this.sandbox.calls.length;
    const answer = await this.ask(query, explain);
    await this.#quiet();
    const calls = this.sandbox.calls.slice(before).filter(({ effect }) => effect !== "auth");
    return { answer, arrived: sums(calls.map(({ account, operation }) => [`${account} ${operation}`, 1])) };
  }

  /** Resolves when no carrier call is under way: an account may still be searched when another has answered. */
  async #quiet(): Promise<void> {
    const isBusy = async () => /"(running|waiting)":[1-9]/.test(JSON.stringify(await this.ask(LOAD)));
    for (let turns = 0; turns < QUIET_TURNS; turns = (await isBusy()) ? 0 : turns + 1);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.sandbox.stop();
  }
}

const LOAD: Query = { query: "{ accounts { quota { running waiting } } }" };

/** Infinity where only the carrier knows. */
export const planned = ({ calls }: Plan): Calls =>
  sums(calls.map(({ account, operation, atMost }) => [`${account} ${operation}`, atMost ?? Number.POSITIVE_INFINITY]));

function sums(counts: readonly (readonly [string, number])[]): Calls {
  const all: Record<string, number> = {};
  for (const [name, count] of counts) all[name] = (all[name] ?? 0) + count;
  return all;
}
