import type { z } from "zod";

/** What is wrong with a value of an answer, and where in it. Never tells the value: it may be personal. */
export class Flaw {
  constructor(
    readonly message: string,
    readonly path: readonly (string | number)[] = [],
  ) {}

  /** The same flaw, seen from what holds the value. */
  below(name: string | number): Flaw {
    return new Flaw(this.message, [name, ...this.path]);
  }
}

/**
 * Reads a value of an answer, or says what is wrong with it. What is right is handed on as it came, with the members that
 * nobody declared: a copy of every object, cell by cell, costs more than all else that is done with an answer.
 */
export type Shape<T> = (value: unknown) => T | Flaw;

/** What a shape reads. */
export type Shaped<S extends Shape<unknown>> = Exclude<ReturnType<S>, Flaw>;

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "a list" : typeof value);

/** What to say of a value that is something else. */
export const unlike = (what: string, value: unknown): Flaw => new Flaw(`expected ${what}, found ${kindOf(value)}`);

/** A scalar: text mostly, a number now and then, absent often. Mapping reads it, nothing trusts it. */
export const cell: Shape<unknown> = (value) => value;

/** Any text, also none at all. */
export const anyText: Shape<string> = (value) => (typeof value === "string" ? value : unlike("a text", value));

/** Text that is not blank, without the blanks around it. */
export const text: Shape<string> = (value) => (typeof value === "string" && value.trim()) || unlike("a text", value);

/** Null where it is absent. */
export const nullish =
  <T>(shape: Shape<T>): Shape<T | null | undefined> =>
  (value) =>
    value === null || value === undefined ? value : shape(value);

/** Something beside more important things: whatever has not this shape counts as absent. */
export function side<T>(shape: Shape<T>): (value: unknown) => T | null | undefined {
  const found = nullish(shape);
  return (value) => {
    const read = found(value);
    return read instanceof Flaw ? null : read;
  };
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object, whatever is in it. */
export const members: Shape<Members> = (value) => (isObject(value) ? value : unlike("an object", value));

/** The members of an object, by name. */
export type Shapes = Readonly<Record<string, Shape<unknown>>>;

type Optional<S extends Shapes> = { [N in keyof S]: undefined extends Shaped<S[N]> ? N : never }[keyof S];

type Read<S extends Shapes> = { readonly [N in Exclude<keyof S, Optional<S>>]: Shaped<S[N]> } & {
  readonly [N in Optional<S>]?: Shaped<S[N]>;
};

/** What an object with such members is read as. */
type ObjectOf<S extends Shapes> = { [N in keyof Read<S>]: Read<S>[N] };

/** An object with these members. Its cells cost nothing, however many they are. */
export function object<S extends Shapes>(declared: S): Shape<ObjectOf<S>>;
export function object(declared: Shapes): Shape<Members> {
  const looked = Object.entries(declared).filter(([, shape]) => shape !== cell);
  return (value) => {
    if (!isObject(value)) return unlike("an object", value);
    let read = value;
    for (const [name, shape] of looked) {
      const was = value[name];
      const is = shape(was);
      if (is instanceof Flaw) return is.below(name);
      if (is !== was) read = { ...read, [name]: is };
    }
    return read;
  };
}

/** A list of such values. */
export function list<T>(row: Shape<T>): Shape<readonly T[]>;
export function list(row: Shape<unknown>): Shape<readonly unknown[]> {
  return (value) => {
    if (!Array.isArray(value)) return unlike("a list", value);
    let copy: unknown[] | null = null;
    for (let index = 0; index < value.length; index += 1) {
      const was: unknown = value[index];
      const is = row(was);
      if (is instanceof Flaw) return is.below(index);
      if (is !== was) {
        copy ??= [...value];
        copy[index] = is;
      }
    }
    return copy ?? value;
  };
}

/** A schema as a shape: for small answers that are checked member by member, such as tokens. */
export const checkedBy =
  <S extends z.ZodType>(schema: S): Shape<z.output<S>> =>
  (value) => {
    const { success, data, error } = schema.safeParse(value);
    if (success) return data;
    const [issue] = error.issues;
    return new Flaw(
      issue?.message ?? "it has another form",
      issue?.path.map((part) => String(part)),
    );
  };
