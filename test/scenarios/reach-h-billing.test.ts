import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Reach, startReach } from "./reach-support.js";

let reach: Reach;
beforeAll(async () => {
  reach = await startReach();
});
beforeEach(() => reach.sandbox.reset());
afterAll(() => reach.stop());

const BILLS = `bills { id amount { amount } statusRaw dueOn { local }
  detail { amount { amount } tax { amount } statusRaw items { description amount { amount } } } }`;

interface Bills {
  readonly bills: readonly { readonly id: string; readonly amount: { amount: string }; readonly statusRaw: string }[];
}

const payer = () => reach.subscriber("withBills");
const billNamed = async (name: string) =>
  (await reach.of<Bills>(payer(), BILLS)).bills.find(({ id }) => id === reach.native(name));
const paying = (more: object = {}) => ({
  subscriber: payer(),
  bill: reach.native("billDue"),
  card: reach.native("cardOfBills"),
  amount: "27",
  ...more,
});

describe("Scenario H", () => {
  it("R-53 a bill is shown item by item, its invoice is fetched, and it is paid once", async () => {
    reach.forget();
    expect(await billNamed("billDue")).toEqual({
      id: reach.native("billDue"),
      amount: { amount: "27" },
      statusRaw: "DUE",
      dueOn: { local: "2026-01-15T00:00:00" },
      detail: {
        amount: { amount: "27" },
        tax: { amount: "2" },
        statusRaw: "DUE",
        items: [{ description: "Medium 15 GB", amount: { amount: "25" } }],
      },
    });
    expect(reach.counts).toEqual({ customerInfo: 1, billingCustomer: 1, billingDetail: 2 });
    const { invoices } = await reach.of<{ invoices: readonly { billId: string; pdf: { url: string } }[] }>(
      payer(),
      "invoices { id billId amount { amount } issuedOn { raw } statusRaw pdf { url expiresAt { raw } } }",
    );
    const invoice = invoices.find(({ billId }) => billId === reach.native("billDue"));
    expect(invoice).toMatchObject({
      pdf: { url: expect.stringMatching(/\.pdf/), expiresAt: { raw: expect.any(String) } },
    });

    reach.forget();
    const idempotencyKey = crypto.randomUUID();
    const { id, state } = await reach.begin("billPay", paying({ idempotencyKey }));
    expect(state).toBe("SUCCEEDED");
    expect(reach.counts).toEqual({ customerInfo: 1, cardList: 1, billingCustomer: 1, paymentCustomer: 1 });
    expect((await billNamed("billDue"))?.statusRaw).toBe("PAID");
    expect((await reach.caller.mutate("billPay", paying({ idempotencyKey }))).operation?.id).toBe(id);
    expect(reach.charged).toBe(2_700);
  });

  it("R-09 a payment whose answer is lost is not made again, and is found to have been made", async () => {
    reach.sandbox.faults.add({ operation: "paymentCustomer", times: 1, fault: "status;status=504;applied=true" });
    reach.sandbox.faults.add({ operation: "billingDetail", fault: "status;status=400" });
    const { id, steps } = await reach.begin("billPay", paying());
    expect(steps).toMatchObject([{ outcome: "OUTCOME_UNKNOWN" }]);
    const again = await reach.refused("billPay", paying());
    expect(again).toMatchObject([{ code: "POSSIBLE_DUPLICATE", operation: { id } }]);
    reach.sandbox.faults.clear();
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
    expect(reach.changes).toEqual(["paymentCustomer"]);
  });

  it("R-09 a payment of which nothing is seen stays unknown, until a person says what became of it", async () => {
    reach.sandbox.faults.add({ operation: "paymentCustomer", times: 1, fault: "status;status=504" });
    const { id } = await reach.begin("billPay", paying());
    expect(await reach.caller.operation(id)).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    const settled = await reach.ask<{ operation: { state: string } }>(
      `mutation ($input: OperationSettleInput!) { it: operationSettle(input: $input) { operation { state } } }`,
      { input: { operation: id, state: "FAILED", reason: "the bank shows no charge" } },
    );
    expect(settled.operation.state).toBe("FAILED");
    expect((await reach.begin("billPay", paying())).state).toBe("SUCCEEDED");
    expect(reach.changes).toEqual(["paymentCustomer"]);
  });

  it("a card that is declined leaves the bill due", async () => {
    await reach.happen({ card: { uuid: reach.native("cardOfBills"), isDeclined: true } });
    const failed = await reach.begin("billPay", paying());
    expect(failed).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    expect((await billNamed("billDue"))?.statusRaw).toBe("DUE");
  });

  it.each([
    ["another amount", { amount: "26.99" }, "INVALID_ARGUMENT", "amount"],
    ["a bill of nobody", { bill: "B-0" }, "NOT_FOUND", "bill"],
    ["a card of nobody", { card: "cc-0" }, "NOT_FOUND", "card"],
  ])("is not paid with %s", async (_what, more, code, field) => {
    expect(await reach.refused("billPay", paying(more))).toMatchObject([{ code, field: ["input", field] }]);
    expect(reach.counts.paymentCustomer).toBeUndefined();
  });

  it("a bill that has been paid is refused by the carrier, and charged to nobody", async () => {
    const refused = await reach.begin("billPay", paying({ bill: reach.native("billPaid") }));
    expect(refused).toMatchObject({ state: "FAILED", error: { code: "INVALID_TRANSITION" } });
    expect(reach.charged).toBe(0);
  });
});

describe("an invoice", () => {
  const sending = () => ({ subscriber: payer(), invoice: reach.native("invoice"), email: "kim@example.com" });

  it("is sent by e-mail", async () => {
    expect((await reach.begin("invoiceSend", sending())).state).toBe("SUCCEEDED");
    const { invoices } = await reach.of<{ invoices: readonly { id: string }[] }>(payer(), "invoices { id statusRaw }");
    expect(invoices).toContainEqual({ id: reach.native("invoice"), statusRaw: "SENT" });
  });

  it("R-10 that the carrier only takes on is all that will be known of it", async () => {
    const fault = "code;outer=SUCCESS;code=202;description=Request accepted;applied=true";
    reach.sandbox.faults.add({ operation: "invoiceSendEmail", times: 1, fault });
    const taken = await reach.begin("invoiceSend", sending());
    expect(taken).toMatchObject({ state: "SUCCEEDED", nextCheckAt: null, steps: [{ outcome: "pending" }] });
  });
});
