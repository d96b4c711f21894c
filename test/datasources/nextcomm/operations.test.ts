import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../src/datasources/nextcomm/operations/index.js";
import { json, text } from "../../support/scripted-answers.js";
import { ENDINGS } from "./endings.js";
import { brokenText, fixture, fixtureNames } from "./fixtures.js";
import { type Name, namesOf, RUNS, WRITES } from "./runs.js";
import { decrypted, failureOf, lab, PREFIX, TOKEN } from "./support.js";

const carrier = lab();

/** What the document says of each: the address, how it is signed, and the example of its request. */
const ADDRESSES: Readonly<Record<Name, { path: string; method: "GET" | "POST"; bearer: boolean; example?: string }>> = {
  activation: { path: "/Activation", method: "POST", bearer: true, example: "request-esim" },
  recharge: { path: "/Recharge", method: "POST", bearer: true, example: "request" },
  enquire: { path: "/UpdPlanExp", method: "POST", bearer: false, example: "request" },
  modify: { path: "/UpdPlanExp", method: "POST", bearer: false, example: "request" },
  getSubscriberInfo: { path: "/GetSubscriberInfo", method: "POST", bearer: true, example: "request" },
  getSimsForActivation: { path: "/GetSIMsForActivation", method: "POST", bearer: true, example: "request" },
  doBulkActivation: { path: "/DoBulkActivation", method: "POST", bearer: true, example: "request" },
  doDocUpld: { path: "/DoDocUpld", method: "POST", bearer: true, example: "request" },
  getActivationPlans: { path: "/GetActivationPlans", method: "GET", bearer: true },
  getRechargePlans: { path: "/GetRechargePlans", method: "GET", bearer: true },
};

const names = namesOf(RUNS);

/** Makes the call and is refused: only the request is of interest. */
async function refused(name: Name): Promise<void> {
  carrier.says(json({ Status: "Failure", Message: "No !!!", MessageData: null }));
  await failureOf(RUNS[name](carrier.all));
}

/** What is of our own in every request: the identity, the ciphertext, the clock, and papers that are really base64. */
const OURS = {
  UserID: expect.any(String),
  UsrID: expect.any(String),
  Password: expect.any(String),
  Pass: expect.any(String),
  TxnDateTime: expect.any(String),
  POI: expect.any(String),
  POA: expect.any(String),
};

const withOurs = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(withOurs);
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]: [string, unknown]) => [
      key,
      Object.hasOwn(OURS, key) ? Reflect.get(OURS, key) : withOurs(value),
    ]),
  );
};

describe("the operations", () => {
  it("are the eleven of the document, each tried here", () => {
    const { getToken, ...others } = DOCUMENTED;
    expect(Object.keys(others).sort()).toEqual([...names].sort());
    expect(getToken.path).toBe("/GetToken");
  });

  it("that write are those that are never sent twice", () => {
    for (const [name, { effect, repeat }] of Object.entries(DOCUMENTED)) {
      const isWrite = Object.hasOwn(WRITES, name);
      expect([name, effect, repeat]).toEqual([name, isWrite ? "write" : "read", isWrite ? "never" : "safe"]);
    }
  });
});

const asked = (isOne: (name: Name) => boolean) => names.filter(isOne);

describe("a request", () => {
  it.each(asked((name) => ADDRESSES[name].example !== undefined))("of %s is as printed", async (name) => {
    await refused(name);
    expect(carrier.sent()).toEqual(withOurs(fixture(name, ADDRESSES[name].example ?? "").body));
  });

  it.each(names)("of %s goes to its address, with a bearer or without", async (name) => {
    const { path, method, bearer } = ADDRESSES[name];
    await refused(name);
    const { headers, ...request } = carrier.last();
    expect(request).toMatchObject({ method, path: PREFIX + path });
    expect(headers["content-type"]).toBe("application/json");
    expect(headers.authorization).toBe(bearer ? `Bearer ${TOKEN}` : undefined);
  });

  it.each(asked((name) => ADDRESSES[name].method === "GET"))("of %s names the entity and the region", async (name) => {
    await refused(name);
    expect([...carrier.last().query]).toEqual([
      ["LoginEntityID", "70211"],
      ["RegionID", "24"],
    ]);
  });

  it.each(asked((name) => ADDRESSES[name].method === "POST" && name !== "enquire"))(
    "of %s is signed inside, by the encrypted password",
    async (name) => {
      await refused(name);
      const { UserID, UsrID, Password, Pass } = carrier.sent();
      expect(UserID ?? UsrID).toBe("UATUser02");
      expect(decrypted(Password ?? Pass)).toBe("not-the-one-of-the-document");
    },
  );
});

const isTried = (name: string): name is Name => Object.hasOwn(RUNS, name);

const answers = fixtureNames()
  .map((name) => name.split("/"))
  .filter(([operation = "", name = ""]) => isTried(operation) && !name.startsWith("request"));

describe("every printed answer", () => {
  it("has an expected ending, and no ending is without an answer", () => {
    const expected = [...Object.keys(ENDINGS), "enquire/no-record"];
    expect(answers.map((parts) => parts.join("/")).sort()).toEqual(expected.sort());
  });

  it.each(Object.entries(ENDINGS))("%s", async (printed, ending) => {
    const [operation = "", name = ""] = printed.split("/");
    if (!isTried(operation)) throw new Error(`${operation} is not tried`);
    carrier.prints(operation, name);
    const run = RUNS[operation](carrier.all);
    if (typeof ending === "string") expect((await failureOf(run)).code).toBe(ending);
    else expect(await run).toEqual(ending);
  });

  it("enquire/no-record is no failure: there is nothing to tell", async () => {
    carrier.prints("enquire", "no-record");
    expect(await RUNS.enquire(carrier.all)).toBeNull();
  });
});

describe("answers that are printed as no JSON", () => {
  const broken = fixtureNames().filter((name) => {
    const [operation = "", example = ""] = name.split("/");
    return fixture(operation, example).origin === "docs-repaired";
  });

  it("N-02 are four", () => {
    expect(broken.sort()).toEqual([
      "enquire/record",
      "getSimsForActivation/one-sim",
      "getSubscriberInfo/active",
      "modify/updated",
    ]);
  });

  it.each(broken)("N-02 %s as printed is a fault of the carrier", async (printed) => {
    const [operation = "", name = ""] = printed.split("/");
    if (!isTried(operation)) throw new Error(`${operation} is not tried`);
    carrier.says(text(brokenText(operation, name)));
    const { code } = await failureOf(RUNS[operation](carrier.all));
    expect(code).toBe(Object.hasOwn(WRITES, operation) ? "OUTCOME_UNKNOWN" : "CARRIER_CONTRACT_VIOLATION");
  });
});
