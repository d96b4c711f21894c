import { type GraphQLLeafType, type GraphQLSchema, isLeafType } from "graphql";
import { asError, isPromiseLike, NotCompilable } from "./not-compilable.js";

/** graphql-jit keeps only the `message` of what a serializer throws: so the error itself travels as message. */
class Carried {
  constructor(readonly message: Error) {}
}

/** `serialize` of each scalar and enum, with the errors graphql-js would report. */
export function leafSerializers(schema: GraphQLSchema): Record<string, (value: unknown) => unknown> {
  const leaves = Object.values(schema.getTypeMap()).filter(isLeafType);
  return Object.fromEntries(leaves.map((type) => [type.name, (value: unknown) => serialize(type, value)]));
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  if (typeof value === "function" || isPromiseLike(value)) throw new Carried(new NotCompilable("a lazy property"));
  let serialized: unknown;
  try {
    serialized = type.serialize(value);
  } catch (thrown) {
    throw new Carried(asError(thrown));
  }
  if (serialized == null) throw new Carried(new NotCompilable(`${type.name} serialised a value to nothing`));
  return serialized;
}
