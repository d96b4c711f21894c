import { z } from "zod";
import { isDate, isTravelDate, isTxnDateTime } from "./times.js";

/** What the fields of requests are made of. */
export const text = z.string().min(1);
/** Text that may be left out or sent empty. */
export const optionalText = z.string().optional();
export const number = z.number().min(0);
export const digits = z.string().regex(/^\d{6,20}$/);
export const email = z.string().regex(/^[^\s@]+@[^\s@]+$/);
export const date = z.string().refine(isDate);
export const txnDateTime = z.string().refine(isTxnDateTime);
export const travelDate = z.string().refine(isTravelDate);
