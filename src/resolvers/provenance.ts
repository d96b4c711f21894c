import type { Context } from "../context.js";
import { oldestOf } from "../loaders/origins.js";
import type { ObjectKey } from "../model/carrier.js";

interface Keyed {
  readonly key: ObjectKey;
}

/** What more is read of an object when fields are asked for that it did not come with; undefined for nothing. */
type More = (key: ObjectKey, context: Context) => Promise<Keyed | null> | undefined;

/** What an object was made of, and all that was read beside for its other fields. */
export const provenanceOf =
  (more: More = () => undefined) =>
  async (source: Keyed, _: unknown, context: Context) => {
    // The fields beside this one begin to read before anything goes on.
    await null;
    const beside = await more(source.key, context)?.catch(() => null);
    const { origins } = context;
    const [first, ...others] = [source, beside].flatMap((object) => (object ? (origins.of(object) ?? []) : []));
    const oldest = first && others.reduce(oldestOf, first);
    return oldest ? { ...oldest, fetchedAt: new Date(oldest.fetchedAt).toISOString() } : null;
  };
