/** Whose word the time zone is: the carrier's, the account's configuration, or nobody's. */
export type ZoneSource = "CARRIER" | "ACCOUNT" | "NONE";

/** A time as the carrier printed it. Without a zone there is a wall clock and no instant. */
export interface CarrierTime {
  /** ISO 8601 wall clock without offset, such as `2021-11-12T11:35:01`. */
  readonly local: string;
  readonly timeZone: string | null;
  readonly zoneSource: ZoneSource;
  /** The instant in UTC; null while the zone is nobody's word. */
  readonly instant: string | null;
  readonly raw: string;
}

/** A point in the life of something: a time, or one of three different reasons for having none. */
export type Moment =
  | { readonly kind: "AT"; readonly time: CarrierTime }
  | { readonly kind: "NEVER" | "NOT_STARTED" | "UNKNOWN"; readonly raw: string | null };
