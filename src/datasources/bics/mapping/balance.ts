import type { Balance, BalanceSource, BalanceStatus } from "../../../model/balance.js";
import type { ObjectKey } from "../../../model/carrier.js";
import type { BillingType } from "../../../model/line.js";
import type { Plan } from "../../../model/plan.js";
import type { BalanceKind, Limit } from "../../../model/quantity.js";
import type { Moment } from "../../../model/time.js";
import { rawOf, textOf, wordIn } from "../../mapping/text.js";
import type { BenefitRow } from "../operations/endpoints.js";
import { type Frame, keyOf } from "./frame.js";
import { centsLimitFromWire, countLimitFromWire } from "./quantity.js";
import { planFromWire, planKindFromWire } from "./refs.js";
import { isPast, momentFromWire } from "./time.js";

/** What the rows of one answer have in common. `plan` is the add-on they stand in, where they stand in one. */
export interface BenefitOwner {
  readonly endpointId: string;
  readonly billing: BillingType;
  readonly currency: string | null;
  readonly plan?: { readonly planId: unknown; readonly planName: unknown; readonly uniqueId: unknown };
}

export function balancesFromWire(rows: readonly BenefitRow[], owner: BenefitOwner, frame: Frame): readonly Balance[] {
  const { plan } = owner;
  const told = plan ? rows.map((row) => ({ ...row, ...plan })) : rows;
  const naturals = new Naturals(told);
  return told.map((row) => new WireBalance(row, naturals, owner, frame));
}

/**
 * What the balances of one list are told apart by: the benefit's id is only its kind, so that plan and add-on count too, and
 * the turn among equals. Put together when the first of them is asked for it.
 */
class Naturals {
  #byRow: ReadonlyMap<BenefitRow, string> | null = null;

  constructor(readonly rows: readonly BenefitRow[]) {}

  of(row: BenefitRow): string {
    this.#byRow ??= this.#tellApart();
    return this.#byRow.get(row) ?? naturalOf(row);
  }

  #tellApart(): ReadonlyMap<BenefitRow, string> {
    const turns = new Map<string, number>();
    const numbered = this.rows.map((row) => {
      const natural = naturalOf(row);
      const turn = (turns.get(natural) ?? 0) + 1;
      turns.set(natural, turn);
      return [row, turn === 1 ? natural : `${natural}#${turn}`] as const;
    });
    return new Map(numbered);
  }
}

/** Read cell by cell when somebody asks: of a profile a query shows a tenth. */
class WireBalance implements Balance {
  readonly #row: BenefitRow;
  readonly #naturals: Naturals;
  readonly #owner: BenefitOwner;
  readonly #frame: Frame;

  constructor(row: BenefitRow, naturals: Naturals, owner: BenefitOwner, frame: Frame) {
    this.#row = row;
    this.#naturals = naturals;
    this.#owner = owner;
    this.#frame = frame;
  }

  get key(): ObjectKey {
    return keyOf(this.#frame, this.#owner.endpointId, this.#naturals.of(this.#row));
  }

  get carrierBalanceId(): string | null {
    return textOf(this.#row.id);
  }

  get name(): string | null {
    return textOf(this.#row.name);
  }

  get kind(): BalanceKind {
    return kindOf(this.#row);
  }

  get source(): BalanceSource {
    return sourceOf(this.#row);
  }

  get sourceRaw(): string | null {
    return textOf(this.#row.type);
  }

  get status(): BalanceStatus {
    return statusOf(this, this.#frame.now);
  }

  get remaining(): Limit {
    return limitFromWire(this.#row.balance, this.kind, this.#owner.currency);
  }

  get initial(): Limit {
    return limitFromWire(this.#row.actualBalance, this.kind, this.#owner.currency);
  }

  get unitRaw(): string | null {
    return textOf(this.#row.unitType);
  }

  get validFrom(): Moment {
    return momentFromWire(this.#row.startDate, this.#frame.zone);
  }

  get validTo(): Moment {
    return momentFromWire(this.#row.expiryDate, this.#frame.zone);
  }

  get plan(): Plan | null {
    const { planId: id, planName: name } = this.#row;
    const kindRaw = this.planCategoryRaw;
    const kind = kindRaw === null && this.source === "ADDON" ? "ADDON" : planKindFromWire(kindRaw);
    return planFromWire({ id, name, kind, kindRaw, billing: this.#owner.billing }, this.#frame);
  }

  get planCategoryRaw(): string | null {
    return textOf(this.#row.planCategory);
  }

  get addonInstanceId(): string | null {
    return textOf(this.#row.uniqueId);
  }

  get rateZone(): Balance["rateZone"] {
    const id = textOf(this.#row.rateZoneId);
    return id === null ? null : { id, name: textOf(this.#row.rateZoneName) };
  }
}

const naturalOf = ({ id, planId, uniqueId }: BenefitRow): string =>
  `${textOf(id) ?? ""}/${textOf(planId) ?? ""}/${textOf(uniqueId) ?? ""}`;

const KIND_OF_UNIT = {
  money: "MONEY",
  mb: "DATA",
  count: "SMS",
} as const satisfies Readonly<Record<string, BalanceKind>>;

const MAIN_ACCOUNT = /^main account$/i;
const ADDON_ACCOUNT = /^addon/i;

const isMainAccount = (row: BenefitRow): boolean => MAIN_ACCOUNT.test(textOf(row.type) ?? "");

/** By type and unit: the main account is always money. SMS is the only thing that this carrier counts. */
const kindOf = (row: BenefitRow): BalanceKind =>
  isMainAccount(row) ? "MONEY" : (wordIn<BalanceKind>(KIND_OF_UNIT, row.unitType) ?? "UNKNOWN");

const SOURCE_OF_CATEGORY = {
  addon: "ADDON",
  normal: "PLAN_PERIOD",
  base: "PLAN_PERIOD",
  test: "PLAN_PERIOD",
  inventory: "PLAN_PERIOD",
} as const satisfies Readonly<Record<string, BalanceSource>>;

/** The type calls benefits of base plans ADDON-ACCOUNT too: the plan's category is asked first. */
function sourceOf(row: BenefitRow): BalanceSource {
  if (isMainAccount(row)) return "MAIN_ACCOUNT";
  const source = wordIn<BalanceSource>(SOURCE_OF_CATEGORY, row.planCategory);
  if (source) return source;
  return ADDON_ACCOUNT.test(textOf(row.type) ?? "") ? "ADDON" : "UNKNOWN";
}

/** Data balances are bytes though the unit says Mb; money is cents; the rest is counted. */
function limitFromWire(cell: unknown, kind: BalanceKind, currency: string | null): Limit {
  switch (kind) {
    case "MONEY":
      return centsLimitFromWire(cell, currency);
    case "UNKNOWN":
      return { kind: "UNKNOWN", raw: rawOf(cell) };
    default:
      return countLimitFromWire(cell);
  }
}

/** Expiry is judged only where the operator says which zone the carrier's clock is in. */
function statusOf({ remaining, validFrom, validTo }: Balance, now: number): BalanceStatus {
  if (isPast(validTo, now) === true) return "EXPIRED";
  if (isNothing(remaining)) return "EXHAUSTED";
  if (validFrom.kind === "NOT_STARTED") return "PENDING";
  return remaining.kind === "UNKNOWN" ? "UNKNOWN" : "ACTIVE";
}

const NOTHING = /^(?:-.*|0(?:\.0*)?)$/;

export function isNothing(limit: Limit): boolean {
  if (limit.kind !== "LIMITED") return false;
  return limit.money === null ? limit.amount <= 0n : NOTHING.test(limit.money.amount);
}
