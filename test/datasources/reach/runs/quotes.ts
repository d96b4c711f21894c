import { BODY_OF } from "../order-bodies.js";
import { CUSTOMER, ILD_CREDIT, NEXT_PURCHASE, PLAIN_PURCHASE, PLAN_CHANGE, ROAMING_PACK, TOP_UP } from "../orders.js";
import { money, type Run, type Runs, V0 } from "./run.js";

const SIMPLE_QUOTE = { amount: 10, tax: "0.80", total: 10.8 };

const SIMPLE_PRICE = {
  total: money("10.8"),
  charges: [
    { name: "amount", amount: money("10") },
    { name: "tax", amount: money("0.80") },
  ],
  monthly: null,
  effectiveOn: null,
};

/** How each is asked for, what is sent, and what its answer means. */
export const QUOTES_RUNS = {
  productQuote: {
    run: ({ quotes }, context) => quotes.quote(PLAIN_PURCHASE, context),
    line: `POST ${V0}/product/quote`,
    body: BODY_OF.PURCHASE,
    data: {
      oneTimeCharge: { totalOneTimeCost: 21.58, simKitCost: "10.00", activationCost: 5, shipment: 4.99, tax: 1.59 },
      estimatedMonthlyCost: { total: "25.00" },
    },
    result: {
      total: money("21.58"),
      charges: [
        { name: "simKitCost", amount: money("10.00") },
        { name: "activationCost", amount: money("5") },
        { name: "shipment", amount: money("4.99") },
        { name: "tax", amount: money("1.59") },
      ],
      monthly: money("25.00"),
      effectiveOn: null,
    },
    absent: "fails",
    empty: "fails",
  },
  topupQuote: {
    run: ({ quotes }, context) => quotes.quote(TOP_UP, context),
    line: `POST ${V0}/topup/quote`,
    body: BODY_OF.TOP_UP_PURCHASE,
    data: SIMPLE_QUOTE,
    result: SIMPLE_PRICE,
    absent: "fails",
    empty: "fails",
  },
  planChangeEstimate: {
    run: ({ quotes }, context) => quotes.quote(PLAN_CHANGE, context),
    line: `POST ${V0}/estimate/plan/change`,
    body: BODY_OF.SUBSCRIBER_PLAN_CHANGE,
    data: { proratedCharge: 7.5, nextBillAmount: "43.20", effectiveDate: "2026-11-21T15:00:00+05:30" },
    result: {
      total: null,
      charges: [
        { name: "proratedCharge", amount: money("7.5") },
        { name: "nextBillAmount", amount: money("43.20") },
      ],
      monthly: null,
      effectiveOn: {
        local: "2026-11-21T15:00:00",
        timeZone: "+05:30",
        zoneSource: "CARRIER",
        instant: "2026-11-21T09:30:00Z",
        raw: "2026-11-21T15:00:00+05:30",
      },
    },
    absent: "fails",
    empty: "fails",
  },
  ildQuote: {
    run: ({ quotes }, context) => quotes.quote(ILD_CREDIT, context),
    line: `POST ${V0}/ild/quote`,
    body: BODY_OF.ILD_PURCHASE,
    data: SIMPLE_QUOTE,
    result: SIMPLE_PRICE,
    absent: "fails",
    empty: "fails",
  },
  roamingPackQuote: {
    run: ({ quotes }, context) => quotes.quote(ROAMING_PACK, context),
    line: `POST ${V0}/intl/roaming/pack/quote/customer/${CUSTOMER}`,
    body: BODY_OF.ROAMING_PACK_PURCHASE,
    data: { price: 5, tax: 0.4, total: 5.4 },
    result: {
      total: money("5.4"),
      charges: [
        { name: "price", amount: money("5") },
        { name: "tax", amount: money("0.4") },
      ],
      monthly: null,
      effectiveOn: null,
    },
    absent: "fails",
    empty: "fails",
  },
} as const satisfies Runs;

/** The two kinds of a purchase are priced under one address, by different bodies. */
export const NEXT_QUOTE: Pick<Run, "run" | "body"> = {
  run: ({ quotes }, context) => quotes.quote(NEXT_PURCHASE, context),
  body: BODY_OF.PURCHASE_SUBSEQUENT,
};
