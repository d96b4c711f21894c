import type { CallContext, DataSource } from "../../../src/datasources/carrier.js";
import type { DOCUMENTED } from "../../../src/datasources/reach/operations/index.js";
import {
  CARD,
  CUSTOMER,
  ILD_CREDIT,
  NEXT_PURCHASE,
  PLAIN_PURCHASE,
  PLAN_CHANGE,
  ROAMING_PACK,
  TOP_UP,
} from "./orders.js";

/** All that can be read at Reach; throws where a part is missing. */
export function readsOf({ reads }: DataSource) {
  const { subscribers, sales, quotes, progress, billing, allowances, plans } = reads;
  if (!subscribers || !sales || !quotes || !progress || !billing || !allowances || !plans) {
    throw new Error("a read is missing");
  }
  return { subscribers, sales, quotes, progress, billing, allowances, plans };
}

export type AllReads = ReturnType<typeof readsOf>;

type Declared = typeof DOCUMENTED;

export type ReadName = {
  [Name in keyof Declared]: Declared[Name]["effect"] extends "read" ? Name : never;
}[keyof Declared];

export interface Run {
  run(reads: AllReads, context: CallContext): Promise<unknown>;
  /** Method, path and query as they are received. */
  readonly line: string;
  /** Null where none is sent. */
  readonly body: unknown;
  /** What the carrier has in `data`. */
  readonly data: unknown;
  readonly result: unknown;
  /** What a 404 comes to. */
  readonly absent: "null" | "fails";
  /** What a success without data comes to. */
  readonly empty: "null" | "none" | "fails";
}

const V0 = "/apisvc/v0";
const GROUP = "G900";
const ICCID = "8901410100000000050";
const IMEI = "350000000000029";
const money = (amount: string) => ({ amount, currency: null, raw: amount });
const key = (native: string) => ({ account: "reach-test", native });

const utc = (raw: string, local = raw.replace(/Z$/, "")) => ({
  local,
  timeZone: "UTC",
  zoneSource: "CARRIER",
  instant: `${local}Z`,
  raw,
});

const day = (raw: string) => ({
  local: `${raw}T00:00:00`,
  timeZone: null,
  zoneSource: "NONE",
  instant: null,
  raw,
});

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

const JOB = {
  data: { id: "1", status: "IN_PROGRESS" },
  result: { state: "RUNNING", stateRaw: "IN_PROGRESS" },
} as const;

const ADDRESS = { name: "Grace", line1: "100 Main", line2: "", city: "Austin", state: "TX", zip: "78701" };

const BASE = { kind: "BASE", billing: "UNKNOWN", region: null } as const;
const ADDON = { ...BASE, kind: "ADDON" } as const;

/** Every operation that reads: how it is asked for, what is sent, and what its answer means. */
export const READ_RUNS: Readonly<Record<ReadName, Run>> = {
  coverage: {
    run: ({ sales }, context) => sales.coverage(ADDRESS, context),
    line: `POST ${V0}/network/coverage`,
    body: {
      name: "Grace",
      address1: "100 Main",
      street1: "",
      city: "Austin",
      state: "TX",
      country: "USA",
      zip: "78701",
    },
    data: {
      brandCoverage: true,
      coverageStrength5G: "GOOD",
      coverageStrength4G: "EXCELLENT",
      isValid: true,
      esimAvailable: true,
      psimAvailable: false,
    },
    result: {
      isCovered: true,
      strength5g: "GOOD",
      strength4g: "EXCELLENT",
      isEsimAvailable: true,
      isPhysicalSimAvailable: false,
    },
    absent: "fails",
    empty: "fails",
  },
  deviceImei: {
    run: ({ sales }, context) => sales.device(IMEI, context),
    line: `GET ${V0}/device/imei/${IMEI}`,
    body: null,
    data: { isValid: true, mode: "BOTH", esimAvailable: true, make: "Apple", model: "iPhone 16" },
    result: { isValid: true, mode: "BOTH", isEsimAvailable: true, make: "Apple", model: "iPhone 16" },
    absent: "fails",
    empty: "fails",
  },
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
  productQuote: {
    run: ({ quotes }, context) => quotes.quote(PLAIN_PURCHASE, context),
    line: `POST ${V0}/product/quote`,
    body: {
      accountInfo: {
        firstName: "Grace",
        lastName: "Hopper",
        billingPhoneCountryCode: "1",
        billingPhoneNumber: "5125550100",
        addresses: [
          {
            type: "billing",
            address1: "100 Main Street",
            address2: "",
            city: "Austin",
            state: "TX",
            zip: "78701",
            country: "USA",
            residential: "true",
          },
        ],
        email: "grace@example.com",
        clientAccountId: "brand-000017",
        payment: { paymentType: "CARD", collection: 0 },
      },
      lines: [{ firstName: "Ada", lastName: "King", planId: "PLAN-5GB", isPrimary: true, simType: "ESIM" }],
      redirectUrl: "https://brand.example.com/payment/confirm",
    },
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
  cardList: {
    run: ({ billing }, context) => billing.cards(CUSTOMER, context),
    line: `GET ${V0}/account/card?customerId=${CUSTOMER}`,
    body: null,
    data: [
      { uuid: CARD, isDefault: true, brand: "VISA", lastFour: 4242, expiryMonth: 1, expiryYear: "2030", priority: 1 },
      { uuid: "other" },
    ],
    result: [
      { id: CARD, isDefault: true, brand: "VISA", lastFour: "4242", expiryMonth: 1, expiryYear: 2030, priority: 1 },
      {
        id: "other",
        isDefault: false,
        brand: null,
        lastFour: null,
        expiryMonth: null,
        expiryYear: null,
        priority: null,
      },
    ],
    absent: "fails",
    empty: "none",
  },
  cardSpecific: {
    run: ({ billing }, context) => billing.card(CARD, context),
    line: `GET ${V0}/account/card/specific?cardId=${CARD}`,
    body: null,
    data: { uuid: CARD, isDefault: "false", lastFour: "4111111111111111" },
    result: {
      id: CARD,
      isDefault: false,
      brand: null,
      lastFour: "1111",
      expiryMonth: null,
      expiryYear: null,
      priority: null,
    },
    absent: "null",
    empty: "fails",
  },
  iccidValidate: {
    run: ({ sales }, context) => sales.sim(ICCID, context),
    line: `POST ${V0}/iccid/validate`,
    body: { iccId: ICCID },
    data: { isValid: true, mode: "PSIM", wifiCalling: true, volteCompatible: "false" },
    result: { isValid: true, mode: "PSIM", hasWifiCalling: true, isVolteCompatible: false },
    absent: "fails",
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
  portValidateMdn: {
    run: ({ sales }, context) => sales.portIn("+16785550101", context),
    line: `PUT ${V0}/port/validate/mdn?mdn=6785550101`,
    body: null,
    data: { isPortValidate: true, message: "Can be ported" },
    result: { isPortable: true, message: "Can be ported" },
    absent: "fails",
    empty: "fails",
  },
  zipCodeValidate: {
    run: ({ sales }, context) => sales.zip("30301", context),
    line: `POST ${V0}/zipCode/validate`,
    body: { zip: "30301" },
    data: { isValid: true, city: "Atlanta", state: "GA" },
    result: { isServed: true, city: "Atlanta", state: "GA" },
    absent: "fails",
    empty: "fails",
  },
  customerInfo: {
    run: ({ subscribers }, context) => subscribers.byId(CUSTOMER, context),
    line: `GET ${V0}/customerinfo?customerId=${CUSTOMER}`,
    body: null,
    data: {
      customerId: CUSTOMER,
      clientAccountId: "brand-000017",
      groupId: 900,
      status: "2",
      reachPlanId: " PLAN-M",
      planName: "Medium 15 GB",
      mobileNo: "4705551001",
      iccId: ICCID,
      imei: IMEI,
      simType: "PSIM",
      firstName: "Grace",
      lastName: "Hopper",
      email: "grace@example.com",
      isPrimary: true,
      activationDate: "2026-08-13T10:00:00Z",
      nextBillingDate: "2026-12-01",
      dataCutOff: false,
    },
    result: {
      key: key(CUSTOMER),
      msisdn: "4705551001",
      state: "ACTIVE",
      stateRaw: "2",
      name: "Grace Hopper",
      email: "grace@example.com",
      sim: {
        key: key(ICCID),
        iccid: ICCID,
        imsi: null,
        msisdn: "4705551001",
        eid: null,
        state: "ACTIVE",
        stateRaw: "2",
        endpoint: null,
        detail: null,
      },
      plan: { key: key(" PLAN-M"), name: "Medium 15 GB", kind: "BASE", kindRaw: null, billing: "UNKNOWN" },
      planTo: { kind: "UNKNOWN", raw: null },
      activatedAt: { kind: "AT", time: utc("2026-08-13T10:00:00Z") },
      nextBillingAt: { kind: "AT", time: day("2026-12-01") },
      balances: null,
      addons: null,
      reach: {
        groupId: "900",
        clientAccountId: "brand-000017",
        isPrimary: true,
        imei: IMEI,
        simType: "PSIM",
        isDataCutOff: false,
      },
      nextComm: null,
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
  usageSummary: {
    run: ({ allowances }, context) => allowances.usage(CUSTOMER, "DATA", context),
    line: `GET ${V0}/usage/summary?usageData=DATA&customerId=${CUSTOMER}`,
    body: null,
    data: {
      used: 1024.5,
      total: "15360",
      remaining: 14_335.5,
      unit: "MB",
      cycleStartDate: "2026-11-01T00:00:00Z",
      cycleEndDate: "2026-12-01T00:00:00Z",
      isUnlimited: false,
    },
    result: {
      used: 1_074_266_112n,
      total: 16_106_127_360n,
      remaining: 15_031_861_248n,
      isUnlimited: false,
      unitRaw: "MB",
      usedRaw: "1024.5",
      totalRaw: "15360",
      remainingRaw: "14335.5",
      from: utc("2026-11-01T00:00:00Z"),
      to: utc("2026-12-01T00:00:00Z"),
    },
    absent: "null",
    empty: "null",
  },
  billingCustomer: {
    run: ({ billing }, context) => billing.bills(CUSTOMER, context),
    line: `GET ${V0}/billing/customer/${CUSTOMER}`,
    body: null,
    data: [{ billId: 17, amount: "27.00", dueDate: "2026-12-01", status: "DUE" }],
    result: [
      { id: "17", subscriber: key(CUSTOMER), amount: money("27.00"), dueOn: day("2026-12-01"), statusRaw: "DUE" },
    ],
    absent: "fails",
    empty: "none",
  },
  billingDetail: {
    run: ({ billing }, context) => billing.bill("B17", context),
    line: `GET ${V0}/billing/customize/B17`,
    body: null,
    data: {
      billId: "B17",
      amount: 27,
      dueDate: "2026-12-01",
      status: "DUE",
      tax: 2,
      items: [{ description: "Medium", amount: 25 }, {}],
    },
    result: {
      amount: money("27"),
      tax: money("2"),
      dueOn: day("2026-12-01"),
      statusRaw: "DUE",
      items: [
        { description: "Medium", amount: money("25") },
        { description: null, amount: null },
      ],
    },
    absent: "null",
    empty: "fails",
  },
  invoiceHistory: {
    run: ({ billing }, context) => billing.invoices(CUSTOMER, context),
    line: `GET ${V0}/invoice/history/${CUSTOMER}`,
    body: null,
    data: [{ invoiceId: "INV-1", billId: "B17", amount: 27, invoiceDate: "2026-11-17", status: "ISSUED" }],
    result: [
      {
        id: "INV-1",
        subscriber: key(CUSTOMER),
        billId: "B17",
        amount: money("27"),
        issuedOn: day("2026-11-17"),
        statusRaw: "ISSUED",
      },
    ],
    absent: "fails",
    empty: "none",
  },
  invoiceLink: {
    run: ({ billing }, context) => billing.invoiceLink(CUSTOMER, "INV-1", context),
    line: `GET ${V0}/invoice/link/generate?customerId=${CUSTOMER}&invoiceId=INV-1`,
    body: null,
    data: { url: "https://files.example.com/i.pdf", expireDate: "2026-11-21T15:00:00Z" },
    result: { url: "https://files.example.com/i.pdf", expiresAt: utc("2026-11-21T15:00:00Z") },
    absent: "null",
    empty: "null",
  },
  topupQuote: {
    run: ({ quotes }, context) => quotes.quote(TOP_UP, context),
    line: `POST ${V0}/topup/quote`,
    body: { customerId: CUSTOMER, serviceCode: "TOPUP-1GB", quantity: 2, ccUUID: CARD },
    data: SIMPLE_QUOTE,
    result: SIMPLE_PRICE,
    absent: "fails",
    empty: "fails",
  },
  planChangeEstimate: {
    run: ({ quotes }, context) => quotes.quote(PLAN_CHANGE, context),
    line: `POST ${V0}/estimate/plan/change`,
    body: { customerId: CUSTOMER, newPlanId: "PLAN-10GB", isUpgrade: true, immediateEffect: true, ccUUID: CARD },
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
  planChangeStatus: {
    run: ({ progress }, context) => progress.planChange("PC-1", context),
    line: `GET ${V0}/status/plan/change/PC-1`,
    body: null,
    data: { txnId: "PC-1", status: "COMPLETED" },
    result: { state: "COMPLETED", stateRaw: "COMPLETED" },
    absent: "null",
    empty: "fails",
  },
  ildStatus: {
    run: ({ allowances }, context) => allowances.ildCredit(GROUP, context),
    line: `GET ${V0}/ild/status?groupId=${GROUP}`,
    body: null,
    data: { groupId: GROUP, balance: "7.50" },
    result: money("7.50"),
    absent: "null",
    empty: "null",
  },
  ildUsage: {
    run: ({ allowances }, context) => allowances.ildUsage(GROUP, context),
    line: `GET ${V0}/ild/usage?groupId=${GROUP}`,
    body: null,
    data: [{ destination: "India", minutes: 14, amount: 1.4 }],
    result: [{ destination: "India", minutes: "14", cost: money("1.4") }],
    absent: "fails",
    empty: "none",
  },
  ildPurchaseHistory: {
    run: ({ allowances }, context) => allowances.ildPurchases(CUSTOMER, context),
    line: `GET ${V0}/ild/purchase/history/${CUSTOMER}`,
    body: null,
    data: [{ purchaseId: "ILD-1", amount: 10, purchaseDate: "2026-11-06", status: "COMPLETED" }],
    result: [{ id: "ILD-1", amount: money("10"), purchasedAt: day("2026-11-06"), statusRaw: "COMPLETED" }],
    absent: "fails",
    empty: "none",
  },
  ildQuote: {
    run: ({ quotes }, context) => quotes.quote(ILD_CREDIT, context),
    line: `POST ${V0}/ild/quote`,
    body: { customerId: CUSTOMER, groupId: GROUP, amount: "10.10", ccUUID: CARD },
    data: SIMPLE_QUOTE,
    result: SIMPLE_PRICE,
    absent: "fails",
    empty: "fails",
  },
  shipmentOrder: {
    run: ({ billing }, context) => billing.shipment(CUSTOMER, context),
    line: `GET ${V0}/shipment/order/customer/${CUSTOMER}`,
    body: null,
    data: {
      orderId: "ORD-1",
      status: "SHIPPED",
      carrier: "USPS",
      trackingNumber: 940_010,
      trackingUrl: "https://track.example.com/9",
      orderDate: "2026-11-18",
      shippedDate: null,
    },
    result: {
      orderId: "ORD-1",
      statusRaw: "SHIPPED",
      courier: "USPS",
      trackingNumber: "940010",
      trackingUrl: "https://track.example.com/9",
      orderedAt: day("2026-11-18"),
      shippedAt: null,
    },
    absent: "null",
    empty: "null",
  },
  roamingCountries: {
    run: ({ sales }, context) => sales.roamingCountries(context),
    line: `GET ${V0}/intl/roaming/countries/mvne?mvne=ATT`,
    body: null,
    data: [
      {
        country: "Mexico",
        countryCode: "MX",
        zone: "ZONE1",
        ildPulseSize: 60,
        pricePerMinute: 0.12,
        pricePerMB: "0.06",
        pricePerSMS: 0.05,
      },
    ],
    result: [
      {
        name: "Mexico",
        code: "MX",
        zone: "ZONE1",
        ildPulse: "60",
        pricePerMinute: money("0.12"),
        pricePerMb: money("0.06"),
        pricePerSms: money("0.05"),
      },
    ],
    absent: "fails",
    empty: "none",
  },
  additionalOfferings: {
    run: ({ sales }, context) => sales.roamingPacks(["MX", "CA"], context),
    line: `POST ${V0}/get/additional/offerings`,
    body: { countries: ["MX", "CA"] },
    data: [
      {
        packId: "IR-DAY",
        name: "Daily Pass",
        zone: "ZONE1",
        dataAllowance: "0.5",
        dataUnit: "gb",
        voiceMinutes: 30,
        sms: "20",
        validityDays: 1,
        price: 5,
      },
    ],
    result: [
      {
        id: "IR-DAY",
        name: "Daily Pass",
        zone: "ZONE1",
        dataBytes: 536_870_912n,
        voiceSeconds: 1_800n,
        messages: 20n,
        validityDays: 1,
        price: money("5"),
      },
    ],
    absent: "fails",
    empty: "none",
  },
  roamingPackQuote: {
    run: ({ quotes }, context) => quotes.quote(ROAMING_PACK, context),
    line: `POST ${V0}/intl/roaming/pack/quote/customer/${CUSTOMER}`,
    body: { packId: "IR-DAY", countries: ["MX", "CA"], ccUUID: CARD },
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
  roamingPackGroup: {
    run: ({ allowances }, context) => allowances.roamingPacks(GROUP, context),
    line: `GET ${V0}/intl/roaming/pack/group?groupId=${GROUP}`,
    body: null,
    data: [
      {
        packId: "IR-DAY",
        packInstanceId: "IRP-1",
        name: "Daily Pass",
        status: "ACTIVE",
        startDate: "2026-11-20",
        expiryDate: "2026-11-21",
        autoRenew: false,
      },
    ],
    result: [
      {
        packId: "IR-DAY",
        instanceId: "IRP-1",
        name: "Daily Pass",
        statusRaw: "ACTIVE",
        from: day("2026-11-20"),
        to: day("2026-11-21"),
        isRenewedAutomatically: false,
      },
    ],
    absent: "fails",
    empty: "none",
  },
  roamingPackUsage: {
    run: ({ allowances }, context) => allowances.roamingPackUse(CUSTOMER, context),
    line: `GET ${V0}/intl/roaming/pack/usage?customerId=${CUSTOMER}`,
    body: null,
    data: [
      {
        packId: "IR-DAY",
        name: "Daily Pass",
        remainingData: 100,
        dataUnit: "MB",
        remainingVoiceMinutes: 12,
        remainingSms: 5,
        expiryDate: "2026-11-21",
      },
    ],
    result: [
      {
        packId: "IR-DAY",
        name: "Daily Pass",
        remainingBytes: 104_857_600n,
        remainingSeconds: 720n,
        remainingMessages: 5n,
        to: day("2026-11-21"),
      },
    ],
    absent: "fails",
    empty: "none",
  },
  simSwapStatus: {
    run: ({ progress }, context) => progress.simSwap("SS-1", context),
    line: `GET ${V0}/get/status/sim/swap?id=SS-1`,
    body: null,
    ...JOB,
    absent: "null",
    empty: "fails",
  },
};

/** The two kinds of a purchase are priced under one address, by different bodies. */
export const NEXT_QUOTE: Pick<Run, "run" | "body"> = {
  run: ({ quotes }, context) => quotes.quote(NEXT_PURCHASE, context),
  body: {
    customerId: CUSTOMER,
    accountInfo: { clientAccountId: "brand-000017", payment: { paymentType: "CARD", collection: 0, ccUUID: CARD } },
    lines: [
      { customerId: "C100234", planId: "PLAN-5GB", isPrimary: true, simType: "PSIM" },
      { planId: "PLAN-1GB", isPrimary: false, simType: "ESIM" },
    ],
    redirectUrl: "https://brand.example.com/payment/confirm",
  },
};

export const READ_NAMES = Object.keys(READ_RUNS) as ReadName[];
