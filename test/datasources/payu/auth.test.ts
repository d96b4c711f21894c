import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import { expiryOf } from "../../../src/datasources/payu/auth.js";
import { DOCUMENTED } from "../../../src/datasources/payu/operations/index.js";
import { empty, html, json, text } from "../../support/scripted-answers.js";
import { type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";
import {
  call,
  ENTRY,
  failed,
  failureOf,
  fixture,
  issued,
  open,
  PLANS_PATH,
  QUERY,
  readsOf,
  rowsAnswer,
  TOKEN_PATH,
} from "./support.js";

let carrier: ScriptedCarrier;
let source: DataSource;
let records: CallRecord[];

beforeEach(async () => {
  carrier = await startScriptedCarrier(() => rowsAnswer());
  carrier.serve(TOKEN_PATH, (_request, number) => issued(`token-${number}`));
  records = [];
  source = account();
});
afterEach(async () => {
  await source.close();
  await carrier.stop();
});

const account = (change: object = {}) => {
  const { baseUrl } = carrier;
  const addresses = { baseUrl: `${baseUrl}/payu-nbc`, tokenUrl: baseUrl + TOKEN_PATH };
  return open({ ...ENTRY, ...addresses, ...change }, (record) => records.push(record));
};

const read = (from = source) => readsOf(from).forNumber(QUERY, call());
/** Not together with the others who read the same. */
const readAlone = () => readsOf(source).forNumber(QUERY, { ...call(), isFirstHand: true });
const tokens = () => carrier.to(TOKEN_PATH).length;
const reads = () => carrier.to(PLANS_PATH);

const takesOnly = (token: string, refusal = empty(401)) =>
  carrier.onRequest(({ headers }) => (headers.authorization === `Bearer ${token}` ? rowsAnswer() : refusal));

describe("a token", () => {
  it("P-13 is asked for by a form, for one scope, at a host of its own", async () => {
    await read();
    const [request] = carrier.to(TOKEN_PATH);
    expect(request).toMatchObject({ method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" } });
    expect(request?.headers.authorization).toBeUndefined();
    expect([...new URLSearchParams(request?.text)]).toEqual([
      ["client_id", "client-of-the-test"],
      ["client_secret", "secret-of-the-test"],
      ["grant_type", "client_credentials"],
      ["scope", "read_plans"],
    ]);
    expect(DOCUMENTED.getToken.body.shape).toHaveProperty("scope");
  });

  it("P-13 is asked for by the grant that the partner was told", async () => {
    const other = account({ grantType: "password" });
    await read(other);
    expect(new URLSearchParams(carrier.to(TOKEN_PATH).at(-1)?.text).get("grant_type")).toBe("password");
    await other.close();
  });

  it("is obtained once for all who wait, and kept", async () => {
    await Promise.all([readAlone(), readAlone(), readAlone()]);
    await read();
    expect([tokens(), reads().length]).toEqual([1, 4]);
  });

  it("is read from an answer of the printed fields", async () => {
    carrier.serve(TOKEN_PATH, () => json(fixture("getToken", "issued").body));
    await read();
    expect(reads().at(-1)?.headers.authorization).toBe("Bearer token-of-the-test");
  });

  it.each([
    ["HTTP 401 alone", empty(401)],
    ["HTTP 401 with words", failed({ errors: [{ reason: "no", errorCode: "UNAUTHORIZED" }] }, 600, 401)],
    ["words below HTTP 200", failed({ errors: [{ reason: "The access token is not valid", errorCode: "X" }] })],
  ])("that is refused by %s is renewed once", async (_how, refusal) => {
    takesOnly("token-2", refusal);
    await read();
    expect([tokens(), reads().length]).toEqual([2, 2]);
    expect(records.map(({ operation, result }) => `${operation} ${result}`)).toEqual([
      "getToken done",
      "getToken done",
      "getCustomizedRechargePlans expired",
      "getCustomizedRechargePlans done",
    ]);
  });

  it("that is refused again is given up", async () => {
    takesOnly("none");
    expect((await failureOf(read())).code).toBe("CARRIER_AUTH_FAILED");
    expect([tokens(), reads().length]).toEqual([2, 2]);
  });

  it.each([
    [
      "the printed shape of failures",
      json(fixture("getToken", "refused").body),
      "CARRIER_AUTH_FAILED",
      "The client is not known",
    ],
    [
      "the shape of OAuth",
      json({ error: "invalid_client", error_description: "no" }, 401),
      "CARRIER_AUTH_FAILED",
      "no",
    ],
    ["HTTP 400 alone", empty(400), "CARRIER_AUTH_FAILED", undefined],
    ["an outage", empty(503), "CARRIER_UNAVAILABLE", undefined],
    ["a page", html(), "CARRIER_CONTRACT_VIOLATION", undefined],
    ["something else", json({ token: "x" }), "CARRIER_CONTRACT_VIOLATION", undefined],
    ["half an answer", text('{"access_tok'), "CARRIER_CONTRACT_VIOLATION", undefined],
    ["an empty token", issued(""), "CARRIER_CONTRACT_VIOLATION", undefined],
  ] as const)("that is refused by %s fails the call", async (_how, answer, code, carrierMessage) => {
    carrier.serve(TOKEN_PATH, () => answer);
    const failure = await failureOf(read());
    expect([failure.code, failure.details.carrierMessage]).toEqual([code, carrierMessage]);
    expect(reads()).toEqual([]);
  });

  it("of the accounts file is used as it is, and nothing is asked for", async () => {
    const of = { tokenUrl: undefined, clientId: undefined, clientSecret: undefined, accessToken: "token-given" };
    const other = account(of);
    await read(other);
    expect([tokens(), reads().at(-1)?.headers.authorization]).toEqual([0, "Bearer token-given"]);
    takesOnly("none");
    expect(await failureOf(read(other))).toMatchObject({
      code: "CARRIER_AUTH_FAILED",
      hint: expect.stringMatching(/accessToken/),
    });
    await other.close();
  });
});

describe("the end of a token", () => {
  const now = 1_700_000_000_000;
  const seconds = now / 1000;

  it.each([
    ["is its life from its creation", { created_at: seconds - 100, expires_in: 7200 }, 7100],
    ["is its life from now where its creation is not told", { expires_in: 7200 }, 7200],
    ["is its life from now where the carrier's clock is ahead", { created_at: seconds + 9000, expires_in: 7200 }, 7200],
    [
      "is its life from now where the carrier's clock is far behind",
      { created_at: seconds - 9000, expires_in: 7200 },
      7200,
    ],
    ["is ten minutes from now where nothing is told", {}, 600],
  ])("%s", (_what, fields, inSeconds) => {
    expect(expiryOf({ access_token: "t", ...fields }, now)).toBe(now + inSeconds * 1000);
  });
});
