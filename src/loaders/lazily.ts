import type { ObjectKey } from "../model/carrier.js";
import type { EndpointProfile } from "../model/endpoint.js";
import type { Plan } from "../model/plan.js";
import type { Sim } from "../model/sim.js";
import type { Subscriber } from "../model/subscriber.js";
import { KeyLoader, type Source, type Under } from "./per-key.js";
import type { CatalogueKey } from "./plans.js";
import type { Scope } from "./scope.js";

type ByKey<Value> = KeyLoader<ObjectKey & Under, Value, Scope>;

/** The loaders that others are made of. */
export interface Shared {
  readonly endpointProfile: ByKey<EndpointProfile | null>;
  readonly sim: ByKey<Sim | null>;
  readonly subscriber: ByKey<Subscriber | null>;
  readonly catalogue: KeyLoader<CatalogueKey, readonly Plan[], Scope>;
}

type Makers = Readonly<Record<string, (scope: Scope, loaders: Shared) => unknown>> & {
  readonly [Name in keyof Shared]: (scope: Scope) => Shared[Name];
};

type Made<Of extends Makers> = { readonly [Name in keyof Of]: ReturnType<Of[Name]> };

/** How a loader over a source is made. */
export const of =
  <Key, Value>(source: Source<Key, Value, Scope>) =>
  (scope: Scope) =>
    new KeyLoader(source, scope);

/** Loaders by name. Each is made when it is first used: there are some dozens of them, and a request uses a few. */
export function lazily<Of extends Makers>(makers: Of): new (scope: Scope) => Made<Of> {
  class Loaders {
    constructor(readonly scope: Scope) {}
  }
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(Loaders.prototype, name, {
      get(this: Loaders & Shared) {
        const value = make(this.scope, this);
        Object.defineProperty(this, name, { value });
        return value;
      },
    });
  }
  return Loaders as new (
    scope: Scope,
  ) => Loaders & Made<Of>;
}
