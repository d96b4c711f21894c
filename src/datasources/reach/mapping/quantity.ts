import type { BalanceKind, Limit, Money } from "../../../model/quantity.js";
import { decimalOf, integerOf, printed, timesRounded } from "../../mapping/decimal.js";
import { rawOf, textOf, wordIn } from "../../mapping/text.js";

/** Assumed: the document does not say whether its units are decimal or binary. The one place that decides it. */
const KILO = 1024n;

interface Unit {
  readonly kind: BalanceKind;
  /** Bytes, seconds or messages in one. */
  readonly factor: bigint;
}

const data = (power: bigint): Unit => ({ kind: "DATA", factor: KILO ** power });
const SECOND: Unit = { kind: "VOICE", factor: 1n };
const MINUTE: Unit = { kind: "VOICE", factor: 60n };
const MESSAGE: Unit = { kind: "SMS", factor: 1n };

const UNITS: Readonly<Record<string, Unit>> = {
  b: data(0n),
  byte: data(0n),
  bytes: data(0n),
  kb: data(1n),
  mb: data(2n),
  gb: data(3n),
  tb: data(4n),
  sec: SECOND,
  seconds: SECOND,
  min: MINUTE,
  mins: MINUTE,
  minutes: MINUTE,
  sms: MESSAGE,
  messages: MESSAGE,
};

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** A unit's word; null for one that is not known. */
const unitFromWire = (cell: unknown): Unit | null => wordIn(UNITS, cell);

/** The currency that amounts are counted in; null where the unit is none. */
const currencyFromWire = (unitCell: unknown): string | null => {
  const text = textOf(unitCell);
  return text !== null && CURRENCIES.has(text) ? text : null;
};

/** What is counted in a unit: money where the unit is a currency. */
export const kindOfUnit = (cell: unknown): BalanceKind =>
  unitFromWire(cell)?.kind ?? (currencyFromWire(cell) === null ? "UNKNOWN" : "MONEY");

/** Bytes, seconds or messages; null where the number or the unit cannot be read. */
export function amountFromWire(cell: unknown, unitCell: unknown): bigint | null {
  const [amount, unit] = [decimalOf(textOf(cell)), unitFromWire(unitCell)];
  return amount && unit && timesRounded(amount, unit.factor);
}

/** Bytes, where the unit is one of data. */
export const bytesFromWire = (cell: unknown, unitCell: unknown): bigint | null =>
  kindOfUnit(unitCell) === "DATA" ? amountFromWire(cell, unitCell) : null;

export const secondsFromMinutes = (cell: unknown): bigint | null => amountFromWire(cell, "min");

/** What is left or what there was, in a unit; without bounds where the carrier says so. */
export function limitFromWire(cell: unknown, unitCell: unknown, isUnlimited: boolean | null): Limit {
  const raw = rawOf(cell);
  if (isUnlimited === true) return { kind: "UNLIMITED", raw };
  const amount = amountFromWire(cell, unitCell);
  if (amount !== null && raw !== null) return { kind: "LIMITED", amount, money: null, raw };
  const currency = currencyFromWire(unitCell);
  const money = currency === null ? null : moneyFromWire(cell, currency);
  return money && raw !== null ? { kind: "LIMITED", amount: null, money, raw } : { kind: "UNKNOWN", raw };
}

/** An amount in major units; the carrier says no currency. */
export function moneyFromWire(cell: unknown, currency: string | null = null): Money | null {
  const raw = textOf(cell);
  const decimal = decimalOf(raw);
  return raw === null || decimal === null ? null : { amount: printed(decimal), currency, raw };
}

/** A whole number that fits an integer of the graph; null for everything else. */
export function numberFromWire(cell: unknown): number | null {
  const number = integerOf(textOf(cell));
  return number === null || number < 0n || number > 2_147_483_647n ? null : Number(number);
}

/** A whole number of any size. */
export const countFromWire = (cell: unknown): bigint | null => integerOf(textOf(cell));
