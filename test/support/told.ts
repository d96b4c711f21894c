/** All that a value tells, as plain objects: those of classes read a cell only when somebody asks for it. */
export function told<T>(value: readonly T[]): readonly unknown[];
export function told(value: unknown): unknown;
export function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (!isObject(value)) return value;
  return Object.fromEntries(namesIn(value).map((name) => [name, told(value[name])]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The members of an object: its own, and those that its classes read. */
function namesIn(value: object | null): readonly string[] {
  if (value === null || value === Object.prototype) return [];
  const members = Object.entries(Object.getOwnPropertyDescriptors(value));
  const read = members.filter(([, { get, enumerable }]) => get !== undefined || enumerable);
  return [...namesIn(Object.getPrototypeOf(value)), ...read.map(([name]) => name)];
}
