import { expect, it } from "vitest";
import { IsoDate, LocalDateTime } from "../../src/schema/scalars.js";

it.each(["2026-01-31", "2028-02-29"])("a day is one of the calendar: %s", (day) => {
  expect(IsoDate.parseValue(day)).toBe(day);
  expect(LocalDateTime.parseValue(`${day}T23:59:59`)).toBe(`${day}T23:59:59`);
});

it.each(["2026-02-30", "2027-02-29", "2026-13-01", "2026-1-31", "31.01.2026", ""])("%j is no day", (text) => {
  expect(() => IsoDate.parseValue(text)).toThrow("Date must be");
  expect(() => LocalDateTime.parseValue(`${text}T10:30:00`)).toThrow("LocalDateTime must be");
});

it.each(["24:00:00", "10:60:00", "10:30:60", "10:30", "10:30:00Z"])("%s is no time of a day without a zone", (time) => {
  expect(() => LocalDateTime.parseValue(`2026-01-31T${time}`)).toThrow("LocalDateTime must be");
});
