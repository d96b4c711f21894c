import type { EndpointSummary, Tag } from "../../../model/endpoint.js";
import type { LineState } from "../../../model/line.js";
import type { Sim } from "../../../model/sim.js";
import { textOf } from "../../mapping/text.js";
import type { EndpointRow, TagRow } from "../operations/endpoints.js";
import { type Frame, keyOf } from "./frame.js";
import { billingFromWire, imeiLockFromWire, lineStateFromWire, simStateOfLine } from "./states.js";

/** The cells that the listing and the profile share, under the names of the listing. */
export type SummaryCells = Readonly<Partial<Omit<EndpointRow, "id" | "tagIdList">>> & {
  readonly id: string;
  readonly tags: readonly TagRow[];
};

export const endpointFromWire = ({ id, tagIdList, ...row }: EndpointRow, frame: Frame): EndpointSummary =>
  summaryFromWire({ ...row, id: String(id), tags: tagIdList ?? [] }, frame);

export function summaryFromWire(row: SummaryCells, frame: Frame): EndpointSummary {
  const state = lineStateFromWire(row.status);
  return {
    key: keyOf(frame, row.id),
    name: textOf(row.name),
    state,
    stateRaw: textOf(row.status),
    billing: billingFromWire(row.type),
    billingRaw: textOf(row.type),
    msisdn: textOf(row.msisdn),
    imei: textOf(row.imei),
    imeiLock: imeiLockFromWire(row.imeiLockStatus),
    imeiLockRaw: textOf(row.imeiLockStatus),
    tags: tagsFromWire(row.tags),
    sim: linkedSimFromWire(row, state, frame),
  };
}

/** The carrier lists the same tag twice now and then. */
function tagsFromWire(rows: readonly TagRow[]): readonly Tag[] {
  const tags = new Map<string, Tag>();
  for (const { tagId, tagName, tagDescription } of rows) {
    const id = String(tagId);
    if (!tags.has(id)) tags.set(id, { id, name: textOf(tagName), description: textOf(tagDescription) });
  }
  return [...tags.values()];
}

/** The SIM as the endpoint's own answer shows it: its state is that of the endpoint. Null without an ICCID. */
function linkedSimFromWire(row: SummaryCells, state: LineState, frame: Frame): Sim | null {
  const iccid = textOf(row.iccid);
  if (iccid === null) return null;
  return {
    key: keyOf(frame, iccid),
    iccid,
    imsi: textOf(row.imsi),
    msisdn: textOf(row.msisdn),
    eid: textOf(row.eid),
    state: simStateOfLine(state),
    stateRaw: textOf(row.status),
    endpoint: keyOf(frame, row.id),
    detail: null,
  };
}
