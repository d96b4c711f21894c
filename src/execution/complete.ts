import {
  type GraphQLAbstractType,
  GraphQLError,
  GraphQLID,
  type GraphQLIsTypeOfFn,
  type GraphQLLeafType,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { executeFields } from "./execute.js";
import { listCompleter } from "./list.js";
import { aboveField, type Path } from "./path.js";
import type { PlannedField } from "./plan.js";
import { isPromise } from "./promise.js";
import { infoOf, type Run } from "./run.js";
import { runtimeTypeOf, typeNameOf } from "./runtime-type.js";

/** Turns what was read into what is answered, or a promise of it. Throws what the field fails by. */
export type Complete = (run: Run, field: PlannedField, path: Path, value: unknown) => unknown;

/** How values of a type are completed: what graphql-js finds out for each value is found out once. */
export function completerOf(type: GraphQLOutputType): Complete {
  const complete = presentCompleter(getNullableType(type));
  const isRequired = isNonNullType(type);
  return (run, field, path, value) => {
    if (value instanceof Error) throw value;
    const completed = value == null ? null : complete(run, field, path, value);
    if (completed !== null || !isRequired) return completed;
    throw new Error(`Cannot return null for non-nullable field ${field.parent.name}.${field.definition.name}.`);
  };
}

function presentCompleter(type: GraphQLNullableType & GraphQLOutputType): Complete {
  if (isListType(type)) return listCompleter(type.ofType, completerOf(type.ofType));
  if (isLeafType(type)) return leafCompleter(type);
  return isAbstractType(type) ? abstractCompleter(type) : objectCompleter(type);
}

/** Whether a text is answered as it stands. */
export type IsPlain = (text: string) => boolean;

/** Most texts are: those of text fields, and the words of an enum that are their own names. */
export function plainTextsOf(type: GraphQLOutputType): IsPlain {
  const leaf = getNullableType(type);
  if (leaf === GraphQLString || leaf === GraphQLID) return () => true;
  if (!isEnumType(leaf)) return () => false;
  const words = new Set(leaf.getValues().flatMap(({ name, value }) => (value === name ? [name] : [])));
  return (text) => words.has(text);
}

function leafCompleter(type: GraphQLLeafType): Complete {
  const isPlain = plainTextsOf(type);
  return (_run, _field, _path, value) => {
    if (typeof value === "string" && isPlain(value)) return value;
    const serialized = type.serialize(value);
    if (serialized != null) return serialized;
    const call = `${inspect(type)}.serialize(${inspect(value)})`;
    throw new Error(`Expected \`${call}\` to return non-nullable value, returned: ${inspect(serialized)}`);
  };
}

function abstractCompleter(type: GraphQLAbstractType): Complete {
  return (run, field, path, value) => {
    const completeAs = (name: unknown) =>
      objectCompleter(runtimeTypeOf(type, name, { run, field, value }))(run, field, path, value);
    const name = typeNameOf(type, value, run.context, infoOf(run, field, aboveField(path)));
    return isPromise(name) ? name.then(completeAs) : completeAs(name);
  };
}

function objectCompleter(type: GraphQLObjectType): Complete {
  if (type.isTypeOf) return checkedCompleter(type, type.isTypeOf);
  return (run, field, path, value) => executeFields(run, field.selectionOn(type, run), value, path);
}

function checkedCompleter(type: GraphQLObjectType, isTypeOf: GraphQLIsTypeOfFn<unknown, unknown>): Complete {
  return (run, field, path, value) => {
    const selection = field.selectionOn(type, run);
    const checked = (isOfType: unknown) => {
      if (isOfType) return executeFields(run, selection, value, path);
      const message = `Expected value of type "${type.name}" but got: ${inspect(value)}.`;
      throw new GraphQLError(message, { nodes: field.nodes });
    };
    const isOfType = isTypeOf(value, run.context, infoOf(run, field, aboveField(path)));
    return isPromise(isOfType) ? isOfType.then(checked) : checked(isOfType);
  };
}
