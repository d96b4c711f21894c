import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lab, startLab, writesTo } from "./support.js";

const EXAMPLES = new URL("../../examples/", import.meta.url);
const isQuery = (name: string): boolean =>
  name.endsWith(".graphql") && !/^\s*(mutation|subscription)\b/m.test(readFileSync(new URL(name, EXAMPLES), "utf8"));

let lab: Lab;

beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.stop());

it.each(readdirSync(EXAMPLES).filter(isQuery))("%s writes nothing at any carrier", async (name) => {
  const own = readdirSync(EXAMPLES).includes(name.replace(".graphql", ".variables.json"));
  const variables = own ? readFileSync(new URL(name.replace(".graphql", ".variables.json"), EXAMPLES), "utf8") : "{}";
  const before = lab.sandbox.calls.length;
  await lab.caller.post(readFileSync(new URL(name, EXAMPLES), "utf8"), JSON.parse(variables));
  expect(lab.sandbox.calls.slice(before).filter(({ effect }) => effect === "write")).toEqual([]);
});

it("everything that an endpoint can tell is told without a write", async () => {
  const { nodes } = await lab.caller.only<{ nodes: readonly { readonly id: string }[] }>(
    "{ it: endpoints(first: 20) { nodes { id } } }",
    {},
  );
  const { fields } = await lab.caller.only<{ fields: readonly Field[] }>(
    `{ it: __type(name: "Endpoint") { fields { name args { name } type { kind ofType { kind ofType { kind ofType { kind } } } } } } }`,
    {},
  );
  const selection = fields.filter(({ args }) => args.length === 0).map(({ name, type }) => name + inner(type));
  for (const { id } of nodes) {
    const { data } = await lab.caller.post(
      `query ($id: ID!) { node(id: $id) { ... on Endpoint { ${selection.join(" ")} } } }`,
      {
        id,
      },
    );
    expect(data?.node).not.toBeUndefined();
  }
  expect(writesTo(lab.sandbox)).toEqual([]);
  expect(lab.sandbox.ledger).toEqual([]);
});

interface Type {
  readonly kind: string;
  readonly ofType?: Type | null;
}

interface Field {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly type: Type;
}

/** Objects are asked for their type alone: that they are reached is what may cost a call. */
function inner(type: Type): string {
  if (type.ofType) return inner(type.ofType);
  return ["OBJECT", "INTERFACE", "UNION"].includes(type.kind) ? " { __typename }" : "";
}
