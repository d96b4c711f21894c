import type { DataUnit } from "../schema/values.js";

const BYTES = {
  BYTE: 1n,
  KB: 1_000n,
  MB: 1_000_000n,
  GB: 1_000_000_000n,
  KIB: 1n << 10n,
  MIB: 1n << 20n,
  GIB: 1n << 30n,
} as const satisfies Record<DataUnit, bigint>;

/** Bytes in another unit as exact decimal text: every unit divides by powers of 2 and 5 alone. */
export function dataIn(unit: DataUnit, bytes: bigint): string {
  const size = BYTES[unit];
  const sign = bytes < 0n ? "-" : "";
  const whole = (bytes < 0n ? -bytes : bytes) / size;
  let rest = (bytes < 0n ? -bytes : bytes) % size;
  let decimals = "";
  while (rest > 0n) {
    rest *= 10n;
    decimals += rest / size;
    rest %= size;
  }
  return `${sign}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}
