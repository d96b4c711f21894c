import { type Path, pathTo } from "./path.js";
import type { AnswerObject, PlannedField, Selection } from "./plan.js";
import { isPromise } from "./promise.js";
import { failed, type Run } from "./run.js";

/** The selected fields of an object, at the same time; a promise where one of them is. Throws what makes the object null. */
export function executeFields(
  run: Run,
  selection: Selection,
  source: unknown,
  path: Path,
): AnswerObject | Promise<AnswerObject> {
  const answer = new selection.Answer();
  const finding = selection.findFuller && tried(selection.findFuller, source, run.context);
  if (isPromise(finding)) return executeBeside(run, selection, answer, source, path, finding);
  return fill(run, answer, selection.fields, false, source, path);
}

/** Null where it fails at once: then each field fails for itself. */
function tried(find: NonNullable<Selection["findFuller"]>, source: unknown, context: unknown): unknown {
  try {
    return find(source, context);
  } catch {
    return null;
  }
}

/** The fields of the object at hand while the fuller one is being found, and then the others, all at once. */
function executeBeside(
  run: Run,
  { fields, atHand, ofFuller }: Selection,
  answer: AnswerObject,
  source: unknown,
  path: Path,
  finding: Promise<unknown>,
): Promise<AnswerObject> {
  // The order in which they are asked for is that of the answer.
  for (const { name } of fields) answer[name] = undefined;
  const others = finding.then(
    (fuller) => fill(run, answer, ofFuller, true, fuller, path),
    (thrown: unknown) => {
      for (const field of ofFuller) {
        answer[field.name] = failed(run, field, field.definition.type, thrown, pathTo(path, field));
      }
      return answer;
    },
  );
  try {
    const own = fill(run, answer, atHand, false, source, path);
    return own instanceof Promise ? own.finally(() => others) : others;
  } catch (thrown) {
    return others.finally(() => {
      throw thrown;
    });
  }
}

function fill(
  run: Run,
  answer: AnswerObject,
  fields: readonly PlannedField[],
  isFuller: boolean,
  source: unknown,
  path: Path,
): AnswerObject | Promise<AnswerObject> {
  let pending: PlannedField[] | undefined;
  try {
    for (const field of fields) {
      const value = executeField(run, field, isFuller, source, path);
      answer[field.name] = value;
      if (value instanceof Promise) pending = pending ? [...pending, field] : [field];
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
  for (const field of fields) answer[field.name] = await executeField(run, field, false, undefined, undefined);
  return answer;
}

/** Without closures, which would cost something for each value: what has to wait goes on in functions of its own. */
function executeField(run: Run, field: PlannedField, isFuller: boolean, source: unknown, above: Path): unknown {
  // What is below finds its way up by the path; for a leaf one is made only when it fails.
  const path = field.isLeaf ? undefined : pathTo(above, field);
  try {
    const value = (isFuller ? field.readFuller : field.read)(run, field, source, above);
    if (typeof value === "string" && field.isPlain(value)) return value;
    const completed = isPromise(value)
      ? completedLate(run, field, path, value)
      : field.complete(run, field, path, value);
    return completed instanceof Promise ? guarded(run, field, path ?? pathTo(above, field), completed) : completed;
  } catch (thrown) {
    return failed(run, field, field.definition.type, thrown, path ?? pathTo(above, field));
  }
}

const completedLate = (run: Run, field: PlannedField, path: Path, value: Promise<unknown>): Promise<unknown> =>
  Promise.resolve(value).then((late) => field.complete(run, field, path, late));

const guarded = (run: Run, field: PlannedField, path: Path, completed: Promise<unknown>): Promise<unknown> =>
  completed.then(undefined, (thrown: unknown) => failed(run, field, field.definition.type, thrown, path));
