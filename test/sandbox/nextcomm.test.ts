import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { activationOf, bodyFor, CASES, statusOf, textsOf } from "./nextcomm-requests.js";
import { SAMPLES } from "./nextcomm-samples.js";
import { dataOf, type NextcommUser, nextcommUser } from "./nextcomm-support.js";
import { at, conditions, list, type Reply, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: NextcommUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(async () => {
  sandbox.reset();
  user = await nextcommUser(sandbox);
  sandbox.calls.length = 0;
});
afterAll(() => sandbox.stop());

const keysOf = (value: unknown): string[] => Object.keys(Object(value));

/** A text without its digits, so that only the wording is compared. */
const worded = (value: unknown): unknown => (typeof value === "string" ? value.replaceAll(/\d+/g, "0") : value);

describe.each(CASES)("$name", (one) => {
  const send = (change: object = {}, headers?: Record<string, string>): Promise<Reply> =>
    user.post(one.path, { ...bodyFor(one, user), ...change }, headers);

  it("succeeds, and is written down as what it is", async () => {
    const reply = await send();
    expect([reply.status, statusOf(reply)]).toEqual([200, "Success"]);
    expect(sandbox.calls).toMatchObject([
      { carrier: "NEXTCOMM", operation: one.name, path: `/${one.path}`, effect: one.effect, account: "next-za" },
    ]);
    expect(sandbox.ledger.map(({ operation }) => operation)).toEqual(one.ledger === 0 ? [] : [one.name]);
  });

  it("answers as in the example", async () => {
    const reply = await send();
    const sample = SAMPLES[one.name];
    const [row, sampleRow] = [at(reply.body, 0) ?? reply.body, at(sample, 0) ?? sample];
    expect(keysOf(row)).toEqual(keysOf(sampleRow));
    expect(worded(at(row, "Message") ?? at(row, "Remarks"))).toEqual(
      worded(at(sampleRow, "Message") ?? at(sampleRow, "Remarks")),
    );
    const types = (value: unknown) =>
      Object.values(Object(value)).map((field) => (field === null ? "null" : typeof field));
    expect(types(row)).toEqual(types(sampleRow));
  });

  it.each(one.mandatory)("wants %s", async (field) => {
    for (const value of [undefined, "", null]) {
      const reply = await send({ [field]: value });
      expect(textsOf(reply)).toEqual(["Validation Error !!!", `Request Parameter [${field}] is Mandatory !!!`]);
    }
    expect(sandbox.ledger).toEqual([]);
  });

  it("takes no parameter of another name, and no body that is none", async () => {
    const stranger = await send({ mobileno: "1" });
    expect(at(stranger.body, "MessageData")).toMatch(/\[mobileno\] is not known/);
    expect(statusOf(await user.post(one.path, "{"))).toBe("Failure");
    expect((await send({}, { "content-type": "text/plain" })).status).toBe(415);
    expect(sandbox.ledger).toEqual([]);
  });

  it("N-19 wants a bearer exactly where the document says so", async () => {
    const reply = await send({}, { authorization: "Bearer nobody" });
    if (one.needsBearer) expect(textsOf(reply)).toEqual(["Invalid Token !!!", null]);
    else expect(statusOf(reply)).toBe("Success");
  });

  it("is struck by the faults that there are for all", async () => {
    const strike = (fault: string) => send({}, { "x-sandbox-fault": fault });
    expect((await strike("status;status=503;retryAfter=2")).headers.get("retry-after")).toBe("2");
    expect((await strike("rate-limit")).status).toBe(429);
    expect(textsOf(await strike("expired-token"))).toEqual(["Invalid Token !!!", null]);
    expect(textsOf(await strike("code;code=77;description=no"))).toEqual(["no", null]);
    expect(sandbox.ledger).toEqual([]);
    sandbox.faults.add({ operation: one.name, account: "next-za", times: 1, fault: "reset-after" });
    await expect(send()).rejects.toThrow("fetch failed");
    expect(sandbox.ledger.length).toBe(one.ledger);
  });
});

describe.each(CASES.filter(({ credentials }) => credentials.length > 0))("the credentials of $name", (one) => {
  const [name = "", password = ""] = one.credentials;
  const send = (change: object): Promise<Reply> => user.post(one.path, { ...bodyFor(one, user), ...change });

  it.each([name, password])("N-15 are missing without %s", async (field) => {
    const reply = await send({ [field]: undefined });
    expect(textsOf(reply)).toEqual(["Validation Error !!!", `Request Parameter [${field}] is Mandatory !!!`]);
    expect(sandbox.ledger).toEqual([]);
  });

  it("N-16 are refused with a password in clear, or of another user", async () => {
    const nothing = one.name === "GetToken" ? "" : null;
    for (const change of [{ [password]: user.account.password }, { [name]: "somebody" }]) {
      expect(textsOf(await send(change))).toEqual(["Invalid User Credentials !!!", nothing]);
    }
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("the look-ups of plans", () => {
  const query = (change: object = {}) => ({ LoginEntityID: user.account.loginEntityId, RegionID: "24", ...change });

  it("N-29 has three regions of activation plans and one of recharge plans", async () => {
    const ids = async (region: string) =>
      (await user.plans("GetActivationPlans", region)).map((row) => at(row, "ServiceId"));
    expect([await ids("12"), await ids("24"), await ids("25")]).toEqual([[401, 402], [332, 333], [501]]);
    const codes = (await user.plans("GetRechargePlans", "24")).map((row) => at(row, "PlanCode"));
    expect(codes).toEqual(["26318", "26319", "26320"]);
    expect(at((await user.get("GetRechargePlans", query({ RegionID: "12" }))).body, "MessageData")).toMatch(/RegionID/);
    expect(at((await user.get("GetActivationPlans", query({ RegionID: "13" }))).body, "MessageData")).toMatch(
      /RegionID/,
    );
  });

  it("N-30 has rows that give all that an activation wants", async () => {
    const [row] = await user.plans("GetActivationPlans", "24");
    expect(row).toMatchObject({ ServiceId: 332, Service: "Nextcomm – Data 1 GB", Price: 49, ValidityDays: 30 });
  });

  it("N-17 wants the identity of the look-ups, which is neither that of the login nor that of the bodies", async () => {
    const { loginId, userId, loginEntityId } = user.account;
    expect(new Set([loginId, userId, loginEntityId]).size).toBe(3);
    for (const LoginEntityID of [loginId, userId]) {
      expect(statusOf(await user.get("GetActivationPlans", query({ LoginEntityID })))).toBe("Failure");
    }
    expect(sandbox.calls).toMatchObject([
      { operation: "GetActivationPlans", method: "GET", effect: "read", code: "Failure" },
      { operation: "GetActivationPlans", query: { RegionID: "24" } },
    ]);
  });
});

describe("structured MessageData", () => {
  it.each(["UpdPlanExp/Enquire", "GetSubscriberInfo", "GetSIMsForActivation"])(
    "N-01 of %s is text, or decoded",
    async (name) => {
      const one = CASES.find((candidate) => candidate.name === name);
      if (!one) throw new Error("no such case");
      const text = await user.post(one.path, bodyFor(one, user));
      await user.settings({ messageData: "decoded" });
      const decoded = await user.post(one.path, bodyFor(one, user));
      expect([typeof at(text.body, "MessageData"), typeof at(decoded.body, "MessageData")]).toEqual([
        "string",
        "object",
      ]);
      expect(dataOf(text)).toEqual(dataOf(decoded));
    },
  );
});

describe("the sandbox of NextComm", () => {
  it("has two accounts that share nothing", async () => {
    const other = await nextcommUser(sandbox, "next-eu");
    const reply = await other.post("GetSubscriberInfo", other.signed({ MobileNo: user.specimen("active") }));
    expect(textsOf(reply)).toEqual(["Record Not Available !!! Kindly retry...", null]);
    const mixed = await user.post("GetSubscriberInfo", other.signed({ MobileNo: user.specimen("active") }));
    expect(textsOf(mixed)).toEqual(["Invalid User Credentials !!!", null]);
  });

  it("refuses conditions that there are not, with an example", async () => {
    const wrong = [{ settings: { credit: -1 } }, { mobileNo: "1" }, { subscriber: { status: "x" } }, { simNo: "1" }];
    for (const body of wrong) expect((await conditions(sandbox, { account: "next-za", ...body })).status).toBe(400);
  });

  it("forgets everything on a reset, tokens too", async () => {
    await user.post("Activation", user.signed(activationOf(user)));
    sandbox.reset();
    expect(sandbox.nextcomm.transactions).toEqual([]);
    expect(textsOf(await user.post("GetSubscriberInfo", user.signed({ MobileNo: "1" })))).toEqual([
      "Invalid Token !!!",
      null,
    ]);
  });

  it("shows its settings and specimens to people", async () => {
    const state = await fetch(`${sandbox.url}/_sandbox/state`).then((response) => response.json());
    expect(at(state, "nextcomm", "next-za")).toMatchObject({ messageData: "text", specimens: { planId: "332" } });
    expect(list(at(state, "nextcomm", "next-eu", "transactions"))).toEqual([]);
  });

  it("has a case for every operation with a body", () => {
    expect(CASES.map(({ name }) => name)).toEqual(Object.keys(SAMPLES));
  });
});
