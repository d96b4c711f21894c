import { describe, expect, it } from "vitest";
import { fixture, type RequestFixture } from "./fixtures.js";
import { lab } from "./lab.js";
import { BULK_CREATION, CREATION, ENDPOINT, ICCID } from "./runs.js";
import { call, type everythingOf } from "./support.js";

const carrier = lab();

/** Sends and is refused: only the request is of interest here. */
async function refused(run: (all: ReturnType<typeof everythingOf>) => Promise<unknown>): Promise<void> {
  carrier.answers("1", "77777");
  await run(carrier.all).catch(() => null);
}

const example = (operation: string, name: string): RequestFixture => {
  const found = fixture(operation, name);
  if (found.kind !== "request") throw new Error(`${operation}/${name} is a response`);
  return found;
};

describe("requests that write", () => {
  it("create an endpoint, link its SIM and activate it, as printed", async () => {
    await refused(({ writes }) => writes.create(CREATION, call()));
    expect(carrier.sent()).toEqual(example("createEndPoint", "request-link-and-activate").body);
  });

  it("create an endpoint with everything that may be said", async () => {
    await refused(({ writes }) =>
      writes.create(
        {
          ...CREATION,
          roamingProfileIds: ["2", "125"],
          dynamicBenefitId: "1568",
          imeiLock: "LOCKED",
          imei: "172938712893782",
          addonPlanIds: ["599646"],
          valueAddedFeatureIds: ["7"],
        },
        call(),
      ),
    );
    expect(carrier.sent()).toEqual({
      Request: {
        requestParam: {
          name: "Endpointname3",
          isLinkSIM: "true",
          iccid: "8932042000000010297",
          roamingProfileId: "2|125",
          apnGroupId: "PDP_1002",
          planId: "560077",
          isDefaultActivation: "true",
          monthlyLimit: "1000",
          benefits: "1568",
          imeiLockStatus: "LOCK",
          imei: "172938712893782",
          addonPlanIds: ["599646"],
          valueAddedFeatureIds: ["7"],
          tagIds: ["1001", "1002", "1003"],
        },
      },
    });
  });

  it("change add-ons and tags, as printed", async () => {
    const change = {
      addAddonPlanIds: ["pland103", "pland104", "pland155"],
      removeAddonPlanIds: ["pland101", "pland102"],
      addTagIds: ["1001"],
      removeTagIds: ["1002"],
    };
    await refused(({ writes }) => writes.update("51175551", change, call()));
    expect(carrier.sent()).toEqual(example("modifyEndpoint", "request-addons-and-tags").body);
  });

  it("change everything else of an endpoint", async () => {
    const change = {
      name: "a new name",
      apnGroupId: "PDP_1",
      imeiLock: "UNLOCKED" as const,
      imei: "172938712893782",
      removeAddonInstanceIds: ["12315"],
      addValueAddedFeatureIds: ["1"],
      removeValueAddedFeatureIds: ["2"],
      addDynamicBenefitIds: ["3"],
      removeDynamicBenefitIds: ["4"],
      barring: { services: { RAT_2G: true, RAT_2G_3G: false, RAT_4G: true, RAT_5G: false } },
    };
    await refused(({ writes }) => writes.update(ENDPOINT, change, call()));
    expect(carrier.sent()).toEqual({
      Request: {
        endPointId: ENDPOINT,
        requestParam: {
          endPointName: "a new name",
          apnGroupId: "PDP_1",
          imeiLockStatus: "UNLOCK",
          imei: "172938712893782",
          removeAddonUniqueIds: ["12315"],
          addValueAddedFeatureIds: ["1"],
          removeValueAddedFeatureIds: ["2"],
          addDynamicBenefitsIds: ["3"],
          removeDynamicBenefitsIds: ["4"],
          bar_2G: "True",
          "bar_2G/3G": "False",
          bar_4G: "True",
          bar_5G: "False",
        },
      },
    });
  });

  it("delete an endpoint, as printed", async () => {
    await refused(({ writes }) => writes.remove("51175551", call()));
    expect(carrier.sent()).toEqual(example("deleteEndPoint", "request").body);
  });

  it("link a SIM, as printed", async () => {
    await refused(({ writes }) => writes.linkSim("51079021", ICCID, call()));
    expect(carrier.sent()).toEqual(example("linkSim", "request").body);
  });

  it("unlink a SIM, as printed", async () => {
    await refused(({ writes }) => writes.unlinkSim("51079185", call()));
    expect(carrier.sent()).toEqual(example("deLinkSim", "request").body);
  });

  it("activate an endpoint, as printed", async () => {
    await refused(({ writes }) => writes.activate("51075798", call()));
    expect(carrier.sent()).toEqual(example("endPointActivation", "request").body);
  });

  it("suspend an endpoint, as printed", async () => {
    await refused(({ writes }) => writes.changeState("51079185", "SUSPENDED", "SYSTEM", call()));
    expect(carrier.sent()).toEqual(example("endPointLifeCycleChange", "request-suspend").body);
  });

  it("replace the roaming profiles", async () => {
    await refused(({ writes }) => writes.changeRoamingProfiles(ENDPOINT, ["2", "3"], call()));
    expect(carrier.sent()).toEqual({
      Request: { endPointId: ENDPOINT, requestParam: { roamingProfileIds: ["2", "3"] } },
    });
  });

  it("change the plan, as printed", async () => {
    await refused(({ writes }) => writes.changePlan("51079192", "560082", call()));
    expect(carrier.sent()).toEqual(example("changePlan", "request").body);
  });

  it("set a threshold, as printed", async () => {
    const change = {
      planId: "619721",
      counterId: "C_Daily_1_CE_USAGE_VOLUME_4_5_108",
      addonInstanceId: "23770",
      bytes: 3_145_728n,
    };
    await refused(({ writes }) => writes.setThreshold("51788643", change, call()));
    expect(carrier.sent()).toEqual(example("updateThreshold", "request").body);
  });

  it("subscribe an add-on, as printed", async () => {
    await refused(({ writes }) => writes.subscribeAddon("5678433", { planId: "599646", adjustments: [] }, call()));
    expect(carrier.sent()).toEqual(example("subscribeAddon", "request").body);
  });

  it("change the black list in both directions", async () => {
    const change = {
      add: [{ tadig: "UKRKS", categoryGroupId: "SP14073" }],
      remove: [{ tadig: "AUTCA", categoryGroupId: "SP14073" }],
    };
    await refused(({ writes }) => writes.updateBlacklist(ENDPOINT, change, call()));
    expect(carrier.sent()).toEqual({
      coverageBlacklistInfo: {
        resourceType: "endPointId",
        value: ENDPOINT,
        add: [{ tadigCode: "UKRKS", categoryGroupId: "SP14073" }],
        remove: [{ tadigCode: "AUTCA", categoryGroupId: "SP14073" }],
      },
    });
  });

  it("create endpoints in bulk: as printed, but without the ignored field and with the activation said", async () => {
    await refused(({ bulk }) => bulk.create(BULK_CREATION, call()));
    const { bulkProvisioningInfo } = example("bulkProvisioning", "request-range").body as {
      bulkProvisioningInfo: Record<string, unknown>;
    };
    const { dynamicBenefitEnable: _, ...printed } = bulkProvisioningInfo;
    expect(carrier.sent()).toEqual({ bulkProvisioningInfo: { ...printed, isDefaultActivation: "false" } });
  });

  it("change endpoints in bulk, as printed", async () => {
    await refused(({ bulk }) =>
      bulk.update({ by: "msisdn", values: ["329999800011461"] }, { imeiLock: "LOCKED" }, call()),
    );
    expect(carrier.sent()).toEqual(example("modifyEndpointBulk", "request-lock-by-msisdn").body);
  });
});
