import { z } from "zod";

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** How many calls an account may have under way, and start in a second. */
const LimitsConfig = z.strictObject({
  concurrency: z.int().min(1).max(1000).optional(),
  perSecond: z.number().positive().optional(),
});

/** Digits that the numbers of an account begin with, to find the account that knows a number. */
const NumberRanges = z.strictObject({
  iccid: z.array(z.string().regex(/^\d+$/, "digits only")).default([]),
  msisdn: z.array(z.string().regex(/^\d+$/, "digits only, without +")).default([]),
});

const keptFor = z.int().min(0).max(3600);

/**
 * For how long answers of the carrier are kept, in seconds: to all reads, and to those of some carrier operations. They are
 * told only to queries that allow it by `@freshness`, older ones by `staleSeconds` only while the carrier is away.
 */
const CacheConfig = z.strictObject({
  seconds: keptFor.default(0),
  operations: z.record(z.string(), keptFor).default({}),
  staleSeconds: z.int().min(0).max(86_400).default(600),
});

/** After how many outages in a row, within how many seconds, calls are held back, and for how long. */
const BreakerConfig = z.strictObject({
  failures: z.int().min(1).max(10_000).optional(),
  windowSeconds: z.number().positive().max(3600).optional(),
  restSeconds: z.number().positive().max(3600).optional(),
});

/** What every entry of the accounts file has, whatever its carrier. Carriers extend it with their credentials. */
export const accountShape = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "use lower-case letters, digits and hyphens"),
  baseUrl: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }),
  displayName: z.string().min(1).optional(),
  readOnly: z.boolean().default(false),
  timeZone: z.string().refine(isTimeZone, "must be an IANA time zone such as Europe/Brussels").optional(),
  limits: LimitsConfig.default({}),
  numberRanges: NumberRanges.default({ iccid: [], msisdn: [] }),
  breaker: BreakerConfig.optional(),
  /** Absent: no answer is kept. */
  cache: CacheConfig.optional(),
  /** Longest time a read may take, in milliseconds; an operation may have less. */
  deadlines: z.strictObject({ readMs: z.int().min(100).max(180_000).optional() }).default({}),
};

/** Only what all entries have; other keys are left alone. */
export const AccountBase = z.object(accountShape);

export type AccountConfig = z.output<typeof AccountBase> & { readonly carrier: string };
