import { z } from "zod";
import { type Row, rows } from "../answers.js";
import { email, number, optionalText, text, travelDate, txnDateTime } from "../fields.js";
import { type Call, explain, operation, USER } from "../operation.js";
import { canPay, NO_CREDIT } from "../rules/money.js";
import { freeSim } from "../rules/sims.js";
import { activate } from "../rules/subscribers.js";
import { newBulkId, stamped } from "../rules/transactions.js";
import type { ActivationPlan } from "../state.js";
import { failedRow, MAX_ROWS, simNoOf } from "./rows.js";

/** The capitals are those of the document's example, where its table has others. */
const RowInput = z.strictObject({
  profileId: number,
  profile: text,
  serviceTypeId: number,
  serviceType: text,
  serviceId: number,
  service: text,
  price: number,
  simType: z.literal("Others"),
  simNo: text,
  travelDate,
  emailID: email,
  validityDays: number,
  otherBenefits: text,
  additionalBenefit: text,
  connectionType: z.enum(["Individual", "Corporate", "Test Cards", "Friends", "Family"]),
  TxnDateTime: txnDateTime.optional(),
  RequestID: optionalText,
  RefCode: optionalText,
});
type RowInput = z.output<typeof RowInput>;

/** All that a row says of its plan must be so. */
const fits = ({ row }: ActivationPlan, sent: RowInput): boolean =>
  row.ServiceId === sent.serviceId &&
  row.Service === sent.service &&
  row.ProfileId === sent.profileId &&
  row.Profile === sent.profile &&
  row.ServiceTypeId === sent.serviceTypeId &&
  row.ServiceType === sent.serviceType &&
  row.Price === sent.price &&
  row.ValidityDays === sent.validityDays;

/** Does one row; null when the answer is to leave it out. */
function activateRow(call: Call, raw: unknown): Row | null {
  const parsed = RowInput.safeParse(raw);
  if (!parsed.success) return failedRow(simNoOf(raw, "simNo"), explain(parsed.error, raw));
  const { simNo, emailID, RequestID, TxnDateTime } = parsed.data;
  const sim = freeSim(call.account, simNo);
  if ("reason" in sim) return failedRow(simNo, sim.reason);
  const plan = call.account.activationPlans.find((candidate) => fits(candidate, parsed.data));
  if (!plan) return failedRow(simNo, "The Service is not one of the Activation Plans !!!");
  if (!canPay(call.account, plan.row.Price)) return failedRow(simNo, NO_CREDIT);
  if (sim.bulkRow === "ignored") return null;
  const txnId = newBulkId(call);
  const { mobileNo } = activate(call, { plan, sim, name: emailID, txnId });
  call.keep({ transactionId: txnId, requestId: RequestID || null, target: simNo, ...stamped(call, TxnDateTime) });
  if (sim.bulkRow === "lost") return null;
  const Remarks = `TxnID : ${txnId}, SIM Activation Recorded Successfully !!! New Mobile No : ${mobileNo}`;
  return { SimNo: simNo, Status: "Success", Remarks };
}

export const doBulkActivation = operation({
  name: "DoBulkActivation",
  effect: "write",
  needsBearer: true,
  credentials: USER,
  input: z.strictObject({ ActLst: z.array(z.unknown()).min(1).max(MAX_ROWS) }),
  handle: (call, { ActLst }) => rows(ActLst.map((row) => activateRow(call, row)).filter((row) => row !== null)),
});
