import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null);

const refuse = (what: string): never => {
  throw new GraphQLError(what, { extensions: { code: "BAD_USER_INPUT" } });
};

/** Whether there is such a day in the calendar, or such a time in a day, of ISO 8601 text without a zone. */
function isOfCalendar(text: string): boolean {
  const date = new Date(`${text}${text.includes("T") ? "" : "T00:00:00"}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A scalar that travels as text, in one form, whatever the direction. */
function textScalar(
  name: string,
  description: string,
  pattern: RegExp,
  form: string,
  isSo: (text: string) => boolean = () => true,
): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    return pattern.test(text) && isSo(text) ? text : refuse(`${name} must be ${form}.`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node) => read(textOf(node)),
  });
}

export const BigIntText = textScalar(
  "BigInt",
  "An integer of any size, as text: bytes and counts exceed what JSON numbers carry safely.",
  /^-?\d{1,40}$/,
  "an integer, as text or as a number",
);

export const Decimal = textScalar(
  "Decimal",
  "An exact decimal number as text, such as `120.562305`. Never a float.",
  /^-?\d{1,40}(\.\d{1,40})?$/,
  'a decimal number as text, such as "12.50"',
);

export const DateTime = textScalar(
  "DateTime",
  "An instant in UTC, ISO 8601, such as `2026-01-31T09:30:00Z`.",
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/,
  "an instant in UTC such as 2026-01-31T09:30:00Z",
);

export const LocalDateTime = textScalar(
  "LocalDateTime",
  "A wall clock without a zone, ISO 8601, such as `2026-01-31T10:30:00`. Not an instant.",
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
  "a wall clock such as 2026-01-31T10:30:00",
  isOfCalendar,
);

const readDay = (value: unknown): string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && isOfCalendar(value)
    ? value
    : refuse("Date must be a day of the calendar such as 2026-01-31.");

export const IsoDate = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A day of the calendar, ISO 8601, such as `2026-01-31`.",
  serialize: (value) => String(value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(textOf(node)),
});
