import { wrong } from "../../answer.js";
import { tagRefusal } from "../attachable.js";
import type { ModifyParams } from "./params.js";
import type { Step, Target } from "./step.js";

/** Removes and adds tags. Removing takes away every mention of the tag. */
export function tagsStep(
  { enterprise, endpoint }: Target,
  { addtagIds: add = [], removetagIds: remove = [] }: ModifyParams,
): Step {
  if (add.length + remove.length === 0) return null;
  if (!remove.every((id) => endpoint.tagIds.includes(id))) return wrong("removetagIds");
  const kept = endpoint.tagIds.filter((id) => !remove.includes(id));
  const fresh = add.filter((id) => !kept.includes(id));
  const refusal = tagRefusal(enterprise, kept, fresh, "addtagIds");
  if (refusal) return refusal;
  if (!add.every((id) => enterprise.tags.has(id))) return wrong("addtagIds");
  return () => {
    endpoint.tagIds = [...kept, ...fresh];
  };
}
