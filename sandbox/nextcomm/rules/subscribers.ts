import type { Call } from "../operation.js";
import type { Account, ActivationPlan, Allowance, RechargePlan, Sim, Subscriber } from "../state.js";
import { daysAfter } from "../times.js";
import { take } from "./money.js";

const balancesOf = (allowances: readonly Allowance[], from: string, days: number, source: string) =>
  allowances.map(({ balanceName, amount, unitType }) => ({
    balanceName,
    outstandingAmount: amount,
    unitType,
    expirationDate: daysAfter(from, days),
    creationDate: from,
    source,
  }));

interface Activation {
  plan: ActivationPlan;
  sim: Sim;
  name: string;
  txnId: string;
}

/** Gives a free SIM a number and the plan. */
export function addSubscriber(account: Account, { plan, sim, name, txnId }: Activation, localNow: string): Subscriber {
  const nth = String(++account.numbersGiven).padStart(6, "0");
  const { Service, ServiceId, ValidityDays } = plan.row;
  const subscriber: Subscriber = {
    mobileNo: `${account.numberPrefix}${nth}`,
    simNo: sim.simNo,
    subscriptionId: `5ab53c08-812a-ed11-a2e7-${account.numberPrefix}0${nth}`,
    name,
    planName: Service,
    status: "Active",
    planExpiryDt: daysAfter(localNow, ValidityDays),
    lastTxnId: txnId,
    imsi: `65510${sim.simNo.slice(-10)}`,
    balances: balancesOf(plan.allowances, localNow, ValidityDays, String(ServiceId)),
    addOns: [],
  };
  sim.mobileNo = subscriber.mobileNo;
  account.subscribers.set(subscriber.mobileNo, subscriber);
  return subscriber;
}

/** The same for money, with an entry in the ledger. */
export function activate(call: Call, activation: Activation): Subscriber {
  const charged = take(call.account, activation.plan.row.Price);
  const subscriber = addSubscriber(call.account, activation, call.localNow);
  call.commit(subscriber.simNo, charged);
  return subscriber;
}

/** Adds what the plan gives, and lets the line live as long as that at least. */
export function recharge(call: Call, subscriber: Subscriber, { row, allowances }: RechargePlan, txnId: string): void {
  const { localNow } = call;
  const charged = take(call.account, row.Price);
  const expiry = daysAfter(localNow, row.ValidityDays);
  subscriber.lastTxnId = txnId;
  if (expiry > subscriber.planExpiryDt) subscriber.planExpiryDt = expiry;
  subscriber.balances.push(...balancesOf(allowances, localNow, row.ValidityDays, row.PlanCode));
  const [first] = allowances;
  subscriber.addOns.push({
    addOnName: row.PlanName,
    addOnCode: row.PlanCode,
    allowance: first?.amount ?? 0,
    unitType: first?.unitType ?? "",
    startDate: localNow,
    expiryDate: expiry,
    status: "Active",
  });
  call.commit(subscriber.mobileNo, charged);
}

/** What the carrier says of a line at a time. */
export const statusOf = ({ status, planExpiryDt }: Subscriber, localNow: string): string | null =>
  status === "Active" && planExpiryDt <= localNow ? "Expired" : status;
