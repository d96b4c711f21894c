import { z } from "zod";

const applied = z.boolean().default(false);

/** Everything that can go wrong on purpose. `applied` says whether the operation takes effect before it goes wrong. */
export const Fault = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("latency"), ms: z.coerce.number().int().min(0) }),
  z.strictObject({ name: z.literal("hang"), applied }),
  z.strictObject({ name: z.literal("reset-before") }),
  z.strictObject({ name: z.literal("reset-after") }),
  z.strictObject({
    name: z.literal("status"),
    status: z.coerce.number().int().min(400).max(599).default(500),
    retryAfter: z.coerce.string().optional(),
    applied,
  }),
  z.strictObject({ name: z.literal("html200"), applied }),
  z.strictObject({ name: z.literal("truncated") }),
  z.strictObject({ name: z.literal("empty") }),
  z.strictObject({ name: z.literal("wrong-type") }),
  z.strictObject({ name: z.literal("expired-token") }),
  z.strictObject({ name: z.literal("rate-limit") }),
  z.strictObject({
    name: z.literal("code"),
    outer: z.string().default("1"),
    code: z.coerce.string(),
    description: z.string().default(""),
    applied,
  }),
]);
export type Fault = z.output<typeof Fault>;
type FaultInput = z.input<typeof Fault>;

/** Which calls a fault strikes; without `times` it strikes until it is cleared. */
export interface FaultRule {
  operation?: string | undefined;
  account?: string | undefined;
  times?: number | undefined;
  /** An object, or the text form of the request header, such as `status;status=503;retryAfter=2`. */
  fault: string | FaultInput | { name: string; [setting: string]: unknown };
}

export interface FaultBook {
  add(rule: FaultRule): void;
  clear(): void;
  /** What is waiting to strike. */
  list(): { operation?: string | undefined; account?: string | undefined; times: number | null; fault: Fault }[];
  /** The faults that strike this call; each counts down. */
  take(call: { operation: string; account: string | null; header: string | undefined }): Fault[];
}

/** Reads `name[;key=value...]`. Throws a RangeError that says what is wrong. */
function parseFault(text: string): Fault {
  const [name, ...settings] = text.split(";").map((part) => part.trim());
  const entries = settings.filter(Boolean).map((setting) => {
    const at = setting.indexOf("=");
    if (at < 1) throw new RangeError(`a fault's setting is written key=value, not "${setting}"`);
    const value = setting.slice(at + 1);
    return [setting.slice(0, at), value === "true" ? true : value === "false" ? false : value];
  });
  return readFault({ ...Object.fromEntries(entries), name });
}

function readFault(input: unknown): Fault {
  const result = Fault.safeParse(input);
  if (result.success) return result.data;
  throw new RangeError(`not a fault of the sandbox: ${z.prettifyError(result.error)}`);
}

type Entry = ReturnType<FaultBook["list"]>[number];

const strikes = (entry: Entry, operation: string, account: string | null): boolean =>
  (entry.times === null || entry.times > 0) &&
  (entry.operation === undefined || entry.operation === operation) &&
  (entry.account === undefined || entry.account === account);

export function createFaults(): FaultBook {
  let entries: Entry[] = [];
  return {
    add: ({ operation, account, times, fault }) => {
      if (times !== undefined && (!Number.isInteger(times) || times < 1)) throw new RangeError("times is 1 or more");
      const parsed = typeof fault === "string" ? parseFault(fault) : readFault(fault);
      entries.push({ operation, account, times: times ?? null, fault: parsed });
    },
    clear: () => {
      entries = [];
    },
    list: () => entries.map((entry) => ({ ...entry })),
    take: ({ operation, account, header }) => {
      const found = entries.filter((entry) => strikes(entry, operation, account));
      // Latencies add up; of the others only the first strikes, so the later ones must not count down.
      const first = found.find((entry) => entry.fault.name !== "latency");
      const striking = found.filter((entry) => entry.fault.name === "latency" || (entry === first && !header));
      for (const entry of striking) if (entry.times !== null) entry.times -= 1;
      entries = entries.filter((entry) => entry.times !== 0);
      return [...(header ? [parseFault(header)] : []), ...striking.map((entry) => entry.fault)];
    },
  };
}
