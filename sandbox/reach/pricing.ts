import { invalid, money } from "./answers.js";
import type { NewOrder, SubsequentOrder } from "./basket.js";
import { taxOn } from "./catalogue.js";
import { customerOf, linesOf } from "./lookup.js";
import { checkPortIn } from "./port-in.js";
import type { Account } from "./state.js";

const SIM_KIT_CENTS = 1_000;
const ACTIVATION_CENTS = 500;

/** The ledger counts in 1/10000 cent. */
export const ledgerMoney = (cents: number): number => cents * 10_000;

/** What an order costs, in cents. */
export interface Price {
  simKit: number;
  activation: number;
  shipment: number;
  /** Renewals and top-ups. */
  services: number;
  tax: number;
  total: number;
  monthly: number;
}

type Line = SubsequentOrder["lines"][number];

/** Prices a first purchase; refuses what cannot be sold. */
export function priceNew(account: Account, { accountInfo, lines }: NewOrder): Price {
  if (lines.filter(({ isPrimary }) => isPrimary).length !== 1) {
    throw invalid({ lines: "exactly one line must be primary" });
  }
  const { addresses } = accountInfo;
  if (!addresses.some(({ type }) => type === "billing"))
    throw invalid({ "accountInfo.addresses": "billing is missing" });
  const isShipped = lines.some(({ simType }) => simType === "PSIM");
  if (isShipped && !addresses.some(({ type }) => type === "shipping")) {
    throw invalid({ "accountInfo.addresses": "shipping is missing" });
  }
  return priceOf(account, lines, 0, shipmentOf(account, accountInfo.shipmentType));
}

/** The same for a customer: lines that are there already are renewed or topped up. */
export function priceSubsequent(account: Account, order: SubsequentOrder): Price {
  const { groupId } = customerOf(account, order.customerId);
  for (const [at, { customerId }] of order.lines.entries()) {
    if (customerId !== undefined && customerOf(account, customerId).groupId !== groupId) {
      throw invalid({ [`lines.${at}.customerId`]: "is not a line of the account" });
    }
  }
  return priceOf(account, order.lines, linesOf(account, groupId).length, 0);
}

function priceOf(account: Account, lines: readonly Line[], others: number, shipment: number): Price {
  const added = lines.filter(({ customerId }) => customerId === undefined);
  const kits = added.filter(({ simType }) => simType === "PSIM").length;
  const costs = lines.map((line, at) => lineCost(account, line, at, others + added.length));
  const sum = (pick: (cost: { once: number; monthly: number }) => number) =>
    costs.reduce((total, cost) => total + pick(cost), 0);
  const parts = { simKit: kits * SIM_KIT_CENTS, activation: added.length * ACTIVATION_CENTS, shipment };
  const services = sum(({ once }) => once);
  const net = parts.simKit + parts.activation + shipment + services;
  return { ...parts, services, tax: taxOn(net), total: net + taxOn(net), monthly: sum(({ monthly }) => monthly) };
}

function lineCost(account: Account, line: Line, at: number, size: number): { once: number; monthly: number } {
  const field = `lines.${at}.planId`;
  const { plans, services } = account.catalogue;
  const topUp = services.find(({ serviceCode, serviceType }) => serviceCode === line.planId && serviceType === "TOPUP");
  if (topUp && line.customerId !== undefined) return { once: topUp.baseCents, monthly: 0 };
  const plan = plans.find(({ serviceCode }) => serviceCode === line.planId);
  if (!plan) throw invalid({ [field]: "is no serviceCode of a plan" });
  if (line.customerId !== undefined) {
    if (customerOf(account, line.customerId).plan !== line.planId) throw invalid({ [field]: "is not the line's plan" });
    return { once: plan.baseCents, monthly: plan.baseCents };
  }
  if (size > plan.maxLines) throw invalid({ lines: `the plan has at most ${plan.maxLines} lines` });
  checkPortIn(account, line, `lines.${at}.`);
  return { once: 0, monthly: line.isPrimary ? plan.baseCents : plan.additionalLineCents };
}

function shipmentOf({ catalogue }: Account, code: string | undefined): number {
  if (code === undefined) return 0;
  const service = catalogue.services.find(({ serviceCode }) => serviceCode === code);
  if (service?.serviceType !== "SHIPMENT") throw invalid({ "accountInfo.shipmentType": "is no way of shipping" });
  return service.baseCents;
}

/** The sum sent along must be the price, or nothing: a quote has none to say. */
export function checkCollection({ total }: Price, cents: number): void {
  if (cents !== 0 && cents !== total) throw invalid({ "accountInfo.payment.collection": "is not the quoted total" });
}

/** A quote as it is printed. */
export function quoteView(account: Account, price: Price): unknown {
  const print = (cents: number) => money(account, cents);
  return {
    oneTimeCharge: {
      totalOneTimeCost: print(price.total),
      simKitCost: print(price.simKit),
      activationCost: print(price.activation),
      shipment: print(price.shipment),
      tax: print(price.tax),
    },
    estimatedMonthlyCost: { total: print(price.monthly) },
  };
}
