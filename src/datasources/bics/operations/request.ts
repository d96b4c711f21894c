import { z } from "zod";

/** Pieces of requests. Every scalar is sent as text, booleans in one of two spellings. */
export const text = z.string().min(1, "must not be empty");
export const flag = z.enum(["true", "false"]);
export const capitalFlag = z.enum(["True", "False"]);
export const imeiLock = z.enum(["LOCK", "UNLOCK"]);
export const decimal = z.string().regex(/^\d+(\.\d+)?$/, "must be a decimal number");

export const endPointName = z
  .string()
  .regex(/^[A-Za-z0-9 :_]{5,30}$/, "takes 5 to 30 letters, digits, spaces, colons and underscores");

export const iccid = z.string().regex(/^\d{18,22}$/, "must be the digits of an ICCID");
/** Bulk requests take ICCIDs of one length only. */
export const bulkIccid = z.string().regex(/^\d{19}$/, "an ICCID has 19 digits here");
export const imei = z.string().regex(/^\d{14,16}$/, "an IMEI has 14 to 16 digits");

export const MAX_ADDONS_PER_CALL = 10;
export const MAX_ADDONS = 15;
export const MAX_TAGS = 10;
export const MAX_BULK = 4000;

const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** Ids of which none may come twice. */
export const ids = (max = Number.MAX_SAFE_INTEGER) =>
  z.array(text).max(max, `takes at most ${max}`).refine(areDistinct, "must not name the same twice");

export const someIds = (max?: number) => ids(max).min(1, "must name at least one");

/** The four numbers that name an endpoint. */
export const identifiers = {
  endPointId: text.optional(),
  msisdn: text.optional(),
  iccid: text.optional(),
  imsi: text.optional(),
};

type Identified = { readonly [K in keyof typeof identifiers]?: string | undefined };

export const identifiersIn = ({ endPointId, msisdn, iccid, imsi }: Identified): number =>
  [endPointId, msisdn, iccid, imsi].filter((value) => value !== undefined).length;

export const hasOneIdentifier = (request: Identified): boolean => identifiersIn(request) === 1;

/** A body below the root that nearly every write has. */
export const request = <S extends z.ZodType>(shape: S) => z.strictObject({ Request: shape });

/** A write that is told its endpoint by one of three numbers; an ICCID is not among them. */
export const byOneOfThree = <S extends z.ZodType>(requestParam: S) => {
  const { endPointId, msisdn, imsi } = identifiers;
  return request(
    z
      .strictObject({ endPointId, msisdn, imsi, requestParam })
      .refine(hasOneIdentifier, { path: ["endPointId"], error: "give exactly one of endPointId, msisdn and imsi" }),
  );
};
