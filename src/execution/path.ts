import type { ResponsePath } from "graphql";
import type { PlannedField } from "./plan.js";

/** Where something stands in the answer. Undefined is the whole of it. */
export type Path = ResponsePath | undefined;

export const pathTo = (above: Path, { name, parent }: PlannedField): ResponsePath => ({
  prev: above,
  key: name,
  typename: parent.name,
});

export const pathToItem = (list: Path, index: number): ResponsePath => ({
  prev: list,
  key: index,
  typename: undefined,
});

/** What the field stands in whose value, or whose item, is at this path. */
export function aboveField(path: Path): Path {
  let at = path;
  while (typeof at?.key === "number") at = at.prev;
  return at?.prev;
}
