/** An exact decimal: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Long enough for every number a carrier prints, short enough that junk costs nothing. */
const DECIMAL = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/;

/** Reads `12056.2305` or `01010101` in base ten; null for everything else. Never a float. */
export function decimalOf(text: string | null): Decimal | null {
  const match = text === null ? null : DECIMAL.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** Reads an integer in base ten, leading zeros allowed; null for everything else. */
export function integerOf(text: string | null): bigint | null {
  const decimal = decimalOf(text);
  return decimal?.scale === 0 ? decimal.digits : null;
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
