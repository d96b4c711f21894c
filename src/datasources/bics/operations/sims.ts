import { z } from "zod";
import { ANY_CODE, NO_RECORD } from "../failures.js";
import { cell, list, listingAnswers, readOperation, sideList } from "./declare.js";
import { MAX_PAGE_SIZE } from "./endpoints.js";

const ImsiList = z.object({
  supplierIMSIList: sideList(z.object({ sponsorName: cell, supplierIMSI: cell })),
});

const SimRow = z.object({
  iccid: z.string().trim().min(1),
  simId: cell,
  simStatus: cell,
  simAttachStatus: cell,
  simProduct: cell,
  endPointId: cell,
  eid: cell,
  iMSIList: sideList(ImsiList),
  /** `smDpPlusAdress` is the carrier's spelling. */
  activationCode: z.object({ textQrCode: cell, smDpPlusAdress: cell, matchingId: cell }).nullish().catch(null),
});

export type SimRow = z.output<typeof SimRow>;

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
  answers: listingAnswers(z.object({ rows: list(SimRow) })),
  codes: { done: [ANY_CODE], empty: [NO_RECORD] },
});
