import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { line, newOrder, portIn, renewal } from "./reach-requests.js";
import { dataOf, type ReachUser, reachUser, refusalOf } from "./reach-support.js";
import { at, list, type Reply, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: ReachUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = reachUser(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const buy = (order: object = newOrder()): Promise<Reply> => user.send("POST", "/product", order);
const quote = (order: object = newOrder()): Promise<Reply> => user.send("POST", "/product/quote", order);

async function statusOf(transactionId: unknown): Promise<unknown> {
  return dataOf(await user.send("GET", `/product/status/${transactionId}`));
}

async function bought(order: object = newOrder()): Promise<string> {
  return String(dataOf(await buy(order), "transactionId"));
}

/** What a person does on a page. */
const press = (url: unknown, choice: string): Promise<Response> =>
  fetch(String(url), { method: "POST", body: new URLSearchParams({ choice }), redirect: "manual" });

/** Buys, and opens the payment page. */
async function atThePage(order: object = newOrder()): Promise<{ id: string; url: unknown }> {
  const id = await bought(order);
  sandbox.clock.advance(3_000);
  return { id, url: at(await statusOf(id), "link", "url") };
}

/** Buys and pays. Gives the finished purchase. */
async function paid(order: object = newOrder()): Promise<unknown> {
  const { id, url } = await atThePage(order);
  await press(url, "agree");
  sandbox.clock.advance(3_000);
  return statusOf(id);
}

const DOLLAR = 1_000_000;

describe("a quote", () => {
  it("R-53 names what is due once and every month, and changes nothing", async () => {
    const accountInfo = { shipmentType: "SHIP-STANDARD" };
    const lines = [line({ simType: "PSIM" }), line({ isPrimary: false, planId: "PLAN-M" })];
    expect(dataOf(await quote(newOrder(lines, accountInfo)))).toEqual({
      oneTimeCharge: { totalOneTimeCost: 26.99, simKitCost: 10, activationCost: 10, shipment: 4.99, tax: 2 },
      estimatedMonthlyCost: { total: 35 },
    });
    expect(sandbox.ledger).toEqual([]);
    expect(await quote(newOrder(lines, accountInfo))).toMatchObject({ status: 200 });
  });

  it("R-52 is the same operation for a customer", async () => {
    expect(dataOf(await quote(renewal(user)), "oneTimeCharge", "totalOneTimeCost")).toBe(27);
  });
});

/** Orders that are refused, and the field that is named. */
const WRONG: readonly [string, () => object, string][] = [
  ["a plan's name", () => newOrder([line({ planId: "Small 5 GB" })]), "lines.0.planId"],
  ["a plan with a tenant's name before it", () => newOrder([line({ planId: "REACH@nu@PLAN-S" })]), "lines.0.planId"],
  ["a top-up as a plan", () => newOrder([line({ planId: "TOPUP-1GB" })]), "lines.0.planId"],
  ["no primary line", () => newOrder([line({ isPrimary: false })]), "lines"],
  ["two primary lines", () => newOrder([line(), line()]), "lines"],
  [
    "more lines than the plan has",
    () => newOrder([line({ planId: "PLAN-KIDS" }), line({ isPrimary: false })]),
    "lines",
  ],
  ["no lines", () => newOrder([]), "lines"],
  ["a SIM of another word", () => newOrder([line({ simType: "PHYSICAL" })]), "lines.0.simType"],
  [
    "another country",
    () => newOrder([line()], { addresses: [{ type: "billing" }] }),
    "accountInfo.addresses.0.country",
  ],
  [
    "no address to ship to",
    () => newOrder([line({ simType: "PSIM" })], { addresses: billing() }),
    "accountInfo.addresses",
  ],
  ["an unknown way of shipping", () => newOrder([line()], { shipmentType: "PIGEON" }), "accountInfo.shipmentType"],
  ["no email", () => newOrder([line()], { email: "kim" }), "accountInfo.email"],
  ["another sum", () => newOrder([line()], payment(5.41)), "accountInfo.payment.collection"],
  ["R-06 an address that is not https", () => ({ ...newOrder(), redirectUrl: "http://brand.example/" }), "redirectUrl"],
  ["R-59 a number of 11 digits", () => ported({ numberToPort: "16785550101" }), "lines.0.numberToPort"],
  ["R-41 a number that cannot be ported", () => ported({ numberToPort: "6785550999" }), "lines.0.numberToPort"],
  ["R-58 half a port-in", () => ported({ password: undefined }), "lines.0.password"],
];

const payment = (collection: unknown) => ({ payment: { paymentType: "CARD", collection } });
const ported = (changes: object) => newOrder([line(portIn(user, changes))]);
const billing = () => newOrder().accountInfo.addresses.filter(({ type }) => type === "billing");

describe("a first purchase", () => {
  it.each(WRONG)("is refused with %s", async (_what, order, field) => {
    const [status, fields] = refusalOf(await buy(order()));
    expect([status, fields]).toEqual([400, expect.arrayContaining([field])]);
    expect(sandbox.ledger).toEqual([]);
  });

  it.each([0, 5.4, "5.40"])("may say %s as what is collected", async (collection) => {
    expect((await buy(newOrder([line()], payment(collection)))).status).toBe(202);
  });

  it("R-10 R-32 R-34 R-38 goes from PENDING over the payment page to COMPLETED, and only then has a customer", async () => {
    const id = await bought();
    expect(await statusOf(id)).toMatchObject({ status: "PENDING", link: { type: 0, url: null }, customerId: null });
    sandbox.clock.advance(2_999);
    expect(await statusOf(id)).toMatchObject({ status: "PENDING" });
    sandbox.clock.advance(1);
    const pending = await statusOf(id);
    expect(pending).toMatchObject({
      status: "PAYMENT_PENDING",
      paymentStatus: "PENDING",
      link: { type: 1, expireDate: "2025-11-05T10:15:03.000Z" },
      customerId: null,
    });
    const response = await press(at(pending, "link", "url"), "agree");
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      `https://brand.example/confirm?basket=7&transId=${id}`,
    ]);
    expect(await statusOf(id)).toMatchObject({ status: "PAYMENT_PROCESSING", customerId: null });
    expect(sandbox.ledger).toMatchObject([{ operation: "productPurchase", target: id, charged: 0 }]);
    sandbox.clock.advance(3_000);
    const done = await statusOf(id);
    expect(done).toMatchObject({ status: "COMPLETED", paymentStatus: "APPROVED", clientAccountId: "client-new" });
    expect(sandbox.ledger).toMatchObject([{ operation: "productPurchase", target: id, charged: 5.4 * DOLLAR }]);
    expect(await user.info(String(at(done, "customerId")))).toMatchObject({
      clientAccountId: "client-new",
      status: 0,
      reachPlanId: "PLAN-S",
      simType: "ESIM",
      isPrimary: true,
    });
  });

  it("saves the card, and ships physical SIMs", async () => {
    const customerId = at(await paid(newOrder([line({ simType: "PSIM" })])), "customerId");
    const cards = dataOf(await user.send("GET", `/account/card?customerId=${customerId}`));
    expect(cards).toMatchObject([{ isDefault: true }]);
    const shipment = async () => dataOf(await user.send("GET", `/shipment/order/customer/${customerId}`));
    expect(await shipment()).toMatchObject({ status: "PENDING", trackingNumber: null });
    sandbox.clock.advance(86_400_000);
    expect(await shipment()).toMatchObject({ status: "SHIPPED", carrier: "UPS" });
  });

  it("R-34 has a page for people, and a link that expires", async () => {
    const { id, url } = await atThePage();
    const page = await fetch(String(url));
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const html = await page.text();
    for (const part of ["<form", "Pay", "Decline", "5.40"]) expect(html).toContain(part);
    expect((await press(url, "perhaps")).status).toBe(400);
    sandbox.clock.advance(900_000);
    expect(await statusOf(id)).toMatchObject({ status: "FAILED", paymentStatusDesc: "The payment link has expired" });
    expect((await press(url, "agree")).status).toBe(410);
  });

  it("is not paid by somebody without the key, nor twice", async () => {
    const { url } = await atThePage();
    expect((await press(String(url).replace(/key=.*/, "key=guess"), "agree")).status).toBe(404);
    expect((await press(url, "agree")).status).toBe(303);
    expect((await press(url, "agree")).status).toBe(409);
    expect(sandbox.ledger).toHaveLength(1);
  });

  it("R-35 fails when the customer declines, charges nothing, and can be begun again", async () => {
    const { id, url } = await atThePage();
    expect((await press(url, "refuse")).headers.get("location")).toContain(`transId=${id}`);
    sandbox.clock.advance(3_000);
    expect(await statusOf(id)).toMatchObject({
      status: "FAILED",
      paymentStatus: "FAILED",
      paymentStatusDesc: "The payment was declined",
      customerId: null,
    });
    expect(sandbox.ledger).toMatchObject([{ charged: 0 }]);
    expect((await buy()).status).toBe(202);
  });

  it("R-51 is refused for an account that is there, or about to be", async () => {
    const taken = newOrder([line()], { clientAccountId: user.specimen("clientAccountId") });
    expect((await buy(taken)).status).toBe(409);
    expect((await buy()).status).toBe(202);
    expect((await buy()).status).toBe(409);
    expect(sandbox.ledger).toHaveLength(1);
  });

  it("R-58 fetches the number of a line that has one", async () => {
    const customerId = String(at(await paid(newOrder([line(portIn(user))])), "customerId"));
    expect(await user.status(customerId)).toBe(9);
    sandbox.clock.advance(6_000);
    expect(await user.info(customerId)).toMatchObject({ status: 2, mobileNo: user.specimen("mdnPortable") });
  });
});

describe("a subsequent purchase", () => {
  const renew = (order: object = renewal(user)) => user.send("POST", "/product/subsequent", order);

  it("charges the saved card without a page, and renews the line", async () => {
    const { nextBillingDate } = Object(await user.info(user.specimen("active")));
    const id = dataOf(await renew(), "transactionId");
    sandbox.clock.advance(3_000);
    expect(await statusOf(id)).toMatchObject({ status: "PAYMENT_PROCESSING", link: { url: null } });
    sandbox.clock.advance(3_000);
    expect(await statusOf(id)).toMatchObject({ status: "COMPLETED", customerId: user.specimen("active") });
    expect(sandbox.ledger).toMatchObject([{ operation: "productSubsequent", target: id, charged: 27 * DOLLAR }]);
    const { nextBillingDate: later } = Object(await user.info(user.specimen("active")));
    expect(Date.parse(later) - Date.parse(nextBillingDate)).toBe(30 * 86_400_000);
  });

  it("fails when the card is declined", async () => {
    const id = dataOf(await renew(renewal(user, { ccUUID: user.specimen("cardDeclined") })), "transactionId");
    sandbox.clock.advance(6_000);
    expect(await statusOf(id)).toMatchObject({ status: "FAILED", paymentStatusDesc: expect.any(String) });
    expect(sandbox.ledger).toMatchObject([{ charged: 0 }]);
  });

  it("fails when the card has been deleted meanwhile", async () => {
    const id = dataOf(await renew(), "transactionId");
    await user.send("DELETE", `/account/card?cardId=${user.specimen("card")}&customerId=${user.specimen("active")}`);
    sandbox.clock.advance(6_000);
    expect(await statusOf(id)).toMatchObject({ status: "FAILED" });
  });

  it("adds a line to the account, and data to a line", async () => {
    const active = user.specimen("active");
    const lines = [
      line({ isPrimary: false, planId: "PLAN-S" }),
      { customerId: active, planId: "TOPUP-1GB", isPrimary: true, simType: "PSIM" },
    ];
    await renew({ ...renewal(user), lines });
    const total = async () =>
      dataOf(await user.send("GET", `/usage/summary?usageData=DATA&customerId=${active}`), "total");
    expect(await total()).toBe(15 * 1024);
    sandbox.clock.advance(6_000);
    expect(await total()).toBe(16 * 1024);
    const state = await (await fetch(`${sandbox.url}/_sandbox/state`)).json();
    expect(at(state, "reach", "reach-us", "customers")).toBe(20);
  });

  it.each([
    ["a card that is not there", 404, () => renewal(user, { ccUUID: "cc-0" })],
    ["a card of somebody else", 404, () => renewal(user, { ccUUID: user.specimen("cardOfBills") })],
    ["a line that is not active", 409, () => ({ ...renewal(user), customerId: user.specimen("suspended") })],
    ["a customer that is not there", 404, () => ({ ...renewal(user), customerId: "C0" })],
    ["another sum", 400, () => renewal(user, { collection: 1 })],
    ["another plan than the line has", 400, () => withLine({ planId: "PLAN-L" })],
    ["somebody else's line", 400, () => withLine({ customerId: user.specimen("withBills") })],
    ["another account's name", 409, () => named("client-other")],
  ])("is refused with %s", async (_what, status, order) => {
    expect((await renew(order())).status).toBe(status);
    expect(sandbox.ledger).toEqual([]);
  });

  const withLine = (changes: object) => ({ ...renewal(user), lines: [{ ...renewal(user).lines[0], ...changes }] });
  const named = (clientAccountId: string) => {
    const order = renewal(user);
    return { ...order, accountInfo: { ...order.accountInfo, clientAccountId } };
  };
});

describe("R-56 a card", () => {
  const cards = async () =>
    list((await user.send("GET", `/account/card?customerId=${user.specimen("active")}`)).body, "data");
  const askLink = (redirectUrl: string) =>
    user.send("PUT", `/account/generate/addcard/link/${user.specimen("active")}`, { redirectUrl });

  it("R-22 is added on a page, by a new link each time", async () => {
    const before = await cards();
    const [first, second] = [await askLink("https://brand.example/"), await askLink("https://brand.example/")];
    expect(dataOf(first, "link", "url")).not.toBe(dataOf(second, "link", "url"));
    expect((await fetch(String(dataOf(first, "link", "url")))).status).toBe(200);
    const saved = await press(dataOf(first, "link", "url"), "agree");
    expect(saved.headers.get("location")).toBe("https://brand.example/");
    expect(await cards()).toHaveLength(before.length + 1);
    await press(dataOf(second, "link", "url"), "refuse");
    expect(await cards()).toHaveLength(before.length + 1);
    expect((await press(dataOf(second, "link", "url"), "agree")).status).toBe(404);
  });

  it("is not added by a link that has expired, nor sent back to where is no https", async () => {
    const url = dataOf(await askLink("https://brand.example/"), "link", "url");
    sandbox.clock.advance(900_000);
    expect((await press(url, "agree")).status).toBe(410);
    expect(refusalOf(await askLink("http://brand.example/"))).toEqual([400, ["redirectUrl"]]);
  });

  it("R-23 is one thing under three names", async () => {
    const [card, other] = [user.specimen("card"), user.specimen("cardOther")];
    await user.send("PUT", `/account/card?id=${other}&default=true`);
    await user.send("PUT", "/account/card", { uuid: other, expiryYear: 2035 });
    expect(dataOf(await user.send("GET", `/account/card/specific?cardId=${other}`))).toMatchObject({
      uuid: other,
      isDefault: true,
      expiryYear: 2035,
    });
    const remove = () => user.send("DELETE", `/account/card?cardId=${other}&customerId=${user.specimen("active")}`);
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 404]);
    expect(at((await cards())[0], "isDefault")).toBe(true);
    expect(at((await cards())[0], "uuid")).toBe(card);
  });

  it("is not made the default by anything but true, nor deleted for somebody else", async () => {
    const card = user.specimen("cardOther");
    expect((await user.send("PUT", `/account/card?id=${card}&default=false`)).status).toBe(400);
    const stranger = user.specimen("withBills");
    expect((await user.send("DELETE", `/account/card?cardId=${card}&customerId=${stranger}`)).status).toBe(404);
    expect(sandbox.ledger).toEqual([]);
  });
});
