import { randomUUID } from "node:crypto";
import type { LedgerEntry } from "../types.js";
import { startPortIn } from "./activation-flow.js";
import type { NewOrder, SubsequentOrder } from "./basket.js";
import type { Purchase } from "./commerce.js";
import { customerOf, groupOf, groupOfClient } from "./lookup.js";
import { newCard, newCustomer, newGroup } from "./making.js";
import type { Call } from "./operation.js";
import { asPortIn } from "./port-in.js";
import { ledgerMoney, type Price } from "./pricing.js";
import { type Customer, mint, nextBilling } from "./state.js";

/** Takes on a purchase; it begins PENDING. */
export function openPurchase(
  { account, origin }: Call,
  transactionId: string,
  what: Purchase["what"],
  clientAccountId: string,
  price: Price,
  entry: LedgerEntry,
): Purchase {
  const purchase: Purchase = {
    transactionId,
    what,
    status: "PENDING",
    paymentStatus: "PENDING",
    paymentStatusDesc: null,
    clientAccountId,
    customerId: null,
    totalCents: price.total,
    taxCents: price.tax,
    link: null,
    origin,
    entry,
  };
  account.purchases.set(transactionId, purchase);
  return purchase;
}

/** A first purchase: the link to the payment page comes, and goes when nobody pays. */
export function awaitPayment(call: Call, purchase: Purchase): void {
  const { purchaseMs, linkMs } = call.account.settings.durations;
  call.later(purchaseMs, (createdAt) => {
    const key = randomUUID();
    const url = `${purchase.origin}/pay/${call.account.id}/${purchase.transactionId}?key=${key}`;
    purchase.link = { url, key, createdAt, expiresAt: createdAt + linkMs };
    purchase.status = "PAYMENT_PENDING";
    call.later(linkMs, () => {
      if (purchase.status === "PAYMENT_PENDING") fail(call, purchase, "The payment link has expired");
    });
  });
}

/** What the customer has done on the payment page, or what the saved card says. */
export function processPayment(call: Call, purchase: Purchase, isPaid: boolean): void {
  purchase.status = "PAYMENT_PROCESSING";
  purchase.paymentStatus = "PROCESSING";
  call.later(call.account.settings.durations.paymentMs, (at) => {
    if (isPaid) complete(call, purchase, at);
    else fail(call, purchase, "The payment was declined");
  });
}

/** A purchase by a customer: the saved card is charged, without a page. */
export function chargeSaved(call: Call, purchase: Purchase, customer: Customer, uuid: string): void {
  call.later(call.account.settings.durations.purchaseMs, () => {
    const card = groupOf(call.account, customer).cards.find((candidate) => candidate.uuid === uuid);
    processPayment(call, purchase, card !== undefined && !card.isDeclined);
  });
}

function fail(call: Call, purchase: Purchase, reason: string): void {
  purchase.status = "FAILED";
  purchase.paymentStatus = "FAILED";
  purchase.paymentStatusDesc = reason;
  tellOf(call, purchase);
}

function complete(call: Call, purchase: Purchase, at: number): void {
  const { what } = purchase;
  purchase.customerId =
    what.kind === "PRODUCT_PURCHASE"
      ? createLines(call, what.order, purchase.clientAccountId, at)
      : extendLines(call, what.order, at);
  purchase.status = "COMPLETED";
  purchase.paymentStatus = "APPROVED";
  purchase.entry.charged = ledgerMoney(purchase.totalCents);
  tellOf(call, purchase);
}

/** The lines of a new account, and its card. Gives the primary line's id. */
function createLines(call: Call, { accountInfo, lines }: NewOrder, clientAccountId: string, at: number): string {
  const { account } = call;
  const group = newGroup(account, mint(account, "G"), clientAccountId);
  group.cards.push(newCard(account, { isDefault: true }));
  const customers = lines.map((line) => {
    const customer = newCustomer(account, group, {
      firstName: line.firstName,
      lastName: line.lastName,
      isPrimary: line.isPrimary,
      simType: line.simType,
      plan: line.planId,
      email: accountInfo.email,
      addresses: accountInfo.addresses,
      billedFrom: at,
    });
    equip(call, customer, line, at);
    return customer;
  });
  return (customers.find(({ isPrimary }) => isPrimary) ?? customers[0])?.id ?? "";
}

/** What a new line needs: a SIM that is shipped, a number that is fetched. */
function equip(call: Call, customer: Customer, line: SubsequentOrder["lines"][number], at: number): void {
  const { account } = call;
  if (customer.simType === "PSIM") {
    const order = { orderId: mint(account, "ORD-"), status: "PENDING" as const, orderedAt: at, shippedAt: null };
    customer.order = order;
    ship(call, customer);
  }
  const portIn = asPortIn(line);
  if (portIn) startPortIn(call, customer, portIn);
}

function ship({ account, later }: Call, { order }: Customer): void {
  later(account.settings.durations.shipmentMs, (at) => {
    if (order?.status !== "PENDING") return;
    order.status = "SHIPPED";
    order.shippedAt = at;
  });
}

function extendLines(call: Call, { customerId, lines }: SubsequentOrder, at: number): string {
  const { account } = call;
  const buyer = customerOf(account, customerId);
  for (const line of lines) {
    if (line.customerId === undefined) addLine(call, buyer, line, at);
    else extend(call, customerOf(account, line.customerId), line.planId, at);
  }
  return customerId;
}

function addLine(call: Call, buyer: Customer, line: SubsequentOrder["lines"][number], at: number): void {
  const customer = newCustomer(call.account, groupOf(call.account, buyer), {
    firstName: line.firstName ?? buyer.firstName,
    lastName: line.lastName ?? buyer.lastName,
    isPrimary: false,
    simType: line.simType,
    plan: line.planId,
    email: buyer.email,
    addresses: buyer.addresses,
    billedFrom: at,
  });
  equip(call, customer, line, at);
}

/** A renewal moves the billing date; a top-up adds data. */
function extend({ account }: Call, customer: Customer, code: string, at: number): void {
  const topUp = account.catalogue.services.find(({ serviceCode }) => serviceCode === code);
  if (topUp) customer.usage.extraMb += topUp.dataMb ?? 0;
  else customer.billedFrom = nextBilling(customer, at);
}

function tellOf(call: Call, { what, customerId, transactionId, status }: Purchase): void {
  const body = { type: what.kind, customerId, transactionId, status };
  const before = { ...body, customerId: null, status: "PAYMENT_PROCESSING" };
  call.tell({ path: "/notification/callback", kind: "type", body, before });
}

/** Whether the client's account exists or is about to. */
export const isTaken = ({ account }: Call, clientAccountId: string): boolean =>
  groupOfClient(account, clientAccountId) !== undefined ||
  [...account.purchases.values()].some(
    (purchase) => purchase.clientAccountId === clientAccountId && !["COMPLETED", "FAILED"].includes(purchase.status),
  );
