import type { z } from "zod";
import type { FailureCode } from "../../errors.js";
import type { Shape, Shaped } from "../shapes.js";

/** What sending a carrier operation a second time does: nothing, something recognisable by its code, or harm. */
export type Repeat = "safe" | "recognisable" | "never";

/**
 * The result codes of one operation, sorted by what they mean for this very operation.
 * A code means nothing outside its operation; a code that is in no list is never a success.
 */
export interface CodeTable {
  /** The carrier did it. */
  readonly done: readonly string[];
  /** The carrier took it on; the result comes later. */
  readonly pending?: readonly string[];
  /** Refused because the wanted state holds already. */
  readonly already?: readonly string[];
  /** Refused because there is nothing to tell. */
  readonly empty?: readonly string[];
  /** The carrier itself does not know what became of it. */
  readonly unknown?: readonly string[];
  readonly failed?: Readonly<Record<string, FailureCode>>;
}

/** Answers by HTTP status: an exact status, a class, or `any` for carriers whose status says nothing at all. */
export type AnswerTable = Readonly<Partial<Record<"any" | "2xx" | `${number}`, Shape<unknown>>>>;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One documented call of a carrier, as data. Types of input and answer are inferred from it. */
export interface Operation {
  /** The carrier's own name. */
  readonly name: string;
  /** The page of the carrier's documentation. */
  readonly doc: string;
  readonly effect: "read" | "write";
  /** `body` for calls that need no token: they are signed inside, or not at all. `none` for those that obtain one. */
  readonly auth: "token" | "body" | "none";
  readonly method: Method;
  readonly path: `/${string}`;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body goes as a form and not as JSON. */
  readonly isForm?: true;
  readonly answers: AnswerTable;
  readonly codes: CodeTable;
  readonly timeoutMs: number;
  readonly repeat: Repeat;
}

type PathParams<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PathParams<Rest> : never;

type PathInput<O extends Operation> = [PathParams<O["path"]>] extends [never]
  ? { readonly params?: never }
  : { readonly params: Readonly<Record<PathParams<O["path"]>, string>> };

type PartInput<O extends Operation, Part extends "query" | "body"> = O[Part] extends z.ZodType
  ? { readonly [K in Part]: z.input<O[Part]> }
  : { readonly [K in Part]?: never };

/** Exactly the path parameters, query and body that the operation declares. */
export type InputOf<O extends Operation> = PathInput<O> & PartInput<O, "query"> & PartInput<O, "body">;

/** What the operation answers when it is done or pending. */
export type AnswerOf<O extends Operation> = {
  [S in keyof O["answers"]]: O["answers"][S] extends Shape<unknown> ? Shaped<O["answers"][S]> : never;
}[keyof O["answers"]];

/** How a call ended that did not fail. Failures are thrown. */
export type Outcome<O extends Operation> =
  | {
      readonly is: "done" | "pending";
      readonly code: string;
      readonly message: string | null;
      readonly answer: AnswerOf<O>;
    }
  | { readonly is: "already" | "empty"; readonly code: string; readonly message: string | null; readonly answer: null };

/** Declares a carrier operation; the literal types stay, so that inputs and answers can be inferred. */
export const operation = <const O extends Operation>(declaration: O): O => declaration;

/**
 * Whether equal calls may have one answer: reads that may be repeated. Obtaining a token is left alone: it has waiters of
 * its own.
 */
export const isShareable = ({ effect, repeat, auth }: Operation): boolean =>
  effect === "read" && repeat === "safe" && auth !== "none";

/** The carrier's names of the operations whose answers may be kept. */
export const shareableNames = (operations: Readonly<Record<string, Operation>>): readonly string[] =>
  Object.values(operations)
    .filter(isShareable)
    .map(({ name }) => name);
