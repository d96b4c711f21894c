import { z } from "zod";
import { cell, object, type Shaped } from "../../shapes.js";
import { MISSING } from "../failures.js";
import { answer, readOperation, state } from "./declare.js";
import { text } from "./request.js";

const CustomerInfo = object({
  status: state,
  customerId: cell,
  clientAccountId: cell,
  groupId: cell,
  isPrimary: cell,
  firstName: cell,
  lastName: cell,
  email: cell,
  mobileNo: cell,
  iccId: cell,
  imei: cell,
  simType: cell,
  reachPlanId: cell,
  planName: cell,
  activationDate: cell,
  nextBillingDate: cell,
  dataCutOff: cell,
});

export type CustomerInfo = Shaped<typeof CustomerInfo>;

/** One subscriber. The document names `customerId`, `status` and `reachPlanId`; the others are assumed. */
export const customerInfo = readOperation({
  name: "customerInfo",
  doc: "Scenario B, step 1; Scenario F, step 4; Scenario I",
  path: "/apisvc/v0/customerinfo",
  query: z.strictObject({ customerId: text }),
  answers: answer(CustomerInfo),
  codes: { empty: [MISSING] },
});
