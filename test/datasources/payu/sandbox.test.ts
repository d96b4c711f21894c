import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.js";
import type { DataSource } from "../../../src/datasources/carrier.js";
import { call, failureOf, open, readsOf } from "./support.js";

/** The adapter against the carrier in a box: one account by the samples of the document, the other by its tables. */
const ACCOUNTS = ["payu", "payu-2"] as const;

let sandbox: Sandbox;
let sources: Record<string, DataSource>;

beforeAll(async () => {
  sandbox = await startSandbox();
  sources = Object.fromEntries(ACCOUNTS.map((id) => [id, open(entryOf(id))]));
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  for (const source of Object.values(sources)) await source.close();
  await sandbox.stop();
});

function entryOf(id: string) {
  const entry = sandbox.payu.accounts.find((account) => account.id === id);
  if (!entry) throw new Error(`no account ${id}`);
  return { ...entry };
}

const specimen = (account: string, name: string): string => {
  const value = sandbox.payu.specimens[account]?.[name];
  if (value === undefined) throw new Error(`no specimen ${name}`);
  return value;
};

describe.each(ACCOUNTS)("%s", (account) => {
  const of = (name: string) => specimen(account, name);

  const plans = (number = "mobileNo", operator = "operatorId", circle = "circleId") => {
    const source = sources[account];
    if (!source) throw new Error("no source");
    const query = { msisdn: of(number), operatorId: of(operator), circleId: of(circle) };
    return readsOf(source).forNumber(query, call());
  };

  it("reads the plans of a number", async () => {
    const read = await plans();
    expect(read.map(({ name, price, validity }) => [name, price?.amount, price?.currency, validity?.unit])).toEqual([
      ["Unlimited 199", "199", "INR", "DAY"],
      ["Top up 100", "100.00", null, "UNKNOWN"],
      ["Year pack", "2999", "INR", "UNKNOWN"],
      ["Data booster", undefined, undefined, "UNKNOWN"],
    ]);
    expect(new Set(read.map(({ key }) => key.native)).size).toBe(4);
    expect(await plans()).toEqual(read);
  });

  it("P-09 tells plans apart that say the same, and knows them in another circle", async () => {
    const keysIn = async (circle: string) =>
      (await plans("mobileNo", "operatorId", circle)).map(({ key }) => key.native);
    const first = await keysIn("circleId");
    expect(await keysIn("circleIdWithDuplicates")).toEqual([...first, `${first[0]}#2`]);
  });

  it("reads no plans where there are none", async () => {
    expect(await plans("mobileNo", "operatorId", "circleIdWithoutPlans")).toEqual([]);
  });

  it.each([
    ["P-03 a number without an operator", ["mobileNoWithoutOperator"], "CARRIER_REFUSED", "NO_OPERATOR"],
    ["another operator's number", ["mobileNo", "otherOperatorId"], "CARRIER_REFUSED", "OTHER_OPERATOR"],
    ["an operator that there is not", ["mobileNo", "unknownOperatorId"], "CARRIER_REFUSED", "OPERATOR_NOT_FOUND"],
    [
      "a circle that there is not",
      ["mobileNo", "operatorId", "unknownCircleId"],
      "CARRIER_REFUSED",
      "CIRCLE_NOT_FOUND",
    ],
    ["P-01 a code that contradicts", ["mobileNoContradiction"], "CARRIER_CONTRACT_VIOLATION", undefined],
  ] as const)("is refused %s", async (_what, names, code, carrierCode) => {
    const failure = await failureOf(plans(...(names as readonly string[])));
    expect([failure.code, failure.details.carrierCode]).toEqual([code, carrierCode]);
    expect(JSON.stringify([failure.message, failure.details])).not.toMatch(/98765/);
  });

  it("renews a token that is refused, once", async () => {
    await plans();
    sandbox.faults.add({ operation: "getCustomizedRechargePlans", account, times: 1, fault: "expired-token" });
    expect(await plans()).toHaveLength(4);
    sandbox.faults.add({ operation: "getCustomizedRechargePlans", account, fault: "expired-token" });
    expect((await failureOf(plans())).code).toBe("CARRIER_AUTH_FAILED");
  });

  it.each([
    ["secret", { clientSecret: "another" }],
    ["client", { clientId: "another" }],
    ["grant", { grantType: "another" }],
  ])("with a wrong %s is told so", async (_what, change) => {
    const source = open({ ...entryOf(account), ...change });
    const query = { msisdn: of("mobileNo"), operatorId: of("operatorId"), circleId: of("circleId") };
    const failure = await failureOf(readsOf(source).forNumber(query, call()));
    expect([failure.code, failure.details.carrierOperation]).toEqual(["CARRIER_AUTH_FAILED", "getToken"]);
    await source.close();
  });
});
