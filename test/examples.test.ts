import { readdirSync, readFileSync } from "node:fs";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox/server.js";
import { serve } from "./support/api.js";

/** As `npm run dev` has them: the whole program before all carriers, with the ids that the examples name. */
let sandbox: Sandbox;
let app: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { accounts, nexcon, nextcomm, payu, reach } = sandbox;
  app = await serve([accounts, ...[nexcon, nextcomm, payu, reach].map((carrier) => carrier.accounts)].flat());
});
afterAll(async () => {
  await app.stop();
  await sandbox.stop();
});

const read = (file: string): string => readFileSync(`examples/${file}`, "utf8");
const files = readdirSync("examples");
const examples = files
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => {
    const [operation] = parse(read(file)).definitions;
    const variables = file.replace(/graphql$/, "variables.json");
    const kind = operation?.kind === "OperationDefinition" ? operation.operation : null;
    return { name: file.replace(".graphql", ""), kind, variables: files.includes(variables) ? read(variables) : "{}" };
  });

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: unknown;
}

async function run(name: string, variables: string): Promise<Answer> {
  const body = JSON.stringify({ query: read(`${name}.graphql`), variables: JSON.parse(variables) });
  const headers = { "content-type": "application/json" };
  return (await (await fetch(`${app.url}/graphql`, { method: "POST", headers, body })).json()) as Answer;
}

const of = (kind: string) => examples.filter((example) => example.kind === kind);

describe("an example that reads", () => {
  it.each(of("query"))("$name is answered in full", async ({ name, variables }) => {
    const { data, errors } = await run(name, variables);
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
  });
});

describe("an example that acts", () => {
  const token = async () => {
    const [quote] = of("query").filter(({ name }) => name === "19-sell-a-plan");
    const { data } = await run("19-sell-a-plan", quote?.variables ?? "{}");
    return String(Object(data?.quote).token);
  };

  it.each(of("mutation"))("$name tells what would happen, and does nothing", async ({ name, variables }) => {
    const given = variables.replace("the token that 19-sell-a-plan shows", await token());
    sandbox.ledger.length = 0;
    const { data, errors } = await run(name, given);
    expect(errors).toBeUndefined();
    const [payload] = Object.values(data ?? {});
    expect(payload).toMatchObject({ userErrors: [], operation: null });
    expect(sandbox.ledger).toEqual([]);
    expect(JSON.parse(variables).input.dryRun).toBe(true);
  });

  it("is there for each of what is done most often", () => {
    expect(of("mutation").length).toBeGreaterThanOrEqual(10);
  });
});
