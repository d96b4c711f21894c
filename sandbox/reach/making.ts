import type { Card } from "./commerce.js";
import { type Account, type Customer, type Group, mint, STATUS } from "./state.js";

type Needed = Pick<
  Customer,
  "firstName" | "lastName" | "email" | "addresses" | "plan" | "simType" | "isPrimary" | "billedFrom"
>;

const blank = (): Omit<Customer, keyof Needed | "id" | "groupId"> => ({
  status: STATUS.INACTIVE,
  mobileNo: null,
  iccId: null,
  imei: null,
  activatedAt: null,
  activationMsg: null,
  isDataCutOff: false,
  disconnectedAt: null,
  leaving: null,
  voicemailPin: "0000",
  portIn: null,
  usage: { dataMb: 0, extraMb: 0, ildMinutes: 0, roamingCents: 0 },
  job: null,
  nextPlan: null,
  mdnSwap: null,
  reset: null,
  otp: null,
  order: null,
  activationFails: false,
});

/** Puts a line into the account; INACTIVE and without anything unless told. */
export function newCustomer(account: Account, group: Group, it: Needed & Partial<Customer>): Customer {
  const customer: Customer = { ...blank(), id: mint(account, "C"), groupId: group.id, ...it };
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
  const lastFour = String(number).slice(-4);
  const usual = { isDefault: false, brand: "VISA", expiryMonth: 12, expiryYear: 2030, priority: 1, isDeclined: false };
  return { uuid: `cc-${number}`, lastFour, ...usual, ...it };
}

/** A number that nobody has. */
export const newNumber = (account: Account): string =>
  `404${String(++account.serial)
    .padStart(7, "0")
    .slice(-7)}`;
