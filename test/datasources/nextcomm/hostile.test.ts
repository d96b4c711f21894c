import { describe, expect, it } from "vitest";
import { Failure, type FailureCode } from "../../../src/errors.js";
import {
  type Answer,
  drip,
  empty,
  hang,
  html,
  json,
  reset,
  text,
  throttled,
  truncated,
} from "../../support/scripted-answers.js";
import { refusingAddress } from "../../support/scripted-carrier.js";
import { namesOf, READS, RUNS, WRITES } from "./runs.js";
import {
  call,
  everythingOf,
  failed,
  failureOf,
  infoWith,
  lab,
  NUMBER,
  open,
  PREFIX,
  SECRETS,
  succeeded,
} from "./support.js";

const carrier = lab();

const reads = namesOf(READS);
const writes = namesOf(WRITES);

/** What all reads and all writes fail with that get this answer, and how often writes were sent. */
async function expectEnds(answer: Answer, ofReads: FailureCode, ofWrites: FailureCode): Promise<void> {
  carrier.says(answer);
  const failures = await Promise.all(reads.map((name) => failureOf(READS[name](carrier.all))));
  expect(failures.map(({ code }) => code)).toEqual(reads.map(() => ofReads));
  for (const name of writes) {
    const sent = await carrier.requestsOf(async () => {
      expect([name, (await failureOf(WRITES[name](carrier.all))).code]).toEqual([name, ofWrites]);
    });
    expect([name, sent]).toEqual([name, 1]);
  }
}

describe("an answer that is none", () => {
  it.each([
    ["null", text("null")],
    ["a number", text("7")],
    ["a text", text('"Success"')],
    ["an object without a Status", json({ Message: "Success" })],
    ["a Status that is no text", json({ Status: true, MessageData: "{}" })],
    ["another Status", json({ Status: "Pending", Message: "Success", MessageData: "{}" })],
    ["an empty Status", json({ Status: "", MessageData: "{}" })],
    ["no body", empty()],
    ["a page", html()],
    ["half a JSON", text('{"Status":"Succ')],
    ["a page at 404", html(404)],
    ["words at 415", text("The media type is not supported.", 415)],
    ["a redirection", text("", 302, { location: "/elsewhere" })],
  ])("is a broken contract for reads and an unknown outcome for writes: %s", async (_what, answer) => {
    await expectEnds(answer, "CARRIER_CONTRACT_VIOLATION", "OUTCOME_UNKNOWN");
  });
});

describe("an outage", () => {
  it.each([
    ["HTTP 500", empty(500)],
    ["HTTP 502 as a page", html(502)],
    ["HTTP 503 around a failure", json({ Status: "Failure", Message: "Record Not Available !!!" }, 503)],
    ["a connection that breaks", reset()],
    ["a connection that breaks in the answer", truncated({ Status: "Success", MessageData: "{}" })],
  ])("fails reads and leaves writes unknown: %s", async (_what, answer) => {
    await expectEnds(answer, "CARRIER_UNAVAILABLE", "OUTCOME_UNKNOWN");
  });

  it("of time leaves a write unknown", async () => {
    carrier.says(hang());
    const { recharges, planExpiry } = carrier.all;
    expect((await failureOf(recharges.setPlanExpiry(NUMBER, "2024-01-01", call(100)))).code).toBe("OUTCOME_UNKNOWN");
    expect((await failureOf(planExpiry.planExpiry(NUMBER, call(100)))).code).toBe("CARRIER_TIMEOUT");
    carrier.says(drip(JSON.stringify({ Status: "Success" }), 20));
    expect((await failureOf(planExpiry.planExpiry(NUMBER, call(150)))).code).toBe("CARRIER_TIMEOUT");
  });

  it("is outwaited by a read", async () => {
    carrier.carrier.answer(empty(503), throttled("0"));
    carrier.says(succeeded({ MobileNo: NUMBER }));
    expect(await carrier.requestsOf(() => carrier.all.planExpiry.planExpiry(NUMBER, call()))).toBe(3);
  });

  it("too many calls: a write was not done", async () => {
    await expectEnds(throttled("0"), "TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS");
  });

  it("of the way: nothing was sent", async () => {
    const source = open({ baseUrl: (await refusingAddress()) + PREFIX });
    const { recharges } = everythingOf(source);
    expect((await failureOf(recharges.setPlanExpiry(NUMBER, "2024-01-01", call()))).code).toBe("CARRIER_UNAVAILABLE");
    await source.close();
  });
});

describe("a refusal", () => {
  it.each([
    ["an unknown reason", "Something new !!!", "CARRIER_REFUSED", "CARRIER_REFUSED"],
    ["a parameter", "Validation Error !!!", "INVALID_ARGUMENT", "INVALID_ARGUMENT"],
    ["want of time: a write may be under way", "Request timed out", "CARRIER_TIMEOUT", "OUTCOME_UNKNOWN"],
    ["no words", "", "CARRIER_REFUSED", "CARRIER_REFUSED"],
  ] as const)("for %s", async (_what, message, ofReads, ofWrites) => {
    await expectEnds(failed(message), ofReads, ofWrites);
  });

  it("that is a bare word leaves no message", async () => {
    carrier.says(json({ Status: "failure" }));
    const failure = await failureOf(RUNS.recharge(carrier.all));
    expect([failure.code, failure.details.carrierCode, failure.details.carrierMessage]).toEqual([
      "CARRIER_REFUSED",
      "Failure",
      undefined,
    ]);
  });

  it("of a number that nobody has", async () => {
    carrier.says(failed("Record Not Available !!! Kindly retry..."));
    const { subscribers, planExpiry, stock, plans, recharges } = carrier.all;
    expect(await subscribers.byId(NUMBER, call())).toBeNull();
    expect(await planExpiry.planExpiry(NUMBER, call())).toBeNull();
    expect(await stock.list("ESIM", null, call())).toEqual([]);
    for (const part of plans.parts) expect(await plans.list(part, call())).toEqual([]);
    expect((await failureOf(recharges.setPlanExpiry(NUMBER, "2024-01-01", call()))).code).toBe("IDENTIFIER_NOT_FOUND");
  });
});

/** Where the content of an answer stands that must have a shape. */
const JUNK: readonly unknown[] = [7, true, "junk", "[7", ["junk"], [null], [[]]];

describe("a wrong type in an answer", () => {
  it("is a broken contract for reads", async () => {
    for (const junk of JUNK) {
      carrier.says(succeeded(junk));
      for (const name of reads) {
        expect([name, junk, (await failureOf(READS[name](carrier.all))).code]).toEqual([
          name,
          junk,
          "CARRIER_CONTRACT_VIOLATION",
        ]);
      }
    }
  });

  it("leaves rows of a write unknown, and takes nothing from a success that is said in the envelope", async () => {
    for (const junk of JUNK) {
      carrier.says(succeeded(junk));
      for (const name of ["doBulkActivation", "doDocUpld"] as const) {
        expect((await failureOf(WRITES[name](carrier.all))).code).toBe("OUTCOME_UNKNOWN");
      }
      expect(await WRITES.modify(carrier.all)).toMatchObject({ is: "done", reference: null });
      expect(await WRITES.recharge(carrier.all)).toMatchObject({ is: "done", reference: null });
      expect(await WRITES.activation(carrier.all)).toMatchObject({ is: "pending", msisdn: null, esim: null });
    }
  });

  it.each(["balances"])("in %s of a subscriber is a broken contract", async (name) => {
    for (const junk of ["junk", {}, [7]]) {
      carrier.says(infoWith({ [name]: junk }));
      expect((await failureOf(READS.getSubscriberInfo(carrier.all))).code).toBe("CARRIER_CONTRACT_VIOLATION");
    }
  });

  it("in what is only assumed of a subscriber counts as absent", async () => {
    carrier.says(infoWith({ addOns: "junk", subscriptionDetails: [], subscriberFacilityDetails: 7 }));
    expect(await carrier.all.subscribers.byId(NUMBER, call())).toMatchObject({
      addons: null,
      balances: null,
      nextComm: { facilities: [], activeProducts: [], subscriptionStateRaw: null },
    });
  });

  it("in any cell throws nothing but a Failure, and guesses nothing", async () => {
    const odds = [7, true, [], {}, "", "-", null, "constructor", "__proto__", "9".repeat(5000), "1e9", "NaN", "-0"];
    for (const odd of odds) {
      const balance = cells(["balanceName", "outstandingAmount", "unitType", "expirationDate", "source"], odd);
      const addOn = cells(
        ["addOnName", "addOnCode", "allowance", "unitType", "startDate", "expiryDate", "status"],
        odd,
      );
      const rest = cells(["SubscriptionID", "SubscriberName", "ActPlanName", "SimStatus", "SimExpDate"], odd);
      carrier.says(infoWith({ ...rest, balances: [balance], addOns: [addOn] }));
      const subscriber = await carrier.all.subscribers.byId(NUMBER, call()).catch((error: unknown) => error);
      expect(subscriber instanceof Error && !(subscriber instanceof Failure)).toBe(false);
      expect(subscriber).toMatchObject({ state: "UNKNOWN", balances: [{ kind: "UNKNOWN", status: "UNKNOWN" }] });
    }
  });
});

const cells = (names: readonly string[], odd: unknown) => Object.fromEntries(names.map((name) => [name, odd]));

describe("an answer about something else", () => {
  it("is never shown as what was asked for", async () => {
    const { subscribers, planExpiry, stock } = carrier.all;
    carrier.says(succeeded(JSON.stringify({ MobileNo: "27000000000", SimNo: "8900000000000000000" })));
    expect((await failureOf(subscribers.byId(NUMBER, call()))).code).toBe("CARRIER_CONTRACT_VIOLATION");
    expect((await failureOf(planExpiry.planExpiry(NUMBER, call()))).code).toBe("CARRIER_CONTRACT_VIOLATION");
    const bySim = subscribers.find({ kind: "iccid", value: "8927076191410073003" }, call());
    expect((await failureOf(bySim)).code).toBe("CARRIER_CONTRACT_VIOLATION");
    carrier.says(succeeded([{ SimNo: "8900000000000000000" }]));
    expect(await stock.list("ESIM", "8927076191410073003", call())).toEqual([]);
  });

  it("may leave out the number that was asked for, or print a plus before it", async () => {
    for (const MobileNo of [undefined, "", `+${NUMBER}`]) {
      carrier.says(succeeded({ MobileNo, SimStatus: "Active" }));
      expect((await carrier.all.subscribers.byId(NUMBER, call()))?.msisdn).toBe(NUMBER);
    }
  });
});

describe("what is secret", () => {
  it("N-15 G-11 is in no record and no failure, however the carrier repeats it", async () => {
    for (const name of namesOf(RUNS)) {
      carrier.says(json({ Status: "Failure", Message: "No !!!" }));
      await failureOf(RUNS[name](carrier.all));
      const { Password, Pass } = (carrier.last().json ?? {}) as { Password?: string; Pass?: string };
      const sent = [Password, Pass].filter((word) => word !== undefined);
      carrier.says(failed(`Password ${sent} of ${NUMBER}, a@b.example`, `SIM ${"8".repeat(19)}`));
      const failure = await failureOf(RUNS[name](carrier.all));
      const shown = JSON.stringify([failure.message, failure.details, carrier.records]);
      for (const secret of [...SECRETS, ...sent, NUMBER, "b.example", "88888888"]) expect(shown).not.toContain(secret);
    }
  });
});
