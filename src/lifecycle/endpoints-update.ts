import { z } from "zod";
import type { CallContext, EndpointReads } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { EndpointSummary } from "../model/endpoint.js";
import { action, type Observation } from "./action.js";
import { Change, type UpdateChange } from "./endpoint-update.js";

/** The job's id cannot be asked for (page Bulk Modify): the endpoints themselves tell, as far as their listing does. */
export const updateAll = action({
  name: "ENDPOINTS_UPDATE",
  wish: z.strictObject({ endpoints: z.array(z.string()), change: Change }),
  perform: async ({ bulk }, { endpoints: values, change }, call) => {
    if (bulk) return bulk.update({ by: "endpointId", values }, change, call);
    throw new Failure("NOT_SUPPORTED_BY_CARRIER", "This account has no bulk jobs.");
  },
  observe: async ({ endpoints: reads }, { endpoints, change }, call): Promise<Observation> => {
    if (reads === undefined || !isListed(change)) return "UNKNOWN";
    const left = new Set(endpoints);
    for await (const row of rowsOf(reads, call)) if (isAsWanted(row, change)) left.delete(row.key.native);
    // Not yet tells nothing: a job of thousands takes its time, and nobody can ask how far it is.
    return left.size === 0 ? "REACHED" : "UNKNOWN";
  },
});

async function* rowsOf(reads: EndpointReads, call: CallContext): AsyncGenerator<EndpointSummary> {
  const size = reads.maxPageSize;
  for (let number = 1; ; number++) {
    const { rows } = await reads.list({ number, size }, {}, call);
    yield* rows;
    if (rows.length < size) return;
  }
}

const LISTED: ReadonlySet<string> = new Set([
  "name",
  "imeiLock",
  "addTagIds",
  "removeTagIds",
] satisfies (keyof UpdateChange)[]);

/** Whether a row of a listing shows all of a change; a profile for each of thousands is too many calls. */
const isListed = (change: UpdateChange): boolean => Object.keys(change).every((key) => LISTED.has(key));

function isAsWanted(
  row: EndpointSummary,
  { name, imeiLock, addTagIds = [], removeTagIds = [] }: UpdateChange,
): boolean {
  const tags = row.tags.map(({ id }) => id);
  return (
    (name === undefined || row.name === name) &&
    (imeiLock === undefined || row.imeiLock === imeiLock) &&
    addTagIds.every((id) => tags.includes(id)) &&
    !removeTagIds.some((id) => tags.includes(id))
  );
}
