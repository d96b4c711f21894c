import type { ChildProcess } from "node:child_process";
import type { Pool } from "undici";
import { callsOf, reportOf } from "./processes.js";
import type { Scenario } from "./scenarios.js";

/** A program that is measured. */
export interface Side {
  readonly child: ChildProcess;
  readonly pool: Pool;
  readonly pathOf: (scenario: Scenario, index: number) => string;
  /** Where requests for carriers arrive. */
  readonly carriers: ChildProcess;
}

/** What a request costs: CPU microseconds, and carrier calls. */
interface Slice {
  readonly cpu: number;
  readonly calls: number;
}

interface Round {
  readonly bare: Slice;
  readonly ours: Slice;
}

/** CPU of a slice, microseconds: long enough that a slice of the system's clock and a clearing of memory weigh little. */
const SLICE_CPU = 500_000;
/** Slices of this length before anything counts: by then what is run often is compiled as well as it will be. */
const WARM_SLICES = 3;

export async function send(pool: Pool, path: string, body: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await pool.request({ method: "POST", path, body, headers });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || text.includes('"errors"') || text.includes('"userErrors":[{')) {
    throw new Error(text.slice(0, 300));
  }
  return text;
}

/** Sends a scenario's requests in slices, a few at a time; no request comes twice. */
export class Load {
  #next = 0;
  #requests = 8;

  constructor(
    readonly side: Side,
    readonly scenario: Scenario,
  ) {}

  /** Finds how many requests make a slice, and runs until all is compiled. */
  async warm(): Promise<void> {
    while ((await this.slice()).cpu * this.#requests < SLICE_CPU) this.#requests *= 2;
    for (let slices = 0; slices < WARM_SLICES; slices += 1) await this.slice();
  }

  async slice(): Promise<Slice> {
    const { child, pool, pathOf, carriers } = this.side;
    const [before, callsBefore] = [await reportOf(child), await callsOf(carriers)];
    const end = this.#next + this.#requests;
    const worker = async () => {
      while (this.#next < end) {
        const index = this.#next++;
        await send(pool, pathOf(this.scenario, index), this.scenario.body(index));
      }
    };
    await Promise.all(Array.from({ length: this.scenario.atOnce }, worker));
    const [after, callsAfter] = [await reportOf(child), await callsOf(carriers)];
    return { cpu: (after.cpu - before.cpu) / this.#requests, calls: (callsAfter - callsBefore) / this.#requests };
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Medians over the rounds, in each of which both sides have a slice. */
export async function compare(scenario: Scenario, floor: Side, graph: Side, rounds: number) {
  const [bare, ours] = [new Load(floor, scenario), new Load(graph, scenario)];
  await bare.warm();
  await ours.warm();
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push({ bare: await bare.slice(), ours: await ours.slice() });
  const of = (value: (round: Round) => number) => Number(median(measured.map(value)).toFixed(2));
  return {
    "CPU ratio to the floor": of(({ ours, bare }) => ours.cpu / bare.cpu),
    "our CPU ms": of(({ ours }) => ours.cpu / 1000),
    "of the floor": of(({ bare }) => bare.cpu / 1000),
    "carrier calls": of(({ ours }) => ours.calls),
    "the floor's": of(({ bare }) => bare.calls),
  };
}
