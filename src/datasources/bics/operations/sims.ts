import { z } from "zod";
import { cell, list, nullish, object, type Shaped, side, text } from "../../shapes.js";
import { ANY_CODE, NO_RECORD } from "../failures.js";
import { listingAnswers, readOperation } from "./declare.js";
import { MAX_PAGE_SIZE } from "./endpoints.js";

const ImsiList = object({
  supplierIMSIList: side(list(object({ sponsorName: cell, supplierIMSI: cell }))),
});

const SimRow = object({
  iccid: text,
  simId: cell,
  simStatus: cell,
  simAttachStatus: cell,
  simProduct: cell,
  endPointId: cell,
  eid: cell,
  iMSIList: side(list(ImsiList)),
  /** `smDpPlusAdress` is the carrier's spelling. */
  activationCode: side(object({ textQrCode: cell, smDpPlusAdress: cell, matchingId: cell })),
});

export type SimRow = Shaped<typeof SimRow>;

/** The SIM inventory. Referred to by the document, described nowhere: its codes are unknown, its fields are other clients' word. */
export const fetchSim = readOperation({
  name: "fetchSIM",
  doc: "SIM - Fetch SIM (referred to, not described)",
  path: "/fetchSIM",
  query: z.strictObject({
    iccid: z.string().min(1).optional(),
    page: z.int().min(1).optional(),
    perPage: z.int().min(1).max(MAX_PAGE_SIZE).optional(),
  }),
  answers: listingAnswers(object({ rows: nullish(list(SimRow)) })),
  codes: { done: [ANY_CODE], empty: [NO_RECORD] },
});
