import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BY_CALLBACKS, BY_POLLING, bought, newLine, purchase, type Reach, startReach } from "./reach-support.js";

const CHECK = `query ($account: ID!, $msisdn: String!) { it: account(id: $account) { sales {
  portIn(msisdn: $msisdn) { isPortable message } } } }`;

let reach: Reach;

const check = (msisdn: string) => reach.ask(CHECK, { account: reach.account, msisdn });
const portIn = (number: string, more: object = {}) => ({
  msisdn: reach.native(number),
  carrier: "T-Mobile",
  accountNumber: reach.native("portAccount"),
  pin: reach.native("portPin"),
  zip: reach.native("portZip"),
  ...more,
});
const order = (port: object) => purchase(reach, [newLine(reach, { simType: "PSIM", portIn: port })]);
const stateOf = async (subscriber: string) =>
  (
    await reach.of<{ activation: { state: string; message: string | null } }>(
      subscriber,
      "activation { state message }",
    )
  ).activation;

describe.each([BY_CALLBACKS, BY_POLLING])("Scenario E, $way", (way) => {
  beforeAll(async () => {
    reach = await startReach(way);
  });
  afterAll(() => reach.stop());

  it("R-58 R-59 R-73 a number comes along inside the purchase, once its PIN is corrected", async () => {
    const number = reach.native("mdnPortable");
    expect(await check(number)).toMatchObject({ sales: { portIn: { isPortable: true } } });
    const customer = await bought(reach, order(portIn("mdnPortable", { pin: "0000" })));
    expect(await stateOf(customer)).toMatchObject({
      state: "PORTING_FAILED",
      message: "The transfer PIN does not match",
    });
    reach.forget();
    const corrected = { subscriber: customer, change: "UPDATE_PIN", pin: reach.native("portPin") };
    const { id, steps } = await reach.begin("portInUpdate", corrected);
    expect(steps).toMatchObject([{ outcome: "pending" }]);
    if (way === BY_CALLBACKS) expect(reach.counts).toEqual({ customerInfo: 1, portInUpdate: 1 });
    await reach.pass();
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
    expect(await stateOf(customer)).toMatchObject({ state: "ACTIVE" });
    expect(await reach.of(customer, "state msisdn")).toEqual({ state: "ACTIVE", msisdn: number });
    expect(reach.changes).toEqual(["productPurchase", "portInUpdate"]);
    const told = ["PRODUCT_PURCHASE 200", "ACTIVATION 200", "ACTIVATION 200"];
    expect(reach.told).toEqual(way === BY_CALLBACKS ? told : []);
  });

  it("R-31 R-33 the purchase is done while the number is still on its way", async () => {
    await reach.happen({ durations: { portInMs: 3_600_000 } });
    const customer = await bought(reach, order(portIn("mdnPortableToo")));
    expect(await stateOf(customer)).toMatchObject({ state: "PORTING" });
    await reach.pass(3_600_000);
    expect(await stateOf(customer)).toMatchObject({ state: "ACTIVE" });
  });
});

describe("a port-in", () => {
  beforeAll(async () => {
    reach = await startReach();
  });
  beforeEach(() => reach.sandbox.reset());
  afterAll(() => reach.stop());

  it.each([
    ["accountNumber", "ACC-0", "UPDATE_ACCOUNT", "ACC-4711", "The account number does not match"],
    ["zip", "10001", "UPDATE_ZIP", "30301", "The ZIP code does not match"],
  ])("R-58 that fails by its %s is corrected and comes through", async (field, wrong, change, right, why) => {
    const customer = await bought(reach, order(portIn("mdnPortable", { [field]: wrong })));
    expect(await stateOf(customer)).toEqual({ state: "PORTING_FAILED", message: why });
    await reach.act("portInUpdate", { subscriber: customer, change, [field]: right });
    expect(await stateOf(customer)).toMatchObject({ state: "ACTIVE" });
  });

  it("R-31 by an activation fails as the carrier says, and is handed in again", async () => {
    const subscriber = reach.subscriber("inactivePsim");
    const wrong = portIn("mdnPortable", { zip: "10001" });
    const sim = { iccid: reach.native("iccidFree") };
    const failed = await reach.act("subscriberActivate", { subscriber, sim, portIn: wrong });
    expect(failed).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    const again = await reach.begin("portInUpdate", { subscriber, change: "RESUBMIT_PORT" });
    expect((await reach.caller.ended(again.id)).state).toBe("SUCCEEDED");
    await reach.pass();
    expect(await stateOf(subscriber)).toMatchObject({ state: "PORTING_FAILED" });
  });

  it.each(["porting", "portingFails"])("R-31 that is %s is called off", async (name) => {
    const subscriber = reach.subscriber(name);
    expect((await reach.act("portInUpdate", { subscriber, change: "CANCEL_PORT" })).state).toBe("SUCCEEDED");
    expect(await stateOf(subscriber)).toMatchObject({ state: "PORT_CANCELLED" });
  });

  it.each(["porting", "portingFails", "portCancelled"])("that is %s gives way to a new number", async (name) => {
    const subscriber = reach.subscriber(name);
    expect((await reach.act("portInUpdate", { subscriber, change: "CANCEL_AND_NEW" })).state).toBe("SUCCEEDED");
    expect(await reach.of(subscriber, "state msisdn")).toEqual({
      state: "ACTIVE",
      msisdn: expect.stringMatching(/^404/),
    });
  });

  it("is called off while its activation is still under way", async () => {
    await reach.happen({ durations: { portInMs: 3_600_000 } });
    const subscriber = reach.subscriber("inactivePsim");
    const sim = { iccid: reach.native("iccidFree") };
    const { id } = await reach.begin("subscriberActivate", { subscriber, sim, portIn: portIn("mdnPortable") });
    expect((await reach.act("portInUpdate", { subscriber, change: "CANCEL_PORT" })).state).toBe("SUCCEEDED");
    expect(await reach.caller.ended(id)).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
  });

  it.each([
    ["porting", { change: "UPDATE_PIN", pin: "2468" }],
    ["porting", { change: "RESUBMIT_PORT" }],
    ["portCancelled", { change: "CANCEL_PORT" }],
    ["active", { change: "CANCEL_AND_NEW" }],
  ])("R-41 that is %s is not sent what it cannot take: %o", async (name, change) => {
    const asked = { subscriber: reach.subscriber(name), ...change };
    expect(await reach.refused("portInUpdate", asked)).toMatchObject([{ code: "INVALID_TRANSITION" }]);
    expect(reach.changes).toEqual([]);
  });

  it("R-41 R-59 of a number that cannot be ported is told so, and buys nothing", async () => {
    const number = reach.native("mdnNotPortable");
    expect(await check(number)).toMatchObject({
      sales: { portIn: { isPortable: false, message: "The number cannot be ported" } },
    });
    const { errors } = await reach.caller.post("query ($order: OrderInput!) { quote(order: $order) { token } }", {
      order: order(portIn("mdnNotPortable")),
    });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_ARGUMENT", carrierCode: "400" } }]);
  });
});
