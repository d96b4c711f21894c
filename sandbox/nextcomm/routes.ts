import type { Input, Operation } from "./operation.js";
import { activation } from "./operations/activation.js";
import { doBulkActivation } from "./operations/do-bulk-activation.js";
import { doDocUpld } from "./operations/do-doc-upld.js";
import { getSimsForActivation } from "./operations/get-sims-for-activation.js";
import { getSubscriberInfo } from "./operations/get-subscriber-info.js";
import { getToken } from "./operations/get-token.js";
import { getActivationPlans, getRechargePlans } from "./operations/plans.js";
import { recharge } from "./operations/recharge.js";
import { updPlanExp } from "./operations/upd-plan-exp.js";

/** One address. */
interface Route {
  method: "GET" | "POST";
  path: string;
  operationFor(input: Input): Operation;
}

const only = (method: Route["method"], operation: Operation): Route => ({
  method,
  path: `/${operation.name}`,
  operationFor: () => operation,
});

export const ROUTES: readonly Route[] = [
  only("POST", getToken),
  only("POST", activation),
  only("POST", recharge),
  { method: "POST", path: "/UpdPlanExp", operationFor: updPlanExp },
  only("POST", getSubscriberInfo),
  only("POST", getSimsForActivation),
  only("POST", doBulkActivation),
  only("POST", doDocUpld),
  only("GET", getActivationPlans),
  only("GET", getRechargePlans),
];
