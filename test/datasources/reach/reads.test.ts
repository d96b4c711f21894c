import { afterEach, describe, expect, it } from "vitest";
import type { DataSource } from "../../../src/datasources/carrier.js";
import { reach as carrier } from "../../../src/datasources/reach/index.js";
import type { FailureCode } from "../../../src/errors.js";
import { type Answer, empty, hang, html, json, reset, text, truncated } from "../../support/scripted-answers.js";
import { READ_NAMES, READ_RUNS } from "./read-runs.js";
import { NEXT_QUOTE } from "./runs/quotes.js";
import { type Run, readsOf } from "./runs/run.js";
import { call, failureOf, refusal, success, writeLab } from "./write-lab.js";

const reach = writeLab();

const opened: DataSource[] = [];

/** A new adapter for every call: catalogues are kept, and refusals are counted. */
function fresh() {
  const entry = {
    id: "reach-test",
    carrier: "REACH",
    baseUrl: reach.carrier.baseUrl,
    jwt: "of-the-test",
    apiKey: "key",
  };
  const source = carrier.create(carrier.config.parse(entry), () => {});
  opened.push(source);
  return readsOf(source);
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((source) => source.close()));
});

const FAILURES: readonly (readonly [what: string, Answer, FailureCode])[] = [
  ["400 with the fields", refusal(400, "Validation failed", { zip: "is wrong" }), "INVALID_ARGUMENT"],
  ["401", empty(401), "CARRIER_AUTH_FAILED"],
  ["403", json({ message: "explicit deny" }, 403), "PERMISSION_DENIED"],
  ["404 of a web server", html(404), "CARRIER_REFUSED"],
  ["409", refusal(409, "Conflict"), "INVALID_TRANSITION"],
  ["a status that is not documented", refusal(422), "CARRIER_REFUSED"],
  ["a refusal in a 200", refusal(200, "No"), "CARRIER_REFUSED"],
  ["a word that nobody knows", json({ status: "PERHAPS", message: "?", data: {} }), "CARRIER_CONTRACT_VIOLATION"],
  ["a read that is taken on for later", success({}, 202), "CARRIER_CONTRACT_VIOLATION"],
  ["a page of HTML", html(), "CARRIER_CONTRACT_VIOLATION"],
  ["half a body", text('{"status":"SUCC'), "CARRIER_CONTRACT_VIOLATION"],
  ["data of another kind", success(17), "CARRIER_CONTRACT_VIOLATION"],
  ["a redirection", text("", 302, { location: "https://elsewhere.example.com/" }), "CARRIER_CONTRACT_VIOLATION"],
  // A read is sent again after these, but not to a caller who has less time than the carrier wants.
  ["429", refusal(429), "TOO_MANY_REQUESTS"],
  ["500", refusal(500), "CARRIER_UNAVAILABLE"],
  ["503", empty(503), "CARRIER_UNAVAILABLE"],
  ["504", html(504), "CARRIER_UNAVAILABLE"],
  ["a body that breaks off", truncated({ status: "SUCCESS" }), "CARRIER_UNAVAILABLE"],
  ["a broken connection", reset(), "CARRIER_UNAVAILABLE"],
];

const EMPTY = { null: null, none: [] } as const;

describe.each(READ_NAMES)("%s", (name) => {
  const { run, line, body, data, result, absent, empty: without }: Run = READ_RUNS[name];
  const act = (withinMs?: number) => run(fresh(), call(withinMs));

  it("is built from the port's words", async () => {
    reach.says(success(data));
    await act();
    expect(reach.last().json).toEqual(body ?? undefined);
  });

  it("R-20 R-21 R-24 is received under its method, path and query", async () => {
    reach.says(success(data));
    await act();
    const { method, path, query, headers } = reach.last();
    expect(`${method} ${path}${query.size === 0 ? "" : `?${query}`}`).toBe(line);
    expect(headers["content-type"]).toBe(body === null ? undefined : "application/json");
  });

  it("is read in full, in an envelope with a word or without one, and without an envelope", async () => {
    for (const answer of [
      success(data),
      json({ status: " success ", data }),
      json({ message: "ok", data }),
      json(data),
    ]) {
      reach.says(answer);
      expect(await act()).toEqual(result);
    }
  });

  it(`is ${absent === "null" ? "nothing" : "a failure"} where the carrier does not know the id`, async () => {
    reach.says(refusal(404, "not found"));
    if (absent === "null") expect(await act()).toBeNull();
    else expect(await failureOf(act())).toMatchObject({ code: "NOT_FOUND", details: { carrierOperation: name } });
  });

  it(`${without === "fails" ? "fails" : `is ${without}`} where there is a success and no data`, async () => {
    for (const answer of [success(), success(null)]) {
      reach.says(answer);
      if (without === "fails") expect((await failureOf(act())).code).toBe("CARRIER_CONTRACT_VIOLATION");
      else expect(await act()).toEqual(EMPTY[without]);
    }
  });

  it.each(FAILURES)("R-09 %s fails, and is sent once", async (_what, answer, code) => {
    reach.says(answer);
    const sent = await reach.requestsOf(async () => {
      expect(await failureOf(act(500))).toMatchObject({ code, details: { carrierOperation: name } });
    });
    expect(sent).toBe(1);
  });

  it("tells in what field the carrier found fault", async () => {
    reach.says(refusal(400, "Validation failed", { zip: "is wrong" }));
    expect(await failureOf(act())).toMatchObject({
      details: { carrierCode: "400", carrierMessage: "Validation failed; zip: is wrong" },
    });
  });

  it("fails where the carrier does not answer in time", async () => {
    reach.says(hang());
    expect((await failureOf(act(100))).code).toBe("CARRIER_TIMEOUT");
  });
});

describe("a subsequent purchase", () => {
  it("R-52 is priced where a first one is, by a body of its own", async () => {
    reach.says(success(READ_RUNS.productQuote.data));
    await NEXT_QUOTE.run(fresh(), call());
    expect(reach.last()).toMatchObject({ path: "/apisvc/v0/product/quote", json: NEXT_QUOTE.body });
  });
});
