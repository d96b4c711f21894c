import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Sandbox } from "../../sandbox/types.js";
import type { Ids } from "../../src/ids.js";
import type { Query } from "./lab.js";

const EXAMPLES = new URL("../../examples/", import.meta.url);

/** The queries among the examples, with their variables. */
export const EXAMPLE_QUERIES: readonly (readonly [string, Query])[] = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith(".graphql"))
  .flatMap((file) => {
    const query = readFileSync(new URL(file, EXAMPLES), "utf8");
    const own = new URL(file.replace(".graphql", ".variables.json"), EXAMPLES);
    const variables = existsSync(own) ? JSON.parse(readFileSync(own, "utf8")) : {};
    return /^query/m.test(query) ? [[file, { query, variables }] as const] : [];
  });

const ICCID = "8932042000000100019";

/** Ids and numbers of the sandbox. */
export interface World {
  readonly sandbox: Sandbox;
  readonly ids: Ids;
}

const reach = ({ sandbox }: World, name: string): string => sandbox.reach.specimens["reach-us"]?.[name] ?? "";
const next = ({ sandbox }: World, name: string): string => sandbox.nextcomm.specimens["next-za"]?.[name] ?? "";

const ofReach = (fields: string) => (world: World) => ({
  query: `query ($id: ID!) { subscriber(by: { carrierSubscriberId: $id }, account: "reach-us") { ${fields} } }`,
  variables: { id: reach(world, "active") },
});

const ofNext = (fields: string) => (world: World) => ({
  query: `query ($msisdn: String!) { subscriber(by: { msisdn: $msisdn }, account: "next-za") { ${fields} } }`,
  variables: { msisdn: next(world, "manyBalances") },
});

const PROFILE = "plan { name } balances { id } addons { id balances { id } counters { name } } apns";

/** Further queries, over all carriers. */
export const QUERIES: Readonly<Record<string, (world: World) => Query>> = {
  "a listing and its total": () => ({ query: "{ endpoints(first: 30) { totalCount nodes { id } } }" }),
  "a profile a row, as nodes and as edges": () => ({
    query: `{ endpoints(first: 4, filter: { accounts: ["bics-eu"] }) { nodes { ${PROFILE} } edges { cursor node { ${PROFILE} } } } }`,
  }),
  "a filtered listing": () => ({
    query: "{ endpoints(first: 5, filter: { states: [SUSPENDED] }) { nodes { name location { mcc } } } }",
  }),
  "SIMs and their endpoints": () => ({
    query: `{ sims(first: 5, filter: { accounts: ["bics-eu"] }) { nodes { product imsis { imsi } endpoint { name sim { product } } esimProfile { state } } } }`,
  }),
  "an endpoint by a number": () => ({
    query: `{ endpoint(by: { msisdn: "+327700000100019" }) { name plan { name } sim { product endpoint { name } } } }`,
  }),
  "an endpoint by a number that nobody has": () => ({
    query: `{ a: endpoint(by: { iccid: "8932042999999999992" }) { id } b: sim(by: { imsi: "206289999999991" }) { id } }`,
  }),
  "all that is apart of an endpoint": () => ({
    query: `{ endpoint(by: { iccid: "${ICCID}" }, account: "bics-eu") {
      usage(from: "2026-01-01", to: "2026-01-31") { absence { carrierCode } }
      other: usage(from: "2026-01-01", to: "2026-01-30") { absence { carrierCode } }
      location { mcc } connectivity { state } networks { tadig } black: networks(isBlacklisted: true) { tadig } } }`,
  }),
  "an endpoint by its id, in three places": ({ ids }) => ({
    query: `query ($id: ID!, $ids: [ID!]!, $with: Boolean = false) { one: endpoint(by: { id: $id }) { ...F } two: node(id: $id) { ...F }
      nodes(ids: $ids) { id ... on Line { balances { id } } } without: endpoint(by: { id: $id }) { location @include(if: $with) { mcc } } }
      fragment F on Endpoint { ${PROFILE} sim { endpoint { ...G } } } fragment G on Endpoint { currency }`,
    variables: {
      id: ids.encode("Endpoint", { account: "bics-eu", native: "51170058" }),
      ids: [ids.encode("Endpoint", { account: "bics-eu", native: "51170058" }), "x"],
    },
  }),
  "an account of each of the same": ({ ids }) => ({
    query: "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Line { account { bics { roamingProfiles { id } } } } } }",
    variables: {
      ids: ["51170058", "51170058", "51170059"].map((native) => ids.encode("Endpoint", { account: "bics-eu", native })),
    },
  }),
  "what stands against an action": () => ({
    query: `{ endpoint(by: { iccid: "${ICCID}" }, account: "bics-eu") { actions { blockedBy { operation { target { id } } } } } }`,
  }),
  "what is of the account": () => ({
    query: `{ accounts { id bics { iccidRanges { from } roamingProfiles { id } bulkCreations { reason } } }
      account(id: "bics-eu") { bics { iccidRanges { from } } } }`,
  }),
  "an account for each row": () => ({
    query: `{ endpoints(first: 3) { nodes { account { bics { roamingProfiles { id } } } } sources { account { bics { iccidRanges { from } } } } } }`,
  }),
  "all plans": () => ({ query: "{ plans(first: 2000) { totalCount nodes { id account { id } } } }" }),
  "plans of some kinds, twice": () => ({
    query:
      "{ a: plans(filter: { kinds: [BASE] }) { nodes { id } } b: plans(filter: { kinds: [BASE, ADDON] }) { nodes { id } } }",
  }),
  "a plan by its id": ({ ids }) => ({
    query: "query ($id: ID!) { node(id: $id) { ... on Plan { name } } }",
    variables: { id: ids.encode("Plan", { account: "next-za", native: "none" }) },
  }),
  "entities of other subgraphs": ({ ids }) => ({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Endpoint { name } ... on Sim { product } } }`,
    variables: {
      r: [
        { __typename: "Sim", iccid: ICCID },
        { __typename: "Endpoint", id: ids.encode("Endpoint", { account: "bics-eu", native: "51170058" }) },
      ],
    },
  }),
  "many endpoints by their ids": ({ ids }) => ({
    query: "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Endpoint { name sim { product } } } }",
    variables: {
      ids: Array.from({ length: 60 }, (_, at) =>
        ids.encode("Endpoint", { account: "bics-eu", native: String(51170058 + at) }),
      ),
    },
  }),
  "many entities of other subgraphs, and what only their profiles have": ({ ids }) => ({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Endpoint { name } } again: _entities(representations: $r) { ... on Endpoint { apns } } }`,
    variables: {
      r: Array.from({ length: 40 }, (_, at) => ({
        __typename: "Endpoint",
        id: ids.encode("Endpoint", { account: "bics-eu", native: String(51170058 + at) }),
      })),
    },
  }),
  "many SIMs by their ICCIDs": () => ({
    query: `{ ${Array.from({ length: 50 }, (_, at) => `s${at}: sim(by: { iccid: "${BigInt(ICCID) + BigInt(at)}" }) { product endpoint { name } }`).join(" ")} }`,
  }),
  "what the inventory has of many rows": () => ({
    query: "{ endpoints(first: 60) { nodes { sim { product endpoint { name } } } } }",
  }),
  "many SIMs that another subgraph names, some of which nobody has": () => ({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Sim { state product endpoint { plan { name } } } } }`,
    variables: {
      r: Array.from({ length: 30 }, (_, at) => ({ __typename: "Sim", iccid: String(BigInt(ICCID) + BigInt(at * 7)) })),
    },
  }),
  "objects of all kinds by their ids": ({ ids, ...world }) => ({
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Line { state sim { product } }
      ... on Sim { product endpoint { name } subscriber { name } } ... on Balance { name } ... on Plan { name } } }`,
    variables: {
      ids: Array.from({ length: 25 }, (_, at) => [
        ids.encode("Sim", { account: "bics-eu", native: String(BigInt(ICCID) + BigInt(at)) }),
        ids.encode("Endpoint", { account: "bics-oem", native: String(51170058 + at) }),
        ids.encode("Balance", { account: "bics-eu", native: `${51170058 + at}/1/2` }),
        ids.encode("Subscriber", { account: "next-za", native: next({ ids, ...world }, "manyBalances") }),
        ids.encode("Plan", { account: "bics-eu", native: "560082" }),
      ]).flat(),
    },
  }),
  "many endpoints by their ICCIDs": () => ({
    query: `{ ${Array.from({ length: 30 }, (_, at) => `e${at}: endpoint(by: { iccid: "${BigInt(ICCID) + BigInt(at)}" }, account: "bics-eu") { name sim { product endpoint { name } } }`).join(" ")} }`,
  }),
  "a filtered listing, and what the inventory has of its rows": () => ({
    query:
      "{ endpoints(first: 40, filter: { states: [ACTIVE] }) { edges { cursor node { sim { product imsis { imsi } } } } } }",
  }),
  "endpoints of many SIMs": () => ({
    query: "{ sims(first: 60) { nodes { endpoint { name state } esimProfile { state } } } }",
  }),
  "a subscriber of Reach": ofReach("name state plan { name } sim { iccid product } account { id }"),
  "what Reach tells beside": ofReach(`balances { id } activation { stateRaw } cards { id } shipment { statusRaw }
    invoices { id pdf { url } } bills { id detail { items { description } } } again: bills { detail { items { description } } } cycleUse(kind: DATA) { used }`),
  "what only Reach has": ofReach(`reach { groupId ildCredit { amount } ildUsage { destination } ildPurchases { id }
    roamingPacks { packId } roamingPackUse { packId } numberSwap { state } reset { state } }`),
  "what Reach sells": () => ({
    query: `{ account(id: "reach-us") { sales { catalogue { plans { id } } offers { id } roamingCountries { name } zip(code: "94105") { isServed } } } }`,
  }),
  "a subscriber of NextComm": ofNext(
    "name plan { name } sim { product subscriber { name } } addons { balances { id } }",
  ),
  "what only NextComm has": ofNext("nextComm { subscriptionId planExpiry { planName } }"),
  "a stock": () => ({
    query: `{ account(id: "next-za") { stock(type: PHYSICAL) { iccid product imsis { imsi } } } }`,
  }),
  "a SIM in any account": (world) => ({
    query: "query ($iccid: String!) { sim(by: { iccid: $iccid }) { state product nexcon { countryCode } } }",
    variables: { iccid: Object.values(Object.values(world.sandbox.nexcon.specimens)[0] ?? {})[0] ?? "" },
  }),
  "nothing of any carrier": () => ({ query: "{ __typename accounts { id health { status } } _service { sdl } }" }),
};
