import { conflict, declined, notFound } from "./answers.js";
import type { Card } from "./commerce.js";
import { type Account, type Customer, type Group, STATUS } from "./state.js";

/** A line by its id, or a 404. */
export function customerOf({ customers }: Account, id: string): Customer {
  const customer = customers.get(id);
  if (!customer) throw notFound("customerId");
  return customer;
}

/** The same, which must be in service. */
export function activeOf(account: Account, id: string): Customer {
  const customer = customerOf(account, id);
  if (customer.status !== STATUS.ACTIVE) throw conflict("The subscriber is not active");
  return customer;
}

export function groupById({ groups }: Account, id: string): Group {
  const group = groups.get(id);
  if (!group) throw notFound("groupId");
  return group;
}

export const groupOf = (account: Account, { groupId }: Customer): Group => groupById(account, groupId);

/** A saved card of the customer's account. */
export function cardOf(account: Account, customer: Customer, uuid: string): Card {
  const card = groupOf(account, customer).cards.find((candidate) => candidate.uuid === uuid);
  if (!card) throw notFound("ccUUID");
  return card;
}

/** The same, which must take a charge. */
export function chargeableCard(account: Account, customer: Customer, uuid: string): Card {
  const card = cardOf(account, customer, uuid);
  if (card.isDeclined) throw declined();
  return card;
}

export const linesOf = ({ customers }: Account, groupId: string): Customer[] =>
  [...customers.values()].filter((customer) => customer.groupId === groupId);

/** The group of a client's account, if there is one. */
export const groupOfClient = ({ groups }: Account, clientAccountId: string): Group | undefined =>
  [...groups.values()].find((group) => group.clientAccountId === clientAccountId);
