import { describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { call, lab, succeeded } from "./support.js";

const carrier = lab();

const list = (kind: "BASE" | "RECHARGE" | "ADDON", region: string | null) =>
  carrier.all.plans.list({ kind, billing: "UNKNOWN", region }, call());

const ROW = { ServiceId: 332, Service: "Data", Price: 49, ValidityDays: 30 };

describe("the catalogue", () => {
  it("N-29 has three regions to activate in and one to recharge in", async () => {
    const { parts } = carrier.all.plans;
    expect(parts.map(({ kind, region }) => `${kind} ${region}`)).toEqual([
      "BASE 12",
      "BASE 24",
      "BASE 25",
      "RECHARGE 24",
    ]);
    carrier.says(json([]));
    for (const part of parts) {
      await carrier.all.plans.list(part, call());
      expect(carrier.last().query.get("RegionID")).toBe(part.region);
      expect(carrier.last().path).toMatch(part.kind === "BASE" ? /GetActivationPlans$/ : /GetRechargePlans$/);
    }
  });

  it("is not asked for parts that there are not", async () => {
    const sent = await carrier.requestsOf(async () => {
      expect(await list("ADDON", "24")).toEqual([]);
      expect(await list("RECHARGE", "12")).toEqual([]);
      expect(await list("BASE", null)).toEqual([]);
    });
    expect(sent).toBe(0);
  });

  it.each([
    ["JSON in a text", succeeded(JSON.stringify([ROW]))],
    ["a list", succeeded([ROW])],
    ["a bare list", json([ROW])],
    ["other capitals", json([{ serviceID: "332", SERVICE: "Data", price: "49", validityDays: "30" }])],
    ["rows beside it that have no id", json([{}, ROW, { Service: "Nothing" }])],
  ])("N-30 is read from %s", async (_what, answer) => {
    carrier.says(answer);
    expect(await list("BASE", "24")).toMatchObject([
      {
        key: { native: "A24/332" },
        name: "Data",
        price: { amount: "49", currency: "ZAR" },
        validity: { unit: "DAY", value: 30 },
        nextComm: { profile: null, serviceType: null, otherBenefits: null, additionalBenefit: null },
      },
    ]);
  });

  it("N-31 keeps a price that is none as none, and a validity that is no number as its text", async () => {
    carrier.says(
      json([
        { PlanCode: 26318, Price: "free", ValidityDays: "a month" },
        { PlanCode: "2", PlanName: "-" },
      ]),
    );
    expect(await list("RECHARGE", "24")).toMatchObject([
      { key: { native: "R24/26318" }, price: null, validity: { unit: "UNKNOWN", value: null, text: "a month" } },
      { key: { native: "R24/2" }, name: null, price: null, validity: null },
    ]);
  });
});
