/** 1/10000 cent as the platform prints cents: with as many decimals as there are, at most four. */
export const centsText = (value: number): string => String(Math.round(value) / 10_000);
