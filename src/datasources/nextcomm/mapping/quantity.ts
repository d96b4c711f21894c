import type { BalanceKind, Limit, Money } from "../../../model/quantity.js";
import { decimalOf, integerOf, printed, timesRounded } from "../../mapping/decimal.js";
import { entryOf, rawOf, textOf, wordIn } from "../../mapping/text.js";
import type { Frame } from "./frame.js";

interface Unit {
  readonly kind: Exclude<BalanceKind, "UNKNOWN">;
  /** Bytes, seconds or messages in one of it. */
  readonly holds: bigint;
}

const bytes = (holds: bigint): Unit => ({ kind: "DATA", holds });
const seconds = (holds: bigint): Unit => ({ kind: "VOICE", holds });
const MESSAGE: Unit = { kind: "SMS", holds: 1n };
const MONEY: Unit = { kind: "MONEY", holds: 1n };

/** The document prints no unit at all. Multiples of bytes are taken to be binary. */
const UNITS: Readonly<Record<string, Unit>> = {
  b: bytes(1n),
  byte: bytes(1n),
  kb: bytes(1n << 10n),
  kilobyte: bytes(1n << 10n),
  mb: bytes(1n << 20n),
  megabyte: bytes(1n << 20n),
  gb: bytes(1n << 30n),
  gigabyte: bytes(1n << 30n),
  tb: bytes(1n << 40n),
  sec: seconds(1n),
  second: seconds(1n),
  min: seconds(60n),
  minute: seconds(60n),
  hour: seconds(3600n),
  sms: MESSAGE,
  message: MESSAGE,
  money: MONEY,
  currency: MONEY,
};

/** Null for a word that is not known. The account's own currency is a unit, too. */
export function unitFromWire(cell: unknown, { currency }: Frame): Unit | null {
  const word = textOf(cell)?.toLowerCase() ?? "";
  if (word === currency.toLowerCase()) return MONEY;
  return entryOf(UNITS, word) ?? entryOf(UNITS, word.replace(/s$/, ""));
}

const WITHOUT_LIMIT = { unlimited: true } as const;

/** An amount in its unit; without a unit that is known, only the carrier's text. */
export function limitFromWire(cell: unknown, unit: Unit | null, frame: Frame): Limit {
  const raw = rawOf(cell);
  if (wordIn<boolean>(WITHOUT_LIMIT, cell)) return { kind: "UNLIMITED", raw };
  const decimal = decimalOf(textOf(cell));
  if (unit === null || decimal === null || raw === null) return { kind: "UNKNOWN", raw };
  if (unit.kind !== "MONEY") return { kind: "LIMITED", amount: timesRounded(decimal, unit.holds), money: null, raw };
  const money = { amount: printed(decimal), currency: frame.currency, raw };
  return { kind: "LIMITED", amount: null, money, raw };
}

export const isNothing = (limit: Limit): boolean =>
  limit.kind === "LIMITED" && (limit.money === null ? limit.amount <= 0n : /^(-.*|0(\.0*)?)$/.test(limit.money.amount));

/** A price in major units of the account's currency. */
export function moneyFromWire(cell: unknown, { currency }: Frame): Money | null {
  const raw = textOf(cell);
  const decimal = decimalOf(raw);
  return raw === null || decimal === null ? null : { amount: printed(decimal), currency, raw };
}

/** A small whole number, printed as text or as a number; null when it is neither. */
export function countFromWire(cell: unknown): number | null {
  const count = integerOf(textOf(cell));
  return count === null || count < 0n || count > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(count);
}

/** An id as text. A number that is too large to have come through as it was printed is none. */
export const idFromWire = (cell: unknown): string | null =>
  typeof cell === "number" && !Number.isSafeInteger(cell) ? null : textOf(cell);

/** Long amounts do not come through as the numbers that the carrier wants. */
const AMOUNT = /^\d{1,10}(?:\.\d{1,4})?$/;

/** Decimal text as the number that the carrier wants; NaN, which no schema takes, for everything else. */
export const numberToWire = (text: string | null | undefined): number =>
  AMOUNT.test(text ?? "") ? Number(text) : Number.NaN;
