import { type Path, pathTo } from "./path.js";
import type { AnswerObject, PlannedField, Selection } from "./plan.js";
import { isPromise } from "./promise.js";
import { failed, type Run } from "./run.js";

/** The selected fields of an object, at the same time; a promise where one of them is. Throws what makes the object null. */
export function executeFields(
  run: Run,
  { fields, Answer }: Selection,
  source: unknown,
  path: Path,
): AnswerObject | Promise<AnswerObject> {
  const answer = new Answer();
  let pending: PlannedField[] | undefined;
  try {
    for (const field of fields) {
      const value = executeField(run, field, source, path);
      answer[field.name] = value;
      if (isPromise(value)) pending = pending ? [...pending, field] : [field];
    }
  } catch (thrown) {
    if (pending === undefined) throw thrown;
    // Those under way may fail, too, and somebody has to hear of it.
    return whole(answer, pending).finally(() => {
      throw thrown;
    });
  }
  return pending ? whole(answer, pending) : answer;
}

async function whole(answer: AnswerObject, pending: readonly PlannedField[]): Promise<AnswerObject> {
  const values = await Promise.all(pending.map(({ name }) => answer[name]));
  for (const [index, { name }] of pending.entries()) answer[name] = values[index];
  return answer;
}

/** The fields of a mutation, one after the other: none further after one that makes all of the answer null. */
export async function executeInTurn(run: Run, { fields, Answer }: Selection): Promise<AnswerObject> {
  const answer = new Answer();
  for (const field of fields) answer[field.name] = await executeField(run, field, undefined, undefined);
  return answer;
}

/** Without closures, which would cost something for each value: what has to wait goes on in functions of its own. */
function executeField(run: Run, field: PlannedField, source: unknown, above: Path): unknown {
  // What is below finds its way up by the path; for a leaf one is made only when it fails.
  const path = field.isLeaf ? undefined : pathTo(above, field);
  try {
    const value = field.read(run, field, source, above);
    const completed = isPromise(value)
      ? completedLate(run, field, path, value)
      : field.complete(run, field, path, value);
    return isPromise(completed) ? guarded(run, field, path ?? pathTo(above, field), completed) : completed;
  } catch (thrown) {
    return failed(run, field, field.definition.type, thrown, path ?? pathTo(above, field));
  }
}

const completedLate = (run: Run, field: PlannedField, path: Path, value: Promise<unknown>): Promise<unknown> =>
  value.then((late) => field.complete(run, field, path, late));

const guarded = (run: Run, field: PlannedField, path: Path, completed: Promise<unknown>): Promise<unknown> =>
  completed.then(undefined, (thrown: unknown) => failed(run, field, field.definition.type, thrown, path));
