import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import type { ObjectKey } from "../model/carrier.js";
import type { TargetType } from "../model/operation.js";
import { isGiven } from "./look-up.js";

interface TargetFilter {
  readonly endpoint?: string | null;
  readonly sim?: string | null;
  readonly subscriber?: string | null;
}

const TYPE_OF = { endpoint: "Endpoint", sim: "Sim", subscriber: "Subscriber" } as const satisfies Record<
  keyof TargetFilter,
  TargetType
>;

const NAMES = ["endpoint", "sim", "subscriber"] as const;

/** The object that operations or events are asked of, by its native id; nothing when none is named. */
export function targetIn(
  filter: TargetFilter | null | undefined,
  ids: Context["ids"],
): { readonly target?: ObjectKey } {
  const [named, another] = NAMES.flatMap((name) => {
    const id = filter?.[name];
    return isGiven(id) ? [{ name, id }] : [];
  });
  if (named && another) {
    throw new Failure("INVALID_ARGUMENT", `filter.${another.name}: cannot be combined with filter.${named.name}.`, {
      field: ["filter", another.name],
      hint: "Nothing acts on both: ask for one of the two.",
    });
  }
  return named ? { target: ids.require(TYPE_OF[named.name], named.id, ["filter", named.name]) } : {};
}
