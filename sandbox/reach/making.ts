import type { Card } from "./commerce.js";
import { type Account, type Customer, type Group, mint, STATUS } from "./state.js";

type Needed = Pick<
  Customer,
  "firstName" | "lastName" | "email" | "addresses" | "plan" | "simType" | "isPrimary" | "billedFrom"
>;

/** Puts a line into the account; INACTIVE and without anything unless told. */
export function newCustomer(account: Account, group: Group, it: Needed & Partial<Customer>): Customer {
  const customer: Customer = {
    id: it.id ?? mint(account, "C"),
    groupId: group.id,
    firstName: it.firstName,
    lastName: it.lastName,
    email: it.email,
    addresses: it.addresses,
    status: it.status ?? STATUS.INACTIVE,
    plan: it.plan,
    simType: it.simType,
    isPrimary: it.isPrimary,
    mobileNo: it.mobileNo ?? null,
    iccId: it.iccId ?? null,
    imei: it.imei ?? null,
    activatedAt: it.activatedAt ?? null,
    activationMsg: it.activationMsg ?? null,
    billedFrom: it.billedFrom,
    isDataCutOff: it.isDataCutOff ?? false,
    disconnectedAt: it.disconnectedAt ?? null,
    leaving: null,
    voicemailPin: "0000",
    portIn: it.portIn ?? null,
    usage: it.usage ?? { dataMb: 0, extraMb: 0, ildMinutes: 0, roamingCents: 0 },
    job: null,
    nextPlan: null,
    mdnSwap: null,
    reset: null,
    otp: null,
    order: it.order ?? null,
    activationFails: it.activationFails ?? false,
  };
  account.customers.set(customer.id, customer);
  return customer;
}

export function newGroup(account: Account, id: string, clientAccountId: string): Group {
  const group: Group = { id, clientAccountId, cards: [], ildCents: 0, ildUsage: [], ildPurchases: [], packs: [] };
  account.groups.set(id, group);
  return group;
}

/** A card as the page of the payment processor saves it: nothing of it is ever asked for. */
export function newCard(account: Account, it: Partial<Card>): Card {
  const number = ++account.serial;
  return {
    uuid: it.uuid ?? `cc-${number}`,
    isDefault: it.isDefault ?? false,
    brand: it.brand ?? "VISA",
    lastFour: it.lastFour ?? String(number).slice(-4),
    expiryMonth: it.expiryMonth ?? 12,
    expiryYear: it.expiryYear ?? 2030,
    priority: it.priority ?? 1,
    isDeclined: it.isDeclined ?? false,
  };
}

/** A number that nobody has. */
export const newNumber = (account: Account): string =>
  `404${String(++account.serial)
    .padStart(7, "0")
    .slice(-7)}`;
