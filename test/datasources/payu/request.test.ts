import { describe, expect, it } from "vitest";
import { empty, html, reset } from "../../support/scripted-answers.js";
import { failed, failureOf, lab, NUMBER, PLANS_PATH, rowsAnswer, SECRETS, TOKEN } from "./support.js";

const payu = lab();

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
