import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Reach, startReach } from "./reach-support.js";

const OFFERS = `query ($account: ID!, $countries: [ID!]!) { it: account(id: $account) { sales {
  roamingCountries { name code zone ildPulse pricePerMinute { amount } pricePerMb { amount } pricePerSms { amount } }
  roamingPacks(countries: $countries) { id name zone dataBytes voiceSeconds messages validityDays price { amount } } } } }`;
const PACKS = `reach { roamingPacks { packId instanceId statusRaw isRenewedAutomatically }
  roamingPackUse { packId remainingBytes remainingSeconds remainingMessages } }`;

interface Packs {
  readonly reach: {
    readonly roamingPacks: readonly { packId: string; instanceId: string; statusRaw: string }[];
    readonly roamingPackUse: readonly object[];
  };
}

let reach: Reach;
beforeAll(async () => {
  reach = await startReach();
});
afterAll(() => reach.stop());

const packsOf = async (subscriber: string) => (await reach.of<Packs>(subscriber, PACKS)).reach;
const cardOf = async (name: string) =>
  (await reach.of<{ cards: readonly { id: string }[] }>(reach.subscriber(name), "cards { id }")).cards[0]?.id;
const order = async (name: string, more: object = {}) => ({
  roamingPack: {
    subscriber: reach.subscriber(name),
    pack: "IR-Z2-DAY",
    countries: ["DE", "JP"],
    card: await cardOf(name),
    ...more,
  },
});

describe("Scenario J", () => {
  it("R-26 R-27 a pack is found by its countries, priced, bought once, and its use is watched", async () => {
    const { sales } = await reach.ask<{ sales: { roamingCountries: object[]; roamingPacks: object[] } }>(OFFERS, {
      account: reach.account,
      countries: ["DE", "JP"],
    });
    expect(sales.roamingCountries).toContainEqual({
      name: "Germany",
      code: "DE",
      zone: "ZONE2",
      ildPulse: "60",
      pricePerMinute: { amount: "0.25" },
      pricePerMb: { amount: "0.13" },
      pricePerSms: { amount: "0.05" },
    });
    expect(sales.roamingPacks).toContainEqual({
      id: "IR-Z2-DAY",
      name: "Daily Pass",
      zone: "ZONE2",
      dataBytes: String(512 * 1_048_576),
      voiceSeconds: "1800",
      messages: "20",
      validityDays: 1,
      price: { amount: "10" },
    });
    const subscriber = reach.subscriber("active");
    const { token, price } = await reach.quote(await order("active"));
    expect(price.total).toMatchObject({ amount: "10.8" });
    reach.forget();
    const begun = await reach.begin("quoteAccept", { quote: token });
    expect(begun).toMatchObject({ steps: [{ outcome: "pending" }], reference: expect.stringMatching(/^IRP-/) });
    expect(reach.counts).toMatchObject({ roamingPackQuote: 1, roamingPackPurchase: 1, customerInfo: 1 });
    await reach.pass();
    expect((await reach.caller.ended(begun.id)).state).toBe("SUCCEEDED");
    expect(reach.charged).toBe(1_080);
    expect(await packsOf(subscriber)).toEqual({
      roamingPacks: [
        { packId: "IR-Z2-DAY", instanceId: begun.reference, statusRaw: "ACTIVE", isRenewedAutomatically: false },
      ],
      roamingPackUse: [
        {
          packId: "IR-Z2-DAY",
          remainingBytes: String(512 * 1_048_576),
          remainingSeconds: "1800",
          remainingMessages: "20",
        },
      ],
    });
  });

  it("R-50 a pack whose answer is lost is found among the packs, and not bought twice", async () => {
    reach.sandbox.faults.add({ operation: "roamingPackPurchase", times: 1, fault: "reset-after" });
    const changes = reach.changes.length;
    const { token } = await reach.quote(await order("groupPrimary"));
    const { id, steps } = await reach.begin("quoteAccept", { quote: token });
    expect(steps).toMatchObject([{ outcome: "OUTCOME_UNKNOWN" }]);
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
    expect(reach.changes.slice(changes)).toEqual(["roamingPackPurchase"]);
  });

  it("a pack is not bought with a card that is declined", async () => {
    const { token } = await reach.quote(await order("active", { card: reach.native("cardDeclined") }));
    const failed = await reach.begin("quoteAccept", { quote: token });
    expect(failed).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
  });

  it("a pack is set to renew itself, and not to", async () => {
    const subscriber = reach.subscriber("withRoamingPack");
    for (const isAutomatic of [true, false]) {
      const set = await reach.begin("roamingPackRenewalSet", { subscriber, pack: "IR-Z1-WEEK", isAutomatic });
      expect(set.state).toBe("SUCCEEDED");
      expect((await packsOf(subscriber)).roamingPacks).toMatchObject([{ isRenewedAutomatically: isAutomatic }]);
    }
  });
});

describe("credit for calls abroad", () => {
  const CREDIT =
    "reach { ildCredit { amount } ildUsage { destination minutes } ildPurchases { id amount { amount } } }";
  const credit = async () =>
    (
      await reach.of<{ reach: { ildCredit: { amount: string }; ildPurchases: readonly object[] } }>(
        reach.subscriber("groupPrimary"),
        CREDIT,
      )
    ).reach;
  const buying = (more: object = {}) => ({
    ildCredit: {
      subscriber: reach.subscriber("groupPrimary"),
      amount: "5",
      card: reach.native("cardOfGroup"),
      ...more,
    },
  });

  it("R-27 is bought for the group, and shows at every line of it", async () => {
    const before = await credit();
    expect(before).toMatchObject({
      ildCredit: { amount: "7.5" },
      ildUsage: [{ destination: "India", minutes: "14" }, {}],
    });
    const { token, price } = await reach.quote(buying());
    expect(price.total).toMatchObject({ amount: "5.4" });
    reach.forget();
    expect((await reach.begin("quoteAccept", { quote: token })).state).toBe("SUCCEEDED");
    expect(reach.counts).toEqual({ customerInfo: 1, ildQuote: 1, ildPurchaseHistory: 1, ildPurchase: 1 });
    const after = await credit();
    expect(after.ildCredit.amount).toBe("12.5");
    expect(after.ildPurchases).toHaveLength(before.ildPurchases.length + 1);
    expect(await reach.of(reach.subscriber("groupSecondary"), "reach { ildCredit { amount } }")).toEqual({
      reach: { ildCredit: { amount: "12.5" } },
    });
  });

  it("R-09 whose answer is lost is found among the purchases", async () => {
    reach.sandbox.faults.add({ operation: "ildPurchase", times: 1, fault: "status;status=504;applied=true" });
    const { token } = await reach.quote(buying());
    const { id, steps } = await reach.begin("quoteAccept", { quote: token });
    expect(steps).toMatchObject([{ outcome: "OUTCOME_UNKNOWN" }]);
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
  });
});
