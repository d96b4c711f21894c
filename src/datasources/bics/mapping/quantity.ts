import type { DataVolume, Limit, Money } from "../../../model/quantity.js";
import { decimalOf, integerOf, printed, shiftedLeft, timesRounded } from "../../mapping/decimal.js";
import { rawOf, textOf } from "../../mapping/text.js";

/** A megabyte of this carrier is binary: a threshold of 3 is a limit of 3145728. */
const BYTES_PER_MB = 1_048_576n;

const UNLIMITED = /^unlimited$/i;

const isUnlimited = (text: string | null): boolean => text !== null && UNLIMITED.test(text);

type Amount = (text: string | null) => bigint | null;

function limitBy(cell: unknown, amountOf: Amount): Limit {
  const raw = rawOf(cell);
  const text = textOf(cell);
  if (isUnlimited(text)) return { kind: "UNLIMITED", raw };
  const amount = amountOf(text);
  return amount === null || raw === null ? { kind: "UNKNOWN", raw } : { kind: "LIMITED", amount, money: null, raw };
}

/** Bytes or messages, printed as an integer. */
export const countLimitFromWire = (cell: unknown): Limit => limitBy(cell, integerOf);

/** MB with decimals, in bytes. */
export const megabyteLimitFromWire = (cell: unknown): Limit => limitBy(cell, bytesOfMb);

function bytesOfMb(text: string | null): bigint | null {
  const decimal = decimalOf(text);
  return decimal && timesRounded(decimal, BYTES_PER_MB);
}

/** Bytes as MB, exact: a binary fraction always ends in decimals too. */
export function megabytesToWire(bytes: bigint): string {
  const text = printed({ digits: (bytes * 10n ** 20n) / BYTES_PER_MB, scale: 20 });
  return text.replace(/\.?0+$/, "");
}

/** A volume printed in MB with decimals. */
export function volumeFromWire(cell: unknown): DataVolume | null {
  const raw = textOf(cell);
  const bytes = bytesOfMb(raw);
  return raw === null || bytes === null ? null : { bytes, raw };
}

const CURRENCY = /^[A-Z]{3}$/;

const knownCurrency = (currency: string | null): string | null =>
  currency !== null && CURRENCY.test(currency) ? currency : null;

/** Money printed in cents with decimals, in major units: `12056.2305` is 120.562305. */
export function centsLimitFromWire(cell: unknown, currency: string | null): Limit {
  return moneyLimit(cell, currency, 2);
}

/** Money in a unit that the carrier does not name: the number is taken as it is printed. */
export function moneyLimitFromWire(cell: unknown, currency: string | null): Limit {
  return moneyLimit(cell, currency, 0);
}

function moneyLimit(cell: unknown, currency: string | null, decimals: number): Limit {
  const raw = rawOf(cell);
  const text = textOf(cell);
  if (isUnlimited(text)) return { kind: "UNLIMITED", raw };
  const decimal = decimalOf(text);
  if (decimal === null || raw === null) return { kind: "UNKNOWN", raw };
  const money = { amount: shiftedLeft(decimal, decimals), currency: knownCurrency(currency), raw };
  return { kind: "LIMITED", amount: null, money, raw };
}

/** A cost without currency; the carrier does not say whether it counts cents. */
export function costFromWire(cell: unknown): Money | null {
  const raw = textOf(cell);
  const decimal = decimalOf(raw);
  return raw === null || decimal === null ? null : { amount: printed(decimal), currency: null, raw };
}

/** A count of rows or SIMs, printed as text or as a number; null when it is neither. */
export function numberFromWire(cell: unknown): number | null {
  const count = integerOf(textOf(cell));
  return count === null || count < 0n || count > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(count);
}
