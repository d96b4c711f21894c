import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Graph, type GraphError, startGraph } from "../support/graph.js";
import { refusingAddress } from "../support/scripted-carrier.js";

const ICCID = "8932042000000100019";
const MSISDN = "327700000100019";
const OPERATION = "GetEndPointProfile";

interface Pair {
  readonly broken: { readonly name: string } | null;
  readonly fine: { readonly name: string };
}

let graph: Graph;
let ids: { readonly eu: string; readonly oem: string };
beforeAll(async () => {
  const nowhere = await refusingAddress();
  graph = await startGraph({
    accounts: ({ accounts: [eu, oem], extraAccounts }) => [
      { ...eu, deadlines: { readMs: 2_000 } },
      { ...eu, id: "bics-impatient", deadlines: { readMs: 200 } },
      { ...eu, id: "bics-wrong", password: "hunter2-is-wrong" },
      { ...eu, id: "bics-nowhere", baseUrl: `${nowhere}/bics/api` },
      { ...eu, id: "bics-stale", username: undefined, password: undefined, accessToken: "eyJfixed.token.1234567890" },
      { ...oem },
      ...extraAccounts,
    ],
  });
  const { specimens } = graph.sandbox.bics;
  ids = { eu: specimens["bics-eu"]?.activePrepaid ?? "", oem: specimens["bics-oem"]?.activeTest ?? "" };
});
afterEach(() => graph.sandbox.faults.clear());
afterAll(() => graph.stop());

/** Asks two accounts in one query; the first is to fail. Its error, after checking that the other's data are there. */
async function errorOf(account = "bics-eu"): Promise<GraphError> {
  const document = `query ($account: ID!, $eu: ID!, $oem: ID!) {
    broken: endpoint(by: { carrierEndpointId: $eu }, account: $account) { name }
    fine: endpoint(by: { carrierEndpointId: $oem }, account: "bics-oem") { name }
  }`;
  const { data, errors } = await graph.query<Pair>(document, { account, ...ids });
  expect(data?.broken).toBeNull();
  expect(data?.fine.name).toMatch(/\w/);
  const [error] = errors;
  if (!error || errors.length > 1) throw new Error(`expected one error, got ${JSON.stringify(errors)}`);
  expect(error.path).toEqual(["broken"]);
  expectNothingSecretIn(error);
  return error;
}

function expectNothingSecretIn(error: GraphError): void {
  const text = JSON.stringify(error);
  const { password, baseUrl } = graph.sandbox.bics;
  const port = new URL(baseUrl).port;
  for (const secret of [ICCID, MSISDN, password, "hunter2", "eyJ", "Bearer", `:${port}`, "stack", "undici"]) {
    expect(text).not.toContain(secret);
  }
}

const strike = (fault: string, account = "bics-eu") =>
  graph.sandbox.faults.add({ operation: OPERATION, account, fault });

describe("what goes wrong at a carrier is told with code and facts, and the rest of the query is answered", () => {
  it.each([
    ["status;status=500", "CARRIER_UNAVAILABLE", true],
    ["status;status=503", "CARRIER_UNAVAILABLE", true],
    ["html200", "CARRIER_CONTRACT_VIOLATION", false],
    ["truncated", "CARRIER_CONTRACT_VIOLATION", false],
    ["empty", "CARRIER_CONTRACT_VIOLATION", false],
    ["wrong-type", "CARRIER_CONTRACT_VIOLATION", false],
    ["reset-before", "CARRIER_UNAVAILABLE", true],
    ["rate-limit", "TOO_MANY_REQUESTS", true],
    ["expired-token", "CARRIER_AUTH_FAILED", false],
    ["code;code=10002;description=Insufficient Privilege", "PERMISSION_DENIED", false],
    ["code;code=1001;description=Wrong Input Parameter", "INVALID_ARGUMENT", false],
    ["code;code=77777;description=Something new", "CARRIER_REFUSED", false],
    ["code;outer=0;code=77777;description=Something new", "CARRIER_CONTRACT_VIOLATION", false],
    ["code;outer=7;code=1084;description=Something new", "CARRIER_CONTRACT_VIOLATION", false],
  ])("%s: %s", async (fault, code, retryable) => {
    strike(fault);
    const { extensions, message } = await errorOf();
    expect(extensions).toMatchObject({
      code,
      retryable,
      carrier: "BICS",
      account: "bics-eu",
      carrierOperation: OPERATION,
    });
    expect(extensions.category).toMatch(/^[A-Z_]+$/);
    expect(extensions.hint).toMatch(/\w+ \w+/);
    expect(message).toContain(OPERATION);
  });

  it("a carrier that never answers: CARRIER_TIMEOUT, within the account's own deadline", async () => {
    graph.sandbox.faults.add({ operation: OPERATION, account: "bics-eu", fault: "hang" });
    const { extensions } = await errorOf("bics-impatient");
    expect(extensions).toMatchObject({ code: "CARRIER_TIMEOUT", retryable: true, account: "bics-impatient" });
  });

  it("a carrier that asks for fewer calls says after how long", async () => {
    strike("status;status=429;retryAfter=90");
    expect((await errorOf()).extensions).toMatchObject({ code: "TOO_MANY_REQUESTS", retryAfterMs: 90_000 });
  });

  it.each([
    ["bics-wrong", "a wrong password", "CARRIER_AUTH_FAILED"],
    ["bics-stale", "a fixed token that the carrier refuses", "CARRIER_AUTH_FAILED"],
    ["bics-nowhere", "an address where nobody listens", "CARRIER_UNAVAILABLE"],
    ["bics-reseller", "a reseller, who may not see endpoints", "PERMISSION_DENIED"],
  ])("%s, which has %s: %s", async (account, _, code) => {
    expect((await errorOf(account)).extensions).toMatchObject({ code, account, carrier: "BICS" });
  });

  it("the carrier's words are told with its code, without the numbers in them", async () => {
    strike(`code;code=77777;description=SIM ${ICCID} of +${MSISDN} is not for you`);
    const { extensions } = await errorOf();
    expect(extensions).toMatchObject({ carrierCode: "77777", carrierMessage: "SIM … of … is not for you" });
  });

  it("what the carrier did not say is left out", async () => {
    strike("status;status=500");
    const { extensions } = await errorOf();
    expect(Object.keys(extensions).sort()).toEqual([
      "account",
      "carrier",
      "carrierOperation",
      "category",
      "code",
      "hint",
      "retryable",
    ]);
  });

  it("a failure that passes is not seen: a read is sent again", async () => {
    graph.sandbox.faults.add({ operation: OPERATION, account: "bics-eu", times: 1, fault: "status;status=503" });
    const document = `query ($eu: ID!) { endpoint(by: { carrierEndpointId: $eu }, account: "bics-eu") { name } }`;
    expect((await graph.query(document, { eu: ids.eu })).errors).toEqual([]);
  });

  it("a failure is not kept: the next query asks again", async () => {
    strike("status;status=500");
    await errorOf();
    graph.sandbox.faults.clear();
    const document = `query ($eu: ID!) { endpoint(by: { carrierEndpointId: $eu }, account: "bics-eu") { name } }`;
    expect((await graph.query(document, { eu: ids.eu })).errors).toEqual([]);
  });
});

describe("a field that costs a call of its own fails alone", () => {
  it.each([
    ["GetStatistics", `usage(from: "2026-01-01", to: "2026-01-31") { data { total { total { bytes } } } }`],
    ["locationInfo", "location { cellId }"],
    ["fetchNetworkStatus", "connectivity { state }"],
    ["endpointCoverage", "networks { tadig }"],
  ])("when %s does", async (operation, field) => {
    graph.sandbox.faults.add({ operation, account: "bics-eu", fault: "html200" });
    const document = `query ($eu: ID!) {
      endpoint(by: { carrierEndpointId: $eu }, account: "bics-eu") { name plan { name } wanted: ${field} }
    }`;
    const { data, errors } = await graph.query(document, { eu: ids.eu });
    expect(data).toMatchObject({ endpoint: { name: expect.any(String), plan: { name: expect.any(String) } } });
    const extensions = { code: "CARRIER_CONTRACT_VIOLATION", carrierOperation: operation };
    expect(errors).toMatchObject([{ path: ["endpoint", "wanted"], extensions }]);
  });

  it("when the SIM inventory does, of which the endpoint's own answer tells a part", async () => {
    graph.sandbox.faults.add({ operation: "fetchSIM", account: "bics-eu", fault: "status;status=503" });
    const document = `query ($eu: ID!) {
      endpoint(by: { carrierEndpointId: $eu }, account: "bics-eu") { sim { state product } }
    }`;
    const { data, errors } = await graph.query(document, { eu: ids.eu });
    expect(data).toEqual({ endpoint: { sim: { state: "ACTIVE", product: null } } });
    expect(errors).toMatchObject([
      { path: ["endpoint", "sim", "product"], extensions: { code: "CARRIER_UNAVAILABLE" } },
    ]);
  });

  it("each with its own error, when all do", async () => {
    for (const operation of ["locationInfo", "fetchNetworkStatus", "endpointCoverage"]) {
      graph.sandbox.faults.add({ operation, account: "bics-eu", fault: "html200" });
    }
    const document = `query ($eu: ID!) {
      endpoint(by: { carrierEndpointId: $eu }, account: "bics-eu") {
        name location { cellId } connectivity { state } networks { tadig }
      }
    }`;
    const { data, errors } = await graph.query(document, { eu: ids.eu });
    expect(data).toMatchObject({ endpoint: { location: null, connectivity: null, networks: null } });
    expect(errors.map(({ path }) => path?.at(-1)).sort()).toEqual(["connectivity", "location", "networks"]);
  });
});

describe("a period is refused", () => {
  const usage = (from: string, to: string) =>
    graph.query(
      `query ($eu: ID!, $from: Date!, $to: Date!) {
        endpoint(by: { carrierEndpointId: $eu }, account: "bics-eu") { name usage(from: $from, to: $to) { sms { totals { count } } } }
      }`,
      { eu: ids.eu, from, to },
    );

  it("that ends before it begins, and the endpoint is told all the same", async () => {
    const { data, errors } = await usage("2026-02-01", "2026-01-31");
    expect(data).toMatchObject({ endpoint: { name: expect.any(String), usage: null } });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_ARGUMENT", field: ["to"] } }]);
  });

  it("that is longer than a year", async () => {
    expect((await usage("2025-01-01", "2026-01-02")).errors).toMatchObject([{ extensions: { code: "OUT_OF_RANGE" } }]);
    expect((await usage("2025-01-01", "2026-01-01")).errors).toEqual([]);
  });

  it.each(["2026-02-30", "20260101", "2026-01-01T00:00:00Z", ""])("that has %j for a day", async (from) => {
    expect((await usage(from, "2026-03-01")).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});
