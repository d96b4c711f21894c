import type { ActivationPlan, Allowance, RechargePlan } from "../state.js";

/** What the two accounts' catalogues differ in. */
export interface Market {
  /** Added to all service ids and plan codes, so that those of one account are unknown in the other. */
  offset: number;
  profile: string;
  /** Turns the price of the first market into one of this market. */
  priceOf(price: number): number;
}

const data = (amount: number, unitType = "MB"): Allowance => ({ balanceName: "Data", amount, unitType });
const voice = (amount: number): Allowance => ({ balanceName: "Voice", amount, unitType: "Minutes" });
const messages = (amount: number): Allowance => ({ balanceName: "SMS", amount, unitType: "SMS" });

interface Offer {
  region: string;
  id: number;
  name: string;
  price: number;
  days: number;
  allowances: readonly Allowance[];
}

const ACTIVATIONS: readonly Offer[] = [
  { region: "12", id: 401, name: "Tourist 5 GB", price: 199, days: 14, allowances: [data(5, "GB")] },
  { region: "12", id: 402, name: "Tourist Talk", price: 249.5, days: 30, allowances: [data(1024), voice(60)] },
  { region: "24", id: 332, name: "Nextcomm – Data 1 GB", price: 49, days: 30, allowances: [data(1024)] },
  {
    region: "24",
    id: 333,
    name: "100mins_4GB",
    price: 149,
    days: 30,
    allowances: [data(4096), voice(100), messages(50)],
  },
  { region: "25", id: 501, name: "Data SIM 10 GB", price: 299.9, days: 90, allowances: [data(10_485_760, "KB")] },
];

const RECHARGES: readonly Offer[] = [
  { region: "24", id: 26318, name: "Recharge 49", price: 49, days: 30, allowances: [data(1024)] },
  { region: "24", id: 26319, name: "Recharge 99.90", price: 99.9, days: 30, allowances: [data(2048), voice(30)] },
  { region: "24", id: 26320, name: "Minutes only", price: 25, days: 7, allowances: [voice(60)] },
];

const benefits = (allowances: readonly Allowance[]): string =>
  allowances.map(({ balanceName, amount, unitType }) => `${balanceName} ${amount} ${unitType}`).join(", ");

export const activationPlans = ({ offset, profile, priceOf }: Market): ActivationPlan[] =>
  ACTIVATIONS.map(({ region, id, name, price, days, allowances }) => ({
    regionId: region,
    row: {
      ProfileId: 1,
      Profile: profile,
      ServiceTypeId: 4,
      ServiceType: "Activation Plan",
      ServiceId: id + offset,
      Service: name,
      Price: priceOf(price),
      ValidityDays: days,
      OtherBenefits: benefits(allowances),
      AdditionalBenefit: "None",
    },
    allowances,
  }));

export const rechargePlans = ({ offset, priceOf }: Market): RechargePlan[] =>
  RECHARGES.map(({ region, id, name, price, days, allowances }) => ({
    regionId: region,
    row: {
      PlanCode: String(id + offset),
      PlanName: name,
      Price: priceOf(price),
      ValidityDays: days,
      OtherBenefits: benefits(allowances),
    },
    allowances,
  }));
