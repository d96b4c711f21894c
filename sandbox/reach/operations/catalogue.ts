import { z } from "zod";
import { money, num, ok } from "../answers.js";
import type { Offer, Plan, Service } from "../catalogue.js";
import { type Operation, operation } from "../operation.js";
import type { Account } from "../state.js";

const nothing = z.strictObject({});

const planView = (account: Account, plan: Plan): unknown => ({
  uniqueIdentifier: `${plan.serviceCode}-v1`,
  serviceCode: plan.serviceCode,
  name: plan.name,
  displayName: plan.name,
  baseLinePrice: money(account, plan.baseCents),
  additionalLinePrice: money(account, plan.additionalLineCents),
  discountPctg: num(account, 0),
  maxLines: num(account, plan.maxLines),
  planData: num(account, plan.dataGb),
  dataUnit: "GB",
  isUnlimited: plan.isUnlimited,
  planType: "POSTPAID",
  planCharging: "MONTHLY",
  allowPlanChange: plan.upGradableTo.length + plan.downGradableTo.length > 0,
  throttleSpeed: plan.isUnlimited ? "128 kbps" : null,
  overageAllowedData: null,
  overageAllowedDataUnit: null,
  fccLabel: plan.fccLabel,
  upGradableTo: plan.upGradableTo,
  downGradableTo: plan.downGradableTo,
});

const offerView = (account: Account, { discountValue, ...offer }: Offer): unknown => ({
  ...offer,
  displayName: offer.name,
  discountValue: num(account, discountValue),
});

const serviceView = (account: Account, { serviceCode, name, baseCents, serviceType }: Service): unknown => ({
  serviceCode,
  name,
  displayName: name,
  baseLinePrice: money(account, baseCents),
  serviceType,
});

const VIEWS = {
  plans: (account: Account) => account.catalogue.plans.map((plan) => planView(account, plan)),
  offers: (account: Account) => account.catalogue.offers.map((offer) => offerView(account, offer)),
  services: (account: Account) => account.catalogue.services.map((service) => serviceView(account, service)),
};

const fetching = (...lists: readonly (keyof typeof VIEWS)[]): Operation =>
  operation({
    from: "query",
    input: nothing,
    handle: ({ account }) => ok(Object.fromEntries(lists.map((list) => [list, VIEWS[list](account)]))),
  });

const text = z.string().min(1);

/** What can be bought, and whether it works at an address or on a device. */
export const catalogueOperations = {
  coverage: operation({
    from: "body",
    input: z.strictObject({
      name: z.string(),
      address1: text,
      street1: z.string(),
      city: text,
      state: text,
      country: z.literal("USA"),
      zip: z.string().regex(/^\d{5}$/, "must be 5 digits"),
    }),
    handle: ({ account }, { zip }) => {
      const isServed = account.catalogue.zips.has(zip);
      const coverage = {
        brandCoverage: isServed,
        coverageStrength5G: isServed ? "GOOD" : "NONE",
        coverageStrength4G: isServed ? "EXCELLENT" : "NONE",
        isValid: true,
        esimAvailable: isServed,
        psimAvailable: isServed,
      };
      return ok(account.style.isCoverageByCarrier ? { mno_ATT: coverage } : coverage);
    },
  }),
  deviceImei: operation({
    from: "query",
    input: z.strictObject({ imei: z.string().regex(/^\d{15}$/, "must be 15 digits") }),
    handle: ({ account }, { imei }) => {
      const device = account.catalogue.devices.get(imei);
      if (!device) return ok({ isValid: false, mode: null, esimAvailable: false, make: null, model: null });
      return ok({ isValid: true, esimAvailable: device.mode !== "PSIM", ...device });
    },
  }),
  productFetch: fetching("plans", "offers", "services"),
  productFetchPlan: fetching("plans"),
  productFetchOffer: fetching("offers"),
  productFetchService: fetching("services"),
};
