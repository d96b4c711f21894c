import { Failure } from "../errors.js";

/**
 * What was asked, by one thing that the caller has given in this field. Where the carrier's form does not take it, the refusal
 * names this field in place of the carrier's own.
 */
export async function refusedAs<T>(field: readonly string[], asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.code !== "INVALID_ARGUMENT") throw failure;
    if (failure.details.field === undefined) throw failure;
    const why = failure.message.slice(failure.message.indexOf(": ") + 2);
    throw new Failure(failure.code, `${field.join(".")}: ${why}`, { ...failure.details, field });
  }
}
