import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { type PayuUser, payuUser } from "./payu-support.js";
import { at, list, type Reply, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: PayuUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(async () => {
  sandbox.reset();
  user = await payuUser(sandbox);
  sandbox.calls.length = 0;
});
afterAll(() => sandbox.stop());

const summary = ({ status, body }: Reply) => [status, at(body, "code"), at(body, "status")];
const errorOf = ({ body }: Reply) => at(body, "payload", "errors", 0, "errorCode");

describe("a token", () => {
  it("P-13 is given for a form, with its life and its scope", async () => {
    const { status, body } = await user.ask();
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^[0-9a-f]{64}$/),
        token_type: "Bearer",
        expires_in: 7200,
        scope: "read_plans",
        created_at: expect.any(Number),
      },
    ]);
    expect(sandbox.calls).toMatchObject([
      { carrier: "PAYU", operation: "token", path: "/oauth/token", method: "POST", effect: "auth", account: "payu" },
    ]);
  });

  it.each([
    ["another secret", { client_secret: "wrong" }, 401, "INVALID_CLIENT"],
    ["another client", { client_id: "wrong" }, 401, "INVALID_CLIENT"],
    ["no client", { client_id: undefined }, 401, "INVALID_CLIENT"],
    ["the grant of another account", { grant_type: "password" }, 200, "INVALID_GRANT"],
    ["no scope", { scope: undefined }, 200, "INVALID_SCOPE"],
    ["a scope that there is not", { scope: "read_plans everything" }, 200, "INVALID_SCOPE"],
  ])("P-13 is refused with %s", async (_what, change, status, code) => {
    const reply = await user.ask(change);
    expect([...summary(reply), errorOf(reply)]).toEqual([status, 600, "FAILURE", code]);
    expect(at(reply.body, "payload")).toMatchObject({ type: "category_response", message: "category_response_failed" });
  });

  it("P-13 is refused for JSON", async () => {
    expect((await user.ask({}, { "content-type": "application/json" })).status).toBe(400);
  });

  it("P-13 is given to the grant that the account has", async () => {
    const other = await payuUser(sandbox, "payu-2");
    expect((await other.ask()).status).toBe(200);
    expect(at((await other.ask({ grant_type: "client_credentials" })).body, "status")).toBe("FAILURE");
  });

  it("lasts two hours of the sandbox's clock", async () => {
    sandbox.clock.advance(7_199_999);
    expect((await user.plans()).status).toBe(200);
    sandbox.clock.advance(1);
    const reply = await user.plans();
    expect([...summary(reply), errorOf(reply)]).toEqual([401, 600, "FAILURE", "UNAUTHORIZED"]);
  });

  it("P-12 works for the plans only with their scope", async () => {
    const bearer = async (scope: string) => ({
      authorization: `Bearer ${at((await user.ask({ scope })).body, "access_token")}`,
    });
    const refused = await user.plans({}, await bearer("read_circles"));
    expect([refused.status, errorOf(refused)]).toEqual([403, "FORBIDDEN"]);
    expect((await user.plans({}, await bearer("read_circles read_plans"))).status).toBe(200);
  });
});

describe("the plans", () => {
  it("are answered as in the example, and written down as a read", async () => {
    const reply = await user.plans();
    expect(summary(reply)).toEqual([200, 200, "SUCCESS"]);
    expect(at(reply.body, "payload")).toMatchObject({ operatorName: "Aurora Mobile", operatorId: "OP-AURORA" });
    expect(Object.keys(Object(at(reply.body, "payload", "plansInfo", 0)))).toEqual([
      "planName",
      "price",
      "validity",
      "validityDescription",
      "talkTime",
      "packageDescription",
      "planType",
    ]);
    expect(sandbox.calls).toMatchObject([
      {
        operation: "getCustomizedRechargePlans",
        path: "/v2/nbc/getCustomizedRechargePlans",
        query: { mobileNo: user.specimen("mobileNo") },
        effect: "read",
        account: "payu",
        code: "200",
      },
    ]);
    expect(sandbox.ledger).toEqual([]);
  });

  it("P-01 P-02 have the code and the list of the table for the other account", async () => {
    const reply = await (await payuUser(sandbox, "payu-2")).plans();
    expect(summary(reply)).toEqual([200, 1, "SUCCESS"]);
    expect([list(reply.body, "payload", "circlesInfo").length, at(reply.body, "payload", "plansInfo")]).toEqual([
      4,
      undefined,
    ]);
  });

  it("P-08 P-15 are text of free formats, and some of it is missing", async () => {
    const plans = list((await user.plans()).body, "payload", "plansInfo");
    const column = (name: string) => plans.map((plan) => at(plan, name));
    expect(column("price")).toEqual(["₹199", "100.00", "Rs. 2,999", "NA"]);
    expect(column("talkTime")).toEqual(["Unlimited", "81.75", "NA", "0"]);
    expect(plans.filter((plan) => "validityDescription" in Object(plan)).length).toBe(2);
  });

  it("P-09 are printed twice here and there, and nowhere", async () => {
    const names = async (circle: string) => {
      const { body } = await user.plans({ circleId: user.specimen(circle) });
      return list(body, "payload", "plansInfo").map((plan) => at(plan, "planName"));
    };
    const twice = await names("circleIdWithDuplicates");
    expect([twice.length, new Set(twice).size]).toEqual([5, 4]);
    expect(await names("circleIdWithoutPlans")).toEqual([]);
  });

  it("P-01 contradict themselves for one number", async () => {
    const mobileNo = user.specimen("mobileNoContradiction");
    expect(summary(await user.plans({ mobileNo }))).toEqual([200, 600, "SUCCESS"]);
    expect(summary(await (await payuUser(sandbox, "payu-2")).plans({ mobileNo }))).toEqual([200, 0, "SUCCESS"]);
  });

  it("are those of an operator for a number that nobody knows", async () => {
    const { body } = await user.plans({ mobileNo: "6000000001", operatorId: user.specimen("otherOperatorId") });
    expect(at(body, "payload", "plansInfo")).toMatchObject([{ planName: "Mini 19", talkTime: "" }]);
  });
});

describe("a request for plans", () => {
  it.each(["agentId", "circleId", "mobileNo", "operatorId"])("P-11 wants %s", async (name) => {
    for (const value of [undefined, ""]) {
      const reply = await user.plans({ [name]: value });
      expect([...summary(reply), errorOf(reply)]).toEqual([200, 600, "FAILURE", "MISSING_PARAMETER"]);
      expect(at(reply.body, "payload", "errors", 0, "reason")).toBe(name);
    }
  });

  it.each([
    ["another agent", "INVALID_AGENT", () => ({ agentId: "PU02AGT0000002" })],
    ["a number with its country", "INVALID_MOBILE", () => ({ mobileNo: "919876500001" })],
    ["an unknown operator", "OPERATOR_NOT_FOUND", () => ({ operatorId: user.specimen("unknownOperatorId") })],
    ["an unknown circle", "CIRCLE_NOT_FOUND", () => ({ circleId: user.specimen("unknownCircleId") })],
    ["a number without operator", "NO_OPERATOR", () => ({ mobileNo: user.specimen("mobileNoWithoutOperator") })],
    ["a number of another operator", "OTHER_OPERATOR", () => ({ operatorId: user.specimen("otherOperatorId") })],
    ["the name of another call", "UNKNOWN_PARAMETER", () => ({ mobileNumber: "9876500001" })],
  ])("P-07 with %s fails at HTTP 200", async (_what, code, change) => {
    const reply = await user.plans(change());
    expect([...summary(reply), errorOf(reply)]).toEqual([200, 600, "FAILURE", code]);
  });

  it.each([
    ["no token", { authorization: "" }, 401],
    ["a token that nobody has given", { authorization: "Bearer nobody" }, 401],
    ["another scheme", { authorization: "bearer nobody" }, 401],
    ["another media type", { "content-type": "text/plain" }, 415],
  ])("P-12 with %s is refused", async (_what, headers, status) => {
    expect((await user.plans({}, headers)).status).toBe(status);
  });
});

describe("a failure", () => {
  const fails = (by = user) => by.plans({ operatorId: by.specimen("unknownOperatorId") });

  it("P-03 P-04 P-05 is of the form of the example", async () => {
    expect(at((await fails()).body, "payload")).toEqual({
      errors: [{ reason: expect.any(String), errorCode: "OPERATOR_NOT_FOUND" }],
      refId: expect.stringMatching(/^REF\d{9}$/),
      type: "mobile_plans",
      message: "mobile_plans_fetch_failed",
      additionalParams: { operatorId: "OP-NOBODY", circleId: "CIR-01" },
    });
  });

  it("P-03 P-04 P-05 P-16 is of the form of the table for the other account", async () => {
    const other = await payuUser(sandbox, "payu-2");
    const reply = await fails(other);
    expect([summary(reply), at(reply.body, "payload")]).toEqual([
      [200, 0, "FAILURE"],
      {
        error: [{ reason: expect.any(String), errorCode: "OPERATOR_NOT_FOUND" }],
        refId: null,
        type: "mobile_plans",
        message: "mobile_plans_fetch_failed.",
        additionalParams: [
          { key: "operatorId", value: "OP-NOBODY" },
          { key: "circleId", value: "CIR-01" },
        ],
      },
    ]);
    expect(at((await other.plans({ circleId: undefined })).body, "payload", "additionalParams")).toBeNull();
  });

  it("P-04 may have no further fields at all", async () => {
    await user.settings({ additionalParams: "null" });
    expect(at((await fails()).body, "payload", "additionalParams")).toBeNull();
  });
});

describe("the sandbox of PayU", () => {
  it("strikes with the faults that there are for all", async () => {
    const strike = (fault: string) => user.plans({}, { "x-sandbox-fault": fault });
    expect((await strike("status;status=503;retryAfter=2")).headers.get("retry-after")).toBe("2");
    expect((await strike("rate-limit")).status).toBe(429);
    expect((await strike("expired-token")).status).toBe(401);
    expect(errorOf(await strike("code;code=E77;description=no"))).toBe("E77");
    sandbox.faults.add({ operation: "token", account: "payu", times: 1, fault: "html200" });
    expect((await user.ask()).text).toMatch(/^<html>/);
    expect((await user.ask()).status).toBe(200);
  });

  it("refuses conditions that there are not, with an example", async () => {
    expect((await user.settings({ codes: "2/6" })).status).toBe(400);
  });

  it("forgets everything on a reset, tokens too", async () => {
    await user.settings({ codes: "1/0" });
    sandbox.reset();
    expect(summary(await user.plans())).toEqual([401, 600, "FAILURE"]);
  });

  it("shows its settings and specimens to people", async () => {
    const state = await fetch(`${sandbox.url}/_sandbox/state`).then((response) => response.json());
    expect(at(state, "payu", "payu-2")).toMatchObject({ codes: "1/0", specimens: { circleId: "CIR-01" } });
  });
});
