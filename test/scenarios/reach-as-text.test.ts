import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AS_TEXT, BY_POLLING, bought, newLine, purchase, type Reach, startReach } from "./reach-support.js";

let reach: Reach;
beforeAll(async () => {
  reach = await startReach(BY_POLLING, AS_TEXT);
});
afterAll(() => reach.stop());

describe("R-11 where the same is printed in other ways", () => {
  it("R-11 R-30 somebody buys, pays, is put into service, suspended and restored", async () => {
    const order = purchase(reach, [newLine(reach)]);
    expect((await reach.quote(order)).price).toMatchObject({ total: { amount: "5.40" }, monthly: { amount: "15.00" } });
    const subscriber = await bought(reach, order);
    const sim = { imei: reach.native("imeiEsim") };
    expect((await reach.act("subscriberActivate", { subscriber, sim })).state).toBe("SUCCEEDED");
    const suspension = await reach.begin("subscriberSuspend", { subscriber });
    expect(suspension.steps).toMatchObject([{ outcome: "pending" }]);
    expect((await reach.caller.operation(suspension.id)).state).toBe("RUNNING");
    await reach.pass();
    expect((await reach.caller.ended(suspension.id)).state).toBe("SUCCEEDED");
    expect(await reach.of(subscriber, "state stateRaw")).toEqual({ state: "SUSPENDED", stateRaw: "3" });
    expect((await reach.act("subscriberResume", { subscriber })).state).toBe("SUCCEEDED");
    expect(reach.changes).toEqual(["productPurchase", "activation", "suspend", "restore"]);
  });

  it("R-11 R-53 coverage, use, bills and cards are told as they are elsewhere", async () => {
    const address = {
      name: "Kim",
      line1: "1 Main Street",
      city: "Atlanta",
      state: "GA",
      zip: reach.native("zipServed"),
    };
    const coverage = `query ($account: ID!, $address: AddressInput!) { it: account(id: $account) { sales {
      coverage(address: $address) { isCovered } } } }`;
    expect(await reach.ask(coverage, { account: reach.account, address })).toEqual({
      sales: { coverage: { isCovered: true } },
    });
    const fields = `cycleUse(kind: DATA) { unitRaw total isUnlimited } cards { expiryMonth expiryYear }
      bills { amount { amount } statusRaw }`;
    expect(await reach.of(reach.subscriber("withBills"), fields)).toEqual({
      cycleUse: { unitRaw: "MB", total: String(15 * 1024 * 1_048_576), isUnlimited: false },
      cards: [{ expiryMonth: 12, expiryYear: 2030 }],
      bills: [
        { amount: { amount: "27.00" }, statusRaw: "DUE" },
        { amount: { amount: "27.00" }, statusRaw: "PAID" },
      ],
    });
  });
});
