import { describe, expect, it } from "vitest";
import { encode } from "../../../src/datasources/http/encode.js";
import type { Order } from "../../../src/datasources/port/order.js";
import { newPurchaseToWire } from "../../../src/datasources/reach/mapping/order.js";
import { productQuote } from "../../../src/datasources/reach/operations/quotes.js";
import { empty, html, json, reset, throttled } from "../../support/scripted-answers.js";
import { billing } from "./order-bodies.js";
import {
  CARD,
  CUSTOMER,
  ILD_CREDIT,
  NEXT_PURCHASE,
  PLAIN_PURCHASE,
  PLAN_CHANGE,
  PORT_IN,
  PURCHASE,
  ROAMING_PACK,
  TOP_UP,
} from "./orders.js";
import { call, failureOf, refusal, success, writeLab } from "./write-lab.js";

const reach = writeLab();

const place = (order: Order) => reach.writes.orders.place(order, call());

/** The text of the body that an order is placed with. */
async function bodyOf(order: Order): Promise<string> {
  reach.says(success({ transactionId: "T-1" }));
  await place(order);
  return reach.last().text;
}

/** Each kind of order, with its quote's address and its own. */
const ORDERS: readonly (readonly [Order, quote: string, purchase: string])[] = [
  [PURCHASE, "/product/quote", "/product"],
  [PLAIN_PURCHASE, "/product/quote", "/product"],
  [NEXT_PURCHASE, "/product/quote", "/product/subsequent"],
  [{ ...NEXT_PURCHASE, cardId: null }, "/product/quote", "/product/subsequent"],
  [TOP_UP, "/topup/quote", "/topup/purchase"],
  [ILD_CREDIT, "/ild/quote", "/ild/purchase"],
  [ROAMING_PACK, `/intl/roaming/pack/quote/customer/${CUSTOMER}`, `/intl/roaming/pack/purchase/customer/${CUSTOMER}`],
  [PLAN_CHANGE, "/estimate/plan/change", "/purchase/plan/change"],
  [{ ...PLAN_CHANGE, cardId: null }, "/estimate/plan/change", "/purchase/plan/change"],
];

describe("R-50 what is bought", () => {
  it.each(ORDERS)("R-50 is sent as it was quoted, byte by byte: %o", async (order, quotePath, path) => {
    reach.says(success({ oneTimeCharge: {} }));
    await reach.source.reads.quotes?.quote(order, call());
    const quoted = reach.last();
    expect(quoted.path).toBe(`/apisvc/v0${quotePath}`);
    const text = await bodyOf(order);
    expect(reach.last().path).toBe(`/apisvc/v0${path}`);
    expect(text).toBe(quoted.text);
    expect(text.length).toBeGreaterThan(2);
  });

  it("R-50 does not depend on the order of members in what is asked for", async () => {
    const { kind, lines, ...others } = PURCHASE;
    expect(await bodyOf({ lines, ...others, kind })).toBe(await bodyOf(PURCHASE));
  });
});

describe("R-51 where it is bought", () => {
  it("R-51 the kind of an order decides, whatever else is in it", async () => {
    await bodyOf(NEXT_PURCHASE);
    expect(reach.last().path).toBe("/apisvc/v0/product/subsequent");
    await bodyOf(PLAIN_PURCHASE);
    expect(reach.last().path).toBe("/apisvc/v0/product");
  });
});

describe("R-35 an order", () => {
  const ends = [refusal(400), refusal(409), empty(500), html(503), empty(504), reset(), throttled("0"), json("?")];

  it.each(ORDERS)("R-35 is posted once, however it ends: %o", async (order) => {
    for (const answer of ends) {
      reach.says(answer);
      expect(await reach.requestsOf(() => place(order))).toBe(1);
    }
  });

  it.each([PURCHASE, NEXT_PURCHASE])(
    "R-10 is an unknown outcome if it is taken on without an id to follow: %o",
    async (order) => {
      for (const answer of [
        success(),
        success({ transactionId: " " }, 202),
        success({ clientAccountId: "x" }),
        empty(),
      ]) {
        reach.says(answer);
        expect((await failureOf(place(order))).code).toBe("OUTCOME_UNKNOWN");
      }
    },
  );
});

describe("the body of a first purchase", () => {
  it("says everything that may be said", async () => {
    expect(JSON.parse(await bodyOf(PURCHASE))).toEqual({
      accountInfo: {
        firstName: "Grace",
        lastName: "Hopper",
        billingPhoneCountryCode: "1",
        billingPhoneNumber: "5125550100",
        addresses: [
          billing,
          {
            type: "shipping",
            address1: "200 Side Street",
            address2: "Floor 3",
            city: "Austin",
            state: "TX",
            zip: "78701",
            country: "USA",
            residential: "false",
          },
        ],
        email: "grace@example.com",
        shipmentType: "SHIP-STD",
        clientAccountId: "brand-000017",
        payment: { paymentType: "CARD", collection: 0 },
      },
      lines: [
        {
          firstName: "Grace",
          lastName: "Hopper",
          planId: "REACH@nu@ PLAN-5GB",
          isPrimary: true,
          simType: "PSIM",
          numberToPort: "5125550147",
          oldCarrier: "T-Mobile",
          oldCarrierAccountNumber: "998877665",
          password: "4711",
          oldZip: "78702",
        },
        { firstName: "Ada", lastName: "King", planId: "PLAN-5GB", isPrimary: false, simType: "ESIM" },
      ],
      meta: { acquisitionSrc: "web", agentUniqueId: "agent-7" },
      redirectUrl: "https://brand.example.com/payment/confirm",
    });
  });

  it("R-40 R-58 R-59 keeps the plan's id as it came, and the port-in in its line with ten digits", async () => {
    for (const msisdn of ["5125550147", "15125550147", "+15125550147"]) {
      const [line] = PURCHASE.lines;
      if (!line) throw new Error("no line");
      const order = { ...PURCHASE, lines: [{ ...line, portIn: { ...PORT_IN, msisdn } }] };
      expect(JSON.parse(await bodyOf(order))).toMatchObject({
        lines: [{ planId: "REACH@nu@ PLAN-5GB", numberToPort: "5125550147" }],
      });
    }
  });

  it.each(["512555014", "25125550147", "(512) 555-0147", "+445125550147"])(
    "R-59 is not sent to port %j",
    async (msisdn) => {
      const [line] = PURCHASE.lines;
      if (!line) throw new Error("no line");
      const order = { ...PURCHASE, lines: [{ ...line, portIn: { ...PORT_IN, msisdn } }] };
      const sent = await reach.requestsOf(async () => {
        expect(await failureOf(place(order))).toMatchObject({
          code: "INVALID_ARGUMENT",
          details: { field: ["lines", "0", "numberToPort"] },
        });
      });
      expect(sent).toBe(0);
    },
  );

  it.each(["http://brand.example.com/", "brand.example.com", "", "javascript:alert(1)"])(
    "R-06 is not sent with %j to come back to, neither to buy nor for a quote",
    async (redirectUrl) => {
      const order = { ...PURCHASE, redirectUrl };
      expect(await reach.requestsOf(() => place(order))).toBe(0);
      expect(await failureOf(place(order))).toMatchObject({
        code: "INVALID_ARGUMENT",
        details: { field: ["redirectUrl"] },
      });
      expect(() => encode(productQuote, { body: newPurchaseToWire(order) })).toThrow("redirectUrl");
    },
  );
});

describe("a change of plan", () => {
  const change = (isUpgrade: boolean, isImmediate: boolean) => place({ ...PLAN_CHANGE, isUpgrade, isImmediate });

  it("R-36 R-39 is followed by its txnId when it is an upgrade at once", async () => {
    for (const status of [200, 202]) {
      reach.says(success({ txnId: "PC-1" }, status));
      expect(await change(true, true)).toMatchObject({ is: "pending", reference: "PC-1" });
    }
  });

  it("R-39 is pending without an id where the carrier gives none for an upgrade at once", async () => {
    reach.says(success());
    expect(await change(true, true)).toMatchObject({ is: "pending", reference: null });
  });

  it.each([
    [true, false],
    [false, true],
    [false, false],
  ])("R-39 is scheduled otherwise, without an id (upgrade %s, at once %s)", async (isUpgrade, isImmediate) => {
    reach.says(success());
    expect(await change(isUpgrade, isImmediate)).toMatchObject({ is: "done", reference: null });
    expect(reach.last().json).toMatchObject({ isUpgrade, immediateEffect: isImmediate });
  });
});

describe("a charge", () => {
  const pay = () => reach.writes.billing.payBill(CUSTOMER, { billId: "B-1", cardId: CARD, amount: "45" }, call());
  const CHARGES = [
    ["a top-up", () => place(TOP_UP)],
    ["credit for calls abroad", () => place(ILD_CREDIT)],
    ["a payment", pay],
  ] as const;

  it.each(CHARGES)("of %s ends as its own word says, in any case", async (_what, charge) => {
    for (const [word, is] of [
      ["COMPLETED", "done"],
      ["approved", "done"],
      ["PENDING", "pending"],
      ["In_Progress", "pending"],
    ]) {
      reach.says(success({ transactionId: "C-1", status: word }));
      expect(await charge()).toMatchObject({ is, carrierCode: "200", reference: "C-1" });
    }
  });

  it.each(CHARGES)("of %s that says of itself that it failed is no success", async (_what, charge) => {
    for (const answer of [success({ status: "FAILED" }), success({ status: "Declined" }, 202)]) {
      reach.says(answer);
      expect(await failureOf(charge())).toMatchObject({
        code: "CARRIER_REFUSED",
        details: { carrier: "REACH", account: "reach-test", carrierMessage: "Success" },
      });
    }
  });

  it.each(CHARGES)("of %s with a word that nobody knows is an unknown outcome", async (_what, charge) => {
    reach.says(success({ transactionId: "C-1", status: "CONSTRUCTOR" }));
    expect(await failureOf(charge())).toMatchObject({ code: "OUTCOME_UNKNOWN", details: { carrierCode: "200" } });
  });

  it.each(["", "-1", "1e3", "1,50", "1.234567", "NaN"])("is not sent with %j for an amount", async (amount) => {
    expect(await reach.requestsOf(() => place({ ...ILD_CREDIT, amount }))).toBe(0);
    expect(await failureOf(place({ ...ILD_CREDIT, amount }))).toMatchObject({ details: { field: ["amount"] } });
  });

  it("R-53 is sent with every digit of its amount", async () => {
    expect(await bodyOf({ ...ILD_CREDIT, amount: "123456789012.10" })).toContain('"amount":"123456789012.10"');
  });
});
