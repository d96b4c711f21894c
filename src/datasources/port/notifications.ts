/** The two ways in which a carrier tells of itself: things that happen, and ends of what we asked for. */
export type NotificationChannel = "EVENTS" | "RESULTS";

/** What a carrier's message says, as far as it can be read. Never believed: it only says what to read again. */
export interface Notification {
  /** The carrier's word for what happened; null when there is none. */
  readonly typeRaw: string | null;
  /** Native id of the subscriber it is about. */
  readonly subscriber: string | null;
  /** The carrier's id of what was asked for, if it gives one. */
  readonly reference: string | null;
  readonly statusRaw: string | null;
  /** Equal for a message that comes again; null when its body is all that tells it apart. */
  readonly dedupKey: string | null;
}

/** Messages to addresses that a carrier has fixed, for a whole account. */
export interface NotificationReader {
  /** Null for what is no message of this carrier: it is counted, and changes nothing. */
  read(channel: NotificationChannel, body: unknown): Notification | null;
  /** Whether the sender knows the account's secret; true where none is configured. */
  isAuthentic(given: string | null): boolean;
}
