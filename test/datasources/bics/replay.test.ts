import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FailureCode } from "../../../src/errors.js";
import { json, text } from "../../support/scripted-answers.js";
import { brokenText, fixtures, type ResponseFixture } from "./fixtures.js";
import { type DocumentedOperation, ENDPOINT, type Ending, RUNS } from "./runs.js";
import { ACCOUNT, answerOf, type Bics, envelope, failureOf, startBics } from "./support.js";

/** What becomes of every printed answer, written down from the document. */
const ENDINGS: Readonly<Record<DocumentedOperation, Readonly<Record<string, Ending | FailureCode>>>> = {
  bulkProvisioning: {
    accepted: "pending",
    "accepted-dynamic-benefit": "pending",
    "accepted-iccid-list": "pending",
    "accepted-other-job": "pending",
    "duplicate-iccids": "INVALID_ARGUMENT",
    "list-and-range": "INVALID_ARGUMENT",
  },
  changeEndpointRoamingProfile: {
    "changed-by-endpoint-id": "done",
    "changed-by-imsi": "done",
    "changed-by-msisdn": "done",
    failed: "CARRIER_REFUSED",
    "profile-not-in-plan": "INVALID_ARGUMENT",
    "test-profile": "INVALID_ARGUMENT",
  },
  changePlan: {
    changed: "done",
    failed: "CARRIER_REFUSED",
    "oem-state": "INVALID_TRANSITION",
    "plan-type-mismatch": "PLAN_UNAVAILABLE",
    "same-plan": "already",
  },
  createEndPoint: {
    activated: "done",
    created: "done",
    "created-dynamic-benefit": "done",
    "sim-linked": "done",
    "duplicate-imsi": "ALREADY_EXISTS",
    "dynamic-benefit-required": "INVALID_ARGUMENT",
    failed: "CARRIER_REFUSED",
    "low-balance": "INSUFFICIENT_BALANCE",
  },
  deLinkSim: {
    delinked: "done",
    "pending-session": "pending",
    "not-attached": "already",
    failed: "CARRIER_REFUSED",
  },
  deleteEndPoint: {
    deleted: "done",
    "failed-outer-success": "CARRIER_REFUSED",
    "sim-still-linked": "INVALID_TRANSITION",
  },
  endPointActivation: {
    activated: "done",
    "already-active": "already",
    failed: "CARRIER_REFUSED",
    "sim-not-attached": "INVALID_TRANSITION",
  },
  endPointBlacklisting: {
    changed: "done",
    "already-blacklisted": "CARRIER_REFUSED",
    "not-blacklisted": "CARRIER_REFUSED",
    "same-network-twice": "CARRIER_REFUSED",
    "empty-body": "OUTCOME_UNKNOWN",
  },
  endPointLifeCycleChange: {
    "active-to-suspended": "done",
    "inventory-to-active": "done",
    "suspended-to-active": "done",
    "test-to-active": "done",
    "test-to-inventory": "done",
    "localised-requested": "pending",
    "same-state": "already",
    failed: "CARRIER_REFUSED",
    "localised-failed": "CARRIER_REFUSED",
    "localised-ongoing": "OPERATION_IN_PROGRESS",
    "pre-active-or-hold": "INVALID_TRANSITION",
  },
  endpointCoverage: {
    "barred-and-blacklisted": "done",
    "two-networks": "done",
    failed: "CARRIER_REFUSED",
    "no-identifier": "INVALID_ARGUMENT",
  },
  fetchICCIDForProvisioning: {
    "one-range": "done",
    failed: "CARRIER_REFUSED",
    "insufficient-privilege": "PERMISSION_DENIED",
  },
  fetchNetworkStatus: {
    connected: "done",
    "local-profile": "done",
    "not-connected": "done",
    "no-recent-info": "empty",
    "not-active": "empty",
    failed: "CARRIER_REFUSED",
  },
  fetchSIMProvisioningDetails: {
    "all-jobs": "done",
    "one-job": "done",
    "job-failed-addon-not-active": "done",
    "job-failed-iccid-invalid": "done",
    failed: "CARRIER_REFUSED",
  },
  getEndPointProfile: {
    "active-inventory": "done",
    "active-test": "done",
    "addon-counter": "done",
    "addon-data-and-sms": "done",
    esim: "done",
    "non-pooled-benefit": "done",
    prepaid: "done",
    suspended: "done",
    failed: "CARRIER_REFUSED",
  },
  getEndpointAddonDetails: { "one-addon": "done", "ten-addons": "done", "zero-padded-balance": "done" },
  getEndpoints: {
    "by-tag": "done",
    "oem-states": "done",
    page: "done",
    unpaged: "done",
    untagged: "done",
    failed: "CARRIER_REFUSED",
  },
  getStatistics: { data: "done", "data-and-sms": "done", "nb-iot": "done", "no-record": "empty" },
  linkSim: {
    linked: "done",
    "already-active": "ALREADY_EXISTS",
    "already-pre-active": "ALREADY_EXISTS",
    "already-suspended": "ALREADY_EXISTS",
    failed: "CARRIER_REFUSED",
  },
  locationInfo: {
    located: "done",
    detached: "empty",
    "not-provided": "empty",
    "connection-failed": "CARRIER_UNAVAILABLE",
    "timed-out": "CARRIER_TIMEOUT",
    "insufficient-privilege": "PERMISSION_DENIED",
  },
  modifyEndpoint: {
    "addon-plan-removed": "done",
    "addons-changed": "done",
    "apn-changed": "done",
    "dynamic-benefit-added": "done",
    "dynamic-benefit-removed": "done",
    locked: "done",
    "locked-to-imei": "done",
    renamed: "done",
    "services-barred": "done",
    "tags-changed": "done",
    unlocked: "done",
    "unlocked-with-imei": "done",
    "value-added-feature-added": "done",
    "value-added-feature-removed": "done",
    "addon-removal-pending": "pending",
    "bad-name": "INVALID_ARGUMENT",
    "imei-already-locked": "CARRIER_REFUSED",
    "not-active": "INVALID_TRANSITION",
  },
  modifyEndpointBulk: {
    accepted: "pending",
    "accepted-apn": "pending",
    "accepted-barring": "pending",
    "accepted-dynamic-benefits": "pending",
    "accepted-rename": "pending",
    "bad-name": "INVALID_ARGUMENT",
    "too-many-values": "QUOTA_EXCEEDED",
  },
  subscribeAddon: {
    active: "done",
    "balance-lowered": "done",
    "balance-raised": "done",
    oem: "done",
    "on-first-use": "done",
    "balance-below-counter": "OUT_OF_RANGE",
  },
  updateThreshold: {
    updated: "done",
    "updated-addon-counter": "done",
    failed: "CARRIER_REFUSED",
    "no-counter": "NOT_FOUND",
  },
};

const ENDED_WELL: ReadonlySet<string> = new Set(["done", "pending", "already", "empty"]);

const answers = fixtures().filter((one): one is ResponseFixture => one.kind === "response");

const isDocumented = (operation: string): operation is DocumentedOperation => Object.hasOwn(RUNS, operation);

/** The endpoint that a profile speaks of: it is refused under another id. */
function endpointIn({ body }: ResponseFixture): string | undefined {
  return /"endPointId":"(\d+)"/.exec(JSON.stringify(body))?.[1];
}

/** What is read back to tell an endpoint that is unknown from one that is refused: it is there. */
const listing = json(envelope("0", "6742", { responseParam: { endpoints: [{ id: ENDPOINT, status: "A" }] } }));

let bics: Bics;
beforeEach(async () => {
  bics = await startBics();
});
afterEach(() => bics.stop());

describe("every printed answer", () => {
  it("has an expected ending, and no ending is without an answer", () => {
    const expected = Object.entries(ENDINGS).flatMap(([operation, names]) =>
      Object.keys(names).map((name) => `${operation}/${name}`),
    );
    expect(expected.sort()).toEqual(answers.map(({ operation, name }) => `${operation}/${name}`).sort());
  });

  for (const answer of answers) {
    const { operation, name, inner } = answer;
    if (!isDocumented(operation)) throw new Error(`${operation} is not documented`);
    const ending = ENDINGS[operation][name] ?? "missing";
    it(`${operation}/${name} ends as ${ending}`, async () => {
      const known = endpointIn(answer);
      bics.carrier.onRequest(({ path }) =>
        path === "/api/GetEndpoints" && operation !== "getEndpoints" ? listing : answerOf(answer),
      );
      const run = RUNS[operation](bics, operation === "getEndPointProfile" ? known : undefined);
      if (ENDED_WELL.has(ending)) {
        expect(await run).toBe(ending);
      } else {
        const failure = await failureOf(run);
        expect(failure.code).toBe(ending);
        expect(failure.details).toMatchObject({ carrier: "BICS", account: ACCOUNT });
        expect(failure.details.carrierCode).toBe(inner ?? undefined);
      }
    });
  }
});

describe("answers that are printed as no valid JSON", () => {
  const broken = answers.filter(({ origin }) => origin === "docs-repaired");

  it("are five", () => {
    expect(broken.map(({ operation, name }) => `${operation}/${name}`)).toEqual([
      "fetchNetworkStatus/not-connected",
      "getStatistics/data-and-sms",
      "subscribeAddon/active",
      "subscribeAddon/oem",
      "subscribeAddon/on-first-use",
    ]);
  });

  for (const answer of broken) {
    const { operation, name } = answer;
    if (!isDocumented(operation)) throw new Error(`${operation} is not documented`);
    const code = operation === "subscribeAddon" ? "OUTCOME_UNKNOWN" : "CARRIER_CONTRACT_VIOLATION";
    it(`B-15 ${operation}/${name} as printed is a ${code}`, async () => {
      bics.carrier.onRequest(() => text(brokenText(answer)));
      expect((await failureOf(RUNS[operation](bics))).code).toBe(code);
    });
  }
});
