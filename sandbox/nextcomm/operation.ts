import type { z } from "zod";
import type { Outgoing } from "../exchange.js";
import type { Effect, NextcommTransaction } from "../types.js";
import { failure, invalid, mandatory, notKnown, VALIDATION } from "./answers.js";
import type { Account, World } from "./state.js";

/** What an operation may use. */
export interface Call {
  world: World;
  account: Account;
  /** Milliseconds since the epoch. */
  now: number;
  /** The same as the account's clocks show it. */
  localNow: string;
  /** Writes the ledger; `charged` in 1/10000 cent. To be called exactly when a write takes effect. */
  commit(target: string, charged?: number): void;
  /** Keeps a transaction for who wants to look at it. */
  keep(transaction: Omit<NextcommTransaction, "account" | "operation">): void;
}

/** The names under which a body carries credentials, and the identity that they belong to. */
export interface Credentials {
  user: string;
  password: string;
  of(account: Account): string;
}

export const LOGIN: Credentials = { user: "LoginId", password: "Password", of: ({ loginId }) => loginId };
export const USER: Credentials = { user: "UserID", password: "Password", of: ({ userId }) => userId };
export const USR: Credentials = { user: "UsrID", password: "Pass", of: ({ userId }) => userId };

export type Input = Readonly<Record<string, unknown>>;

/** One carrier operation, ready to run. */
export interface Operation {
  /** The name in the document; where one address has two, with the action behind it. */
  name: string;
  effect: Effect;
  needsBearer: boolean;
  credentials: Credentials | null;
  /** Whose call it is where neither a bearer nor credentials say it. */
  ownerOf(world: World, input: Input): Account | null;
  fail(message: string, data?: unknown): Outgoing;
  run(call: Call, input: Input): Outgoing;
}

interface Spec<S extends z.ZodType> extends Pick<Operation, "name" | "effect" | "needsBearer" | "credentials"> {
  ownerOf?: Operation["ownerOf"];
  /** What a failure has for `MessageData` when there is nothing to say. */
  failureData?: "" | null;
  /** Further fields that a failure shows, empty. */
  blank?: Record<string, null>;
  /** The query or the body, without credentials. */
  input: S;
  handle(call: Call, input: z.output<S>, fail: Operation["fail"]): Outgoing;
}

/** Declares one operation; the type of its input follows from the schema. */
export function operation<S extends z.ZodType>(spec: Spec<S>): Operation {
  const { input, handle, blank = {}, failureData = null, ownerOf = () => null, ...rest } = spec;
  const fail: Operation["fail"] = (message, data = failureData) => failure(message, data, blank);
  return {
    ...rest,
    ownerOf,
    fail,
    run: (call, raw) => {
      const parsed = input.safeParse(raw);
      return parsed.success ? handle(call, parsed.data, fail) : fail(VALIDATION, explain(parsed.error, raw));
    },
  };
}

/** What is wrong with a body or a row, one thing at a time: what is missing comes first. */
export function explain({ issues }: z.ZodError, raw: unknown): string {
  const absent = issues.find(({ path }) => path.length > 0 && isAbsent(raw, path));
  if (absent) return mandatory(nameOf(absent));
  const [first] = issues;
  if (first?.code === "unrecognized_keys") return notKnown(first.keys.join(","));
  return invalid(first ? nameOf(first) : "Request");
}

const nameOf = ({ path }: z.core.$ZodIssue): string => String(path[0] ?? "Request");

function isAbsent(raw: unknown, [name]: readonly PropertyKey[]): boolean {
  const value = typeof raw === "object" && raw !== null && name !== undefined ? Reflect.get(raw, name) : undefined;
  return value === undefined || value === null || value === "";
}
