/** So many calls of one carrier operation, at most. */
export interface OperationCost {
  readonly operation: { readonly name: string; readonly timeoutMs: number };
  readonly calls: number;
  /** What one of them weighs for the carrier and for us, where looking one object up weighs 1; 1 unless told. */
  readonly weight?: number;
  /** A walk that all reads of a request share, however many they are. */
  readonly isShared?: true;
}

/** What a read costs at most: log-ins, and calls that are sent again because the carrier is away, come on top. */
export type Cost = readonly OperationCost[];

/** Where it depends on what is asked for: by the kind of number, plan or order. A kind that is missing costs nothing. */
export type CostByKind = Readonly<Record<string, Cost>>;

type MethodIn<Capability> = {
  [Name in keyof Capability]-?: Capability[Name] extends (...args: never[]) => Promise<unknown> ? Name : never;
}[keyof Capability];

/** The names of all reads of some capabilities, such as `location.location`. */
export type MethodOf<Reads> = {
  [Name in keyof Reads & string]-?: `${Name}.${MethodIn<NonNullable<Reads[Name]>> & string}`;
}[keyof Reads & string];

/** What every read of some capabilities costs. One that is missing does not compile. */
export type CostsOf<Reads> = { readonly [Method in MethodOf<Reads>]: Cost | CostByKind };
