import type { OrderOf } from "../../../src/datasources/port/order.js";

export const CUSTOMER = "C100234";
export const CARD = "7b1f0a52-4c5f-4c8e-9f40-1f7c6f0e2d11";
export const RETURN_TO = "https://brand.example.com/payment/confirm";

const ADDRESS = {
  line1: "100 Main Street",
  line2: "",
  city: "Austin",
  state: "TX",
  zip: "78701",
  isResidential: true,
};

export const PORT_IN = {
  msisdn: "15125550147",
  carrier: "T-Mobile",
  accountNumber: "998877665",
  pin: "4711",
  zip: "78702",
};

/** A first purchase with everything that may be said. */
export const PURCHASE: OrderOf<"PURCHASE"> = {
  kind: "PURCHASE",
  clientAccountId: "brand-000017",
  firstName: "Grace",
  lastName: "Hopper",
  email: "grace@example.com",
  phoneCountryCode: "1",
  phone: "5125550100",
  billingAddress: ADDRESS,
  shippingAddress: { ...ADDRESS, line1: "200 Side Street", line2: "Floor 3", isResidential: false },
  shipmentType: "SHIP-STD",
  lines: [
    {
      firstName: "Grace",
      lastName: "Hopper",
      planId: "REACH@nu@ PLAN-5GB",
      isPrimary: true,
      simType: "PSIM",
      portIn: PORT_IN,
    },
    { firstName: "Ada", lastName: "King", planId: "PLAN-5GB", isPrimary: false, simType: "ESIM", portIn: null },
  ],
  acquisitionSource: "web",
  agentId: "agent-7",
  redirectUrl: RETURN_TO,
};

/** A first purchase with nothing that may be left out. */
export const PLAIN_PURCHASE: OrderOf<"PURCHASE"> = {
  ...PURCHASE,
  shippingAddress: null,
  shipmentType: null,
  lines: [{ firstName: "Ada", lastName: "King", planId: "PLAN-5GB", isPrimary: true, simType: "ESIM", portIn: null }],
  acquisitionSource: null,
  agentId: null,
};

export const NEXT_PURCHASE: OrderOf<"PURCHASE_SUBSEQUENT"> = {
  kind: "PURCHASE_SUBSEQUENT",
  subscriber: CUSTOMER,
  clientAccountId: "brand-000017",
  cardId: CARD,
  lines: [
    { renews: CUSTOMER, planId: "PLAN-5GB", isPrimary: true, simType: "PSIM" },
    { renews: null, planId: "PLAN-1GB", isPrimary: false, simType: "ESIM" },
  ],
  redirectUrl: RETURN_TO,
};

export const TOP_UP: OrderOf<"TOP_UP_PURCHASE"> = {
  kind: "TOP_UP_PURCHASE",
  subscriber: CUSTOMER,
  serviceCode: "TOPUP-1GB",
  quantity: 2,
  cardId: CARD,
};

export const ILD_CREDIT: OrderOf<"ILD_PURCHASE"> = {
  kind: "ILD_PURCHASE",
  subscriber: CUSTOMER,
  groupId: "G900",
  amount: "10.10",
  cardId: CARD,
};

export const ROAMING_PACK: OrderOf<"ROAMING_PACK_PURCHASE"> = {
  kind: "ROAMING_PACK_PURCHASE",
  subscriber: CUSTOMER,
  packId: "IR-DAY",
  countries: ["MX", "CA"],
  cardId: CARD,
};

/** An upgrade at once. */
export const PLAN_CHANGE: OrderOf<"SUBSCRIBER_PLAN_CHANGE"> = {
  kind: "SUBSCRIBER_PLAN_CHANGE",
  subscriber: CUSTOMER,
  planId: "PLAN-10GB",
  isUpgrade: true,
  isImmediate: true,
  cardId: CARD,
};
