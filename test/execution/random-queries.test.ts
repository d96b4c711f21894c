import { type ExecutionResult, execute, Kind, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { PlannedOperation } from "../../src/execution/planned-operation.js";
import { chanceOf, Random } from "./support/random.js";
import { randomGraph, randomQuery } from "./support/random-graph.js";

interface Pair {
  readonly query: string;
  /** The answer of graphql-js. */
  readonly expected: ExecutionResult;
  /** That of the first execution, and of one whose plan was there already. */
  readonly planned: readonly ExecutionResult[];
}

/** Answers to random queries over a graph in which `failures` of all values fail. */
async function answers(failures: number, count: number): Promise<Pair[]> {
  const schema = randomGraph(failures);
  const pairs: Pair[] = [];
  for (let seed = 1; seed <= count; seed += 1) {
    const random = new Random(seed);
    const query = randomQuery(random);
    const document = parse(query);
    const [operation] = document.definitions;
    const faults = validate(schema, document).filter(({ message }) => !message.includes("is never used"));
    if (faults.length > 0 || operation?.kind !== Kind.OPERATION_DEFINITION) continue;
    const variables = { a: random.chance(0.5), ...(random.chance(0.5) && { v: 9 }) };
    const contextValue = { chance: (position: string) => chanceOf(`${seed}${position}`) };
    const expected = await execute({ schema, document, contextValue, variableValues: variables });
    const subject = new PlannedOperation(schema, document, operation);
    const first = await subject.execute(contextValue, variables);
    const second = await subject.execute(contextValue, variables);
    pairs.push({ query, expected: visible(expected), planned: [visible(first), visible(second)] });
  }
  return pairs;
}

const visible = (result: ExecutionResult): ExecutionResult => JSON.parse(JSON.stringify(result));

describe("random queries have the answers of graphql-js, its errors and their order included", () => {
  it.each([
    ["without failures", 0, 400],
    ["with rare failures", 0.02, 400],
    ["with many failures", 0.15, 400],
  ])("%s", async (_name, failures, count) => {
    const pairs = await answers(failures, count);
    expect(pairs.length).toBeGreaterThan(count / 2);
    expect(pairs.some(({ expected }) => expected.errors)).toBe(failures > 0);
    for (const { planned, expected, query } of pairs) expect(planned, query).toEqual([expected, expected]);
  });
});
