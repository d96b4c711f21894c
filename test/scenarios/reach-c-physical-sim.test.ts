import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BY_CALLBACKS, BY_POLLING, bought, newLine, purchase, type Reach, startReach } from "./reach-support.js";

const SIM = `query ($account: ID!, $iccid: String!) { it: account(id: $account) { sales {
  sim(iccid: $iccid) { isValid mode hasWifiCalling isVolteCompatible } } } }`;
const ACTIVATION = "state msisdn activation { state stateRaw msisdn message }";

let reach: Reach;

describe.each([BY_CALLBACKS, BY_POLLING])("Scenario C, $way", (way) => {
  beforeAll(async () => {
    reach = await startReach(way);
  });
  afterAll(() => reach.stop());

  const check = (iccid: string) => reach.ask(SIM, { account: reach.account, iccid });

  it("R-31 R-37 R-77 a SIM that has come is checked and activated", async () => {
    const order = purchase(reach, [newLine(reach, { simType: "PSIM" })], { shipmentType: "SHIP-EXPRESS" });
    const customer = await bought(reach, order);
    await reach.pass(86_400_000);
    expect(await reach.of(customer, "shipment { statusRaw courier trackingNumber trackingUrl }")).toMatchObject({
      shipment: { statusRaw: "SHIPPED", courier: "UPS", trackingUrl: expect.stringMatching(/^https:/) },
    });
    const iccid = reach.native("iccidFree");
    expect(await check(iccid)).toEqual({
      sales: { sim: { isValid: true, mode: "PSIM", hasWifiCalling: true, isVolteCompatible: true } },
    });
    reach.forget();
    const { id, state } = await reach.begin("subscriberActivate", { subscriber: customer, sim: { iccid } });
    expect(state).toBe("RUNNING");
    if (way === BY_CALLBACKS) expect(reach.counts).toEqual({ customerInfo: 1, activation: 1 });
    expect(await reach.of(customer, ACTIVATION)).toMatchObject({
      state: "PENDING",
      activation: { state: "IN_PROGRESS", stateRaw: "1", msisdn: null },
    });
    reach.forget();
    await reach.pass();
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
    if (way === BY_CALLBACKS) expect(reach.counts).toEqual({ activationStatus: 1 });
    const active = await reach.of<{ msisdn: string }>(customer, `${ACTIVATION} sim { iccid }`);
    expect(active).toMatchObject({ state: "ACTIVE", activation: { state: "ACTIVE" }, sim: { iccid } });
    const byNumber = "query ($msisdn: String!) { it: subscriber(by: { msisdn: $msisdn }) { id } }";
    expect(await reach.ask(byNumber, { msisdn: active.msisdn })).toEqual({ id: customer });
    expect(reach.changes.filter((name) => name === "activation")).toHaveLength(1);
    expect(reach.told).toEqual(way === BY_CALLBACKS ? ["PRODUCT_PURCHASE 200", "ACTIVATION 200"] : []);
  });

  it("R-31 ends as failed when the network refuses the SIM, and is tried again", async () => {
    const subscriber = reach.subscriber("activationFails");
    const sim = { iccid: reach.native("iccidFreeToo") };
    const failed = await reach.act("subscriberActivate", { subscriber, sim });
    expect(failed).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    expect(await reach.of(subscriber, "activation { state message }")).toEqual({
      activation: { state: "FAILED", message: "The network has refused the SIM" },
    });
    await reach.happen({ customerId: reach.native("activationFails"), customer: { activationFails: false } });
    expect((await reach.act("subscriberActivate", { subscriber, sim })).state).toBe("SUCCEEDED");
  });

  it("R-41 a SIM that is blocked is told so before, and refused after", async () => {
    const iccid = reach.native("iccidInvalid");
    expect(await check(iccid)).toMatchObject({ sales: { sim: { isValid: false } } });
    const refused = await reach.begin("subscriberActivate", {
      subscriber: reach.subscriber("inactivePsim"),
      sim: { iccid },
    });
    expect(refused).toMatchObject({ state: "FAILED", error: { code: "INVALID_ARGUMENT" } });
  });
});

describe("a shipment", () => {
  beforeAll(async () => {
    reach = await startReach();
  });
  afterAll(() => reach.stop());

  it("is called off while it is pending", async () => {
    const subscriber = reach.subscriber("inactivePsim");
    expect((await reach.begin("shipmentCancel", { subscriber })).state).toBe("SUCCEEDED");
    expect(await reach.of(subscriber, "shipment { statusRaw }")).toEqual({ shipment: { statusRaw: "CANCELLED" } });
  });

  it("is not called off once it is on its way", async () => {
    const refused = await reach.begin("shipmentCancel", { subscriber: reach.subscriber("shipped") });
    expect(refused).toMatchObject({ state: "FAILED", error: { code: "INVALID_TRANSITION" } });
  });
});
