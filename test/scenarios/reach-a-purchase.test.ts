import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nativeOf } from "../operations/support.js";
import {
  BY_CALLBACKS,
  BY_POLLING,
  newLine,
  payPageOf,
  purchase,
  purchaseOf,
  type Reach,
  startReach,
  targetOf,
} from "./reach-support.js";

let reach: Reach;

const CHECKS = `query ($account: ID!, $imei: String!, $address: AddressInput!) { it: account(id: $account) { sales {
  coverage(address: $address) { isCovered strength5g strength4g }
  device(imei: $imei) { isValid mode isEsimAvailable make model }
} } }`;
const PLANS = `query { it: plans(filter: { kinds: [BASE] }) { nodes {
  id carrierPlanId price { amount currency } reach { maxLines fccLabel upgradableTo downgradableTo } } } }`;
const ADDRESS = { name: "Kim Example", line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301" };

const askChecks = () => reach.ask(CHECKS, { account: reach.account, imei: reach.native("imeiEsim"), address: ADDRESS });

describe.each([BY_CALLBACKS, BY_POLLING])("Scenario A, $way", (way) => {
  beforeAll(async () => {
    reach = await startReach(way);
  });
  afterAll(() => reach.stop());

  it("R-34 R-38 R-54 R-77 a new customer is checked, quoted, charged and known from then on", async () => {
    expect(await askChecks()).toMatchObject({
      sales: { coverage: { isCovered: true }, device: { isValid: true, mode: "ESIM", isEsimAvailable: true } },
    });
    const { nodes } = await reach.ask<{ nodes: readonly { id: string; carrierPlanId: string; reach: object }[] }>(
      PLANS,
    );
    const plan = nodes.find(({ carrierPlanId }) => carrierPlanId === "PLAN-S");
    expect(plan?.reach).toMatchObject({ maxLines: 5, fccLabel: expect.stringMatching(/\S/), downgradableTo: [] });

    const quote = await reach.quote(purchase(reach, [newLine(reach, { plan: plan?.id })]));
    expect(quote.price).toMatchObject({ total: { amount: "5.4", currency: null }, monthly: { amount: "15" } });
    const { id, state, reference } = await reach.begin("quoteAccept", { quote: quote.token });
    expect({ state, reference }).toEqual({ state: "RUNNING", reference: expect.stringMatching(/^TXN-/) });

    await reach.pass();
    const pending = await purchaseOf(reach, id);
    expect(pending).toMatchObject({
      state: "PAYMENT_PENDING",
      total: { amount: "5.4" },
      link: { url: expect.any(String) },
    });
    expect((await reach.caller.operation(id)).state).toBe("RUNNING");
    const back = await reach.press(pending.link?.url ?? "", "agree");
    expect(back).toBe(`https://brand.example/payment/confirm?transId=${reference}`);
    await reach.pass();

    expect(await reach.caller.ended(id)).toMatchObject({ state: "SUCCEEDED", error: null });
    const customer = await targetOf(reach, id);
    expect(await reach.of(customer, "state plan { carrierPlanId } reach { clientAccountId isPrimary }")).toEqual({
      state: "PENDING",
      plan: { carrierPlanId: "PLAN-S" },
      reach: { clientAccountId: pending.clientAccountId, isPrimary: true },
    });
    const known = await reach.ask<{ nodes: readonly object[] }>("{ it: subscribers { nodes { id } } }");
    expect(known.nodes).toContainEqual({ id: customer });
    expect(reach.changes).toEqual(["productPurchase"]);
    expect(reach.charged).toBe(540);
    expect(reach.told).toEqual(way === BY_CALLBACKS ? ["PRODUCT_PURCHASE 200"] : []);
  });
});

describe("the calls of a purchase", () => {
  beforeAll(async () => {
    reach = await startReach(BY_CALLBACKS);
  });
  afterAll(() => reach.stop());

  it("R-33 R-34 R-50 are one that writes, and while the customer pays no call at all", async () => {
    const { token } = await reach.quote(purchase(reach, [newLine(reach)]));
    const { id } = await reach.begin("quoteAccept", { quote: token });
    expect(reach.counts).toEqual({ productQuote: 2, productPurchase: 1 });
    reach.forget();
    await reach.pass();
    await reach.press(await payPageOf(reach, id), "agree");
    expect(reach.counts).toEqual({ productStatus: 1 });
    reach.forget();
    await reach.pass();
    await reach.caller.ended(id);
    expect(reach.counts).toEqual({ productStatus: 1 });
  });
});

describe("a purchase", () => {
  beforeAll(async () => {
    reach = await startReach();
  });
  beforeEach(() => reach.sandbox.reset());
  afterAll(() => reach.stop());

  it("R-35 a declined payment fails, is never posted again, and begins anew from the quote", async () => {
    const order = purchase(reach, [newLine(reach)], { clientAccountId: "brand-1" });
    const { token } = await reach.quote(order);
    const idempotencyKey = crypto.randomUUID();
    const { id } = await reach.begin("quoteAccept", { quote: token, idempotencyKey });
    await reach.pass();
    await reach.press(await payPageOf(reach, id), "refuse");
    await reach.pass();
    const failed = await reach.caller.ended(id);
    expect(failed).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    expect(await purchaseOf(reach, id)).toMatchObject({
      state: "FAILED",
      paymentStatusRaw: "FAILED",
      paymentStatusText: "The payment was declined",
    });

    const repeated = await reach.caller.mutate("quoteAccept", { quote: token, idempotencyKey });
    expect(repeated.operation).toMatchObject({ id, state: "FAILED" });
    expect(reach.changes).toEqual(["productPurchase"]);

    const again = await reach.begin("quoteAccept", { quote: (await reach.quote(order)).token });
    await reach.pass();
    await reach.press(await payPageOf(reach, again.id), "agree");
    await reach.pass();
    expect((await reach.caller.ended(again.id)).state).toBe("SUCCEEDED");
    expect(reach.changes).toEqual(["productPurchase", "productPurchase"]);
    expect(reach.charged).toBe(540);
  });

  it("R-09 R-35 a purchase whose answer is lost is not posted again, by whatever request, until a person settles it", async () => {
    const order = purchase(reach, [newLine(reach)], { clientAccountId: "brand-2" });
    reach.sandbox.faults.add({ operation: "productPurchase", times: 1, fault: "reset-after" });
    const { id } = await reach.begin("quoteAccept", { quote: (await reach.quote(order)).token });
    const again = await reach.refused("quoteAccept", { quote: (await reach.quote(order)).token });
    expect(again).toMatchObject([{ code: "POSSIBLE_DUPLICATE", operation: { id, state: "OUTCOME_UNKNOWN" } }]);
    await reach.pass();
    expect((await reach.caller.operation(id)).state).toBe("OUTCOME_UNKNOWN");
    await reach.ask(
      "mutation ($input: OperationSettleInput!) { it: operationSettle(input: $input) { userErrors { code } } }",
      {
        input: { operation: id, state: "FAILED", reason: "the carrier was asked by telephone" },
      },
    );
    expect((await reach.caller.operation(id)).state).toBe("FAILED");
    expect(reach.changes).toEqual(["productPurchase"]);
  });

  it("R-34 a payment page that nobody uses ends with its link", async () => {
    const { token } = await reach.quote(purchase(reach, [newLine(reach)]));
    const { id } = await reach.begin("quoteAccept", { quote: token });
    await reach.pass();
    expect((await purchaseOf(reach, id)).link?.expiresAt).toMatchObject({
      raw: expect.stringMatching(/^2026-01-05T10:/),
    });
    await reach.pass(900_000);
    expect((await reach.caller.ended(id)).state).toBe("FAILED");
    expect(reach.charged).toBe(0);
  });

  it("R-53 several lines with physical SIMs are shipped, and the customer is the primary one", async () => {
    const lines = [
      newLine(reach, { simType: "PSIM", isPrimary: false, plan: reach.plan("PLAN-M") }),
      newLine(reach, { simType: "PSIM" }),
    ];
    const order = purchase(reach, lines, { shipmentType: "SHIP-STANDARD" });
    const { token, price } = await reach.quote(order);
    expect(Object.fromEntries(price.charges.map(({ name, amount }) => [name, amount.amount]))).toEqual({
      simKitCost: "20",
      activationCost: "10",
      shipment: "4.99",
      tax: "2.8",
    });
    const { id } = await reach.begin("quoteAccept", { quote: token });
    await reach.pass();
    await reach.press(await payPageOf(reach, id), "agree");
    await reach.pass();
    await reach.caller.ended(id);
    expect(await purchaseOf(reach, id)).toMatchObject({ state: "COMPLETED", shipmentStatusRaw: "PENDING" });
    const customer = await targetOf(reach, id);
    const { shipment, ...line } = await reach.of<{ shipment: object }>(
      customer,
      "plan { carrierPlanId } reach { isPrimary } shipment { statusRaw trackingNumber }",
    );
    expect(line).toEqual({ plan: { carrierPlanId: "PLAN-S" }, reach: { isPrimary: true } });
    expect(shipment).toEqual({ statusRaw: "PENDING", trackingNumber: null });
    expect(nativeOf(customer)).toMatch(/^C/);
  });

  it("R-41 hard stops are told before anything is ordered", async () => {
    const away = { ...ADDRESS, zip: reach.native("zipNotServed") };
    const asked = { account: reach.account, imei: reach.native("imeiInvalid"), address: away };
    expect(await reach.ask(CHECKS, asked)).toMatchObject({
      sales: { coverage: { isCovered: false }, device: { isValid: false } },
    });
  });
});
