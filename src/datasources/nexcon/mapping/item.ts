import type { KeyValue, NexconItem } from "../../../model/nexcon.js";
import { rawOf, textOf } from "../../mapping/text.js";

/** What lies deeper is left out. */
const MAX_DEPTH = 8;

/** A tag, product or pool, whatever it is printed as; null for nothing. */
export function itemFromWire(cell: unknown): NexconItem | null {
  if (isObject(cell)) return { name: "name" in cell ? textOf(cell.name) : null, entries: entriesOf(cell) };
  const name = textOf(cell);
  return name === null ? null : { name, entries: [] };
}

/** A list of them; something single counts as a list of one. */
export const itemsFromWire = (cell: unknown): readonly NexconItem[] =>
  (Array.isArray(cell) ? cell : [cell]).flatMap((item: unknown) => itemFromWire(item) ?? []);

/** Every scalar member, at whatever level, by the path to it. */
function entriesOf(members: object, path: readonly string[] = []): readonly KeyValue[] {
  return Object.entries(members).flatMap(([name, value]: [string, unknown]) => {
    const way = [...path, name];
    if (!isObject(value)) return { key: way.join("."), value: rawOf(value) };
    return way.length < MAX_DEPTH ? entriesOf(value, way) : [];
  });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
