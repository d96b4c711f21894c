/** An exact decimal: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Long enough for every number a carrier prints, short enough that junk costs nothing. */
const INTEGER = /^-?\d{1,40}$/;
const DECIMAL = /^-?\d{1,40}(?:\.\d{1,40})?$/;

/** Reads `12056.2305` or `01010101` in base ten; null for everything else. Never a float. */
export function decimalOf(text: string | null): Decimal | null {
  if (text === null || !DECIMAL.test(text)) return null;
  const point = text.indexOf(".");
  if (point < 0) return { digits: BigInt(text), scale: 0 };
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/** Reads an integer in base ten, leading zeros allowed; null for everything else. */
export function integerOf(text: string | null): bigint | null {
  return text !== null && INTEGER.test(text) ? BigInt(text) : null;
}

/** Multiplies by a whole factor and rounds half away from zero. */
export function timesRounded({ digits, scale }: Decimal, factor: bigint): bigint {
  const product = digits * factor;
  const unit = 10n ** BigInt(scale);
  const half = unit / 2n;
  return product < 0n ? -((-product + half) / unit) : (product + half) / unit;
}

/** Decimal text with the point moved `places` to the left: `20000` by two is `200.00`. */
export function shiftedLeft({ digits, scale }: Decimal, places: number): string {
  return printed({ digits, scale: scale + places });
}

/** Decimal text with all its decimals. */
export function printed({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
