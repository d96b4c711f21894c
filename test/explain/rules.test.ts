import { defaultFieldResolver, type GraphQLObjectType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/build-schema.js";
import { RULES } from "../../src/explain/rules.js";

const schema = buildGraph();

/** What a mutation or a subscription gives beside objects that queries give, too: neither is planned. */
const isPlanned = ({ name }: GraphQLObjectType): boolean =>
  !/^(Mutation|Subscription|.*Payload)$/.test(name) && !name.startsWith("__");

const types = Object.values(schema.getTypeMap()).filter(isObjectType).filter(isPlanned);

describe("the rules of a plan", () => {
  it("know every field that has a resolver of its own", () => {
    const resolved = types.flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ resolve }) => resolve !== undefined && resolve !== defaultFieldResolver)
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(resolved.length).toBeGreaterThan(100);
    expect(resolved.filter((field) => !isKnown(field))).toEqual([]);
  });

  it("name only fields that there are", () => {
    const named = Object.entries(RULES).flatMap(([type, fields]) =>
      Object.keys(fields).map((name) => ({ type, name })),
    );
    const unknown = named.filter(({ type, name }) => {
      const fields = types.find((one) => one.name === type)?.getFields();
      return fields?.[name] === undefined;
    });
    expect(unknown).toEqual([]);
  });
});

function isKnown(field: string): boolean {
  const [type = "", name = ""] = field.split(".");
  return RULES[type]?.[name] !== undefined;
}
