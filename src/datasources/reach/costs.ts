import type { PlanKind } from "../../model/plan.js";
import { USAGE_KINDS } from "../../model/reach.js";
import type { Cost } from "../port/costs.js";
import type { OrderKind } from "../port/order.js";
import {
  ildPurchaseHistory,
  ildStatus,
  ildUsage,
  roamingPackGroup,
  roamingPackUsage,
  usageSummary,
} from "./operations/allowances.js";
import {
  billingCustomer,
  billingDetail,
  cardList,
  cardSpecific,
  invoiceHistory,
  invoiceLink,
  shipmentOrder,
} from "./operations/billing.js";
import { productFetch, productFetchOffer, productFetchPlan, productFetchService } from "./operations/catalogue.js";
import {
  activationStatus,
  customerResetStatus,
  mdnSwapStatus,
  planChangeStatus,
  productStatus,
  simSwapStatus,
} from "./operations/progress.js";
import { ildQuote, planChangeEstimate, productQuote, roamingPackQuote, topupQuote } from "./operations/quotes.js";
import {
  additionalOfferings,
  coverage,
  deviceImei,
  iccidValidate,
  portValidateMdn,
  roamingCountries,
  zipCodeValidate,
} from "./operations/sales.js";
import { customerInfo } from "./operations/subscriber.js";

/** What each read costs at most. */
export const COSTS = {
  "subscribers.byId": [{ operation: customerInfo, calls: 1 }],
  "subscribers.find": [],
  "sales.catalogue": [{ operation: productFetch, calls: 1 }],
  "sales.coverage": [{ operation: coverage, calls: 1 }],
  "sales.device": [{ operation: deviceImei, calls: 1 }],
  "sales.sim": [{ operation: iccidValidate, calls: 1 }],
  "sales.portIn": [{ operation: portValidateMdn, calls: 1 }],
  "sales.zip": [{ operation: zipCodeValidate, calls: 1 }],
  "sales.offers": [{ operation: productFetchOffer, calls: 1 }],
  "sales.roamingCountries": [{ operation: roamingCountries, calls: 1 }],
  "sales.roamingPacks": [{ operation: additionalOfferings, calls: 1 }],
  "quotes.quote": {
    PURCHASE: [{ operation: productQuote, calls: 1 }],
    PURCHASE_SUBSEQUENT: [{ operation: productQuote, calls: 1 }],
    TOP_UP_PURCHASE: [{ operation: topupQuote, calls: 1 }],
    ILD_PURCHASE: [{ operation: ildQuote, calls: 1 }],
    ROAMING_PACK_PURCHASE: [{ operation: roamingPackQuote, calls: 1 }],
    SUBSCRIBER_PLAN_CHANGE: [{ operation: planChangeEstimate, calls: 1 }],
  } satisfies Record<OrderKind, Cost>,
  "progress.purchase": [{ operation: productStatus, calls: 1 }],
  "progress.activation": [{ operation: activationStatus, calls: 1 }],
  "progress.planChange": [{ operation: planChangeStatus, calls: 1 }],
  "progress.numberSwap": [{ operation: mdnSwapStatus, calls: 1 }],
  "progress.simSwap": [{ operation: simSwapStatus, calls: 1 }],
  "progress.reset": [{ operation: customerResetStatus, calls: 1 }],
  "billing.cards": [{ operation: cardList, calls: 1 }],
  "billing.card": [{ operation: cardSpecific, calls: 1 }],
  "billing.bills": [{ operation: billingCustomer, calls: 1 }],
  "billing.bill": [{ operation: billingDetail, calls: 1 }],
  "billing.invoices": [{ operation: invoiceHistory, calls: 1 }],
  "billing.invoiceLink": [{ operation: invoiceLink, calls: 1 }],
  "billing.shipment": [{ operation: shipmentOrder, calls: 1 }],
  "allowances.usage": [{ operation: usageSummary, calls: 1 }],
  "allowances.balances": [{ operation: usageSummary, calls: USAGE_KINDS.length }],
  "allowances.ildCredit": [{ operation: ildStatus, calls: 1 }],
  "allowances.ildUsage": [{ operation: ildUsage, calls: 1 }],
  "allowances.ildPurchases": [{ operation: ildPurchaseHistory, calls: 1 }],
  "allowances.roamingPacks": [{ operation: roamingPackGroup, calls: 1 }],
  "allowances.roamingPackUse": [{ operation: roamingPackUsage, calls: 1 }],
  "plans.list": {
    BASE: [{ operation: productFetchPlan, calls: 1 }],
    ADDON: [{ operation: productFetchService, calls: 1 }],
  } satisfies Partial<Record<PlanKind, Cost>>,
} as const;
