import { describe, expect, it } from "vitest";
import { decimalOf, integerOf, printed, shiftedLeft, timesRounded } from "../../../src/datasources/mapping/decimal.js";

const read = (text: string) => {
  const decimal = decimalOf(text);
  if (!decimal) throw new Error(`${text} is no decimal`);
  return decimal;
};

describe("a decimal", () => {
  it("is read in base ten, exactly", () => {
    expect(read("12056.2305")).toEqual({ digits: 120_562_305n, scale: 4 });
    expect(read("01010101")).toEqual({ digits: 1_010_101n, scale: 0 });
    expect(read("-0.5")).toEqual({ digits: -5n, scale: 1 });
    expect(read("90071992547409931.1")).toEqual({ digits: 900_719_925_474_099_311n, scale: 1 });
  });

  it("is nothing else", () => {
    for (const text of [
      "",
      " 1",
      "1.",
      ".5",
      "1e3",
      "0x10",
      "+1",
      "1,5",
      "NaN",
      "Infinity",
      "1.2.3",
      "٣",
      "9".repeat(41),
    ]) {
      expect(decimalOf(text), text).toBeNull();
    }
    expect(decimalOf(null)).toBeNull();
  });

  it("is an integer only without decimals", () => {
    expect([integerOf("20"), integerOf("20.0"), integerOf("x"), integerOf(null)]).toEqual([20n, null, null, null]);
  });

  it("is multiplied and rounded half away from zero", () => {
    expect(timesRounded(read("0.5"), 1n)).toBe(1n);
    expect(timesRounded(read("-0.5"), 1n)).toBe(-1n);
    expect(timesRounded(read("0.49999999999999999999"), 1n)).toBe(0n);
    expect(timesRounded(read("4.82"), 1_048_576n)).toBe(5_054_136n);
    expect(timesRounded(read("3"), 1_048_576n)).toBe(3_145_728n);
  });

  it("is printed with all its decimals, its point moved where asked", () => {
    expect(["7", "0.50", "-0.05", "007.10"].map((text) => printed(read(text)))).toEqual(["7", "0.50", "-0.05", "7.10"]);
    expect(["20000", "5", "12056.2305", "-5", "0"].map((text) => shiftedLeft(read(text), 2))).toEqual([
      "200.00",
      "0.05",
      "120.562305",
      "-0.05",
      "0.00",
    ]);
  });
});
