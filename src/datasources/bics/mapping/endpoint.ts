import type { ObjectKey } from "../../../model/carrier.js";
import type { EndpointSummary, Tag } from "../../../model/endpoint.js";
import type { Sim } from "../../../model/sim.js";
import { simStateOfLine } from "../../mapping/line-states.js";
import { textOf } from "../../mapping/text.js";
import type { EndpointRow, TagRow } from "../operations/endpoints.js";
import { type Frame, keyOf } from "./frame.js";
import { billingFromWire, imeiLockFromWire, lineStateFromWire } from "./states.js";

/** The cells that the listing and the profile share, under the names of the listing. */
export type SummaryCells = Omit<EndpointRow, "id" | "tagIdList">;

export const endpointFromWire = (row: EndpointRow, frame: Frame): EndpointSummary =>
  summaryFromWire(row, String(row.id), row.tagIdList ?? [], frame);

export function summaryFromWire(row: SummaryCells, id: string, tags: readonly TagRow[], frame: Frame): EndpointSummary {
  const key = keyOf(frame, id);
  return {
    key,
    name: textOf(row.name),
    state: lineStateFromWire(row.status),
    stateRaw: textOf(row.status),
    billing: billingFromWire(row.type),
    billingRaw: textOf(row.type),
    msisdn: textOf(row.msisdn),
    imei: textOf(row.imei),
    imeiLock: imeiLockFromWire(row.imeiLockStatus),
    imeiLockRaw: textOf(row.imeiLockStatus),
    tags: tagsFromWire(tags),
    sim: linkedSimFromWire(row, key, frame),
  };
}

/** The carrier lists the same tag twice now and then. */
function tagsFromWire(rows: readonly TagRow[]): readonly Tag[] {
  const tags = rows.map(tagFromWire);
  return tags.length < 2 ? tags : [...new Map(tags.map((tag) => [tag.id, tag])).values()];
}

const tagFromWire = ({ tagId, tagName, tagDescription }: TagRow): Tag => ({
  id: String(tagId),
  name: textOf(tagName),
  description: textOf(tagDescription),
});

/** The SIM as the endpoint's own answer shows it: its state is that of the endpoint. Null without an ICCID. */
function linkedSimFromWire(row: SummaryCells, endpoint: ObjectKey, frame: Frame): Sim | null {
  const iccid = textOf(row.iccid);
  if (iccid === null) return null;
  return {
    key: keyOf(frame, iccid),
    iccid,
    imsi: textOf(row.imsi),
    msisdn: textOf(row.msisdn),
    eid: textOf(row.eid),
    state: simStateOfLine(lineStateFromWire(row.status)),
    stateRaw: textOf(row.status),
    endpoint,
    detail: null,
  };
}
