import { Failure } from "../../../errors.js";
import type { EndpointSummary, Page } from "../../../model/endpoint.js";
import type { CallContext, EndpointQuery, PageRequest } from "../../carrier.js";
import { endpointFromWire } from "../mapping/endpoint.js";
import { numberFromWire } from "../mapping/quantity.js";
import { getEndpoints, MAX_PAGE_SIZE } from "../operations/endpoints.js";
import type { Wire } from "../wire.js";

/** How the carrier is asked for endpoints without any tag. */
const UNTAGGED = "null";

/** How far the listing is walked for one number: 100 000 endpoints. */
export const MAX_PAGES = 50;

/** One page of the listing; the carrier's total counts what the query selects. */
export async function listEndpoints(
  wire: Wire,
  { number: page, size: perPage }: PageRequest,
  { tagId }: EndpointQuery,
  call: CallContext,
): Promise<Page<EndpointSummary>> {
  const query = { page, perPage, ...(tagId === undefined ? {} : { tagId: tagId ?? UNTAGGED }) };
  const { answer } = await wire.read(getEndpoints, { query }, call);
  const frame = wire.frame();
  const rows = answer?.Response.responseParam?.endpoints ?? [];
  return {
    rows: rows.map((row) => endpointFromWire(row, frame)),
    total: numberFromWire(answer?.Response.totalNoOfRecords ?? answer?.totalNoOfRecords),
  };
}

/** A page, and how its answer came. */
interface Walked {
  readonly page: Page<EndpointSummary>;
  readonly noted: Parameters<NonNullable<CallContext["note"]>> | null;
}

type Pages = Map<number, Promise<Walked>>;

/** The pages that each request has walked: its look-ups share one walk, however many there are. */
const WALKED = new WeakMap<AbortSignal, Map<Wire, Pages>>();

async function walkedPage(wire: Wire, number: number, call: CallContext): Promise<Page<EndpointSummary>> {
  const walks = WALKED.get(call.signal) ?? new Map<Wire, Pages>();
  const pages: Pages = walks.get(wire) ?? new Map();
  const walked = pages.get(number) ?? walk(wire, number, call);
  WALKED.set(call.signal, walks.set(wire, pages.set(number, walked)));
  const { page, noted } = await walked;
  if (noted) call.note?.(...noted);
  return page;
}

async function walk(wire: Wire, number: number, call: CallContext): Promise<Walked> {
  let noted: Walked["noted"] = null;
  const note: CallContext["note"] = (...answer) => {
    noted = answer;
  };
  return { page: await listEndpoints(wire, { number, size: MAX_PAGE_SIZE }, {}, { ...call, note }), noted };
}

/** Walks the listing until a row fits; null when none does. */
export async function findInListing(
  wire: Wire,
  isIt: (endpoint: EndpointSummary) => boolean,
  call: CallContext,
): Promise<EndpointSummary | null> {
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    const { rows, total } = await walkedPage(wire, number, call);
    const found = rows.find(isIt);
    if (found) return found;
    const isLast = rows.length < MAX_PAGE_SIZE || (total !== null && number * MAX_PAGE_SIZE >= total);
    if (isLast) return null;
  }
  throw new Failure("NOT_SUPPORTED_BY_CARRIER", `Not among the first ${MAX_PAGES * MAX_PAGE_SIZE} endpoints.`, {
    carrier: "BICS",
    hint: "BICS cannot search by this number: look the endpoint up by its id or by its ICCID.",
  });
}
