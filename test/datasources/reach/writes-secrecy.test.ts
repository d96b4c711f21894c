import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { masked } from "../../../src/datasources/reach/secrecy.js";
import type { Failure } from "../../../src/errors.js";
import { type Answer, json, text } from "../../support/scripted-answers.js";
import type { ReceivedRequest } from "../../support/scripted-carrier.js";
import { CARD, CUSTOMER, PORT_IN, PURCHASE, RETURN_TO } from "./orders.js";
import { call, failureOf, refusal, writeLab } from "./write-lab.js";
import { ICCID, NAMES, RUNS } from "./write-runs.js";

const reach = writeLab();

const LINK = "https://pay.example.com/add?key=s3cr3t";

/** What is personal or secret in the requests of these tests. */
const SECRETS = [
  "4711",
  "998877665",
  "5125550147",
  "135790",
  "8642",
  "Grace",
  "Hopper",
  "King",
  "grace@example.com",
  "new@example.com",
  "5125550100",
  "Main Street",
  "Side Street",
  "78701",
  "78702",
  "Austin",
  "T-Mobile",
  "Meet me at noon",
  "moved away",
  "brand-000017",
  "agent-7",
  ICCID,
  "356938035643809",
  RETURN_TO,
  LINK,
  CARD,
];

/** Everything that a log or an answer could make of a failure. */
const printed = (failure: Failure): string =>
  [
    JSON.stringify([failure, failure.details, failure.message, failure.hint]),
    inspect(failure, { depth: 20, showHidden: true }),
    failure.stack,
    inspect(failure.cause, { depth: 20, showHidden: true }),
  ].join("\n");

const leavesOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

/** What was sent, as the carrier may repeat it: as it came, value by value, numbers glued to words, and in capitals. */
function echoOf({ text: body, path, query, json: parsed }: ReceivedRequest): string {
  const leaves = leavesOf(parsed).map(String);
  const plain = leaves.join(", ");
  const glued = leaves.filter((leaf) => /\d/.test(leaf)).map((leaf) => `PIN${leaf}X`);
  return [path, `${query}`, body, plain, ...glued, plain.toUpperCase()].join(" ; ");
}

const ECHOES: readonly (readonly [what: string, (said: string) => Answer])[] = [
  ["the message of a refusal", (said) => refusal(400, said)],
  ["the fields of a refusal", (said) => refusal(400, "Wrong", { field: said, [said.slice(0, 400)]: "is wrong" })],
  ["the message of a conflict", (said) => refusal(409, said)],
  ["the message of a refusal in a success", (said) => json({ status: "FAILURE", message: said, data: { link: LINK } })],
  ["the body of an outage", (said) => json({ message: said }, 500)],
  ["a body that is no JSON", (said) => text(said)],
  ["a word of status", (said) => json({ status: said, message: said })],
  ["a success under a code that is not declared", (said) => json({ status: "SUCCESS", message: said }, 201)],
];

describe.each(NAMES)("%s: a carrier that repeats what it was sent", (name) => {
  const act = () => RUNS[name].run(reach.writes);

  it.each(ECHOES)("R-56 R-57 in %s gets none of it into a failure", async (_where, answer) => {
    reach.carrier.onRequest((request) => answer(`${echoOf(request)} ${LINK}`));
    const shown = printed(await failureOf(act()));
    for (const secret of SECRETS) expect(shown.toLowerCase()).not.toContain(secret.toLowerCase());
  });

  it("R-56 R-57 gets none of it into the message of a success", async () => {
    reach.carrier.onRequest((request) =>
      json({ status: "SUCCESS", message: `${echoOf(request)} ${LINK}`, data: { transactionId: "T-1" } }),
    );
    const { carrierMessage } = await act();
    for (const secret of SECRETS) expect(carrierMessage?.toLowerCase()).not.toContain(secret.toLowerCase());
  });
});

it("R-57 a purchase with a port-in leaks nothing of it", async () => {
  reach.carrier.onRequest((request) =>
    refusal(400, "No", { [`lines.0 ${leavesOf(request.json).join(" ")}`]: "wrong" }),
  );
  const shown = printed(await failureOf(reach.writes.orders.place(PURCHASE, call())));
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
});

it("R-57 a request that is not sent for a fault in it is not shown either", async () => {
  const portIn = { ...PORT_IN, msisdn: "998877665" };
  const failure = await failureOf(reach.writes.subscribers.activate(CUSTOMER, { iccid: ICCID }, portIn, call()));
  expect(failure).toMatchObject({ code: "INVALID_ARGUMENT" });
  for (const secret of SECRETS) expect(printed(failure)).not.toContain(secret);
});

it("R-57 no record of a call holds anything but its facts", () => {
  expect(reach.records.length).toBeGreaterThan(NAMES.length);
  for (const record of reach.records) {
    expect(Object.keys(record).sort()).toEqual([
      "account",
      "attempt",
      "carrier",
      "carrierCode",
      "effect",
      "ms",
      "operation",
      "requestId",
      "result",
      "status",
    ]);
    // How long it took has digits of its own.
    for (const secret of SECRETS) expect(JSON.stringify({ ...record, ms: null })).not.toContain(secret);
  }
});

describe("the mask", () => {
  const mask = (body: object | null, words: string, path = "/apisvc/v0/suspend") => {
    const verdict = { is: "code", code: "400", accepted: false, message: words } as const;
    const shown = masked(verdict, { path, body: body === null ? null : JSON.stringify(body) });
    return "message" in shown ? shown.message : null;
  };

  it("leaves ids and words of the carrier readable", () => {
    const body = { customerId: CUSTOMER, planId: "PLAN-5GB", type: "UPDATE_PIN", password: "4711" };
    expect(mask(body, "PLAN-5GB of C100234: UPDATE_PIN, 4711")).toBe("PLAN-5GB of C100234: UPDATE_PIN, …");
  });

  it("leaves an amount readable", () => {
    expect(mask({ billId: "B-1", amount: "45.00" }, "45.00 is not what B-1 asks for")).toBe(
      "45.00 is not what B-1 asks for",
    );
  });

  it("finds numbers everywhere and words where they stand alone", () => {
    const body = { firstName: "Ann", otp: "1357", lastName: "O'Neil (jr.)" };
    expect(mask(body, "Ann cannot use OTP1357X, says O'Neil (jr.)")).toBe("… cannot use OTP…X, says …");
  });

  it("finds what a query holds", () => {
    expect(mask(null, "5125550147 is unknown", "/apisvc/v0/port/validate/mdn?mdn=5125550147")).toBe("… is unknown");
  });

  it("finds a text as JSON quotes it", () => {
    expect(mask({ message: 'say "hi"' }, String.raw`{"message":"say \"hi\""}`)).toBe('{"message":"…"}');
  });

  it("masks nothing for a request that holds nothing", () => {
    expect(mask(null, "C100234 is unknown", "/apisvc/v0/customerinfo?customerId=C100234")).toBe("C100234 is unknown");
  });
});
