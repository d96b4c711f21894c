import { beforeEach, describe, expect, it } from "vitest";
import type { DataSource } from "../../../src/datasources/carrier.js";
import { reach as carrier } from "../../../src/datasources/reach/index.js";
import { READ_RUNS } from "./read-runs.js";
import { readsOf } from "./runs/run.js";
import { call, failureOf, refusal, success, writeLab } from "./write-lab.js";

const reach = writeLab();

/** An adapter that has read nothing yet. */
let source: DataSource;
beforeEach(() => {
  const entry = {
    id: "reach-test",
    carrier: "REACH",
    baseUrl: reach.carrier.baseUrl,
    jwt: "of-the-test",
    apiKey: "key",
  };
  source = carrier.create(carrier.config.parse(entry), () => {});
  return () => source.close();
});

const PARTS = ["productFetchPlan", "productFetchService", "productFetchOffer"] as const;
const partsRead = () => Promise.all(PARTS.map((name) => READ_RUNS[name].run(readsOf(source), call())));

const plansSaid = async (...plans: readonly object[]) => {
  reach.says(success({ plans }));
  const { plans: reads } = readsOf(source);
  return reads.list({ kind: "BASE", billing: "UNKNOWN", region: null }, call());
};

describe("the catalogue", () => {
  it.each(PARTS)("R-55 %s is asked for once", async (name) => {
    const { run, data, result } = READ_RUNS[name];
    reach.says(success(data));
    const sent = await reach.requestsOf(async () => {
      expect(await run(readsOf(source), call())).toEqual(result);
      expect(await run(readsOf(source), call())).toEqual(result);
    });
    expect(sent).toBe(1);
  });

  it("R-55 comes as a whole by one call, which is that of its parts too", async () => {
    const { run, data, result } = READ_RUNS.productFetch;
    reach.says(success(data));
    const sent = await reach.requestsOf(async () => {
      expect(await run(readsOf(source), call())).toEqual(result);
      expect(await partsRead()).toEqual(PARTS.map((name) => READ_RUNS[name].result));
      expect(await run(readsOf(source), call())).toEqual(result);
    });
    expect(sent).toBe(1);
  });

  it("R-55 is asked for again after a failure", async () => {
    const { run, data, result } = READ_RUNS.productFetchPlan;
    reach.says(refusal(403));
    await failureOf(run(readsOf(source), call()));
    reach.says(success(data));
    expect(await run(readsOf(source), call())).toEqual(result);
  });

  it("has no other parts", async () => {
    const { plans } = readsOf(source);
    expect(plans.parts.map(({ kind }) => kind)).toEqual(["BASE", "ADDON"]);
    expect(await plans.list({ kind: "ROAMING", billing: "UNKNOWN", region: null }, call())).toEqual([]);
  });

  it("R-54 keeps the label of a plan as it was received", async () => {
    const [plan] = await plansSaid({ serviceCode: "P", fccLabel: "  <b>Label</b>\n" });
    expect(plan?.reach?.fccLabel).toBe("  <b>Label</b>\n");
  });

  it("R-40 keeps the id of a plan as it was received", async () => {
    const plans = await plansSaid({ serviceCode: " REACH@nu@P " }, { serviceCode: 17 });
    expect(plans.map(({ key }) => key.native)).toEqual([" REACH@nu@P ", "17"]);
  });

  it("R-41 names the plans that may follow without a tenant's prefix", async () => {
    const [plan] = await plansSaid({
      serviceCode: "P",
      upGradableTo: ["REACH@nu@PLAN-M", "PLAN-L", "a@b", "REACH@nu@", null, {}],
      downGradableTo: "PLAN-S",
    });
    expect(plan?.reach).toMatchObject({ upgradableTo: ["PLAN-M", "PLAN-L", "a@b", "REACH@nu@"], downgradableTo: [] });
  });

  it("R-53 reads prices as decimal text without a currency, and no price where there is none", async () => {
    const prices = [39.99, "1250.00", "", "free", "1,250", null, -5].map((baseLinePrice) => ({
      serviceCode: "P",
      baseLinePrice,
    }));
    const plans = await plansSaid(...prices);
    expect(plans.map(({ price }) => price?.amount ?? null)).toEqual(["39.99", "1250.00", null, null, null, null, "-5"]);
    expect(plans[0]?.price).toEqual({ amount: "39.99", currency: null, raw: "39.99" });
  });

  it("is refused as a whole where a plan has no id", async () => {
    for (const plan of [{ name: "P" }, { serviceCode: "" }, { serviceCode: null }, "P"]) {
      reach.says(success({ plans: [plan] }));
      const failure = await failureOf(READ_RUNS.productFetchPlan.run(readsOf(source), call()));
      expect(failure.code).toBe("CARRIER_CONTRACT_VIOLATION");
    }
  });

  it("is not taken for empty where its list has another name", async () => {
    reach.says(success({ items: [] }));
    const failure = await failureOf(READ_RUNS.productFetchPlan.run(readsOf(source), call()));
    expect(failure.code).toBe("CARRIER_CONTRACT_VIOLATION");
  });
});
