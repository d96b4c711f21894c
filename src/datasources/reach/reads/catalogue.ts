import type { Plan } from "../../../model/plan.js";
import type { Offer } from "../../../model/reach.js";
import type { CallContext, PlanReads } from "../../carrier.js";
import type { Catalogue } from "../../port/subscribers.js";
import { offerFromWire, planFromWire, serviceFromWire } from "../mapping/plan.js";
import { productFetch, productFetchOffer, productFetchPlan, productFetchService } from "../operations/catalogue.js";
import type { Wire } from "../wire.js";
import { Kept } from "./kept.js";

/** The document allows a day (Scenario A, step 3); prices are better fresher than that. */
const LIFE_MS = 3_600_000;

/** The catalogue of one account, kept across requests. */
export class KeptCatalogue {
  readonly #wire: Wire;
  readonly #plans = new Kept<readonly Plan[]>(LIFE_MS);
  readonly #services = new Kept<readonly Plan[]>(LIFE_MS);
  readonly #offers = new Kept<readonly Offer[]>(LIFE_MS);
  readonly #whole = new Kept<Catalogue>(LIFE_MS);

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  plans(call: CallContext): Promise<readonly Plan[]> {
    return this.#plans.get(async () => {
      const rows = await this.#wire.ask(productFetchPlan, {}, call);
      return rows.map((row) => planFromWire(row, this.#wire.frame));
    }, call);
  }

  services(call: CallContext): Promise<readonly Plan[]> {
    return this.#services.get(async () => {
      const rows = await this.#wire.ask(productFetchService, {}, call);
      return rows.map((row) => serviceFromWire(row, this.#wire.frame));
    }, call);
  }

  offers(call: CallContext): Promise<readonly Offer[]> {
    return this.#offers.get(async () => {
      const rows = await this.#wire.ask(productFetchOffer, {}, call);
      return rows.map((row) => offerFromWire(row, this.#wire.frame));
    }, call);
  }

  /** By one call, which fills the three parts too. */
  whole(call: CallContext): Promise<Catalogue> {
    return this.#whole.get(async () => {
      const { frame } = this.#wire;
      const rows = await this.#wire.ask(productFetch, {}, call);
      return {
        plans: this.#plans.keep(rows.plans.map((row) => planFromWire(row, frame))),
        services: this.#services.keep(rows.services.map((row) => serviceFromWire(row, frame))),
        offers: this.#offers.keep(rows.offers.map((row) => offerFromWire(row, frame))),
      };
    }, call);
  }
}

const part = (kind: "BASE" | "ADDON") => ({ kind, billing: "UNKNOWN", region: null }) as const;

/** Roaming packs are no part of it: the carrier tells them by country. */
export const planReads = (catalogue: KeptCatalogue): PlanReads => ({
  parts: [part("BASE"), part("ADDON")],
  list: async ({ kind }, call) => {
    if (kind === "BASE") return catalogue.plans(call);
    return kind === "ADDON" ? catalogue.services(call) : [];
  },
});
