import type { PlanKind } from "../../model/plan.js";
import type { Cost } from "../port/costs.js";
import { getActivationPlans, getRechargePlans } from "./operations/catalogue.js";
import { enquire } from "./operations/plan-expiry.js";
import { getSimsForActivation } from "./operations/stock.js";
import { getSubscriberInfo } from "./operations/subscribers.js";

const SUBSCRIBER: Cost = [{ operation: getSubscriberInfo, calls: 1 }];

/** What each read costs at most. */
export const COSTS = {
  "subscribers.byId": SUBSCRIBER,
  "subscribers.find": SUBSCRIBER,
  "addons.details": SUBSCRIBER,
  "planExpiry.planExpiry": [{ operation: enquire, calls: 1 }],
  // The stock of SIMs is asked, and then that of eSIMs.
  "sims.byIccid": [...SUBSCRIBER, { operation: getSimsForActivation, calls: 2 }],
  "stock.list": [{ operation: getSimsForActivation, calls: 1 }],
  "plans.list": {
    BASE: [{ operation: getActivationPlans, calls: 1 }],
    RECHARGE: [{ operation: getRechargePlans, calls: 1 }],
  } satisfies Partial<Record<PlanKind, Cost>>,
} as const;
