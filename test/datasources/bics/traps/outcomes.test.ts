import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../../src/datasources/bics/operations/index.js";
import { hang, json } from "../../../support/scripted-answers.js";
import { lab, profileWith } from "../lab.js";
import { BULK_CREATION, CREATION, ENDPOINT, ICCID } from "../runs.js";
import { call, envelope, failureOf, fixed, saidBy } from "../support.js";

const carrier = lab();
const all = () => carrier.all;

describe("B-20 a refusal that says that it is so already", () => {
  it("B-20 is told as such, with the carrier's code", async () => {
    carrier.prints("endPointLifeCycleChange", "same-state");
    expect(await all().writes.changeState(ENDPOINT, "SUSPENDED", null, call())).toMatchObject({
      is: "already",
      carrierCode: "1254",
      reached: "SUSPENDED",
    });
    carrier.prints("changePlan", "same-plan");
    expect(await all().writes.changePlan(ENDPOINT, "1", call())).toMatchObject({ is: "already", carrierCode: "5020" });
  });

  it("B-20 a SIM in use counts as linked only when the endpoint has this very SIM", async () => {
    const link = () => all().writes.linkSim(ENDPOINT, ICCID, call());
    const holding = (iccid: string) =>
      carrier.bics.carrier.onRequest(({ path }) =>
        path.endsWith("/LinkSim") ? fixed("linkSim", "already-active") : json(profileWith({ iccid })),
      );
    holding(ICCID);
    expect(await link()).toMatchObject({ is: "already", carrierCode: "2507", reference: ENDPOINT });
    holding("8932042000000099999");
    expect(saidBy(await failureOf(link()))).toEqual({ code: "ALREADY_EXISTS", carrierCode: "2507" });
  });

  it("B-20 a black list is as wanted only when the coverage says so of every network", async () => {
    const network = (tadigCode: string, blacklisted: string) => ({ tadigCode, categoryGroupId: "SP1", blacklisted });
    const covering = (...coverage: object[]) =>
      carrier.bics.carrier.onRequest(({ path }) =>
        path.endsWith("/endPointBlacklisting")
          ? fixed("endPointBlacklisting", "already-blacklisted")
          : json(envelope("0", "10132", { responseParam: { coverage } })),
      );
    const add = [
      { tadig: "UKRKS", categoryGroupId: "SP1" },
      { tadig: "AUTCA", categoryGroupId: "SP1" },
    ];
    const blacklist = () => all().writes.updateBlacklist(ENDPOINT, { add, remove: [] }, call());
    covering(network("UKRKS", "true"), network("AUTCA", "true"));
    expect(await blacklist()).toMatchObject({ is: "already", carrierCode: "10134" });
    covering(network("UKRKS", "true"), network("AUTCA", "false"));
    expect((await failureOf(blacklist())).code).toBe("CARRIER_REFUSED");
    covering(network("UKRKS", "true"));
    expect((await failureOf(blacklist())).code).toBe("CARRIER_REFUSED");
  });
});

it("B-21 having nothing to tell is no failure, and the reason is kept", async () => {
  carrier.prints("getStatistics", "no-record");
  expect(await all().usage.usage(ENDPOINT, { from: "2020-01-01", to: "2020-01-02" }, call())).toEqual({
    data: { days: [], total: null },
    nbIot: { days: [], total: null },
    sms: { days: [], totals: [] },
    absence: { carrierCode: "1340", carrierMessage: "No record exists" },
  });
  carrier.prints("fetchNetworkStatus", "not-active");
  expect((await all().connectivity.connectivity(ENDPOINT, call())).absence?.carrierCode).toBe("2503");
  carrier.prints("locationInfo", "not-provided");
  expect((await all().location.location(ENDPOINT, call())).absence?.carrierCode).toBe("10094");
});

it("B-22 a creation that the carrier itself is unsure of is unknown and is sent once", async () => {
  for (const code of ["10239", "10240"]) {
    carrier.answers("1", code);
    carrier.count();
    const failure = await failureOf(all().writes.create(CREATION, call()));
    expect(saidBy(failure)).toEqual({ code: "OUTCOME_UNKNOWN", carrierCode: code });
    expect(carrier.count()).toBe(1);
  }
});

it("B-23 the slow operations are granted 180 seconds, and one that takes longer than its caller waits is unknown", async () => {
  expect(DOCUMENTED.createEndPoint.timeoutMs).toBe(180_000);
  expect(DOCUMENTED.endPointLifeCycleChange.timeoutMs).toBe(180_000);
  carrier.says(hang());
  const failure = await failureOf(all().writes.create(CREATION, call(200)));
  expect(failure.code).toBe("OUTCOME_UNKNOWN");
});

it("B-24 what is only taken on is pending", async () => {
  carrier.prints("deLinkSim", "pending-session");
  expect(await all().writes.unlinkSim(ENDPOINT, call())).toMatchObject({ is: "pending", carrierCode: "7021" });
  carrier.prints("modifyEndpoint", "addon-removal-pending");
  const removal = { removeAddonInstanceIds: ["12315"] };
  expect(await all().writes.update(ENDPOINT, removal, call())).toMatchObject({ is: "pending", carrierCode: "10199" });
  carrier.answers("1", "10202");
  expect((await failureOf(all().writes.update(ENDPOINT, removal, call()))).code).toBe("OPERATION_IN_PROGRESS");
});

it("B-25 a state that is only requested is not told as reached, though the carrier prints it", async () => {
  carrier.prints("endPointLifeCycleChange", "localised-requested");
  expect(await all().writes.changeState(ENDPOINT, "ACTIVE", null, call())).toMatchObject({
    is: "pending",
    previous: "SUSPENDED",
    reached: null,
  });
  carrier.prints("endPointLifeCycleChange", "suspended-to-active");
  expect(await all().writes.changeState(ENDPOINT, "ACTIVE", null, call())).toMatchObject({
    is: "done",
    previous: "SUSPENDED",
    reached: "ACTIVE",
  });
});

it("B-26 a deletion before the SIM is off is refused by state, not unknown", async () => {
  carrier.prints("deleteEndPoint", "sim-still-linked");
  expect(saidBy(await failureOf(all().writes.remove(ENDPOINT, call())))).toEqual({
    code: "INVALID_TRANSITION",
    carrierCode: "10158",
  });
});

describe("B-27 a creation", () => {
  it("B-27 tells how far it came, and that this is less than was asked for", async () => {
    const created = async (name: string) => {
      carrier.prints("createEndPoint", name);
      const { reached, isPartial } = await all().writes.create(CREATION, call());
      return { reached, isPartial };
    };
    expect(await created("activated")).toEqual({ reached: "ACTIVATED", isPartial: false });
    expect(await created("sim-linked")).toEqual({ reached: "LINKED", isPartial: true });
    expect(await created("created")).toEqual({ reached: "CREATED", isPartial: true });
  });

  it("B-27 without a SIM is complete when it is created", async () => {
    carrier.prints("createEndPoint", "created");
    const plain = { ...CREATION, iccid: null, isActivated: false };
    expect(await all().writes.create(plain, call())).toMatchObject({
      reached: "CREATED",
      isPartial: false,
      reference: expect.stringMatching(/^\d{8}$/),
    });
  });

  it("B-27 that failed after the endpoint was made names the endpoint", async () => {
    carrier.answers("1", "6412", { endPointId: "51175551" });
    const failure = await failureOf(all().writes.create(CREATION, call()));
    expect(failure.details.carrierReference).toBe("51175551");
  });
});

it("B-29 ongoing is worth another try later, and a failed change says that the carrier advises one", async () => {
  const suspend = () => failureOf(all().writes.changeState(ENDPOINT, "SUSPENDED", null, call()));
  carrier.prints("endPointLifeCycleChange", "localised-ongoing");
  expect((await suspend()).facts.retryable).toBe(true);
  carrier.prints("endPointLifeCycleChange", "localised-failed");
  expect((await suspend()).hint).toContain("try again");
  carrier.prints("endPointLifeCycleChange", "failed");
  expect((await suspend()).hint).not.toContain("try again");
});

it("B-31 the references of a bulk creation and of a bulk change are two kinds of id", async () => {
  carrier.answers("0", "10054", { simProvisionId: "10476", JobId: "1" });
  const sims = { iccids: ["8932042000000000011"] };
  const creation = { ...BULK_CREATION, sims };
  expect((await all().bulk.create(creation, call())).reference).toBe("10476");
  carrier.answers("0", "10070", { simProvisionId: "10476", JobId: "12072" });
  const change = all().bulk.update({ by: "endpointId", values: ["1"] }, { name: "new name" }, call());
  expect((await change).reference).toBe("12072");
});

it("B-32 JobId is read with its capital J, beside the codes", async () => {
  carrier.answers("0", "10070", { jobId: "1", responseParam: { JobId: "2" } });
  const change = () => all().bulk.update({ by: "endpointId", values: ["1"] }, { name: "new name" }, call());
  expect(await change()).toMatchObject({ is: "pending", reference: null });
});

it("B-33 a running creation is running, an unknown word is unknown, and the filters exclude each other", async () => {
  const row = (status: string) => ({ simProvisionId: "1", status });
  const rows = [row("Processing"), row("Success"), row("Fail"), row("Rolled back")];
  carrier.answers("0", "10050", { responseParam: { rows } });
  const jobs = await all().own.bulkCreations({ all: true }, call());
  expect(jobs.map(({ state }) => state)).toEqual(["RUNNING", "SUCCEEDED", "FAILED", "UNKNOWN"]);
  expect(jobs[3]?.stateRaw).toBe("Rolled back");
  const both = { simProvisionId: "1", endpointStatus: "Active" };
  expect(DOCUMENTED.fetchSIMProvisioningDetails.query.safeParse(both).success).toBe(false);
});
