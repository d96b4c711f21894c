import type { Plan } from "../../../src/model/plan.js";
import { call, type Everything, NUMBER } from "./support.js";

export const ROW_SIM = "321654987654654321";

export const ACTIVATION = {
  planId: "A24/332",
  firstName: "test",
  lastName: "testLastName",
  alternateMsisdn: "9987654321",
  email: "test@gmail.com",
  iccid: null,
  simType: "ESIM",
  requestId: "938758748892347",
} as const;

/** The plan of the document's bulk activation. */
export const PLAN: Plan = {
  key: { account: "next-test", native: "A24/1" },
  name: "Nextcomm – Data 1 GB",
  kind: "BASE",
  kindRaw: "Activation Plan",
  billing: "UNKNOWN",
  price: { amount: "49", currency: "ZAR", raw: "49" },
  nextComm: {
    region: "24",
    profile: { id: "1", name: "SA Local" },
    serviceType: { id: "4", name: "Activation Plan" },
    validityDays: 30,
    otherBenefits: "...",
    additionalBenefit: "...",
  },
};

export const ROW = {
  iccid: ROW_SIM,
  plan: PLAN,
  travelAt: "2021-05-11T15:25:55",
  email: "Test@gmail.com",
  connectionType: "INDIVIDUAL",
  requestId: "Test123456789",
  referralCode: "Ref321654",
} as const;

export const RECHARGE = { planId: "26318", planName: null, amount: "49", requestId: "Test123456789" } as const;

/** Nine base64 letters and padding: as good as any document. */
export const DOCUMENTS = { iccid: ROW_SIM, visa: "dmlzYQ==", passport: "cGFzc3BvcnQ=" } as const;

type Run = (all: Everything) => Promise<unknown>;

/** One call of the port for each operation. The names are those of the folders of fixtures. */
export const READS = {
  enquire: ({ planExpiry }) => planExpiry.planExpiry("32165489754", call()),
  getSubscriberInfo: ({ subscribers }) => subscribers.byId(NUMBER, call()),
  getSimsForActivation: ({ stock }) => stock.list("PHYSICAL", null, call()),
  getActivationPlans: ({ plans }) => plans.list({ kind: "BASE", billing: "UNKNOWN", region: "24" }, call()),
  getRechargePlans: ({ plans }) => plans.list({ kind: "RECHARGE", billing: "UNKNOWN", region: "24" }, call()),
} as const satisfies Readonly<Record<string, Run>>;

export const WRITES = {
  activation: ({ activations }) => activations.activate(ACTIVATION, call()),
  recharge: ({ recharges }) => recharges.recharge("9137788063", RECHARGE, call()),
  modify: ({ recharges }) => recharges.setPlanExpiry("32165489754", "2023-07-31", call()),
  doBulkActivation: ({ activations }) => activations.activateMany([ROW], call()),
  doDocUpld: ({ activations }) => activations.uploadDocuments([DOCUMENTS], call()),
} as const satisfies Readonly<Record<string, Run>>;

export const RUNS: Readonly<Record<keyof typeof READS | keyof typeof WRITES, Run>> = { ...READS, ...WRITES };

export type Name = keyof typeof RUNS;

export const namesOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table)[];
