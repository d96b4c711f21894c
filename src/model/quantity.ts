export type BalanceKind = "DATA" | "VOICE" | "SMS" | "MONEY" | "UNKNOWN";

/** An exact amount of money. `currency` is ISO 4217, or null where the carrier does not say. */
export interface Money {
  /** Decimal text in major units, such as `120.562305`. Never a float. */
  readonly amount: string;
  readonly currency: string | null;
  readonly raw: string;
}

/** A volume of data: integer bytes, beside what the carrier printed. */
export interface DataVolume {
  readonly bytes: bigint;
  readonly raw: string;
}

/**
 * How much there is: an amount, or one of three different reasons for having none.
 * `amount` counts bytes, seconds or messages, by the kind of the balance; money has `money` instead.
 */
export type Limit =
  | { readonly kind: "LIMITED"; readonly amount: bigint; readonly money: null; readonly raw: string }
  | { readonly kind: "LIMITED"; readonly amount: null; readonly money: Money; readonly raw: string }
  | { readonly kind: "UNLIMITED" | "NOT_STARTED" | "UNKNOWN"; readonly raw: string | null };
