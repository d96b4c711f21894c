import type { CallContext, DataSource } from "../../../../src/datasources/carrier.js";
import type { DOCUMENTED } from "../../../../src/datasources/reach/operations/index.js";

/** All that can be read at Reach; throws where a part is missing. */
export function readsOf({ reads }: DataSource) {
  const { subscribers, sales, quotes, progress, billing, allowances, plans } = reads;
  if (!subscribers || !sales || !quotes || !progress || !billing || !allowances || !plans) {
    throw new Error("a read is missing");
  }
  return { subscribers, sales, quotes, progress, billing, allowances, plans };
}

export type AllReads = ReturnType<typeof readsOf>;

type Declared = typeof DOCUMENTED;

export type ReadName = {
  [Name in keyof Declared]: Declared[Name]["effect"] extends "read" ? Name : never;
}[keyof Declared];

export interface Run {
  run(reads: AllReads, context: CallContext): Promise<unknown>;
  /** Method, path and query as they are received. */
  readonly line: string;
  /** Null where none is sent. */
  readonly body: unknown;
  /** What the carrier has in `data`. */
  readonly data: unknown;
  readonly result: unknown;
  /** What a 404 comes to. */
  readonly absent: "null" | "fails";
  /** What a success without data comes to. */
  readonly empty: "null" | "none" | "fails";
}

/** Some of the operations that read. */
export type Runs = Readonly<Partial<Record<ReadName, Run>>>;

export const V0 = "/apisvc/v0";

export const money = (amount: string) => ({ amount, currency: null, raw: amount });

export const key = (native: string) => ({ account: "reach-test", native });

export const utc = (raw: string, local = raw.replace(/Z$/, "")) => ({
  local,
  timeZone: "UTC",
  zoneSource: "CARRIER",
  instant: `${local}Z`,
  raw,
});

export const day = (raw: string) => ({
  local: `${raw}T00:00:00`,
  timeZone: null,
  zoneSource: "NONE",
  instant: null,
  raw,
});
