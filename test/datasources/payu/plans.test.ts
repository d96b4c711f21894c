import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/errors.js";
import { empty, hang, html, json, reset, text, throttled, truncated } from "../../support/scripted-answers.js";
import {
  brokenText,
  failed,
  failureOf,
  fixture,
  lab,
  NUMBER,
  PLANS_PATH,
  plansAnswer,
  rowsAnswer,
  SECRETS,
  TOKEN,
} from "./support.js";

const payu = lab();
const inRupees = lab({ currency: "INR" });

const PLANS = "getCustomizedRechargePlans";

describe("the request", () => {
  it("P-11 names agent, circle, number and operator, by the carrier's names for them", async () => {
    payu.says(rowsAnswer());
    await payu.plans();
    expect(payu.last()).toMatchObject({ method: "GET", path: PLANS_PATH, text: "" });
    expect([...payu.last().query]).toEqual([
      ["agentId", "AGENT-1"],
      ["circleId", "CIR-1"],
      ["mobileNo", NUMBER],
      ["operatorId", "OP-1"],
    ]);
  });

  it("P-12 has a content type though it has no content, and a bearer", async () => {
    payu.says(rowsAnswer());
    await payu.plans();
    expect(payu.last().headers).toMatchObject({ "content-type": "application/json", authorization: `Bearer ${TOKEN}` });
  });

  it("P-10 goes to the address of the account", async () => {
    payu.says(rowsAnswer());
    await payu.plans();
    expect(payu.last().headers.host).toBe(new URL(payu.carrier.baseUrl).host);
  });

  it("asks for an Indian number without its country code", async () => {
    payu.says(rowsAnswer());
    await payu.plans({ msisdn: `91${NUMBER}` });
    expect(payu.last().query.get("mobileNo")).toBe(NUMBER);
  });

  it.each([
    ["no number", { msisdn: "" }, "mobileNo"],
    ["another country's number", { msisdn: "27827551133" }, "mobileNo"],
    ["no operator", { operatorId: "" }, "operatorId"],
    ["no circle", { circleId: "" }, "circleId"],
  ])("is not sent with %s", async (_what, change, field) => {
    const before = payu.carrier.requests.length;
    const failure = await failureOf(payu.plans(change));
    expect([failure.code, failure.details.field]).toEqual(["INVALID_ARGUMENT", [field]]);
    expect(payu.carrier.requests).toHaveLength(before);
  });
});

describe("the printed answers", () => {
  it("success is read whole", async () => {
    payu.says(json(fixture(PLANS, "two-plans").body));
    const plan = {
      kind: "RECHARGE",
      billing: "PREPAID",
      price: null,
      validity: { unit: "UNKNOWN", value: null, text: "<description>" },
      description: "<description>",
    };
    const told = {
      operatorId: "OPERATOR_ID_1",
      operatorName: "OPERATOR_1",
      talkTimeRaw: "<talk_time>",
      validityRaw: "<validity>",
      priceRaw: "<plan_price>",
    };
    expect(await payu.plans()).toEqual(
      [1, 2].map((number) => ({
        ...plan,
        key: { account: "payu-test", native: expect.stringMatching(/^[\da-f]{32}$/) },
        name: `<plan_name_${number}>`,
        kindRaw: `<plan_type_${number}>`,
        payu: { ...told, planTypeRaw: `<plan_type_${number}>` },
      })),
    );
  });

  it("failure is read whole", async () => {
    payu.says(json(fixture(PLANS, "failed").body));
    expect(await failureOf(payu.plans())).toMatchObject({
      code: "CARRIER_REFUSED",
      details: {
        carrier: "PAYU",
        carrierOperation: PLANS,
        carrierCode: "<Error Code>",
        carrierMessage: "<error Message>",
      },
    });
  });

  it("P-06 failure as it is printed is no JSON: a fault of the carrier", async () => {
    payu.says(text(brokenText(PLANS, "failed")));
    expect((await failureOf(payu.plans())).code).toBe("CARRIER_CONTRACT_VIOLATION");
  });
});

describe("P-01 status decides, in both conventions of codes", () => {
  it.each([200, "200", 1, "1", 202, null, undefined, "", "OK"])("P-01 SUCCESS with code %j is one", async (code) => {
    payu.says(json({ code, status: " success ", payload: { plansInfo: [] } }));
    expect(await payu.plans()).toEqual([]);
  });

  it.each([600, "600", 0, "0", 500, null, undefined])(
    "P-01 P-07 FAILURE with code %j is one, at HTTP 200 too",
    async (code) => {
      for (const httpStatus of [200, 400, 404, 500]) {
        payu.says(json({ code, status: "FAILURE", payload: { plansInfo: [{ planName: "x" }] } }, httpStatus));
        expect((await failureOf(payu.plans())).code).toBe("CARRIER_REFUSED");
      }
    },
  );

  it.each([
    ["SUCCESS", 600],
    ["SUCCESS", 0],
    ["FAILURE", 200],
    ["FAILURE", 1],
    ["PENDING", 200],
    ["", 1],
  ])("P-01 %s with code %j is a broken contract", async (status, code) => {
    payu.says(json({ code, status, payload: { plansInfo: [] } }));
    expect((await failureOf(payu.plans())).code).toBe("CARRIER_CONTRACT_VIOLATION");
  });
});

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

describe("the reasons of a failure", () => {
  const reasonIn = async (payload: unknown) => {
    payu.says(failed(payload));
    const { carrierCode, carrierMessage } = (await failureOf(payu.plans())).details;
    return [carrierCode, carrierMessage];
  };

  it.each([
    [
      "P-03 in errors",
      {
        errors: [
          { reason: "a", errorCode: "E1" },
          { reason: "b", errorCode: "E2" },
        ],
      },
      ["E1", "a; b"],
    ],
    ["P-03 in error", { error: [{ reason: "a", errorCode: "E1" }] }, ["E1", "a"]],
    ["P-03 in error as texts", { error: ["a", "b"] }, ["600", "a; b"]],
    ["in error as one text", { error: "a" }, ["600", "a"]],
    ["P-16 beside a refId that is null", { errors: [{ reason: "a" }], refId: null }, ["600", "a"]],
    ["P-04 beside a list of params", { errors: [{ reason: "a" }], additionalParams: [{ key: "k" }] }, ["600", "a"]],
    ["P-05 beside a message with a full stop", { errors: ["a"], message: "mobile_plans_fetch_failed." }, ["600", "a"]],
    ["nowhere", {}, ["600", undefined]],
    ["nowhere, without a payload", null, ["600", undefined]],
    ["of a wrong type", { errors: { reason: 7, errorCode: [] } }, ["600", "7"]],
    ["of no type", [7], ["600", undefined]],
  ])("%s", async (_where, payload, expected) => {
    expect(await reasonIn(payload)).toEqual(expected);
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

  it.each(["NA", "<price>", "1e3", "199/-", "$5", "1,2", "-5", ""])(
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

describe("an answer that is none", () => {
  it.each([
    ["no body", empty(), "CARRIER_CONTRACT_VIOLATION"],
    ["a page", html(), "CARRIER_CONTRACT_VIOLATION"],
    ["half a JSON", text('{"code":200,'), "CARRIER_CONTRACT_VIOLATION"],
    ["null", text("null"), "CARRIER_CONTRACT_VIOLATION"],
    ["a list", json([]), "CARRIER_CONTRACT_VIOLATION"],
    ["no status", json({ code: 200, payload: { plansInfo: [] } }), "CARRIER_CONTRACT_VIOLATION"],
    [
      "a status that is no text",
      json({ code: 200, status: 1, payload: { plansInfo: [] } }),
      "CARRIER_CONTRACT_VIOLATION",
    ],
    ["a success at 302", plansAnswer({ plansInfo: [] }, 200, 302), "CARRIER_CONTRACT_VIOLATION"],
    ["a page at 404", html(404), "CARRIER_CONTRACT_VIOLATION"],
    ["a success at 500", plansAnswer({ plansInfo: [] }, 200, 500), "CARRIER_UNAVAILABLE"],
    ["a page at 502", html(502), "CARRIER_UNAVAILABLE"],
    ["a broken connection", reset(), "CARRIER_UNAVAILABLE"],
    ["a connection that breaks in the answer", truncated({ code: 200, status: "SUCCESS" }), "CARRIER_UNAVAILABLE"],
    ["too many calls", throttled("0"), "TOO_MANY_REQUESTS"],
    ["too many calls, as a failure", failed({}, 600, 429), "TOO_MANY_REQUESTS"],
    ["no permission", empty(403), "PERMISSION_DENIED"],
  ] as const)("%s", async (_what, answer, code) => {
    payu.says(answer);
    expect((await failureOf(payu.plans())).code).toBe(code);
  });

  it("is waited for no longer than the caller does", async () => {
    payu.says(hang());
    expect((await failureOf(payu.plans({}, 100))).code).toBe("CARRIER_TIMEOUT");
  });

  it("P-12 without the permission for the scope says which", async () => {
    payu.says(failed({ errors: [{ reason: "scope", errorCode: "FORBIDDEN" }] }, 600, 403));
    expect(await failureOf(payu.plans())).toMatchObject({
      hint: expect.stringMatching(/read_plans/),
      details: { carrierCode: "FORBIDDEN" },
    });
  });

  it("P-15 whatever a cell holds, nothing is thrown but a Failure", async () => {
    for (const odd of [7, true, [], {}, "", "-", null, "constructor", "__proto__", "9".repeat(5000)]) {
      const fields = "planName price validity validityDescription talkTime packageDescription planType".split(" ");
      payu.says(rowsAnswer(Object.fromEntries(fields.map((field) => [field, odd]))));
      const plans = await payu.plans().catch((error: unknown) => error);
      expect(plans instanceof Error && !(plans instanceof Failure)).toBe(false);
      expect(plans).toHaveLength(1);
    }
  });
});

describe("what is personal or secret", () => {
  it("P-14 the number is in no record, no plan and no failure, however the carrier repeats it", async () => {
    payu.says(rowsAnswer({ planName: "x" }));
    const shown = [await payu.plans()] as unknown[];
    for (const answer of [
      failed({ errors: [{ reason: `no plans for ${NUMBER}`, errorCode: NUMBER }] }),
      reset(),
      html(500),
      empty(401),
    ]) {
      payu.says(answer);
      const failure = await failureOf(payu.plans());
      shown.push(failure.message, failure.details, failure.stack, String(failure.cause));
    }
    const all = JSON.stringify([shown, payu.records]);
    for (const hidden of [NUMBER, ...SECRETS]) expect(all).not.toContain(hidden);
  });
});
