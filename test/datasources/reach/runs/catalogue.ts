import { day, key, money, type Runs, V0 } from "./run.js";

const PLAN_ROW = {
  serviceCode: "PLAN-M",
  uniqueIdentifier: "PLAN-M-v1",
  displayName: "Medium 15 GB",
  name: "medium",
  planType: "POSTPAID",
  baseLinePrice: 25.5,
  additionalLinePrice: "20.00",
  maxLines: 5,
  fccLabel: " https://labels.example/plan-m\n",
  planData: 15,
  dataUnit: "GB",
  isUnlimited: false,
  throttleSpeed: "128 kbps",
  allowPlanChange: true,
  upGradableTo: ["REACH@nu@PLAN-L"],
  downGradableTo: ["PLAN-S"],
};

const PLAN = {
  key: key("PLAN-M"),
  name: "Medium 15 GB",
  kind: "BASE",
  kindRaw: "POSTPAID",
  billing: "POSTPAID",
  price: money("25.5"),
  reach: {
    maxLines: 5,
    fccLabel: " https://labels.example/plan-m\n",
    upgradableTo: ["PLAN-L"],
    downgradableTo: ["PLAN-S"],
    isChangeAllowed: true,
    additionalLinePrice: money("20.00"),
    dataBytes: 16_106_127_360n,
    isUnlimited: false,
    throttleSpeed: "128 kbps",
  },
};

const OFFER_ROW = {
  uniqueIdentifier: "OFFER-FIVE",
  name: "Five off",
  couponCode: "FIVE",
  discountType: "FLAT",
  discountValue: 5,
  expiryDate: "2030-06-30",
};

const OFFER = {
  id: "OFFER-FIVE",
  name: "Five off",
  couponCode: "FIVE",
  discountType: "FLAT",
  discountValue: "5",
  expiresAt: day("2030-06-30"),
};

const SERVICE_ROW = { serviceCode: "TOPUP-1GB", name: "1 GB more", baseLinePrice: 5, serviceType: "TOPUP" };

const SERVICE = {
  key: key("TOPUP-1GB"),
  name: "1 GB more",
  kind: "ADDON",
  kindRaw: "TOPUP",
  billing: "UNKNOWN",
  price: money("5"),
};

const BASE = { kind: "BASE", billing: "UNKNOWN", region: null } as const;

const ADDON = { ...BASE, kind: "ADDON" } as const;

/** How each is asked for, what is sent, and what its answer means. */
export const CATALOGUE_RUNS = {
  productFetch: {
    run: ({ sales }, context) => sales.catalogue(context),
    line: `GET ${V0}/product/fetch`,
    body: null,
    data: { plans: [PLAN_ROW], offers: [OFFER_ROW], services: [SERVICE_ROW] },
    result: { plans: [PLAN], offers: [OFFER], services: [SERVICE] },
    absent: "fails",
    empty: "fails",
  },
  productFetchPlan: {
    run: ({ plans }, context) => plans.list(BASE, context),
    line: `GET ${V0}/product/fetch/plan`,
    body: null,
    data: { plans: [PLAN_ROW] },
    result: [PLAN],
    absent: "fails",
    empty: "none",
  },
  productFetchOffer: {
    run: ({ sales }, context) => sales.offers(context),
    line: `GET ${V0}/product/fetch/offer`,
    body: null,
    data: { offers: [OFFER_ROW] },
    result: [OFFER],
    absent: "fails",
    empty: "none",
  },
  productFetchService: {
    run: ({ plans }, context) => plans.list(ADDON, context),
    line: `GET ${V0}/product/fetch/service`,
    body: null,
    data: [SERVICE_ROW],
    result: [SERVICE],
    absent: "fails",
    empty: "none",
  },
} as const satisfies Runs;
