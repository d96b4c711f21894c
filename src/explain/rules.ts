import type { AccountResolver } from "../resolvers/account.js";
import type { AddonResolver } from "../resolvers/addon.js";
import type { BalanceResolver, DataVolumeResolver } from "../resolvers/balance.js";
import type { AccountBicsResolver, BicsAccountResolver } from "../resolvers/bics.js";
import type { CallbackResolver } from "../resolvers/callback.js";
import { INVENTORY_FIELDS, PROFILE_FIELDS } from "../resolvers/deferred.js";
import type { EndpointResolver } from "../resolvers/endpoint.js";
import type { EndpointOptionsResolver } from "../resolvers/endpoint-options.js";
import type { EventResolver } from "../resolvers/event.js";
import type { NextCommSubscriberResolver, SubscriberNextCommResolver } from "../resolvers/nextcomm-subscriber.js";
import type { OperationResolver } from "../resolvers/operation.js";
import type { OperationResultsResolver } from "../resolvers/operation-results.js";
import type { PlanResolver } from "../resolvers/plan.js";
import type { ReachSubscriberResolver, SubscriberReachResolver } from "../resolvers/reach-subscriber.js";
import type { AccountSalesResolver, SalesResolver } from "../resolvers/sales.js";
import type { SimResolver } from "../resolvers/sim.js";
import type { SimOptionsResolver } from "../resolvers/sim-options.js";
import type { SubscriberResolver } from "../resolvers/subscriber.js";
import type { BillResolver, InvoiceResolver, SubscriberCommerceResolver } from "../resolvers/subscriber-commerce.js";
import type { SubscriberOptionsResolver } from "../resolvers/subscriber-options.js";
import { account, accounts } from "./accounts.js";
import { children, endpoints, kept, plans, sims, subscribers } from "./listings.js";
import { endpoint, entities, node, nodes, sim, subscriber } from "./look-ups.js";
import { quote } from "./quote.js";
import {
  endpointOfSim,
  openOperation,
  operation,
  parent,
  simFields,
  stock,
  subscriberOfSim,
  target,
} from "./relations.js";
import { accountOf, after, everyTime, free, once, type Rule, rowEach, rows } from "./rule.js";

type Rules<Names extends PropertyKey> = Readonly<Record<Names, Rule>>;

/** Fields of a resolver class that are no root fields. */
type FieldsOf<Class, Roots extends keyof Class = never> = Exclude<keyof Class, Roots>;

/** What the objects of carriers tell of where they come from. */
type Everywhere = "provenance";

const all = <Name extends string>(fields: Readonly<Record<Name, true>>, rule: Rule) =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, rule])) as Rules<Name>;

const KEPT = { edges: rows, nodes: rows } as const;

const CONNECTION = { ...KEPT, sources: rowEach, totalCount: free } as const;

/**
 * What each field costs that has a resolver of its own; a field that a resolver class gains and this table lacks does not
 * compile. Every other field is read off its object, and costs nothing.
 */
export const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  Query: {
    account,
    accounts,
    endpoint,
    endpoints,
    sim,
    sims,
    plans,
    subscriber,
    subscribers,
    node,
    nodes,
    operation,
    operations: kept,
    events: kept,
    callbacks: kept,
    quote,
    _entities: entities,
    _service: free,
  },
  Account: {
    displayName: free,
    timeZone: free,
    isReadOnly: free,
    health: free,
    quota: free,
    bics: free,
    sales: free,
    stock,
  } satisfies Rules<
    FieldsOf<AccountResolver, "account" | "accounts"> | FieldsOf<AccountBicsResolver> | FieldsOf<AccountSalesResolver>
  >,
  BicsAccount: {
    iccidRanges: once("bics.iccidRanges"),
    roamingProfiles: once("bics.roamingProfiles"),
    bulkCreations: once("bics.bulkCreations"),
  } satisfies Rules<FieldsOf<BicsAccountResolver>>,
  Sales: {
    catalogue: once("sales.catalogue"),
    coverage: once("sales.coverage"),
    device: once("sales.device"),
    sim: once("sales.sim"),
    portIn: once("sales.portIn"),
    zip: once("sales.zip"),
    offers: once("sales.offers"),
    roamingCountries: once("sales.roamingCountries"),
    roamingPacks: once("sales.roamingPacks"),
  } satisfies Rules<FieldsOf<SalesResolver>>,
  Endpoint: {
    id: free,
    account: accountOf,
    carrierEndpointId: free,
    iccid: free,
    imsi: free,
    eid: free,
    provenance: free,
    actions: free,
    usage: once("usage.usage"),
    location: once("location.location"),
    connectivity: once("connectivity.connectivity"),
    networks: once("networks.networks"),
    ...all(PROFILE_FIELDS, once("endpoints.profile")),
  } satisfies Rules<
    | FieldsOf<EndpointResolver, "endpoint" | "endpoints">
    | FieldsOf<EndpointOptionsResolver>
    | Everywhere
    | keyof typeof PROFILE_FIELDS
  >,
  Sim: {
    id: free,
    account: accountOf,
    provenance: free,
    actions: free,
    endpoint: endpointOfSim,
    esimProfile: once("endpoints.profile"),
    subscriber: subscriberOfSim,
    ...all(INVENTORY_FIELDS, simFields),
  } satisfies Rules<
    FieldsOf<SimResolver, "sim" | "sims"> | FieldsOf<SimOptionsResolver> | Everywhere | keyof typeof INVENTORY_FIELDS
  >,
  Plan: { id: free, account: accountOf, carrierPlanId: free, provenance: free } satisfies Rules<
    FieldsOf<PlanResolver, "plans"> | Everywhere
  >,
  Balance: { id: free } satisfies Rules<FieldsOf<BalanceResolver>>,
  DataVolume: { in: free } satisfies Rules<FieldsOf<DataVolumeResolver>>,
  Addon: { id: free, balances: once("addons.details"), counters: once("addons.details") } satisfies Rules<
    FieldsOf<AddonResolver>
  >,
  Subscriber: {
    id: free,
    account: accountOf,
    carrierSubscriberId: free,
    provenance: free,
    actions: free,
    reach: free,
    nextComm: free,
    balances: once("allowances.balances"),
    usage: once("usage.usage"),
    activation: once("progress.activation"),
    cycleUse: once("allowances.usage"),
    cards: once("billing.cards"),
    card: after(once("billing.cards"), once("billing.card")),
    bills: once("billing.bills"),
    invoices: once("billing.invoices"),
    shipment: once("billing.shipment"),
  } satisfies Rules<
    | FieldsOf<SubscriberResolver, "subscriber" | "subscribers">
    | FieldsOf<SubscriberCommerceResolver>
    | FieldsOf<SubscriberReachResolver>
    | FieldsOf<SubscriberNextCommResolver>
    | FieldsOf<SubscriberOptionsResolver>
    | Everywhere
  >,
  Bill: { detail: everyTime("billing.bill") } satisfies Rules<FieldsOf<BillResolver>>,
  Invoice: { pdf: everyTime("billing.invoiceLink") } satisfies Rules<FieldsOf<InvoiceResolver>>,
  ReachSubscriber: {
    numberSwap: once("progress.numberSwap"),
    simSwap: once("progress.simSwap"),
    reset: once("progress.reset"),
    ildCredit: once("allowances.ildCredit"),
    ildUsage: once("allowances.ildUsage"),
    ildPurchases: once("allowances.ildPurchases"),
    roamingPacks: once("allowances.roamingPacks"),
    roamingPackUse: once("allowances.roamingPackUse"),
  } satisfies Rules<FieldsOf<ReachSubscriberResolver>>,
  NextCommSubscriber: { planExpiry: once("planExpiry.planExpiry") } satisfies Rules<
    FieldsOf<NextCommSubscriberResolver>
  >,
  Operation: {
    id: free,
    account: accountOf,
    target,
    steps: free,
    parent,
    children,
    purchase: once("progress.purchase"),
    cardLink: free,
    esim: free,
  } satisfies Rules<FieldsOf<OperationResolver, "operation" | "operations"> | FieldsOf<OperationResultsResolver>>,
  Event: {
    account: accountOf,
    cursor: free,
    operation: free,
    lineState: free,
    simState: free,
    target: free,
  } satisfies Rules<FieldsOf<EventResolver, "events" | "eventsSubscription" | "operationUpdated">>,
  Callback: { id: free, account: accountOf, operation: free } satisfies Rules<
    FieldsOf<CallbackResolver, "callbacks" | "callbackReplay">
  >,
  ActionBlock: { operation: openOperation },
  SourceStatus: { account: accountOf },
  EndpointConnection: CONNECTION,
  SimConnection: CONNECTION,
  PlanConnection: CONNECTION,
  SubscriberConnection: CONNECTION,
  OperationConnection: KEPT,
  EventConnection: { nodes: rows },
  CallbackConnection: KEPT,
};
