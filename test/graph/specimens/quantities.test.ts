import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../support/graph.js";
import { MOMENT, specimen, startAhead } from "./specimen.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startAhead();
});
afterAll(() => graph.stop());

const LIMIT = "{ kind amount money { amount currency } raw }";
const BALANCE = `carrierBalanceId name kind source status remaining ${LIMIT} initial ${LIMIT} unitRaw
  validFrom { kind } validTo { kind } plan { name kind } addonInstanceId`;

const unlimited = { kind: "UNLIMITED", amount: null, money: null, raw: "UNLIMITED" };
const limited = (amount: string, raw = amount) => ({ kind: "LIMITED", amount, money: null, raw });
const euros = (amount: string, raw: string) => ({
  kind: "LIMITED",
  amount: null,
  money: { amount, currency: "EUR" },
  raw,
});
const at = { kind: "AT" };
const never = { kind: "NEVER" };
const notStarted = { kind: "NOT_STARTED" };

describe("a prepaid endpoint", () => {
  it("B-47 shows the money of its main account in euros, from cents", async () => {
    expect(await specimen(graph, "bics-eu", "activePrepaid", `billing balances { ${BALANCE} }`)).toEqual({
      billing: "PREPAID",
      balances: [
        {
          carrierBalanceId: "MA",
          name: "Main Account",
          kind: "MONEY",
          source: "MAIN_ACCOUNT",
          status: "ACTIVE",
          remaining: euros("193.599861", "19359.9861"),
          initial: euros("200.00", "20000"),
          unitRaw: "MONEY",
          validFrom: at,
          validTo: never,
          plan: null,
          addonInstanceId: null,
        },
      ],
    });
  });
});

describe("a postpaid endpoint", () => {
  it("B-41 B-45 is without limit where the carrier says so, and its allowance is bytes", async () => {
    const fields = `billing nextBillingAt ${MOMENT} balances { ${BALANCE} } bics { creditLimit ${LIMIT} mainBalance ${LIMIT} }`;
    expect(await specimen(graph, "bics-eu", "activePostpaid", fields)).toEqual({
      billing: "POSTPAID",
      nextBillingAt: {
        kind: "AT",
        time: {
          local: "2090-12-01T00:00:00",
          timeZone: "UTC",
          zoneSource: "ACCOUNT",
          instant: "2090-12-01T00:00:00Z",
          raw: "01/12/2090 00:00:00",
        },
        raw: null,
      },
      balances: [
        {
          carrierBalanceId: "PostpaidMA",
          name: "Postpaid Main Account",
          kind: "MONEY",
          source: "MAIN_ACCOUNT",
          status: "ACTIVE",
          remaining: unlimited,
          initial: unlimited,
          unitRaw: "MONEY",
          validFrom: at,
          validTo: at,
          plan: null,
          addonInstanceId: null,
        },
        {
          carrierBalanceId: "2001",
          name: "NB-IOT",
          kind: "DATA",
          source: "PLAN_PERIOD",
          status: "ACTIVE",
          remaining: limited("2097152"),
          initial: limited("2097152"),
          unitRaw: "Mb",
          validFrom: at,
          validTo: never,
          plan: { name: "Meter Europe NB", kind: "BASE" },
          addonInstanceId: null,
        },
      ],
      bics: { creditLimit: unlimited, mainBalance: unlimited },
    });
  });

  it("B-46 counts towards thresholds, in bytes, each with the add-on that sets it", async () => {
    const fields = `counters { name remaining ${LIMIT} threshold ${LIMIT} action resetsAt { kind } addonInstanceId }`;
    expect(await specimen(graph, "bics-eu", "withCounter", fields)).toEqual({
      counters: [
        {
          name: "Daily",
          remaining: limited("157286400", "150"),
          threshold: limited("157286400", "150"),
          action: "THROTTLE_512Kbps",
          resetsAt: { kind: "UNKNOWN" },
          addonInstanceId: null,
        },
        {
          name: "Daily_DATA",
          remaining: limited("3145728", "3"),
          threshold: limited("3145728", "3"),
          action: "THROTTLE_384Kbps",
          resetsAt: notStarted,
          addonInstanceId: "12005",
        },
        {
          name: "Daily_NB-IoT",
          remaining: limited("5242880", "5"),
          threshold: limited("5242880", "5"),
          action: "DEFAULT",
          resetsAt: at,
          addonInstanceId: "12006",
        },
      ],
    });
  });
});

describe("an endpoint with add-ons", () => {
  it("tells one that waits for its first use from one that runs", async () => {
    const fields =
      "addons { instanceId plan { carrierPlanId name kind } service { id name } status validFrom { kind } validTo { kind } }";
    expect(await specimen(graph, "bics-eu", "withAddonNotStarted", fields)).toEqual({
      addons: [
        {
          instanceId: "12003",
          plan: { carrierPlanId: "560512", name: "Prepaid on usage", kind: "ADDON" },
          service: { id: "4", name: "COMBO" },
          status: "PENDING",
          validFrom: notStarted,
          validTo: notStarted,
        },
        {
          instanceId: "12004",
          plan: { carrierPlanId: "560510", name: "SBI05", kind: "ADDON" },
          service: { id: "4", name: "COMBO" },
          status: "ACTIVE",
          validFrom: at,
          validTo: at,
        },
      ],
    });
  });

  it("has a dynamic benefit of its own, granted in megabytes and left in bytes", async () => {
    const fields = `bics {
      dynamicBenefitNames { id name }
      dynamicBenefits { id name isPooled isAutoRenewed benefits { kindRaw rateZoneId granted ${LIMIT} remaining ${LIMIT} } }
    }`;
    const part = {
      kindRaw: "1",
      rateZoneId: "10808",
      granted: limited("104857600", "100"),
      remaining: limited("102174028"),
    };
    expect(await specimen(graph, "bics-eu", "withOwnDynamicBenefit", fields)).toEqual({
      bics: {
        dynamicBenefitNames: [{ id: "1335", name: "Own_megabytes - non-pooled" }],
        dynamicBenefits: [
          { id: "1335", name: "Own_megabytes", isPooled: false, isAutoRenewed: true, benefits: [part] },
        ],
      },
    });
  });
});
