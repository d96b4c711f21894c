import { expect, it } from "vitest";
import { json } from "../../../support/scripted-answers.js";
import { lab, listingWith, profileWith } from "../lab.js";
import { ENDPOINT } from "../runs.js";
import { call, failureOf } from "../support.js";

const carrier = lab();
const all = () => carrier.all;

it("B-130 OEM endpoints are under test or in inventory, and a SIM goes with them", async () => {
  carrier.prints("getEndpoints", "oem-states");
  const { rows } = await all().endpoints.list({ number: 1, size: 10 }, {}, call());
  expect(rows.map(({ state, sim }) => [state, sim?.state])).toEqual([
    ["TEST", "TEST"],
    ["ACTIVE", "ACTIVE"],
    ["INVENTORY", "INVENTORY"],
    ["HOLD", undefined],
  ]);
});

it("B-130 every state of the listing has its word, and a new one is unknown with its own", async () => {
  const words = ["PA", "A", "S", "H", "AT", "AI", "ZZ"];
  carrier.says(json(listingWith(...words.map((status, id) => ({ id, status, iccid: `899${id}` })))));
  const { rows } = await all().endpoints.list({ number: 1, size: 10 }, {}, call());
  expect(rows.map(({ state }) => state)).toEqual([
    "PRE_ACTIVE",
    "ACTIVE",
    "SUSPENDED",
    "HOLD",
    "TEST",
    "INVENTORY",
    "UNKNOWN",
  ]);
  expect(rows.at(-1)).toMatchObject({ stateRaw: "ZZ", sim: { state: "UNKNOWN", stateRaw: "ZZ" } });
});

it("B-131 a life cycle change of an OEM endpoint succeeds with either code", async () => {
  for (const code of ["5017", "9003"]) {
    carrier.answers("0", code, { responseParam: { currentStatus: "AI", previousStatus: "AT" } });
    expect(await all().writes.changeState(ENDPOINT, "INVENTORY", null, call())).toMatchObject({
      is: "done",
      previous: "TEST",
      reached: "INVENTORY",
    });
  }
});

it("B-132 an add-on of an OEM endpoint has neither instance nor dates yet, and is pending", async () => {
  carrier.prints("subscribeAddon", "oem");
  const { addons, balances, counters } = await all().writes.subscribeAddon(
    ENDPOINT,
    { planId: "123456", adjustments: [] },
    call(),
  );
  expect(addons).toMatchObject([
    {
      key: { native: `${ENDPOINT}/123456#1` },
      instanceId: null,
      status: "PENDING",
      validFrom: { kind: "NOT_STARTED" },
    },
  ]);
  expect(balances).toMatchObject([{ status: "PENDING", plan: { name: "Adddon" } }]);
  expect(counters).toEqual([]);
});

it("B-132 add-ons of an OEM endpoint are removed by plan, those of others by instance", async () => {
  carrier.answers("0", "10068");
  await all().writes.update(ENDPOINT, { removeAddonPlanIds: ["P1"] }, call());
  expect(carrier.sent()).toMatchObject({ Request: { requestParam: { removeAddonPlanIds: ["P1"] } } });
  await all().writes.update(ENDPOINT, { removeAddonInstanceIds: ["12315"] }, call());
  expect(carrier.sent()).toMatchObject({ Request: { requestParam: { removeAddonUniqueIds: ["12315"] } } });
});

it("B-133 what a localised endpoint refuses is not applicable to it", async () => {
  carrier.answers("1", "10250");
  expect((await failureOf(all().writes.unlinkSim(ENDPOINT, call()))).code).toBe("SERVICE_NOT_APPLICABLE");
  carrier.answers("1", "10252");
  const change = { counterId: "C", addonInstanceId: "1", planId: null, bytes: 0n };
  expect((await failureOf(all().writes.setThreshold(ENDPOINT, change, call()))).code).toBe("SERVICE_NOT_APPLICABLE");
  carrier.answers("1", "11055");
  expect((await failureOf(all().location.location(ENDPOINT, call()))).code).toBe("SERVICE_NOT_APPLICABLE");
});

it("B-134 RSP states are told apart however the blanks stand, and new words are unknown and kept", async () => {
  const esimOf = async (rspState: string, eSimProfileStatus: string) => {
    carrier.says(json(profileWith({ rspState, eSimProfileStatus })));
    return (await all().endpoints.profile(ENDPOINT, call()))?.esimProfile;
  };
  expect(await esimOf("Global (Local Downloaded)", "downloaded")).toMatchObject({
    rsp: "GLOBAL_LOCAL_DOWNLOADED",
    state: "DOWNLOADED",
  });
  expect(await esimOf("Global(Local SetFallback)", "installed")).toMatchObject({ rsp: "GLOBAL_LOCAL_SET_FALLBACK" });
  expect(await esimOf("Global (Local Set Fallback)", "error")).toMatchObject({
    rsp: "GLOBAL_LOCAL_SET_FALLBACK",
    state: "FAILED",
  });
  expect(await esimOf("Lunar", "melted")).toEqual({
    state: "UNKNOWN",
    stateRaw: "melted",
    rsp: "UNKNOWN",
    rspRaw: "Lunar",
  });
});

it("B-135 an endpoint on hold has no SIM and keeps its plan", async () => {
  carrier.says(json(profileWith({ currentStatus: "H", planId: "P", planName: "still here" })));
  expect(await all().endpoints.profile(ENDPOINT, call())).toMatchObject({
    state: "HOLD",
    sim: null,
    plan: { name: "still here" },
  });
});
