import { expect, it } from "vitest";
import { empty, json, text } from "../../../support/scripted-answers.js";
import { lab, listingWith, profileWith } from "../lab.js";
import { ENDPOINT, ICCID } from "../runs.js";
import { call, envelope, failureOf, fixed, response, saidBy } from "../support.js";

const carrier = lab();
const all = () => carrier.all;
const FIRST = { number: 1, size: 10 };
const list = () => all().endpoints.list(FIRST, {}, call());

it("B-01 success needs the outer 0 and an inner success code, one alone is none", async () => {
  carrier.answers("0", "10159");
  expect(await all().writes.remove(ENDPOINT, call())).toMatchObject({ is: "done", carrierCode: "10159" });
  carrier.answers("1", "10159");
  expect((await failureOf(all().writes.remove(ENDPOINT, call()))).code).toBe("OUTCOME_UNKNOWN");
  carrier.answers("2", "10158");
  expect((await failureOf(all().writes.remove(ENDPOINT, call()))).code).toBe("OUTCOME_UNKNOWN");
  carrier.answers("0", "6411");
  expect((await failureOf(all().writes.remove(ENDPOINT, call()))).code).toBe("OUTCOME_UNKNOWN");
});

it("B-02 an outer 0 around a failing inner code is a failure, in all the printed pairs", async () => {
  carrier.prints("deleteEndPoint", "failed-outer-success");
  expect(saidBy(await failureOf(all().writes.remove(ENDPOINT, call())))).toEqual({
    code: "CARRIER_REFUSED",
    carrierCode: "10160",
  });
  const suspend = () => all().writes.changeState(ENDPOINT, "SUSPENDED", null, call());
  carrier.prints("endPointLifeCycleChange", "localised-ongoing");
  expect((await failureOf(suspend())).code).toBe("OPERATION_IN_PROGRESS");
  carrier.prints("endPointLifeCycleChange", "localised-failed");
  expect((await failureOf(suspend())).code).toBe("CARRIER_REFUSED");
  carrier.prints("fetchSIMProvisioningDetails", "job-failed-iccid-invalid");
  const [job] = await all().own.bulkCreations({ all: true }, call());
  expect(job).toMatchObject({ state: "FAILED", stateRaw: "Fail" });
});

it("B-03 one inner code means different things to different operations", async () => {
  carrier.answers("0", "6409");
  expect(await all().writes.linkSim(ENDPOINT, ICCID, call())).toMatchObject({ is: "done" });
  expect((await failureOf(all().writes.unlinkSim(ENDPOINT, call()))).code).toBe("OUTCOME_UNKNOWN");
  carrier.answers("1", "6420");
  expect(await all().writes.unlinkSim(ENDPOINT, call())).toMatchObject({ is: "already" });
  expect((await failureOf(all().writes.activate(ENDPOINT, call()))).code).toBe("INVALID_TRANSITION");
});

it("B-05 a code that is only in the table, never in an example, is understood", async () => {
  carrier.answers("1", "10257");
  expect(await all().addons.details(ENDPOINT, call())).toEqual([]);
  carrier.answers("1", "11055");
  expect((await failureOf(all().location.location(ENDPOINT, call()))).code).toBe("SERVICE_NOT_APPLICABLE");
  carrier.answers("0", "9003");
  expect(await all().writes.changeState(ENDPOINT, "ACTIVE", null, call())).toMatchObject({ is: "done" });
});

it("B-06 codes are texts: an outer 00 or an inner 06742 is not taken for 0 and 6742", async () => {
  carrier.answers("00", "6742");
  expect((await failureOf(list())).code).toBe("CARRIER_CONTRACT_VIOLATION");
  carrier.answers("0", "06742");
  expect((await failureOf(list())).code).toBe("CARRIER_CONTRACT_VIOLATION");
});

it("B-07 words in other case, with other blanks or none do not change the outcome", async () => {
  for (const description of ["Fetch endpoints success", "FETCH  ENDPOINTS Failure !!", ""]) {
    carrier.answers("0", "6742", {}, description);
    expect(await list()).toEqual({ rows: [], total: null });
  }
});

it("B-08 the reason after the dash of a description reaches the caller", async () => {
  carrier.prints("modifyEndpoint", "imei-already-locked");
  const failure = await failureOf(all().writes.update(ENDPOINT, { imeiLock: "LOCKED" }, call()));
  expect(failure.details.carrierMessage).toContain("Please UNLOCK the Endpoint first");
});

it("B-09 HTTP 202 is no success and HTTP 200 no failure: the codes decide", async () => {
  const rename = () => all().writes.update(ENDPOINT, { name: "new name" }, call());
  const renameMany = () => all().bulk.update({ by: "imsi", values: ["1"] }, { name: "new name" }, call());
  expect(response("modifyEndpointBulk", "too-many-values").httpStatus).toBe(202);
  carrier.prints("modifyEndpointBulk", "too-many-values");
  expect((await failureOf(renameMany())).code).toBe("QUOTA_EXCEEDED");
  for (const status of [200, 202]) {
    carrier.says(json(envelope("0", "10068"), status));
    expect(await rename()).toMatchObject({ is: "done" });
  }
});

it("B-10 the order of keys does not matter", async () => {
  const { Response } = envelope("0", "6742", { responseParam: { endpoints: [{ id: "1" }] } });
  carrier.says(json({ Response: Object.fromEntries(Object.entries(Response).reverse()) }));
  expect((await list()).rows).toHaveLength(1);
});

it("B-11 an answer without its container is empty where it succeeds and a typed failure where it does not", async () => {
  carrier.answers("0", "6742");
  expect((await list()).rows).toEqual([]);
  carrier.answers("0", "11008");
  expect(await all().connectivity.connectivity(ENDPOINT, call())).toMatchObject({ state: "UNKNOWN", absence: null });
  carrier.prints("endpointCoverage", "failed");
  expect((await failureOf(all().networks.networks(ENDPOINT, null, call()))).code).toBe("CARRIER_REFUSED");
});

it("B-12 the content is found in each of its three containers", async () => {
  carrier.says(json(profileWith({ name: "in info" })));
  expect((await all().endpoints.profile(ENDPOINT, call()))?.name).toBe("in info");
  carrier.says(json(listingWith({ id: "1", name: "in responseParam" })));
  expect((await list()).rows[0]?.name).toBe("in responseParam");
  carrier.prints("deLinkSim", "delinked");
  expect((await all().writes.unlinkSim(ENDPOINT, call())).is).toBe("done");
  carrier.prints("modifyEndpointBulk", "accepted");
  const job = await all().bulk.update({ by: "imsi", values: ["206281000000018"] }, { name: "new name" }, call());
  expect(job.reference).toMatch(/^\d+$/);
});

it("B-13 totals are texts beside the rows, and may be absent or wrong", async () => {
  const total = async (fields: object) => {
    carrier.answers("0", "6742", fields);
    return (await list()).total;
  };
  expect(await total({ totalNoOfRecords: "106", totalNoOfPages: "12" })).toBe(106);
  expect(await total({ responseParam: { totalNoOfRecords: "106" } })).toBeNull();
  expect(await total({ totalNoOfRecords: "many" })).toBeNull();
  carrier.says(json({ ...envelope("0", "6742"), totalNoOfRecords: "17" }));
  expect((await list()).total).toBe(17);
});

it("B-14 lists stand under endpoints, rows and coverage", async () => {
  carrier.prints("getEndpoints", "by-tag");
  expect((await list()).rows).toHaveLength(1);
  carrier.prints("fetchICCIDForProvisioning", "one-range");
  expect(await all().own.iccidRanges(call())).toHaveLength(1);
  carrier.prints("endpointCoverage", "two-networks");
  expect(await all().networks.networks(ENDPOINT, null, call())).toHaveLength(2);
});

it("B-16 an empty body leaves the outcome of a change open", async () => {
  carrier.says(fixed("endPointBlacklisting", "empty-body"));
  const add = [{ tadig: "UKRKS", categoryGroupId: "SP14073" }];
  const failure = await failureOf(all().writes.updateBlacklist(ENDPOINT, { add, remove: [] }, call()));
  expect(saidBy(failure)).toEqual({ code: "OUTCOME_UNKNOWN", carrierCode: undefined });
  carrier.says(empty());
  expect((await failureOf(list())).code).toBe("CARRIER_CONTRACT_VIOLATION");
});

it("B-17 a missing privilege is PERMISSION_DENIED and is asked once only", async () => {
  carrier.prints("fetchICCIDForProvisioning", "insufficient-privilege");
  carrier.count();
  const failure = await failureOf(all().own.iccidRanges(call()));
  expect(saidBy(failure)).toEqual({ code: "PERMISSION_DENIED", carrierCode: "10002" });
  expect(failure.facts.retryable).toBe(false);
  expect(carrier.count()).toBe(1);
});

it("B-17 a real HTTP 403 is PERMISSION_DENIED too, whatever its body", async () => {
  carrier.says(text("<html>Forbidden</html>", 403));
  expect((await failureOf(list())).code).toBe("PERMISSION_DENIED");
});
