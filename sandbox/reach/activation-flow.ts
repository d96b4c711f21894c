import { replace } from "./jobs.js";
import { newNumber } from "./making.js";
import type { Call } from "./operation.js";
import { type Account, type Customer, type PortIn, STATUS, type Status } from "./state.js";

/** Brings a line into service under a number of its own, in a while. */
export function startActivation(call: Call, customer: Customer): void {
  customer.status = STATUS.ACTIVATION_IN_PROGRESS;
  customer.activationMsg = null;
  replace(call, customer, "activation", call.account.settings.durations.activationMs, (at) => {
    if (customer.activationFails) end(call, customer, STATUS.ACTIVATION_FAILED, "The network has refused the SIM");
    else bring(call, customer, newNumber(call.account), at);
  });
}

/** Fetches a number from another carrier, in a while; what it has on file decides. */
export function startPortIn(call: Call, customer: Customer, portIn: PortIn): void {
  customer.portIn = portIn;
  customer.status = STATUS.PORTING_IN_PROGRESS;
  customer.activationMsg = null;
  replace(call, customer, "port-in", call.account.settings.durations.portInMs, (at) => {
    const objection = objectionTo(call.account, portIn);
    if (objection) end(call, customer, STATUS.PORTING_FAILED, objection);
    else bring(call, customer, portIn.numberToPort, at);
  });
}

/** The job of a line whose port-in is being cancelled. */
export const CANCELLATION = "port-in cancellation";

/** Gives up fetching a number. */
export function cancelPortIn(call: Call, customer: Customer): void {
  replace(call, customer, CANCELLATION, call.account.settings.durations.lifecycleMs, () => {
    end(call, customer, STATUS.PORT_CANCELLED, "The port-in was cancelled");
  });
}

function objectionTo({ catalogue }: Account, portIn: PortIn): string | null {
  const onFile = catalogue.portable.get(portIn.numberToPort);
  if (onFile?.account !== portIn.oldCarrierAccountNumber) return "The account number does not match";
  if (onFile.password !== portIn.password) return "The transfer PIN does not match";
  if (onFile.zip !== portIn.oldZip) return "The ZIP code does not match";
  return null;
}

function bring(call: Call, customer: Customer, mobileNo: string, at: number): void {
  customer.mobileNo = mobileNo;
  customer.activatedAt = at;
  customer.disconnectedAt = null;
  end(call, customer, STATUS.ACTIVE, "Activated");
}

function end(call: Call, customer: Customer, status: Status, message: string): void {
  const before = customer.status;
  customer.status = status;
  customer.activationMsg = message;
  const body = { type: "ACTIVATION", customerId: customer.id, status, mobileNo: customer.mobileNo };
  const earlier = { ...body, status: before, mobileNo: null };
  call.tell({ path: "/notification/callback", kind: "type", body, before: earlier });
}
