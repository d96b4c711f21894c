import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BY_CALLBACKS, BY_POLLING, purchaseOf, type Reach, startReach, targetOf } from "./reach-support.js";

const REDIRECT = "https://brand.example/renewed";

let reach: Reach;

/** What renews a subscriber's own plan. */
const renewal = (name: string, more: object = {}) => ({
  nextPurchase: {
    subscriber: reach.subscriber(name),
    lines: [{ renews: reach.subscriber(name), plan: reach.plan("PLAN-M"), isPrimary: true, simType: "PSIM" }],
    redirectUrl: REDIRECT,
    ...more,
  },
});

const billingOf = (subscriber: string) =>
  reach.of<{ nextBillingAt: { time: { raw: string } } }>(subscriber, "nextBillingAt { time { raw } }");

describe.each([BY_CALLBACKS, BY_POLLING])("Scenario B, $way", (way) => {
  beforeAll(async () => {
    reach = await startReach(way);
  });
  beforeEach(() => reach.forget());
  afterAll(() => reach.stop());

  it("R-51 R-52 a renewal is charged to the default card, and goes where purchases of customers go", async () => {
    const subscriber = reach.subscriber("active");
    const seen = await reach.of<{ state: string; cards: readonly { id: string; isDefault: boolean }[] }>(
      subscriber,
      "state cards { id isDefault }",
    );
    expect(seen.state).toBe("ACTIVE");
    const card = seen.cards.find(({ isDefault }) => isDefault)?.id;
    const before = await billingOf(subscriber);
    const { token, price } = await reach.quote(renewal("active", { card }));
    expect(price.total).toMatchObject({ amount: "27" });
    reach.forget();
    const { id, reference } = await reach.begin("quoteAccept", { quote: token });
    expect(reach.counts).toEqual({ customerInfo: 1, productQuote: 1, productSubsequent: 1 });
    await reach.pass();
    expect(await reach.caller.ended(id)).toMatchObject({ state: "SUCCEEDED" });
    expect(reference).toMatch(/^TXN-/);
    expect(await targetOf(reach, id)).toBe(subscriber);
    expect(await purchaseOf(reach, id)).toMatchObject({ state: "COMPLETED", link: null, total: { amount: "27" } });
    expect(reach.changes).toEqual(["productSubsequent"]);
    expect(reach.charged).toBe(2_700);
    expect(await billingOf(subscriber)).not.toEqual(before);
    expect(reach.told).toEqual(way === BY_CALLBACKS ? ["PURCHASE_SUBSEQUENT 200"] : []);
  });

  it("R-35 fails when the card is declined, and is done by another quote with another card", async () => {
    const [charged, changes] = [reach.charged, reach.changes.length];
    const declined = await reach.quote(renewal("active", { card: reach.native("cardDeclined") }));
    expect((await reach.act("quoteAccept", { quote: declined.token })).state).toBe("FAILED");
    expect(reach.charged).toBe(charged);
    const other = await reach.quote(renewal("active", { card: reach.native("cardOther") }));
    expect((await reach.act("quoteAccept", { quote: other.token })).state).toBe("SUCCEEDED");
    expect(reach.changes.slice(changes)).toEqual(["productSubsequent", "productSubsequent"]);
  });

  it("R-51 buys another line of the same account", async () => {
    const line = { plan: reach.plan("PLAN-S"), isPrimary: false, simType: "ESIM" };
    const { token } = await reach.quote(renewal("groupPrimary", { lines: [line] }));
    expect((await reach.act("quoteAccept", { quote: token })).state).toBe("SUCCEEDED");
  });

  it("R-56 charges the default card where none is named", async () => {
    const { token } = await reach.quote(renewal("withRoamingPack"));
    expect((await reach.act("quoteAccept", { quote: token })).state).toBe("SUCCEEDED");
  });

  it("refuses whoever is not in service, and sends nothing that buys", async () => {
    const changes = reach.changes.length;
    const { token } = await reach.quote(renewal("suspended", { card: await defaultCardOf("suspended") }));
    const refused = await reach.refused("quoteAccept", { quote: token });
    expect(refused).toMatchObject([{ code: "INVALID_TRANSITION" }]);
    expect(reach.changes).toHaveLength(changes);
  });

  it("R-56 refuses a card of somebody else", async () => {
    const { errors } = await reach.caller.post("query ($order: OrderInput!) { quote(order: $order) { token } }", {
      order: renewal("suspended", { card: reach.native("card") }),
    });
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND", field: ["order", "nextPurchase", "card"] } }]);
  });
});

const defaultCardOf = async (name: string) =>
  (await reach.of<{ cards: readonly { id: string }[] }>(reach.subscriber(name), "cards { id }")).cards[0]?.id;

describe("a top-up", () => {
  beforeAll(async () => {
    reach = await startReach();
  });
  afterAll(() => reach.stop());

  const order = (more: object = {}) => ({
    topUp: {
      subscriber: reach.subscriber("active"),
      plan: reach.plan("TOPUP-5GB"),
      quantity: 2,
      card: reach.native("card"),
      ...more,
    },
  });
  const remaining = async () => {
    const use = "cycleUse(kind: DATA) { remaining unitRaw isUnlimited }";
    const { cycleUse } = await reach.of<{ cycleUse: { remaining: string } }>(reach.subscriber("active"), use);
    return BigInt(cycleUse.remaining);
  };

  it("R-28 adds data at once and is charged once", async () => {
    const services = await reach.ask<{ nodes: readonly { carrierPlanId: string; kindRaw: string }[] }>(
      "{ it: plans(filter: { kinds: [ADDON] }) { nodes { carrierPlanId kindRaw price { amount } } } }",
    );
    expect(services.nodes).toContainEqual({ carrierPlanId: "TOPUP-5GB", kindRaw: "TOPUP", price: { amount: "20" } });
    const before = await remaining();
    const { token, price } = await reach.quote(order());
    expect(price.total).toMatchObject({ amount: "43.2" });
    reach.forget();
    const done = await reach.begin("quoteAccept", { quote: token });
    expect(done.state).toBe("SUCCEEDED");
    expect(reach.counts).toEqual({ customerInfo: 1, topupQuote: 1, topupPurchase: 1 });
    expect((await remaining()) - before).toBe(10_240n * 1_048_576n);
    expect(reach.charged).toBe(4_320);
  });

  it("takes no money from a card that is declined", async () => {
    const { token } = await reach.quote(order({ card: reach.native("cardDeclined") }));
    const { operation, userErrors } = await reach.caller.mutate("quoteAccept", { quote: token });
    expect(operation).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    expect(userErrors).toMatchObject([{ code: "CARRIER_REFUSED", carrierCode: "FAILURE" }]);
    expect(reach.changes).toEqual(["topupPurchase"]);
    expect(reach.charged).toBe(4_320);
  });

  it("is bought once by one quote, by whatever keys that is accepted", async () => {
    const charged = reach.charged;
    const { token } = await reach.quote(order({ quantity: 1 }));
    const accepted = await Promise.all(
      Array.from({ length: 8 }, () => reach.caller.mutate("quoteAccept", { quote: token, waitFor: 10 })),
    );
    const [done, ...others] = accepted.flatMap(({ operation }) => operation ?? []);
    expect([done?.state, others]).toEqual(["SUCCEEDED", []]);
    expect(await reach.refused("quoteAccept", { quote: token })).toMatchObject([
      { code: "ALREADY_EXISTS", field: ["input", "quote"], operation: { id: done?.id } },
    ]);
    expect(reach.charged - charged).toBe(2_160);
  });
});
