import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { dataOf, type ReachUser, reachUser, refusalOf } from "./reach-support.js";
import { at, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: ReachUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = reachUser(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const DOLLAR = 1_000_000;
const DAY_MS = 86_400_000;
const charged = () => sandbox.ledger.map(({ operation, charged }) => [operation, charged]);

/** A card that takes nothing: the request is right, and the word of the envelope refuses it. */
const DECLINED = { status: 200, body: { status: "FAILURE", message: "The card was declined" } };

describe("a bill", () => {
  const pay = (changes: object = {}) =>
    user.send("POST", "/payment/customer", {
      customerId: user.specimen("withBills"),
      billId: user.specimen("billDue"),
      ccUUID: user.specimen("cardOfBills"),
      amount: 27,
      ...changes,
    });
  const bills = async () => (await user.send("GET", `/billing/customer/${user.specimen("withBills")}`)).body;

  it("is listed, and shown with its items", async () => {
    expect(await bills()).toMatchObject({
      data: [
        { billId: user.specimen("billDue"), amount: 27, dueDate: "2025-11-15", status: "DUE" },
        { billId: user.specimen("billPaid"), amount: 27, dueDate: "2025-10-16", status: "PAID" },
      ],
    });
    expect(dataOf(await user.send("GET", `/billing/customize/${user.specimen("billDue")}`))).toEqual({
      billId: user.specimen("billDue"),
      amount: 27,
      dueDate: "2025-11-15",
      status: "DUE",
      tax: 2,
      items: [{ description: "Medium 15 GB", amount: 25 }],
    });
  });

  it("is paid once", async () => {
    expect(dataOf(await pay())).toEqual({ paymentId: expect.any(String), status: "APPROVED" });
    expect(await bills()).toMatchObject({ data: [{ status: "PAID" }, { status: "PAID" }] });
    expect((await pay()).status).toBe(409);
    expect(charged()).toEqual([["paymentCustomer", 27 * DOLLAR]]);
  });

  it.each([
    ["that has been paid", 409, () => ({ billId: user.specimen("billPaid") })],
    ["with another sum", 400, () => ({ amount: 26.99 })],
    ["with a card that is not there", 404, () => ({ ccUUID: "cc-0" })],
    ["with a card of somebody else", 404, () => ({ ccUUID: user.specimen("card") })],
    ["of somebody else", 404, () => ({ customerId: user.specimen("active") })],
    ["that is not there", 404, () => ({ billId: "B0" })],
  ])("is not paid %s", async (_what, status, changes) => {
    expect((await pay(changes())).status).toBe(status);
    expect(sandbox.ledger).toEqual([]);
  });

  it("is not paid with a card that is declined", async () => {
    await user.conditions({ card: { uuid: user.specimen("cardOfBills"), isDeclined: true } });
    expect(await pay()).toMatchObject(DECLINED);
    expect([sandbox.ledger, at(await bills(), "data", 0, "status")]).toEqual([[], "DUE"]);
  });

  it("R-25 has an invoice, which is linked to for a while and sent", async () => {
    const asked = { customerId: user.specimen("withBills"), invoiceId: user.specimen("invoice") };
    const history = async () => (await user.send("GET", `/invoice/history/${asked.customerId}`)).body;
    expect(await history()).toMatchObject({ data: [{ invoiceId: asked.invoiceId, amount: 27, status: "ISSUED" }, {}] });
    const link = await user.send("GET", `/invoice/link/generate?${new URLSearchParams(asked)}`);
    expect(dataOf(link)).toMatchObject({ url: expect.any(String), expireDate: "2025-11-05T10:15:00.000Z" });
    expect((await user.send("POST", "/invoice/sendemail", { ...asked, email: "kim@buyer.example" })).status).toBe(200);
    expect(await history()).toMatchObject({ data: [{ status: "SENT" }, { status: "ISSUED" }] });
    const stranger = { ...asked, customerId: user.specimen("active") };
    expect((await user.send("GET", `/invoice/link/generate?${new URLSearchParams(stranger)}`)).status).toBe(404);
  });
});

describe("a top-up", () => {
  const ask = (what: "quote" | "purchase", changes: object = {}) =>
    user.send("POST", `/topup/${what}`, {
      customerId: user.specimen("active"),
      serviceCode: "TOPUP-1GB",
      quantity: 2,
      ccUUID: user.specimen("card"),
      ...changes,
    });
  const total = async () =>
    dataOf(await user.send("GET", `/usage/summary?usageData=DATA&customerId=${user.specimen("active")}`), "total");

  it("R-50 costs what was quoted, and adds data", async () => {
    expect(dataOf(await ask("quote"))).toEqual({ amount: 10, tax: 0.8, total: 10.8 });
    expect([await total(), sandbox.ledger]).toEqual([15_360, []]);
    expect(dataOf(await ask("purchase"))).toMatchObject({ status: "COMPLETED" });
    expect([await total(), charged()]).toEqual([15_360 + 2_048, [["topupPurchase", 10.8 * DOLLAR]]]);
  });

  it.each([
    ["a plan", 400, () => ({ serviceCode: "PLAN-M" })],
    ["a way of shipping", 400, () => ({ serviceCode: "SHIP-STANDARD" })],
    ["half of one", 400, () => ({ quantity: 0.5 })],
    ["none", 400, () => ({ quantity: 0 })],
    ["a card that is not there", 404, () => ({ ccUUID: "cc-0" })],
    ["a line that is not active", 409, () => ({ customerId: user.specimen("suspended") })],
  ])("is refused with %s, also as a quote", async (_what, status, changes) => {
    expect([(await ask("quote", changes())).status, (await ask("purchase", changes())).status]).toEqual([
      status,
      status,
    ]);
    expect(sandbox.ledger).toEqual([]);
  });

  it("is not bought with a card that is declined", async () => {
    expect(await ask("purchase", { ccUUID: user.specimen("cardDeclined") })).toMatchObject(DECLINED);
    expect([await total(), sandbox.ledger]).toEqual([15_360, []]);
  });
});

describe("a plan change", () => {
  const ask = (path: string, changes: object = {}) =>
    user.send("POST", path, {
      customerId: user.specimen("active"),
      newPlanId: "PLAN-L",
      isUpgrade: true,
      immediateEffect: true,
      ...changes,
    });
  const estimate = (changes: object = {}) => ask("/estimate/plan/change", changes);
  const change = (changes: object = {}) => ask("/purchase/plan/change", changes);
  const planOf = async () => at(await user.info(user.specimen("active")), "reachPlanId");
  const downgrade = { newPlanId: "PLAN-S", isUpgrade: false };

  it("R-39 is followed by its id when it is an upgrade at once, and costs the rest of the cycle", async () => {
    expect(dataOf(await estimate())).toEqual({
      proratedCharge: 10,
      nextBillAmount: 43.2,
      effectiveDate: "2025-11-05T10:00:00.000Z",
    });
    const reply = await change();
    expect([reply.status, Object.keys(Object(dataOf(reply)))]).toEqual([202, ["txnId"]]);
    const outcome = async () =>
      dataOf(await user.send("GET", `/status/plan/change/${dataOf(reply, "txnId")}`), "status");
    expect([await outcome(), await planOf()]).toEqual(["IN_PROGRESS", "PLAN-M"]);
    sandbox.clock.advance(3_000);
    expect([await outcome(), await planOf()]).toEqual(["COMPLETED", "PLAN-L"]);
    expect(charged()).toEqual([["planChangePurchase", 10 * DOLLAR]]);
  });

  it.each([
    ["a downgrade", downgrade, "PLAN-S"],
    ["a downgrade at once", { ...downgrade, immediateEffect: true }, "PLAN-S"],
    ["an upgrade for later", { immediateEffect: false }, "PLAN-L"],
  ])("R-39 has no id and waits for the next bill when it is %s", async (_what, changes, plan) => {
    const reply = await change(changes);
    expect([reply.status, dataOf(reply)]).toEqual([200, undefined]);
    expect((await change(changes)).status).toBe(409);
    sandbox.clock.advance(20 * DAY_MS - 1);
    expect(await planOf()).toBe("PLAN-M");
    sandbox.clock.advance(1);
    expect(await planOf()).toBe(plan);
    expect(charged()).toEqual([["planChangePurchase", 0]]);
  });

  it.each([
    ["R-41 a plan that does not follow", 400, () => ({ newPlanId: "PLAN-KIDS" })],
    ["R-41 a downgrade called an upgrade", 400, () => ({ newPlanId: "PLAN-S" })],
    ["R-41 the same plan", 400, () => ({ newPlanId: "PLAN-M" })],
    ["R-40 a plan with a tenant's name before it", 400, () => ({ newPlanId: "REACH@nu@PLAN-L" })],
    ["a card that is not there", 404, () => ({ ccUUID: "cc-0" })],
    ["a line that is not active", 409, () => ({ customerId: user.specimen("suspended") })],
  ])("is refused with %s, also as an estimate", async (_what, status, changes) => {
    expect([(await estimate(changes())).status, (await change(changes())).status]).toEqual([status, status]);
    expect(sandbox.ledger).toEqual([]);
  });

  it("is not paid with a card that is declined", async () => {
    expect(await change({ ccUUID: user.specimen("cardDeclined") })).toMatchObject(DECLINED);
    sandbox.clock.advance(3_000);
    expect([sandbox.ledger, await planOf()]).toEqual([[], "PLAN-M"]);
  });
});

describe("credit for calls abroad", () => {
  const ask = (what: "quote" | "purchase", changes: object = {}) =>
    user.send("POST", `/ild/${what}`, {
      customerId: user.specimen("groupPrimary"),
      groupId: user.specimen("group"),
      amount: "10",
      ccUUID: user.specimen("cardOfGroup"),
      ...changes,
    });
  const balance = async () =>
    dataOf(await user.send("GET", `/ild/status?groupId=${user.specimen("group")}`), "balance");

  it("R-27 is asked for by the group, and its purchases by the customer", async () => {
    expect(await balance()).toBe(7.5);
    const usage = await user.send("GET", `/ild/usage?groupId=${user.specimen("group")}`);
    expect(usage.body).toMatchObject({ data: [{ destination: "India", minutes: 14, amount: 1.4 }, {}] });
    for (const path of ["status", "usage"]) {
      const wrong = await user.send("GET", `/ild/${path}?customerId=${user.specimen("groupPrimary")}`);
      expect(refusalOf(wrong)).toEqual([400, expect.arrayContaining(["groupId"])]);
    }
    const history = await user.send("GET", `/ild/purchase/history/${user.specimen("groupPrimary")}`);
    expect(history.body).toMatchObject({ data: [{ amount: 10, status: "COMPLETED" }] });
  });

  it("R-50 costs what was quoted, and counts at once", async () => {
    expect(dataOf(await ask("quote"))).toEqual({ amount: 10, tax: 0.8, total: 10.8 });
    expect([await balance(), sandbox.ledger]).toEqual([7.5, []]);
    await ask("purchase");
    expect([await balance(), charged()]).toEqual([17.5, [["ildPurchase", 10.8 * DOLLAR]]]);
    const history = await user.send("GET", `/ild/purchase/history/${user.specimen("groupPrimary")}`);
    expect(dataOf(history)).toHaveLength(2);
  });

  it.each([
    ["another group", 400, () => ({ groupId: user.specimen("groupOther") })],
    ["a group that is not there", 404, () => ({ groupId: "G0" })],
    ["nothing", 400, () => ({ amount: 0 })],
    ["a card of somebody else", 404, () => ({ ccUUID: user.specimen("card") })],
  ])("is refused with %s", async (_what, status, changes) => {
    expect([(await ask("quote", changes())).status, (await ask("purchase", changes())).status]).toEqual([
      status,
      status,
    ]);
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("a shipment", () => {
  it("is cancelled while it is pending, once", async () => {
    const cancel = (name: string) => user.send("PUT", `/shipment/order/cancel/${user.specimen(name)}`);
    const statuses = [await cancel("inactivePsim"), await cancel("inactivePsim"), await cancel("shipped")];
    expect(statuses.map(({ status }) => status)).toEqual([200, 409, 409]);
    expect((await cancel("active")).status).toBe(404);
    expect(sandbox.ledger).toHaveLength(1);
  });
});

describe("roaming", () => {
  const buy = (what: "quote" | "purchase", changes: object = {}, name = "active") =>
    user.send("POST", `/intl/roaming/pack/${what}/customer/${user.specimen(name)}`, {
      packId: "IR-Z2-WEEK",
      countries: ["DE", "JP"],
      ccUUID: user.specimen("card"),
      ...changes,
    });

  it("R-26 has countries of one network alone", async () => {
    const countries = (query: string) => user.send("GET", `/intl/roaming/countries/mvne${query}`);
    expect((await countries("?mvne=ATT")).body).toMatchObject({
      data: [
        { country: "Canada", countryCode: "CA", zone: "ZONE1", ildPulseSize: 60, pricePerMinute: 0.1 },
        {},
        {},
        {},
      ],
    });
    for (const query of ["", "?mvne=TMO"]) expect(refusalOf(await countries(query))).toEqual([400, ["mvne"]]);
  });

  it("R-20 has packs for countries of one zone", async () => {
    const packs = async (...countries: string[]) => user.send("POST", "/get/additional/offerings", { countries });
    expect(dataOf(await packs("DE", "JP"))).toMatchObject([
      { packId: "IR-Z2-DAY", validityDays: 1, price: 10 },
      { packId: "IR-Z2-WEEK", dataAllowance: 2048, dataUnit: "MB" },
    ]);
    expect(dataOf(await packs("DE", "CA"))).toEqual([]);
    expect(refusalOf(await packs("XX"))).toEqual([400, ["countries"]]);
    expect(refusalOf(await packs())).toEqual([400, ["countries"]]);
  });

  it("R-50 costs what was quoted, and begins in a while", async () => {
    expect(dataOf(await buy("quote"))).toEqual({ price: 45, tax: 3.6, total: 48.6 });
    expect(sandbox.ledger).toEqual([]);
    const reply = await buy("purchase");
    const packInstanceId = dataOf(reply, "packInstanceId");
    expect(reply.status).toBe(202);
    const group = async () =>
      dataOf(await user.send("GET", `/intl/roaming/pack/group?groupId=${user.specimen("groupOther")}`));
    expect(await group()).toMatchObject([{ packInstanceId, status: "PENDING", autoRenew: false }]);
    sandbox.clock.advance(2_000);
    expect(await group()).toMatchObject([{ packInstanceId, status: "ACTIVE", expiryDate: "2025-11-12T10:00:00.000Z" }]);
    sandbox.clock.advance(7 * DAY_MS);
    expect(await group()).toMatchObject([{ status: "EXPIRED" }]);
    expect(charged()).toEqual([["roamingPackPurchase", 48.6 * DOLLAR]]);
  });

  it.each([
    ["a pack that is not there", 404, () => buy("purchase", { packId: "IR-0" })],
    ["a pack of another zone", 400, () => buy("purchase", { countries: ["DE", "CA"] })],
    ["no country", 400, () => buy("purchase", { countries: [] })],
    ["a card that is not there", 404, () => buy("purchase", { ccUUID: "cc-0" })],
    ["a line that is not active", 409, () => buy("purchase", {}, "suspended")],
  ])("is refused with %s", async (_what, status, ask) => {
    expect((await ask()).status).toBe(status);
    expect(sandbox.ledger).toEqual([]);
  });

  it("is not bought with a card that is declined", async () => {
    expect(await buy("purchase", { ccUUID: user.specimen("cardDeclined") })).toMatchObject(DECLINED);
    expect(sandbox.ledger).toEqual([]);
  });

  it("says what is left, and renews by itself where that is wanted", async () => {
    const customerId = user.specimen("withRoamingPack");
    const left = await user.send("GET", `/intl/roaming/pack/usage?customerId=${customerId}`);
    expect(left.body).toMatchObject({
      data: [
        { packId: "IR-Z1-WEEK", remainingData: 2072, dataUnit: "MB", remainingVoiceMinutes: 200, remainingSms: 137 },
      ],
    });
    await user.send("POST", "/intl/roaming/pack/IR-Z1-WEEK/autorenew", { customerId, autoRenew: true });
    const group = await user.send("GET", `/intl/roaming/pack/group?groupId=${user.specimen("groupWithPack")}`);
    expect(group.body).toMatchObject({ data: [{ autoRenew: true }] });
    const other = { customerId: user.specimen("active"), autoRenew: true };
    expect((await user.send("POST", "/intl/roaming/pack/IR-Z1-WEEK/autorenew", other)).status).toBe(404);
  });
});
