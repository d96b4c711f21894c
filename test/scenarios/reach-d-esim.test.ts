import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BY_CALLBACKS, BY_POLLING, bought, newLine, purchase, type Reach, startReach } from "./reach-support.js";

let reach: Reach;

describe.each([BY_CALLBACKS, BY_POLLING])("Scenario D, $way", (way) => {
  beforeAll(async () => {
    reach = await startReach(way);
  });
  afterAll(() => reach.stop());

  it("R-44 R-45 a new customer is in service on an eSIM, by the device alone and without waiting for the post", async () => {
    const customer = await bought(reach, purchase(reach, [newLine(reach)]));
    const imei = reach.native("imeiEsim");
    const activated = await reach.act("subscriberActivate", { subscriber: customer, sim: { imei } });
    expect(activated).toMatchObject({ state: "SUCCEEDED", steps: [{ outcome: "pending" }] });
    const fields = "state reach { imei simType } sim { iccid activation { qrText } } shipment { statusRaw }";
    expect(await reach.of(customer, fields)).toEqual({
      state: "ACTIVE",
      reach: { imei, simType: "ESIM" },
      sim: null,
      shipment: null,
    });
    expect(reach.changes).toEqual(["productPurchase", "activation"]);
  });

  it("R-44 a device that takes no eSIM is refused, and nothing is changed", async () => {
    const subscriber = reach.subscriber("inactiveEsim");
    const refused = await reach.begin("subscriberActivate", { subscriber, sim: { imei: reach.native("imeiPsim") } });
    expect(refused).toMatchObject({ state: "FAILED", error: { code: "INVALID_ARGUMENT" } });
    expect(await reach.of(subscriber, "state activation { state }")).toEqual({
      state: "PENDING",
      activation: { state: "INACTIVE" },
    });
  });
});
