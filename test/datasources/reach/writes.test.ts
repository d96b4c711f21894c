import { describe, expect, it } from "vitest";
import type { FailureCode } from "../../../src/errors.js";
import {
  type Answer,
  empty,
  hang,
  html,
  json,
  reset,
  text,
  throttled,
  truncated,
} from "../../support/scripted-answers.js";
import { call, failureOf, refusal, success, writeLab } from "./write-lab.js";
import { NAMES, RUNS, type Run } from "./write-runs.js";

const reach = writeLab();

/** Purchases cannot be followed without the id that they are taken on under. */
const NEEDS_DATA: ReadonlySet<string> = new Set(["productPurchase", "productSubsequent"]);

/** Whether money was taken is not known by a status alone. */
const CHARGES: ReadonlySet<string> = new Set(["topupPurchase", "ildPurchase", "paymentCustomer"]);

const FAILURES: readonly (readonly [what: string, Answer, FailureCode])[] = [
  ["400 with the fields", refusal(400, "Validation failed", { zip: "is wrong" }), "INVALID_ARGUMENT"],
  ["401", empty(401), "CARRIER_AUTH_FAILED"],
  ["403", json({ message: "explicit deny" }, 403), "PERMISSION_DENIED"],
  ["404", refusal(404, "customerId not found"), "NOT_FOUND"],
  ["409", refusal(409, "Not possible in this state"), "INVALID_TRANSITION"],
  ["a status that is not documented", refusal(422), "CARRIER_REFUSED"],
  ["429", throttled("0"), "TOO_MANY_REQUESTS"],
  ["a refusal in a 200", refusal(200, "The card was declined"), "CARRIER_REFUSED"],
  ["a refusal in a 202", refusal(202), "CARRIER_REFUSED"],
  ["a refusal in small letters", json({ status: " failure ", data: null }), "CARRIER_REFUSED"],
  ["a refusal without an envelope", json({ status: "FAILURE", error: "no" }), "CARRIER_REFUSED"],
  ["a word that nobody knows", json({ status: "PERHAPS", message: "?" }), "OUTCOME_UNKNOWN"],
  ["500", refusal(500, "Unexpected"), "OUTCOME_UNKNOWN"],
  ["503", html(503), "OUTCOME_UNKNOWN"],
  ["504", empty(504), "OUTCOME_UNKNOWN"],
  ["a code of success that is not declared", json({ status: "SUCCESS", message: "Created" }, 201), "OUTCOME_UNKNOWN"],
  ["a page of HTML", html(), "OUTCOME_UNKNOWN"],
  ["half a body", text('{"status":"SUCC'), "OUTCOME_UNKNOWN"],
  ["a body that breaks off", truncated({ status: "SUCCESS" }), "OUTCOME_UNKNOWN"],
  ["a broken connection", reset(), "OUTCOME_UNKNOWN"],
  ["a redirection", text("", 307, { location: "/apisvc/v0/suspend" }), "OUTCOME_UNKNOWN"],
];

describe.each(NAMES)("%s", (name) => {
  const { run, line, body, data, isTaken, reference }: Run = RUNS[name];
  const act = () => run(reach.writes);

  it("is built from the port's words", async () => {
    reach.says(success(data));
    await act();
    expect(reach.last().json).toEqual(body ?? undefined);
  });

  it("R-23 R-24 is received under its method, path and query, with its number where the carrier looks for it", async () => {
    reach.says(success(data));
    await act();
    const { method, path, query, headers } = reach.last();
    expect(`${method} ${path}${query.size === 0 ? "" : `?${query}`}`).toBe(line);
    expect(headers["content-type"]).toBe(body === null ? undefined : "application/json");
  });

  it("R-10 is done by 200 unless it is only taken on, and by 202 only if the answer says so itself", async () => {
    for (const status of [200, 202]) {
      reach.says(success(data, status));
      const isDone = !isTaken && (status === 200 || (data !== undefined && "status" in data));
      expect(await act()).toMatchObject({
        is: isDone ? "done" : "pending",
        carrierCode: String(status),
        carrierMessage: "Success",
        reference,
      });
    }
  });

  it("is read tolerantly where nothing depends on what the answer holds", async () => {
    const answers = [json({ data }), success(null), success("text"), success([])];
    for (const answer of NEEDS_DATA.has(name) ? [json({ data })] : answers) {
      reach.says(answer);
      expect(await act()).toMatchObject({ is: isTaken ? "pending" : "done", carrierCode: "200" });
    }
  });

  it("is told by a status alone only where no money depends on it", async () => {
    const isUnknown = CHARGES.has(name) || NEEDS_DATA.has(name);
    const isEnough = { is: isTaken ? "pending" : "done", carrierCode: "200" };
    for (const answer of [json({}), empty(), text("null"), json({ Response: [42] })]) {
      reach.says(answer);
      if (isUnknown) expect((await failureOf(act())).code).toBe("OUTCOME_UNKNOWN");
      else expect(await act()).toMatchObject(isEnough);
    }
  });

  it.each(FAILURES)(`R-09 %s fails, and is not sent again`, async (_what, answer, code) => {
    reach.says(answer);
    const sent = await reach.requestsOf(async () => {
      expect(await failureOf(act())).toMatchObject({ code, details: { carrierOperation: name } });
    });
    expect(sent).toBe(1);
  });

  it("tells in what field the carrier found fault", async () => {
    reach.says(refusal(400, "Validation failed", { zip: "is wrong" }));
    expect(await failureOf(act())).toMatchObject({
      details: { carrierCode: "400", carrierMessage: "Validation failed; zip: is wrong" },
    });
  });

  it("R-09 says after a conflict that it may be so already", async () => {
    reach.says(refusal(409, "Duplicate"));
    expect((await failureOf(act())).hint).toContain("done already");
  });
});

it("is an unknown outcome where the carrier does not answer in time", async () => {
  reach.says(hang());
  const { subscribers } = reach.writes;
  expect(await failureOf(subscribers.suspend("C1", null, call(100)))).toMatchObject({ code: "OUTCOME_UNKNOWN" });
});

describe("an account that is read-only", () => {
  const readOnly = writeLab({ readOnly: true });

  it("has no writes", () => {
    expect(readOnly.source.writes).toEqual({});
  });
});
