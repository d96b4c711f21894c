import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import { empty, hang, html, json } from "../../support/scripted-answers.js";
import { type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";
import { fixture } from "./fixtures.js";
import { namesOf, RUNS } from "./runs.js";
import {
  call,
  decrypted,
  everythingOf,
  failed,
  failureOf,
  issued,
  NUMBER,
  open,
  PREFIX,
  succeeded,
} from "./support.js";

let carrier: ScriptedCarrier;
let source: DataSource;
let records: CallRecord[];

const TOKEN_PATH = `${PREFIX}/GetToken`;

beforeEach(async () => {
  carrier = await startScriptedCarrier(() => succeeded({ MobileNo: NUMBER }));
  carrier.serve(TOKEN_PATH, (_request, number) => issued(`token-${number}`));
  records = [];
  source = open({ baseUrl: carrier.baseUrl + PREFIX }, (record) => records.push(record));
});
afterEach(async () => {
  await source.close();
  await carrier.stop();
});

const all = () => everythingOf(source);
const read = () => all().subscribers.byId(NUMBER, call());
/** Not together with the others who read the same. */
const readAlone = () => all().subscribers.byId(NUMBER, { ...call(), isFirstHand: true });
const write = () => RUNS.recharge(all());
const logins = () => carrier.to(TOKEN_PATH).length;
const recharges = () => carrier.to(`${PREFIX}/Recharge`);

/** Takes only this token; the others are refused with this answer. */
const takesOnly = (token: string, refusal = failed("Invalid Token !!!")) =>
  carrier.onRequest(({ headers }) =>
    headers.authorization === `Bearer ${token}` ? succeeded({ MobileNo: NUMBER }) : refusal,
  );

describe("a token", () => {
  it("is asked for as printed, by the login and not by the user", async () => {
    await read();
    const [request] = carrier.to(TOKEN_PATH);
    expect(Object.keys(request?.json ?? {})).toEqual(Object.keys(fixture("getToken", "request").body ?? {}));
    expect(request?.json).toEqual({ LoginId: "UATUser01", Password: expect.any(String) });
    expect(request?.headers.authorization).toBeUndefined();
  });

  it("is read from the printed answer", async () => {
    carrier.serve(TOKEN_PATH, () => json(fixture("getToken", "logged-in").body));
    await read();
    expect(carrier.requests.at(-1)?.headers.authorization).toBe("Bearer [Token]");
  });

  it("N-18 is obtained once for all who wait, and kept", async () => {
    await Promise.all([readAlone(), readAlone(), readAlone()]);
    await read();
    expect([logins(), carrier.to(`${PREFIX}/GetSubscriberInfo`).length]).toEqual([1, 4]);
  });

  it.each([
    ["words below HTTP 200", failed("Invalid Token !!!")],
    ["other words", failed("The token has expired")],
    ["HTTP 401 with words", json({ Status: "Failure", Message: "No !!!", MessageData: null }, 401)],
    ["HTTP 401 without", empty(401)],
    ["HTTP 401 as a page", html(401)],
  ])("N-18 that is refused by %s is renewed once, also for a write: nothing was done", async (_how, refusal) => {
    takesOnly("token-2", refusal);
    await write();
    expect([logins(), recharges().length]).toEqual([2, 2]);
    expect(records.map(({ operation, result }) => `${operation} ${result}`)).toEqual([
      "GetToken done",
      "GetToken done",
      "Recharge expired",
      "Recharge done",
    ]);
  });

  it("N-18 that is refused again is given up", async () => {
    takesOnly("none");
    expect((await failureOf(read())).code).toBe("CARRIER_AUTH_FAILED");
    expect([logins(), carrier.to(`${PREFIX}/GetSubscriberInfo`).length]).toEqual([2, 2]);
  });

  it("is not blamed for a failure that has a transaction: it was begun", async () => {
    const begun = { Status: "Failure", Message: "Invalid Token !!!", TransactionID: 1611210000019871 };
    for (const status of [200, 401]) {
      carrier.onRequest(() => json(begun, status));
      expect((await failureOf(write())).code).toBe("CARRIER_REFUSED");
    }
    expect([logins(), recharges().length]).toEqual([1, 2]);
  });
});

describe("a login", () => {
  it("that is refused is told as such, and not tried at once again", async () => {
    carrier.serve(TOKEN_PATH, () => json(fixture("getToken", "bad-credentials").body));
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await failureOf(read())).toMatchObject({
        code: "CARRIER_AUTH_FAILED",
        details: { carrierOperation: "GetToken", carrierMessage: "Invalid User Credentials !!!" },
      });
    }
    expect([logins(), carrier.requests.length]).toEqual([1, 1]);
  });

  it.each([
    ["a success without a token", succeeded(""), "CARRIER_CONTRACT_VIOLATION"],
    ["a success with something else", succeeded({ token: "x" }), "CARRIER_CONTRACT_VIOLATION"],
    ["another refusal", failed("Account locked"), "CARRIER_AUTH_FAILED"],
    ["an outage", empty(503), "CARRIER_UNAVAILABLE"],
    ["a page", html(), "CARRIER_CONTRACT_VIOLATION"],
    ["HTTP 403", empty(403), "PERMISSION_DENIED"],
  ] as const)(
    "that is answered by %s fails the call that waits, and a write is not sent",
    async (_how, answer, code) => {
      carrier.serve(TOKEN_PATH, () => answer);
      expect((await failureOf(write())).code).toBe(code);
      expect(recharges()).toEqual([]);
    },
  );

  it("that hangs spoils no write: nothing was sent", async () => {
    carrier.serve(TOKEN_PATH, () => hang());
    const recharge = { planId: "26318", planName: null, amount: "49", requestId: "r" };
    const failure = await failureOf(all().recharges.recharge(NUMBER, recharge, call(100)));
    expect([failure.code, recharges()]).toEqual(["CARRIER_TIMEOUT", []]);
  });
});

describe("credentials in the body", () => {
  it("that are refused are told as such; another token would not help", async () => {
    for (const name of namesOf(RUNS)) {
      carrier.onRequest(() => failed("Invalid User Credentials !!!"));
      const failure = await failureOf(RUNS[name](all()));
      expect([name, failure.code]).toEqual([name, "CARRIER_AUTH_FAILED"]);
    }
    expect([logins(), carrier.requests.length]).toEqual([1, namesOf(RUNS).length + 1]);
  });

  it("N-16 are encrypted as the account says, the same every time", async () => {
    const iv = "fedcba9876543210";
    const settings = [
      [{}, Buffer.alloc(16)],
      [{ iv }, Buffer.from(iv)],
      [{ iv: `hex:${Buffer.from(iv).toString("hex")}` }, Buffer.from(iv)],
      [{ cipher: "aes-256-ecb" }, null],
    ] as const;
    for (const [change, used] of settings) {
      const other = open({ baseUrl: carrier.baseUrl + PREFIX, ...change });
      await everythingOf(other).subscribers.byId(NUMBER, call());
      await everythingOf(other).subscribers.byId(NUMBER, call());
      const [first, second] = carrier
        .to(`${PREFIX}/GetSubscriberInfo`)
        .slice(-2)
        .map(({ json: body }) => body);
      expect(first).toEqual(second);
      const { Password } = first as { Password: string };
      expect(decrypted(Password, "cipher" in change ? change.cipher : "aes-256-cbc", used)).toBe(
        "not-the-one-of-the-document",
      );
      await other.close();
    }
  });
});

describe("HTTP 403", () => {
  it("is a permission that is missing, for every operation", async () => {
    carrier.onRequest(() => empty(403));
    for (const name of namesOf(RUNS)) expect((await failureOf(RUNS[name](all()))).code).toBe("PERMISSION_DENIED");
  });
});
