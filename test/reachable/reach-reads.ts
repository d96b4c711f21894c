import type { DOCUMENTED } from "../../src/datasources/reach/operations/index.js";
import { ILD_CREDIT, PLAN_CHANGE, PURCHASE, ROAMING_PACK, TOP_UP } from "./reach-orders.js";
import { accepted, actOn, giving, ofOrder, ofSubscriber, query, quoted, type Way, type Ways } from "./way.js";

const before = (selection: string): Way => query(`account(id: "<account>") { sales { ${selection} } }`);

/** The catalogue is kept for an hour: each part is asked of an account that was not asked for it. */
const plansOf = (kind: string): Way =>
  query(`plans(filter: { accounts: ["<account>"], kinds: [${kind}] }) { nodes { __typename } }`, OTHER);
const OTHER = { account: "reach-mvno" };

const SWAP = giving(actOn("active", "simSwap", 'sim: { iccid: "<iccidFree>" }'), "reference");

type Reads = Exclude<keyof typeof DOCUMENTED, "generateAccessKey">;

export const REACH_READS = {
  coverage: [
    before(
      'coverage(address: { name: "Kim", line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301" }) { __typename }',
    ),
  ],
  deviceImei: [before('device(imei: "<imeiEsim>") { __typename }')],
  productFetch: [before("catalogue { __typename }")],
  productFetchPlan: [plansOf("BASE")],
  productFetchOffer: [{ ...before("offers { __typename }"), ...OTHER }],
  productFetchService: [plansOf("ADDON")],
  productQuote: [quoted(PURCHASE)],
  productStatus: [ofOrder(PURCHASE, "purchase { __typename }")],
  cardList: [ofSubscriber("cards { __typename }")],
  cardSpecific: [ofSubscriber('card(id: "<card>") { __typename }')],
  iccidValidate: [before('sim(iccid: "<iccidFree>") { __typename }')],
  activationStatus: [ofSubscriber("activation { __typename }", "porting")],
  portValidateMdn: [before('portIn(msisdn: "<mdnPortable>") { __typename }')],
  zipCodeValidate: [before('zip(code: "30301") { __typename }')],
  customerInfo: [ofSubscriber("__typename")],
  mdnSwapStatus: [ofSubscriber("reach { numberSwap { __typename } }")],
  customerResetStatus: [ofSubscriber("reach { reset { __typename } }")],
  usageSummary: [ofSubscriber("cycleUse(kind: DATA) { __typename }"), ofSubscriber("balances { __typename }")],
  billingCustomer: [ofSubscriber("bills { __typename }", "withBills")],
  billingDetail: [ofSubscriber("bills { detail { __typename } }", "withBills")],
  invoiceHistory: [ofSubscriber("invoices { __typename }", "withBills")],
  invoiceLink: [ofSubscriber("invoices { pdf { __typename } }", "withBills")],
  topupQuote: [quoted(TOP_UP)],
  planChangeEstimate: [quoted(PLAN_CHANGE)],
  planChangeStatus: [accepted(PLAN_CHANGE)],
  ildStatus: [ofSubscriber("reach { ildCredit { __typename } }", "groupPrimary")],
  ildUsage: [ofSubscriber("reach { ildUsage { __typename } }", "groupPrimary")],
  ildPurchaseHistory: [ofSubscriber("reach { ildPurchases { __typename } }", "groupPrimary")],
  ildQuote: [quoted(ILD_CREDIT)],
  shipmentOrder: [ofSubscriber("shipment { __typename }", "shipped")],
  roamingCountries: [before("roamingCountries { __typename }")],
  additionalOfferings: [before('roamingPacks(countries: ["DE", "JP"]) { __typename }')],
  roamingPackQuote: [quoted(ROAMING_PACK)],
  roamingPackGroup: [ofSubscriber("reach { roamingPacks { __typename } }", "withRoamingPack")],
  roamingPackUsage: [ofSubscriber("reach { roamingPackUse { __typename } }", "withRoamingPack")],
  simSwapStatus: [ofSubscriber('reach { simSwap(id: "<given>") { __typename } }', "active", { first: [SWAP] })],
} as const satisfies Partial<Ways<Reads>>;
