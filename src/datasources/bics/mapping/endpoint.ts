import type { ObjectKey } from "../../../model/carrier.js";
import type { EndpointSummary, ImeiLock, Tag } from "../../../model/endpoint.js";
import type { BillingType, LineState } from "../../../model/line.js";
import type { Sim, SimState } from "../../../model/sim.js";
import { simStateOfLine } from "../../mapping/line-states.js";
import { textOf } from "../../mapping/text.js";
import type { EndpointRow } from "../operations/endpoints.js";
import { type Frame, keyOf } from "./frame.js";
import { billingFromWire, imeiLockFromWire, lineStateFromWire } from "./states.js";
import { tagsFromWire } from "./tag.js";

/** The cells that the listing and the profile share, under the names of the listing. */
export type SummaryCells = Omit<EndpointRow, "id" | "tagIdList">;

export const endpointFromWire = (row: EndpointRow, frame: Frame): EndpointSummary =>
  new WireEndpoint(row, String(row.id), row.tagIdList, frame);

/** Read cell by cell when somebody asks: of thousands of rows most cells are never looked at. */
export class WireEndpoint implements EndpointSummary {
  readonly key: ObjectKey;
  readonly #cells: SummaryCells;
  readonly #tags: unknown;
  readonly #frame: Frame;
  #sim: Sim | null | undefined;

  constructor(cells: SummaryCells, id: string, tags: unknown, frame: Frame) {
    this.key = keyOf(frame, id);
    this.#cells = cells;
    this.#tags = tags;
    this.#frame = frame;
  }

  get name(): string | null {
    return textOf(this.#cells.name);
  }

  get state(): LineState {
    return lineStateFromWire(this.#cells.status);
  }

  get stateRaw(): string | null {
    return textOf(this.#cells.status);
  }

  get billing(): BillingType {
    return billingFromWire(this.#cells.type);
  }

  get billingRaw(): string | null {
    return textOf(this.#cells.type);
  }

  get msisdn(): string | null {
    return textOf(this.#cells.msisdn);
  }

  get imei(): string | null {
    return textOf(this.#cells.imei);
  }

  get imeiLock(): ImeiLock {
    return imeiLockFromWire(this.#cells.imeiLockStatus);
  }

  get imeiLockRaw(): string | null {
    return textOf(this.#cells.imeiLockStatus);
  }

  get tags(): readonly Tag[] {
    return tagsFromWire(this.#tags);
  }

  /** Null without an ICCID. The same object whenever it is asked for: what it was made of is known by its key. */
  get sim(): Sim | null {
    if (this.#sim !== undefined) return this.#sim;
    const iccid = textOf(this.#cells.iccid);
    this.#sim = iccid === null ? null : new LinkedSim(this.#cells, iccid, this.key, this.#frame);
    return this.#sim;
  }
}

/** The SIM as the endpoint's own answer shows it: its state is that of the endpoint. */
class LinkedSim implements Sim {
  readonly iccid: string;
  readonly endpoint: ObjectKey;
  readonly #cells: SummaryCells;
  readonly #frame: Frame;
  #key: ObjectKey | undefined;

  constructor(cells: SummaryCells, iccid: string, endpoint: ObjectKey, frame: Frame) {
    this.iccid = iccid;
    this.endpoint = endpoint;
    this.#cells = cells;
    this.#frame = frame;
  }

  /** The same object whenever it is asked for. */
  get key(): ObjectKey {
    this.#key ??= keyOf(this.#frame, this.iccid);
    return this.#key;
  }

  get detail(): null {
    return null;
  }

  get imsi(): string | null {
    return textOf(this.#cells.imsi);
  }

  get msisdn(): string | null {
    return textOf(this.#cells.msisdn);
  }

  get eid(): string | null {
    return textOf(this.#cells.eid);
  }

  get state(): SimState {
    return simStateOfLine(lineStateFromWire(this.#cells.status));
  }

  get stateRaw(): string | null {
    return textOf(this.#cells.status);
  }
}
