import { addSubscriber } from "../rules/subscribers.js";
import type { Account, ActivationPlan, Balance, Sim, Subscriber } from "../state.js";
import { daysAfter } from "../times.js";

const SIMS = { physical: 30, esim: 20 } as const;

/** Nineteen digits; the tenth from the end on tells the account and the kind. */
const simNoOf = (iccPrefix: string, kind: Sim["kind"], nth: number): string =>
  `${iccPrefix}${kind === "esim" ? "7" : "1"}${String(nth).padStart(18 - iccPrefix.length, "0")}`;

/** Fills the stock; all SIMs are free. */
export function addSims(account: Account, iccPrefix: string): void {
  for (const kind of ["physical", "esim"] as const) {
    for (let nth = 1; nth <= SIMS[kind]; nth++) {
      const simNo = simNoOf(iccPrefix, kind, nth);
      const matchingId = `3PO7N-7894G-${account.id.slice(-2).toUpperCase()}RT-A${String(nth).padStart(4, "0")}`;
      const smdp = "dp-plus.sandbox.example";
      account.sims.set(simNo, { simNo, kind, mobileNo: null, smdp, matchingId, bulkRow: "normal" });
    }
  }
}

/** What lines begin as; `days` until the plan expires. */
interface Beginning {
  specimen: string;
  kind: Sim["kind"];
  status: string | null;
  days: number;
  change?(subscriber: Subscriber, localNow: string, currency: string): void;
}

const extra = (localNow: string, part: Partial<Balance>): Balance => ({
  balanceName: "Main",
  outstandingAmount: 0,
  unitType: "MB",
  expirationDate: null,
  creationDate: daysAfter(localNow, -30),
  source: "Main",
  ...part,
});

/** Money, text for a number, a unit that nobody knows, and one that has no end. */
function manyBalances(subscriber: Subscriber, localNow: string, currency: string): void {
  subscriber.balances.push(
    extra(localNow, { outstandingAmount: "12.50", unitType: currency }),
    extra(localNow, { balanceName: "Night data", outstandingAmount: "512.25", source: "Promo" }),
    extra(localNow, { balanceName: "Loyalty", outstandingAmount: 7, unitType: "Points" }),
    extra(localNow, { balanceName: "On-net", outstandingAmount: "Unlimited", unitType: "Minutes" }),
  );
  subscriber.addOns.push({
    addOnName: "Roaming pack",
    addOnCode: "RP-7",
    allowance: "300",
    unitType: "MB",
    startDate: daysAfter(localNow, -2),
    expiryDate: daysAfter(localNow, 5),
    status: "Active",
  });
}

const BEGINNINGS: readonly Beginning[] = [
  { specimen: "active", kind: "physical", status: "Active", days: 20 },
  { specimen: "manyBalances", kind: "physical", status: "Active", days: 12, change: manyBalances },
  { specimen: "expiring", kind: "physical", status: "Active", days: 1 },
  { specimen: "suspended", kind: "physical", status: "Suspended", days: 20 },
  { specimen: "expired", kind: "physical", status: "Active", days: -3 },
  { specimen: "unknownStatus", kind: "physical", status: "Quarantine-2", days: 20 },
  { specimen: "withoutStatus", kind: "physical", status: null, days: 20 },
  { specimen: "activeEsim", kind: "esim", status: "Active", days: 25 },
];

/** Gives SIMs from the end of the stock to lines in all conditions, and names them. */
export function addSubscribers(account: Account, plan: ActivationPlan, localNow: string): void {
  for (const [index, { specimen, kind, status, days, change }] of BEGINNINGS.entries()) {
    const sim = [...account.sims.values()].findLast((one) => one.kind === kind && one.mobileNo === null);
    if (!sim) throw new Error("no SIM is left");
    const txnId = `240323000000877${index}`;
    const subscriber = addSubscriber(account, { plan, sim, name: `Sandbox ${specimen}`, txnId }, localNow);
    subscriber.status = status;
    subscriber.planExpiryDt = daysAfter(localNow, days);
    change?.(subscriber, localNow, account.currency);
    account.specimens[specimen] = subscriber.mobileNo;
  }
}

/** Names free SIMs and those whose rows of a bulk activation are missing. */
export function nameSims(account: Account): void {
  const [simFree, secondSimFree, simLost, simIgnored] = [...account.sims.values()].filter(
    ({ kind }) => kind === "physical",
  );
  const esimFree = [...account.sims.values()].find(({ kind }) => kind === "esim");
  const taken = account.subscribers.get(account.specimens.active ?? "");
  if (!simFree || !secondSimFree || !simLost || !simIgnored || !esimFree || !taken) throw new Error("too few SIMs");
  simLost.bulkRow = "lost";
  simIgnored.bulkRow = "ignored";
  Object.assign(account.specimens, {
    simFree: simFree.simNo,
    secondSimFree: secondSimFree.simNo,
    simBulkLost: simLost.simNo,
    simBulkIgnored: simIgnored.simNo,
    simActive: taken.simNo,
    esimFree: esimFree.simNo,
  });
}
