import type { NamedRef } from "../../../model/endpoint.js";
import type { BillingType } from "../../../model/line.js";
import type { Plan, PlanKind } from "../../../model/plan.js";
import { partsOf, textOf, wordIn } from "../../mapping/text.js";
import { type Frame, keyOf } from "./frame.js";

/** `planCategory`. The table says "Base or Addon"; the answers say these. */
const PLAN_KIND = {
  normal: "BASE",
  base: "BASE",
  addon: "ADDON",
  test: "TEST",
  inventory: "INVENTORY",
} as const satisfies Readonly<Record<string, PlanKind>>;

export const planKindFromWire = (cell: unknown): PlanKind => wordIn<PlanKind>(PLAN_KIND, cell) ?? "UNKNOWN";

interface PlanCells {
  readonly id: unknown;
  readonly name: unknown;
  readonly kind: PlanKind;
  readonly kindRaw?: string | null;
  readonly billing: BillingType;
}

/** Null where the answer names no plan. */
export function planFromWire({ id, name, kind, kindRaw = null, billing }: PlanCells, frame: Frame): Plan | null {
  const planId = textOf(id);
  return planId === null ? null : { key: keyOf(frame, planId), name: textOf(name), kind, kindRaw, billing };
}

export function refFromWire(idCell: unknown, nameCell: unknown): NamedRef | null {
  const id = textOf(idCell);
  return id === null ? null : { id, name: textOf(nameCell) };
}

/** Two parallel lists, ids and names, divided by pipes. */
export function refsFromWire(idsCell: unknown, namesCell: unknown): readonly NamedRef[] {
  const whole = refFromWire(idsCell, namesCell);
  if (whole === null) return [];
  if (!whole.id.includes("|") && !whole.name?.includes("|")) return [whole];
  const ids = whole.id.split("|");
  const names = whole.name?.split("|") ?? [];
  return ids.flatMap((id, index) => refFromWire(id, ids.length === names.length ? names[index] : null) ?? []);
}

const SEPARATORS = ["|", ","] as const;

/**
 * Parallel lists whose separator the document does not tell: divided by pipes or else commas where both lists divide
 * alike, kept whole otherwise.
 */
export function refsOfUnknownSeparator(idsCell: unknown, namesCell: unknown): readonly NamedRef[] {
  const whole = refFromWire(idsCell, namesCell);
  if (whole === null) return [];
  for (const separator of SEPARATORS) {
    const ids = partsOf(idsCell, separator);
    const names = ids.length > 1 ? partsOf(namesCell, separator) : [];
    if (ids.length > 1 && ids.length === names.length) {
      return ids.map((id, index) => ({ id, name: names[index] ?? null }));
    }
  }
  return [whole];
}
