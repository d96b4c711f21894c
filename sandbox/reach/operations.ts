import type { Operation } from "./operation.js";
import { accessOperations } from "./operations/access.js";
import { activationOperations } from "./operations/activation.js";
import { billingOperations } from "./operations/billing.js";
import { cardOperations } from "./operations/cards.js";
import { catalogueOperations } from "./operations/catalogue.js";
import { customerOperations } from "./operations/customer.js";
import { ildOperations } from "./operations/ild.js";
import { lifecycleOperations } from "./operations/lifecycle.js";
import { planChangeOperations } from "./operations/plan-change.js";
import { purchaseOperations } from "./operations/purchase.js";
import { roamingOperations } from "./operations/roaming.js";
import { shipmentOperations } from "./operations/shipment.js";
import { swapOperations } from "./operations/swaps.js";
import { topupOperations } from "./operations/topup.js";

/** Everything of the document's index. Names are the sandbox's: the document has none. */
export const OPERATIONS: readonly Operation[] = [
  ...accessOperations,
  ...catalogueOperations,
  ...purchaseOperations,
  ...cardOperations,
  ...activationOperations,
  ...customerOperations,
  ...lifecycleOperations,
  ...swapOperations,
  ...billingOperations,
  ...topupOperations,
  ...planChangeOperations,
  ...ildOperations,
  ...shipmentOperations,
  ...roamingOperations,
];
