import { NEXTCOMM_REGIONS, type NextCommRegion } from "../../../model/nextcomm.js";
import type { CataloguePart, PlanReads } from "../../carrier.js";
import { activationPlanFromWire, rechargePlanFromWire } from "../mapping/plan.js";
import { getActivationPlans, getRechargePlans } from "../operations/catalogue.js";
import type { Wire } from "../wire.js";

/** The one region that recharge plans are looked up in. */
const RECHARGE_REGION = "24" satisfies NextCommRegion;

const PARTS = [
  ...NEXTCOMM_REGIONS.map((region) => ({ kind: "BASE", billing: "UNKNOWN", region }) as const),
  { kind: "RECHARGE", billing: "UNKNOWN", region: RECHARGE_REGION },
] as const satisfies readonly CataloguePart[];

export const planReads = (wire: Wire): PlanReads => ({
  parts: PARTS,
  list: async (wanted, call) => {
    const part = PARTS.find(({ kind, region }) => kind === wanted.kind && region === wanted.region);
    if (part === undefined) return [];
    const { loginEntityId: LoginEntityID } = wire;
    if (part.kind === "RECHARGE") {
      const { answer } = await wire.call(getRechargePlans, { query: { LoginEntityID, RegionID: part.region } }, call);
      const frame = wire.frame();
      return (answer ?? []).flatMap((row) => rechargePlanFromWire(row, part.region, frame) ?? []);
    }
    const { answer } = await wire.call(getActivationPlans, { query: { LoginEntityID, RegionID: part.region } }, call);
    const frame = wire.frame();
    return (answer ?? []).flatMap((row) => activationPlanFromWire(row, part.region, frame) ?? []);
  },
});
