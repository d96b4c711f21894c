import { CUSTOMER } from "../orders.js";
import { money, type Runs, utc, V0 } from "./run.js";

const JOB = {
  data: { id: "1", status: "IN_PROGRESS" },
  result: { state: "RUNNING", stateRaw: "IN_PROGRESS" },
} as const;

/** How each is asked for, what is sent, and what its answer means. */
export const PROGRESS_RUNS = {
  productStatus: {
    run: ({ progress }, context) => progress.purchase("TXN-98765", context),
    line: `GET ${V0}/product/status/TXN-98765`,
    body: null,
    data: {
      status: "COMPLETED",
      paymentStatus: "APPROVED",
      paymentStatusDesc: "Paid",
      link: { type: 1, url: "https://pay.example.com/k?1", expireDate: "2026-11-21T15:00:00Z" },
      customerId: 100_234,
      clientAccountId: "brand-000017",
      shipmentStatus: "PENDING",
      amount: 20,
      totalAmount: 21.58,
      totalTax: 1.58,
    },
    result: {
      transactionId: "TXN-98765",
      state: "COMPLETED",
      stateRaw: "COMPLETED",
      paymentStatusRaw: "APPROVED",
      paymentStatusText: "Paid",
      link: { url: "https://pay.example.com/k?1", expiresAt: utc("2026-11-21T15:00:00Z") },
      subscriber: "100234",
      clientAccountId: "brand-000017",
      shipmentStatusRaw: "PENDING",
      total: money("21.58"),
      tax: money("1.58"),
    },
    absent: "null",
    empty: "fails",
  },
  activationStatus: {
    run: ({ progress }, context) => progress.activation(CUSTOMER, context),
    line: `GET ${V0}/activation/status?customerId=${CUSTOMER}`,
    body: null,
    data: {
      customerId: CUSTOMER,
      status: 2,
      mobileNo: "4705551001",
      planName: "Medium",
      activationDate: "2026-08-13T10:00:00Z",
      activationMsg: null,
    },
    result: {
      state: "ACTIVE",
      stateRaw: "2",
      msisdn: "4705551001",
      planName: "Medium",
      activatedAt: utc("2026-08-13T10:00:00Z"),
      message: null,
    },
    absent: "null",
    empty: "fails",
  },
  mdnSwapStatus: {
    run: ({ progress }, context) => progress.numberSwap(CUSTOMER, context),
    line: `GET ${V0}/mdn/swap/status/${CUSTOMER}`,
    body: null,
    ...JOB,
    absent: "null",
    empty: "fails",
  },
  customerResetStatus: {
    run: ({ progress }, context) => progress.reset(CUSTOMER, context),
    line: `GET ${V0}/customer/reset/status/${CUSTOMER}`,
    body: null,
    ...JOB,
    absent: "null",
    empty: "fails",
  },
  planChangeStatus: {
    run: ({ progress }, context) => progress.planChange("PC-1", context),
    line: `GET ${V0}/status/plan/change/PC-1`,
    body: null,
    data: { txnId: "PC-1", status: "COMPLETED" },
    result: { state: "COMPLETED", stateRaw: "COMPLETED" },
    absent: "null",
    empty: "fails",
  },
  simSwapStatus: {
    run: ({ progress }, context) => progress.simSwap("SS-1", context),
    line: `GET ${V0}/get/status/sim/swap?id=SS-1`,
    body: null,
    ...JOB,
    absent: "null",
    empty: "fails",
  },
} as const satisfies Runs;
