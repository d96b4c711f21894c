import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../src/datasources/bics/operations/index.js";
import type { FailureCode } from "../../../src/errors.js";
import { json } from "../../support/scripted-answers.js";
import { type DocumentedOperation, ENDPOINT, type Ending, RUNS } from "./runs.js";
import { type Bics, envelope, failureOf, startBics } from "./support.js";

type Row = readonly [inner: string, outer: "0" | "1", ends: Ending | FailureCode];

/**
 * The result codes of each operation and what they mean there, written down from the document. Where it does not print
 * the outer code beside a failure, 1 stands here.
 */
const CODES: Readonly<Record<DocumentedOperation, readonly Row[]>> = {
  createEndPoint: [
    ["6411", "0", "done"],
    ["6409", "0", "done"],
    ["5014", "0", "done"],
    ["6412", "1", "CARRIER_REFUSED"],
    ["2026", "1", "ALREADY_EXISTS"],
    ["6722", "1", "IDENTIFIER_NOT_FOUND"],
    ["7022", "1", "INSUFFICIENT_BALANCE"],
    ["10023", "1", "PLAN_UNAVAILABLE"],
    ["10073", "1", "QUOTA_EXCEEDED"],
    ["10077", "1", "QUOTA_EXCEEDED"],
    ["10080", "1", "PLAN_UNAVAILABLE"],
    ["10093", "1", "SERVICE_NOT_APPLICABLE"],
    ["10120", "1", "QUOTA_EXCEEDED"],
    ["10140", "1", "NOT_FOUND"],
    ["10200", "1", "PLAN_UNAVAILABLE"],
    ["10201", "1", "INVALID_ARGUMENT"],
    ["10221", "1", "INVALID_ARGUMENT"],
    ["10239", "1", "OUTCOME_UNKNOWN"],
    ["10239", "0", "OUTCOME_UNKNOWN"],
    ["10240", "1", "OUTCOME_UNKNOWN"],
  ],
  getEndpoints: [
    ["6742", "0", "empty"],
    ["6745", "1", "CARRIER_REFUSED"],
  ],
  modifyEndpoint: [
    ["10068", "0", "done"],
    ["10199", "0", "pending"],
    ["10069", "1", "CARRIER_REFUSED"],
    ["2503", "1", "INVALID_TRANSITION"],
    ["10202", "1", "OPERATION_IN_PROGRESS"],
    ["1013", "1", "already"],
    ["10145", "1", "INVALID_TRANSITION"],
    ["10147", "1", "already"],
    ["10230", "1", "already"],
    ["10231", "1", "already"],
    ["10232", "1", "SERVICE_NOT_APPLICABLE"],
    ["10233", "1", "INVALID_TRANSITION"],
  ],
  deleteEndPoint: [
    ["10159", "0", "done"],
    ["10158", "1", "INVALID_TRANSITION"],
    ["10160", "0", "CARRIER_REFUSED"],
  ],
  fetchICCIDForProvisioning: [
    ["10048", "0", "empty"],
    ["10049", "1", "CARRIER_REFUSED"],
  ],
  bulkProvisioning: [
    ["10054", "0", "pending"],
    ["10145", "0", "INVALID_ARGUMENT"],
    ["10146", "0", "INVALID_ARGUMENT"],
    ["10148", "1", "INVALID_ARGUMENT"],
    ["10073", "1", "QUOTA_EXCEEDED"],
  ],
  fetchSIMProvisioningDetails: [
    ["10050", "0", "empty"],
    ["10051", "1", "CARRIER_REFUSED"],
  ],
  modifyEndpointBulk: [
    ["10070", "0", "pending"],
    ["10073", "1", "QUOTA_EXCEEDED"],
    ["10134", "1", "CARRIER_REFUSED"],
  ],
  linkSim: [
    ["6409", "0", "done"],
    ["6410", "1", "CARRIER_REFUSED"],
    ["2507", "1", "ALREADY_EXISTS"],
    ["10108", "1", "ALREADY_EXISTS"],
    ["10109", "1", "ALREADY_EXISTS"],
    ["5016", "1", "ALREADY_EXISTS"],
    ["10239", "1", "OUTCOME_UNKNOWN"],
    ["10240", "1", "OUTCOME_UNKNOWN"],
  ],
  deLinkSim: [
    ["6413", "0", "done"],
    ["7021", "0", "pending"],
    ["6420", "1", "already"],
    ["6414", "1", "CARRIER_REFUSED"],
    ["10250", "1", "SERVICE_NOT_APPLICABLE"],
  ],
  endPointActivation: [
    ["5014", "0", "done"],
    ["2507", "1", "already"],
    ["6420", "1", "INVALID_TRANSITION"],
    ["5015", "1", "CARRIER_REFUSED"],
  ],
  endPointLifeCycleChange: [
    ["5017", "0", "done"],
    ["9003", "0", "done"],
    ["10245", "0", "pending"],
    ["10244", "0", "OPERATION_IN_PROGRESS"],
    ["10246", "0", "CARRIER_REFUSED"],
    ["1254", "1", "already"],
    ["8104", "1", "INVALID_TRANSITION"],
    ["1008", "1", "INVALID_ARGUMENT"],
    ["1009", "1", "INVALID_TRANSITION"],
    ["1242", "1", "INVALID_TRANSITION"],
    ["5018", "1", "CARRIER_REFUSED"],
  ],
  changeEndpointRoamingProfile: [
    ["1372", "0", "done"],
    ["1373", "1", "CARRIER_REFUSED"],
    ["2503", "1", "INVALID_TRANSITION"],
  ],
  changePlan: [
    ["7001", "0", "done"],
    ["5020", "1", "already"],
    ["7000", "1", "PLAN_UNAVAILABLE"],
    ["10173", "1", "INVALID_TRANSITION"],
    ["7002", "1", "CARRIER_REFUSED"],
  ],
  updateThreshold: [
    ["3005", "0", "done"],
    ["6721", "1", "NOT_FOUND"],
    ["10252", "1", "SERVICE_NOT_APPLICABLE"],
    ["3006", "1", "CARRIER_REFUSED"],
  ],
  getStatistics: [
    ["2589", "0", "done"],
    ["1340", "1", "empty"],
  ],
  getEndPointProfile: [
    ["1082", "0", "done"],
    ["1083", "1", "CARRIER_REFUSED"],
  ],
  locationInfo: [
    ["10084", "0", "done"],
    ["10089", "1", "empty"],
    ["10094", "1", "empty"],
    ["10087", "1", "CARRIER_UNAVAILABLE"],
    ["10088", "1", "CARRIER_TIMEOUT"],
    ["10085", "1", "CARRIER_REFUSED"],
    ["11055", "1", "SERVICE_NOT_APPLICABLE"],
  ],
  endpointCoverage: [
    ["10132", "0", "empty"],
    ["10133", "1", "CARRIER_REFUSED"],
  ],
  endPointBlacklisting: [
    ["10135", "0", "done"],
    ["10136", "1", "CARRIER_REFUSED"],
    ["10134", "1", "CARRIER_REFUSED"],
  ],
  fetchNetworkStatus: [
    ["11008", "0", "done"],
    ["11010", "1", "empty"],
    ["2503", "1", "empty"],
    ["11009", "1", "CARRIER_REFUSED"],
    ["10097", "1", "INVALID_ARGUMENT"],
  ],
  subscribeAddon: [
    ["1171", "0", "done"],
    ["10260", "1", "OUT_OF_RANGE"],
    ["1172", "1", "CARRIER_REFUSED"],
  ],
  getEndpointAddonDetails: [
    ["10255", "0", "empty"],
    ["10257", "1", "empty"],
  ],
};

/** Codes that come from any operation. */
const EVERYWHERE: readonly Row[] = [
  ["1000", "1", "INVALID_ARGUMENT"],
  ["1001", "1", "INVALID_ARGUMENT"],
  ["10002", "1", "PERMISSION_DENIED"],
];

const operations = Object.keys(CODES) as readonly DocumentedOperation[];
const profile = { info: { basicInfo: { currentStatus: "A" } } };
const fieldsOf = (operation: DocumentedOperation, ends: string): object =>
  operation === "getEndPointProfile" && ends === "done" ? profile : {};

let bics: Bics;
beforeAll(async () => {
  bics = await startBics();
});
afterAll(() => bics.stop());

/** Answers the operation with these codes, and every other with what says that the endpoint exists. */
function answering(operation: DocumentedOperation, [inner, outer, ends]: Row): void {
  const path = `/api${DOCUMENTED[operation].path}`;
  const listing = json(envelope("0", "6742", { responseParam: { endpoints: [{ id: ENDPOINT }] } }));
  const answer = json(envelope(outer, inner, fieldsOf(operation, ends)));
  bics.carrier.onRequest((request) => (request.path === path ? answer : listing));
}

const isFailure = (ends: string): boolean => ends === ends.toUpperCase();

async function endingOf(operation: DocumentedOperation, row: Row) {
  answering(operation, row);
  const run = RUNS[operation](bics);
  if (!isFailure(row[2])) return { ends: await run, carrierCode: row[0] };
  const { code, details } = await failureOf(run);
  return { ends: code, carrierCode: details.carrierCode };
}

describe("each code of each operation", () => {
  for (const operation of operations) {
    for (const row of CODES[operation]) {
      const [inner, outer, ends] = row;
      it(`${operation}: ${inner} below ${outer} is ${ends}`, async () => {
        expect(await endingOf(operation, row)).toEqual({ ends, carrierCode: inner });
      });
    }
  }

  it("declares no code beyond those that are written down here", () => {
    for (const operation of operations) {
      const { done, pending, already, empty, unknown, failed } = DOCUMENTED[operation].codes;
      const declared = [done, pending, already, empty, unknown, Object.keys(failed ?? {})].flatMap(
        (some) => some ?? [],
      );
      const written = [...CODES[operation], ...EVERYWHERE].map(([inner]) => inner);
      expect([...new Set(declared)].sort(), operation).toEqual([...new Set(written)].sort());
    }
  });
});

describe("codes that any operation may answer", () => {
  for (const operation of operations) {
    it(`${operation} understands ${EVERYWHERE.map(([inner]) => inner).join(", ")}`, async () => {
      for (const row of EVERYWHERE) {
        expect(await endingOf(operation, row)).toEqual({ ends: row[2], carrierCode: row[0] });
      }
    });
  }
});

describe("codes that nobody has written down", () => {
  for (const operation of operations) {
    const unclear = DOCUMENTED[operation].effect === "write" ? "OUTCOME_UNKNOWN" : "CARRIER_CONTRACT_VIOLATION";
    const success = CODES[operation].find(([, outer, ends]) => outer === "0" && !isFailure(ends))?.[0] ?? "none";

    it(`B-04 ${operation}: an unknown code is a refusal below 1 and never a success below 0`, async () => {
      expect((await endingOf(operation, ["77777", "1", "CARRIER_REFUSED"])).ends).toBe("CARRIER_REFUSED");
      expect((await endingOf(operation, ["77777", "0", unclear])).ends).toBe(unclear);
    });

    it(`B-01 ${operation}: the success code ${success} below 1 is a ${unclear}`, async () => {
      expect((await endingOf(operation, [success, "1", unclear])).ends).toBe(unclear);
    });
  }
});
