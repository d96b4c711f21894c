import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Reach, startReach } from "./reach-support.js";

interface CardView {
  readonly id: string;
  readonly isDefault: boolean;
  readonly expiryMonth: number | null;
  readonly expiryYear: number | null;
  readonly priority: number | null;
}

const REDIRECT = "https://brand.example/cards";
const LINK = "query ($id: ID!) { it: operation(id: $id) { cardLink { url expiresAtRaw } } }";

let reach: Reach;
beforeAll(async () => {
  reach = await startReach();
});
afterAll(() => reach.stop());

const cardsOf = async (subscriber: string) =>
  (
    await reach.of<{ cards: readonly CardView[] }>(
      subscriber,
      "cards { id isDefault expiryMonth expiryYear priority brand lastFour }",
    )
  ).cards;
const linkOf = async (id: string) =>
  (await reach.ask<{ cardLink: { url: string; expiresAtRaw: string } | null }>(LINK, { id })).cardLink;

describe("Scenario G", () => {
  it("R-22 R-56 a page is made, the person gives a card there, and it can be charged from then on", async () => {
    const subscriber = reach.subscriber("suspended");
    const before = await cardsOf(subscriber);
    reach.forget();
    const { id, state } = await reach.begin("cardLinkCreate", { subscriber, redirectUrl: REDIRECT });
    expect(state).toBe("SUCCEEDED");
    expect(reach.counts).toEqual({ customerInfo: 1, cardLinkGenerate: 1 });
    const link = await linkOf(id);
    expect(link?.expiresAtRaw).toMatch(/^2026-01-05T10:15/);
    expect(await reach.press(link?.url ?? "", "agree")).toBe(REDIRECT);
    const after = await cardsOf(subscriber);
    expect(after).toHaveLength(before.length + 1);
    const added = after.find((card) => !before.some(({ id: known }) => known === card.id));
    expect(await reach.of(subscriber, `card(id: "${added?.id}") { id isDefault }`)).toEqual({
      card: { id: added?.id, isDefault: false },
    });
  });

  it("R-22 each request makes a page of its own, and a repeat of one shows the same", async () => {
    const subscriber = reach.subscriber("disconnected");
    const input = { subscriber, redirectUrl: REDIRECT, idempotencyKey: crypto.randomUUID() };
    const first = await reach.begin("cardLinkCreate", input);
    const repeat = await reach.begin("cardLinkCreate", input);
    const other = await reach.begin("cardLinkCreate", { subscriber, redirectUrl: REDIRECT });
    expect(repeat.id).toBe(first.id);
    expect(await linkOf(repeat.id)).toEqual(await linkOf(first.id));
    expect((await linkOf(other.id))?.url).not.toBe((await linkOf(first.id))?.url);
  });

  it("adds nothing when the person leaves the page", async () => {
    const subscriber = reach.subscriber("inactiveEsim");
    const { id } = await reach.begin("cardLinkCreate", { subscriber, redirectUrl: REDIRECT });
    await reach.press((await linkOf(id))?.url ?? "", "refuse");
    expect(await cardsOf(subscriber)).toHaveLength(1);
  });

  it("R-06 takes no way back that is not https", async () => {
    const asked = { subscriber: reach.subscriber("active"), redirectUrl: "http://brand.example/cards" };
    expect(await reach.refused("cardLinkCreate", asked)).toMatchObject([
      { code: "INVALID_ARGUMENT", field: ["input", "redirectUrl"] },
    ]);
  });
});

describe("R-23 a card", () => {
  it("R-23 is made the default one, changed and deleted", async () => {
    const subscriber = reach.subscriber("active");
    const card = reach.native("cardOther");
    const find = async () => (await cardsOf(subscriber)).find(({ id }) => id === card);
    expect((await reach.begin("cardDefaultSet", { subscriber, card })).state).toBe("SUCCEEDED");
    expect((await cardsOf(subscriber)).filter(({ isDefault }) => isDefault)).toMatchObject([{ id: card }]);
    const change = { expiryMonth: 7, expiryYear: 2033, priority: 5 };
    expect((await reach.begin("cardUpdate", { subscriber, card, ...change })).state).toBe("SUCCEEDED");
    expect(await find()).toMatchObject(change);
    expect((await reach.begin("cardDelete", { subscriber, card })).state).toBe("SUCCEEDED");
    expect(await find()).toBeUndefined();
    expect(reach.changes.slice(-3)).toEqual(["cardSetDefault", "cardUpdate", "cardDelete"]);
  });

  it("R-23 of somebody else is neither made default, nor changed, nor deleted", async () => {
    const changes = reach.changes.length;
    const asked = { subscriber: reach.subscriber("withBills"), card: reach.native("card") };
    for (const [mutation, more] of [
      ["cardDefaultSet", {}],
      ["cardUpdate", { priority: 2 }],
      ["cardDelete", {}],
    ] as const) {
      expect(await reach.refused(mutation, { ...asked, ...more })).toMatchObject([{ code: "NOT_FOUND" }]);
    }
    expect(reach.changes).toHaveLength(changes);
  });

  it("R-23 is changed though the answer is lost, as reading it shows", async () => {
    const subscriber = reach.subscriber("activeUnlimited");
    const [card] = await cardsOf(subscriber);
    reach.sandbox.faults.add({ operation: "cardUpdate", times: 1, fault: "reset-after" });
    const { id, steps } = await reach.begin("cardUpdate", { subscriber, card: card?.id, priority: 9 });
    expect(steps).toMatchObject([{ outcome: "OUTCOME_UNKNOWN" }]);
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
  });
});
