import { GraphQLError, type GraphQLOutputType } from "graphql";
import type { Complete } from "./complete.js";
import { pathToItem } from "./path.js";
import type { PlannedField } from "./plan.js";
import { isPromise } from "./promise.js";
import { failed } from "./run.js";

/** Completes a list item by item. A failed item is null in its place, or fails the list where no item may be null. */
export function listCompleter(itemType: GraphQLOutputType, complete: Complete): Complete {
  const completeItem = itemCompleter(itemType, complete);
  return (run, field, path, value) => {
    if (!isIterable(value)) throw noList(field);
    let isPending = false;
    const items = Array.from(value, (item, index) => {
      const completed = completeItem(run, field, pathToItem(path, index), item);
      isPending ||= isPromise(completed);
      return completed;
    });
    return isPending ? Promise.all(items) : items;
  };
}

function itemCompleter(type: GraphQLOutputType, complete: Complete): Complete {
  return (run, field, path, item) => {
    try {
      const completed = isPromise(item)
        ? item.then((late) => complete(run, field, path, late))
        : complete(run, field, path, item);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (thrown: unknown) => failed(run, field, type, thrown, path));
    } catch (thrown) {
      return failed(run, field, type, thrown, path);
    }
  };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;

const noList = ({ parent, definition }: PlannedField): GraphQLError =>
  new GraphQLError(`Expected Iterable, but did not find one for field "${parent.name}.${definition.name}".`);
