import { describe, expect, it } from "vitest";
import { carrierTimeOf, configuredZone, isDay } from "../../../src/datasources/mapping/time.js";

const ZONELESS = configuredZone(undefined);

function isDayOfTemporal(day: string): boolean {
  try {
    Temporal.PlainDate.from(day, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

describe("a wall clock", () => {
  it("has the days that the calendar has, in every kind of year", () => {
    for (const year of ["0000", "1900", "2000", "2023", "2024", "2100", "9999"]) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const iso = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
          expect(isDay(iso), iso).toBe(isDayOfTemporal(iso));
        }
      }
    }
  });

  it.each([
    ["00:00:00", true],
    ["23:59:59", true],
    ["24:00:00", false],
    ["23:60:00", false],
    ["23:59:60", false],
  ])("has the hour %s: %s", (clock, isThere) => {
    expect(carrierTimeOf(`2024-02-29T${clock}`, "raw", ZONELESS) !== null).toBe(isThere);
  });

  it("is none without a day, or cut off", () => {
    for (const local of ["2023-02-29T00:00:00", "2024-02-29T00:00", "2024-02-29", ""]) {
      expect(carrierTimeOf(local, "raw", ZONELESS), local).toBeNull();
    }
  });

  it("is an instant only where its zone has it once", () => {
    const inBrussels = (local: string) => carrierTimeOf(local, "raw", configuredZone("Europe/Brussels"))?.instant;
    expect(inBrussels("2024-07-01T12:00:00")).toBe("2024-07-01T10:00:00Z");
    expect([inBrussels("2024-03-31T02:30:00"), inBrussels("2024-10-27T02:30:00")]).toEqual([null, null]);
    expect(carrierTimeOf("2024-07-01T12:00:00", "raw", configuredZone("UTC"))?.instant).toBe("2024-07-01T12:00:00Z");
    expect(carrierTimeOf("2024-07-01T12:00:00", "raw", ZONELESS)?.instant).toBeNull();
  });
});
