import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import type { ObjectKey } from "../model/carrier.js";
import type { TargetType } from "../model/operation.js";

interface TargetFilter {
  readonly endpoint?: string | null;
  readonly sim?: string | null;
}

/** The object that operations or events are asked of, by its native id; nothing when none is named. */
export function targetIn(
  filter: TargetFilter | null | undefined,
  ids: Context["ids"],
): { readonly target?: ObjectKey } {
  const { endpoint, sim } = filter ?? {};
  if (endpoint && sim) {
    throw new Failure("INVALID_ARGUMENT", "filter.sim: cannot be combined with filter.endpoint.", {
      field: ["filter", "sim"],
      hint: "Nothing acts on both: ask for one of the two.",
    });
  }
  const key = (type: TargetType, id: string, name: string) => ids.require(type, id, ["filter", name]);
  if (endpoint) return { target: key("Endpoint", endpoint, "endpoint") };
  return sim ? { target: key("Sim", sim, "sim") } : {};
}
