import type { Tag } from "../../../model/endpoint.js";
import { textOf } from "../../mapping/text.js";

/**
 * Tags stand in every row and are seldom asked for: they are looked at when they are. A list with anything odd in it counts
 * as none. The carrier lists the same tag twice now and then.
 */
export function tagsFromWire(cell: unknown): readonly Tag[] {
  if (!Array.isArray(cell)) return [];
  const tags = cell.map(tagFromWire);
  return tags.every((tag) => tag !== null) ? [...new Map(tags.map((tag) => [tag.id, tag])).values()] : [];
}

function tagFromWire(row: unknown): Tag | null {
  if (typeof row !== "object" || row === null) return null;
  const { tagId, tagName, tagDescription } = row as Readonly<Record<string, unknown>>;
  const id = typeof tagId === "number" ? String(tagId) : typeof tagId === "string" ? tagId.trim() : "";
  return id === "" ? null : { id, name: textOf(tagName), description: textOf(tagDescription) };
}
