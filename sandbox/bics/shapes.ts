import { z } from "zod";

/** Pieces of request shapes. Every value of this platform is text, so a number or a boolean is a wrong parameter. */
export const text = z.string().min(1);
export const digits = z.string().regex(/^\d+$/);
export const iccid = z.string().regex(/^\d{19}$/);
/** 5 to 30 characters: letters, digits, blank, colon, underscore. */
export const endPointName = z.string().regex(/^[A-Za-z0-9 :_]{5,30}$/);
/** 14 to 16 digits. */
export const imei = z.string().regex(/^\d{14,16}$/);
export const trueFalse = z.enum(["true", "false"]);
/** Barring and the black list filter write it with a capital. */
export const capitalTrueFalse = z.enum(["True", "False"]);
export const lock = z.enum(["LOCK", "UNLOCK"]);
export const ids = z.array(z.string().min(1));

/** Anything may be in a query that the document does not name; it is a wrong parameter then, as in a body. */
export const query = z.strictObject;
/** A body whose root object is `Request`. */
export const request = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ Request: z.strictObject(shape) });
