import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/errors.js";
import { empty, hang, html, json, reset, text, throttled, truncated } from "../../support/scripted-answers.js";
import { brokenText, failed, failureOf, fixture, lab, plansAnswer, rowsAnswer } from "./support.js";

const payu = lab();

const PLANS = "getCustomizedRechargePlans";

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
    "P-07 FAILURE with code %j is one, at HTTP 200 too",
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
