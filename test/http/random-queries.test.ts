import { type ExecutionResult, execute, Kind, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { CompiledOperation, schemaPair } from "../../src/http/compiled/compiled-operation.js";
import { chanceOf, Random } from "./support/random.js";
import { randomGraph, randomQuery } from "./support/random-graph.js";

interface Pair {
  readonly query: string;
  readonly expected: ExecutionResult;
  readonly compiled: ExecutionResult;
}

/** Answers of graphql-js and of compiled code to random queries over a graph in which `failures` of all values fail. */
async function answers(failures: number, count: number): Promise<Pair[]> {
  const schema = randomGraph(failures);
  const pair = schemaPair(schema);
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
    const subject = new CompiledOperation(pair, document, operation);
    await subject.execute(contextValue, variables);
    const compiled = await subject.execute(contextValue, variables);
    if (!compiled) throw new Error(`not compiled: ${query}`);
    pairs.push({ query, expected: visible(expected), compiled: visible(compiled) });
  }
  return pairs;
}

const visible = (result: ExecutionResult): ExecutionResult => JSON.parse(JSON.stringify(result));

/** Of several names for one property that fails, any may be reported. */
function failureOf({ errors }: ExecutionResult) {
  return errors?.map(({ message, extensions, path }) => ({ message, extensions, of: path?.slice(0, -1) }));
}

describe("random queries", () => {
  it("without failures have the answers of graphql-js", async () => {
    const pairs = await answers(0, 150);
    expect(pairs.length).toBeGreaterThan(75);
    for (const { compiled, expected, query } of pairs) expect(compiled, query).toEqual(expected);
  });

  it("with rare failures have the data of graphql-js, and its errors where there is one", async () => {
    const pairs = await answers(0.02, 300);
    const single = pairs.filter(
      ({ expected, compiled }) => expected.errors?.length === 1 && compiled.errors?.length === 1,
    );
    expect(single.length).toBeGreaterThan(20);
    for (const { compiled, expected, query } of pairs) expect(compiled.data, query).toEqual(expected.data);
    for (const { compiled, expected, query } of single) expect(failureOf(compiled), query).toEqual(failureOf(expected));
  });

  it("with many failures have the data of graphql-js", async () => {
    for (const { compiled, expected, query } of await answers(0.15, 300)) {
      expect(compiled.data, query).toEqual(expected.data);
      expect(Boolean(compiled.errors), query).toBe(Boolean(expected.errors));
    }
  });
});
