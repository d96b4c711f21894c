import { GraphQLError, type GraphQLOutputType } from "graphql";
import type { Complete } from "./complete.js";
import { type Path, pathToItem } from "./path.js";
import type { PlannedField } from "./plan.js";
import { isPromise } from "./promise.js";
import { failed, type Run } from "./run.js";

/** Completes a list item by item. A failed item is null in its place, or fails the list where no item may be null. */
export function listCompleter(itemType: GraphQLOutputType, complete: Complete): Complete {
  const items: Items = { type: itemType, complete };
  return (run, field, path, value) => {
    if (!isIterable(value)) throw noList(field);
    const completed: unknown[] = [];
    let isPending = false;
    try {
      for (const item of value) {
        const one = completeItem(items, run, field, pathToItem(path, completed.length), item);
        if (one instanceof Promise) isPending = true;
        completed.push(one);
      }
    } catch (thrown) {
      // Those under way may fail, too: a rejection that nobody hears of would end the process.
      if (isPending) Promise.allSettled(completed);
      throw thrown;
    }
    return isPending ? Promise.all(completed) : completed;
  };
}

interface Items {
  readonly type: GraphQLOutputType;
  readonly complete: Complete;
}

function completeItem(items: Items, run: Run, field: PlannedField, path: Path, item: unknown): unknown {
  try {
    const completed = isPromise(item)
      ? completedLate(items, run, field, path, item)
      : items.complete(run, field, path, item);
    return completed instanceof Promise ? guarded(items, run, field, path, completed) : completed;
  } catch (thrown) {
    return failed(run, field, items.type, thrown, path);
  }
}

const completedLate = ({ complete }: Items, run: Run, field: PlannedField, path: Path, item: Promise<unknown>) =>
  Promise.resolve(item).then((late) => complete(run, field, path, late));

const guarded = ({ type }: Items, run: Run, field: PlannedField, path: Path, completed: Promise<unknown>) =>
  completed.then(undefined, (thrown: unknown) => failed(run, field, type, thrown, path));

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;

const noList = ({ parent, definition }: PlannedField): GraphQLError =>
  new GraphQLError(`Expected Iterable, but did not find one for field "${parent.name}.${definition.name}".`);
