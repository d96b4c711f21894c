import type { Operation } from "../../http/operation.js";
import { activation } from "./activation.js";
import { doBulkActivation, doDocUpld } from "./bulk.js";
import { getActivationPlans, getRechargePlans } from "./catalogue.js";
import { getToken } from "./login.js";
import { enquire, modify } from "./plan-expiry.js";
import { recharge } from "./recharge.js";
import { getSimsForActivation } from "./stock.js";
import { getSubscriberInfo } from "./subscribers.js";

/** The nine workflows and two look-ups of the document, in its order. */
export const DOCUMENTED = {
  getToken,
  activation,
  recharge,
  enquire,
  modify,
  getSubscriberInfo,
  getSimsForActivation,
  doBulkActivation,
  doDocUpld,
  getActivationPlans,
  getRechargePlans,
} as const satisfies Readonly<Record<string, Operation>>;
