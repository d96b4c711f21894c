/** A member of something whose shape is not documented. */
export interface KeyValue {
  /** Its name; below the first level the names on the way to it, divided by dots. */
  readonly key: string;
  /** A number or a boolean as text; null where the carrier prints null. */
  readonly value: string | null;
}

/** Something that NexCon describes in an undocumented shape: a tag, a product, a pool. */
export interface NexconItem {
  /** Its name, or the whole of it where it is a single word. */
  readonly name: string | null;
  /** All that is told of it, the name too; empty where it is a single word. */
  readonly entries: readonly KeyValue[];
}

/** What NexCon tells of a SIM beyond the canonical model. The formats are not documented: all is as printed. */
export interface NexconSim {
  readonly countryCode: string | null;
  readonly msisdnRaw: string | null;
  readonly tags: readonly NexconItem[];
  readonly product: NexconItem | null;
  readonly pool: NexconItem | null;
}
