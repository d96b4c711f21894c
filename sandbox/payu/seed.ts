import type { Account, Operator, Plan, World } from "./state.js";

const AURORA: readonly Plan[] = [
  {
    planName: "Unlimited 199",
    price: "₹199",
    validity: "28 Days",
    validityDescription: "Valid for 28 days from the day of the recharge",
    talkTime: "Unlimited",
    packageDescription: "1.5 GB a day, calls without limit, 100 SMS a day",
    planType: "Unlimited",
  },
  {
    planName: "Top up 100",
    price: "100.00",
    validity: "NA",
    talkTime: "81.75",
    packageDescription: "Talk time alone",
    planType: "Talktime",
  },
  {
    planName: "Year pack",
    price: "Rs. 2,999",
    validity: "365",
    validityDescription: "",
    talkTime: "NA",
    packageDescription: "2 GB a day for a year",
    planType: "Data + Voice",
  },
  {
    planName: "Data booster",
    price: "NA",
    validity: "Existing validity",
    talkTime: "0",
    packageDescription: "Ask the shop",
    planType: "data",
  },
];

const BOREAL: readonly Plan[] = [
  {
    planName: "Mini 19",
    price: "19",
    validity: "1 Day",
    talkTime: "",
    packageDescription: "1 GB for a day",
    planType: "Data",
  },
];

const operator = (operatorId: string, operatorName: string, plans: Record<string, readonly Plan[]>): Operator => ({
  operatorId,
  operatorName,
  plans: new Map(Object.entries(plans)),
});

/** In the second circle a plan is printed twice, as plans have no id that would tell. */
const OPERATORS: readonly Operator[] = [
  operator("OP-AURORA", "Aurora Mobile", { "CIR-01": AURORA, "CIR-02": [...AURORA, ...AURORA.slice(0, 1)] }),
  operator("OP-BOREAL", "Boreal", { "CIR-01": BOREAL }),
];

const SPECIMENS = {
  operatorId: "OP-AURORA",
  otherOperatorId: "OP-BOREAL",
  unknownOperatorId: "OP-NOBODY",
  circleId: "CIR-01",
  circleIdWithDuplicates: "CIR-02",
  circleIdWithoutPlans: "CIR-03",
  unknownCircleId: "CIR-99",
  mobileNo: "9876500001",
  mobileNoWithoutOperator: "9876500002",
  mobileNoContradiction: "9876500003",
};

type Identity = Omit<Account, "specimens" | "grantType" | "displayName">;

const BY_EXAMPLE: Identity = {
  id: "payu",
  clientId: "payu-sandbox-client",
  clientSecret: "payu-sandbox-secret",
  agentId: "PU01AGT0000001",
  settings: {
    codes: "200/600",
    plansName: "plansInfo",
    errorsName: "errors",
    additionalParams: "object",
    hasFullStop: false,
    hasRefId: true,
  },
};

const BY_TABLE: Identity = {
  id: "payu-2",
  clientId: "payu-2-sandbox-client",
  clientSecret: "payu-2-sandbox-secret",
  agentId: "PU02AGT0000002",
  settings: {
    codes: "1/0",
    plansName: "circlesInfo",
    errorsName: "error",
    additionalParams: "list",
    hasFullStop: true,
    hasRefId: false,
  },
};

const accountOf = (identity: Identity, grantType: string, displayName: string): Account => ({
  ...identity,
  grantType,
  displayName,
  settings: { ...identity.settings },
  specimens: { ...SPECIMENS },
});

/** Two operators, three circles, and two accounts that are answered in the two ways of the document. */
export const seedWorld = (): World => ({
  accounts: [
    accountOf(BY_EXAMPLE, "client_credentials", "PayU sandbox"),
    accountOf(BY_TABLE, "password", "PayU sandbox by the tables"),
  ],
  operators: new Map(OPERATORS.map((one) => [one.operatorId, one])),
  circles: new Set(["CIR-01", "CIR-02", "CIR-03"]),
  numbers: new Map([
    [SPECIMENS.mobileNo, { operatorId: "OP-AURORA" }],
    [SPECIMENS.mobileNoWithoutOperator, { operatorId: null }],
    [SPECIMENS.mobileNoContradiction, { operatorId: "OP-AURORA", isContradictory: true }],
  ]),
  tokens: new Map(),
  counter: 0,
});
