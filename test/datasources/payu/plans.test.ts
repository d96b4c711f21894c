import { describe, expect, it } from "vitest";
import { failureOf, lab, plansAnswer, rowsAnswer } from "./support.js";

const payu = lab();
const inRupees = lab({ currency: "INR" });

describe("where the plans stand", () => {
  const ROW = { planName: "Mini", price: "19" };
  const OF = { operatorName: "Operator", operatorId: "OP-1" };

  it.each([
    ["P-02 under the sample's name", { ...OF, plansInfo: [ROW] }],
    ["P-02 under the table's name", { ...OF, circlesInfo: [ROW] }],
    ["P-02 under the sample's name when both are there", { ...OF, plansInfo: [ROW], circlesInfo: [ROW, ROW] }],
    ["in a list of operators", [{ ...OF, plansInfo: [ROW] }]],
    ["below circles", [{ ...OF, circleWisePlanLists: [{ circleId: "1", plansInfo: [ROW] }, { plansInfo: null }] }]],
  ])("%s", async (_where, payload) => {
    payu.says(plansAnswer(payload));
    expect(await payu.plans()).toMatchObject([{ name: "Mini", payu: { operatorName: "Operator" } }]);
  });

  it.each([[{ ...OF, plansInfo: null }], [{ ...OF, plansInfo: [] }], [[]]])("may be empty: %j", async (payload) => {
    payu.says(plansAnswer(payload));
    expect(await payu.plans()).toEqual([]);
  });

  it.each([null, undefined, {}, OF, 7, "plans", { ...OF, plansInfo: "none" }, { plansInfo: [7] }, { circlesInfo: {} }])(
    "is nowhere in %j: a broken contract",
    async (payload) => {
      payu.says(plansAnswer(payload));
      expect((await failureOf(payu.plans())).code).toBe("CARRIER_CONTRACT_VIOLATION");
    },
  );

  it("P-17 the words of the table about billers are ignored", async () => {
    payu.says(plansAnswer({ ...OF, plansInfo: [ROW], billerCategories: [{ name: "Electricity" }] }));
    expect(await payu.plans()).toHaveLength(1);
  });
});

describe("P-08 a price", () => {
  it.each([
    ["199", "199", null],
    ["100.00", "100.00", null],
    [19, "19", null],
    ["₹199", "199", "INR"],
    ["Rs. 2,999", "2999", "INR"],
    ["INR 1,00,000.50", "100000.50", "INR"],
  ])("P-08 of %s", async (price, amount, currency) => {
    payu.says(rowsAnswer({ planName: "x", price }));
    inRupees.says(rowsAnswer({ planName: "x", price }));
    const raw = String(price);
    expect((await payu.plans())[0]).toMatchObject({ price: { amount, currency, raw }, payu: { priceRaw: raw } });
    expect((await inRupees.plans())[0]).toMatchObject({ price: { amount, currency: "INR", raw } });
  });

  it.each(["NA", "<price>", "1e3", "199/-", "$5", "1,2", "1,99", "10,50", "₹1,00,00", "-5", ""])(
    "P-08 of %j is none, and keeps its text",
    async (price) => {
      payu.says(rowsAnswer({ planName: "x", price }));
      expect((await payu.plans())[0]).toMatchObject({ price: null, payu: { priceRaw: price === "" ? null : price } });
    },
  );
});

describe("P-08 a validity", () => {
  it.each([
    ["28 Days", "DAY", 28],
    ["1 Month", "MONTH", 1],
    ["12months", "MONTH", 12],
    ["24 HOURS", "HOUR", 24],
    ["1 year", "YEAR", 1],
    ["365", "UNKNOWN", null],
    ["NA", "UNKNOWN", null],
    ["Existing validity", "UNKNOWN", null],
    ["28 days or more", "UNKNOWN", null],
  ])("P-08 of %s", async (validity, unit, value) => {
    payu.says(rowsAnswer({ planName: "x", validity }));
    expect((await payu.plans())[0]).toMatchObject({
      validity: { unit, value, text: validity },
      payu: { validityRaw: validity },
    });
  });

  it("P-15 may have a description, or be it, or be missing", async () => {
    payu.says(
      rowsAnswer(
        { planName: "a", validity: "28 Days", validityDescription: "from the day of the recharge" },
        { planName: "b", validityDescription: "28 Days" },
        { planName: "c", validity: "" },
      ),
    );
    expect((await payu.plans()).map(({ validity }) => validity)).toEqual([
      { unit: "DAY", value: 28, text: "from the day of the recharge" },
      { unit: "DAY", value: 28, text: "28 Days" },
      null,
    ]);
  });
});

describe("P-09 the key of a plan", () => {
  const ROW = { planName: "Mini", price: "19", validity: "1 Day", planType: "Data" };
  const keysOf = async (...rows: readonly object[]) => {
    payu.says(rowsAnswer(...rows));
    return (await payu.plans()).map(({ key }) => key.native);
  };

  it("P-09 is the same whenever the plan says the same, wherever it stands", async () => {
    const [key] = await keysOf(ROW);
    expect(await keysOf({ ...ROW, planName: "Maxi" }, ROW)).toEqual([expect.not.stringMatching(String(key)), key]);
    expect(await keysOf({ ...ROW, planType: " Data ", packageDescription: null })).toEqual([key]);
    expect(key).toBe("ebd51edbf40d706cf052496f7a2f340f");
  });

  it("P-09 counts those that say the same", async () => {
    const [first, second, third] = await keysOf(ROW, ROW, ROW);
    expect([second, third]).toEqual([`${first}#2`, `${first}#3`]);
  });

  it("P-09 is another one for another word in any place, or another operator", async () => {
    const fields = [
      "planName",
      "price",
      "validity",
      "validityDescription",
      "talkTime",
      "packageDescription",
      "planType",
    ];
    const keys = await keysOf(ROW, ...fields.map((field) => ({ ...ROW, [field]: "another" })));
    payu.says(plansAnswer({ operatorId: "OP-2", plansInfo: [ROW] }));
    const [other] = await payu.plans();
    expect(new Set([...keys, other?.key.native]).size).toBe(9);
  });
});
