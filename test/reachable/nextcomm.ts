import type { DOCUMENTED } from "../../src/datasources/nextcomm/operations/index.js";
import { act, actOn, ofSubscriber, query, type Ways } from "./way.js";

const PERSON = 'firstName: "Ada", lastName: "Byron", alternateMsisdn: "27820000001", email: "ada@example.com"';
const PAPER = Buffer.from("paper").toString("base64");

/** The plans of the catalogue have ids of their own: the first one of a kind is taken. */
const withPlan = (kind: string) => ({
  first: [`{ plans(filter: { accounts: ["<account>"], kinds: [${kind}] }) { nodes { given: id } } }`],
});

const plansOf = (kind: string) =>
  query(`plans(filter: { accounts: ["<account>"], kinds: [${kind}] }) { nodes { __typename } }`);

export const NEXTCOMM: Ways<keyof typeof DOCUMENTED> = {
  getToken: [ofSubscriber("__typename")],
  activation: [
    act(
      "subscriberCreate",
      `account: "<account>", plan: "<given>", simType: PHYSICAL, iccid: "<simFree>", ${PERSON}`,
      withPlan("BASE"),
    ),
  ],
  recharge: [actOn("active", "recharge", 'plan: "<given>", amount: "49"', withPlan("RECHARGE"))],
  enquire: [ofSubscriber("nextComm { planExpiry { __typename } }")],
  modify: [actOn("active", "planExpirySet", 'day: "2031-03-04"')],
  getSubscriberInfo: [
    ofSubscriber("__typename"),
    query('sim(by: { msisdn: "<active>" }, account: "<account>") { __typename }'),
  ],
  getSimsForActivation: [query('account(id: "<account>") { stock(type: ESIM) { __typename } }')],
  doBulkActivation: [
    act(
      "subscribersCreate",
      'account: "<account>", sims: [{ iccid: "<secondSimFree>", plan: "<given>", travelAt: "2031-01-02T10:00:00", email: "ada@example.com", connectionType: INDIVIDUAL }]',
      withPlan("BASE"),
    ),
  ],
  doDocUpld: [
    act(
      "documentsUpload",
      `account: "<account>", documents: [{ iccid: "<simActive>", visa: "${PAPER}", passport: "${PAPER}" }]`,
    ),
  ],
  getActivationPlans: [plansOf("BASE")],
  getRechargePlans: [plansOf("RECHARGE")],
};
