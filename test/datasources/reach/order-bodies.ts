import type { Order } from "../../../src/datasources/port/order.js";
import { CARD, CUSTOMER, RETURN_TO } from "./orders.js";

const customerId = CUSTOMER;
/** The billing address of `orders.ts`, as it is sent. */
export const billing = {
  type: "billing",
  address1: "100 Main Street",
  address2: "",
  city: "Austin",
  state: "TX",
  zip: "78701",
  country: "USA",
  residential: "true",
};

const payment = { paymentType: "CARD", collection: 0 };

/** The body that each order of `orders.ts` is quoted and bought by: byte by byte the same. */
export const BODY_OF = {
  PURCHASE: {
    accountInfo: {
      firstName: "Grace",
      lastName: "Hopper",
      billingPhoneCountryCode: "1",
      billingPhoneNumber: "5125550100",
      addresses: [billing],
      email: "grace@example.com",
      clientAccountId: "brand-000017",
      payment,
    },
    lines: [{ firstName: "Ada", lastName: "King", planId: "PLAN-5GB", isPrimary: true, simType: "ESIM" }],
    redirectUrl: RETURN_TO,
  },
  PURCHASE_SUBSEQUENT: {
    customerId,
    accountInfo: { clientAccountId: "brand-000017", payment: { ...payment, ccUUID: CARD } },
    lines: [
      { customerId, planId: "PLAN-5GB", isPrimary: true, simType: "PSIM" },
      { planId: "PLAN-1GB", isPrimary: false, simType: "ESIM" },
    ],
    redirectUrl: RETURN_TO,
  },
  TOP_UP_PURCHASE: { customerId, serviceCode: "TOPUP-1GB", quantity: 2, ccUUID: CARD },
  ILD_PURCHASE: { customerId, groupId: "G900", amount: "10.10", ccUUID: CARD },
  ROAMING_PACK_PURCHASE: { packId: "IR-DAY", countries: ["MX", "CA"], ccUUID: CARD },
  SUBSCRIBER_PLAN_CHANGE: {
    customerId,
    newPlanId: "PLAN-10GB",
    isUpgrade: true,
    immediateEffect: true,
    ccUUID: CARD,
  },
} as const satisfies Readonly<Record<Order["kind"], object>>;
