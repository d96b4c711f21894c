/** What a scenario asks of the floor and of the graph, which must make the same carrier calls. */
export interface Scenario {
  readonly name: string;
  /** Route of the floor for request number `index`. */
  floor(index: number): string;
  /** Requests under way together. */
  readonly atOnce: number;
  /** The body of request number `index`. */
  body(index: number): string;
}

const PROFILE = "name state plan { name } balances { name remaining { amount } }";

const asking =
  (query: string, variablesOf: (index: number) => Readonly<Record<string, unknown>>) =>
  (index: number): string =>
    JSON.stringify({ query, variables: variablesOf(index) });

/** Requests that are under way together ask for different things, so that nobody lives on another's carrier call. */
const idOf = (index: number): string => String(51_000_000 + (index % 1000));
const sizeOf = (index: number, size: number): number => size - (index % 8);

const FIVE = `query Five($id: ID!, $msisdn: String!, $iccid: String!) {
  endpoint(by: { carrierEndpointId: $id }, account: "bics") { id ${PROFILE} }
  reach: subscriber(by: { carrierSubscriberId: $id }, account: "reach") { id name state plan { name } }
  next: subscriber(by: { msisdn: $msisdn }, account: "nextcomm") { id name state balances { name } }
  sim(by: { iccid: $iccid }, account: "nexcon") { id state }
  plans(first: 10, filter: { accounts: ["payu"], rechargeOf: { msisdn: $msisdn, operatorId: "OP", circleId: "C" } }) {
    nodes { id name price { amount } }
  }
}`;

const SUSPEND = `mutation Suspend($input: EndpointActionInput!) {
  endpointSuspend(input: $input) { operation { state } userErrors { code message } }
}`;

const numbersOf = (index: number) => ({
  id: idOf(index),
  msisdn: `9198765${String(index % 1000).padStart(5, "0")}`,
  iccid: `8945000000000000${String(index % 1000).padStart(4, "0")}`,
});

/** `endpoint` gives the id that the graph has for the endpoint of a mutation. */
export const scenariosOf = (endpoint: (index: number) => string): readonly Scenario[] => [
  {
    name: "one entity",
    floor: (index) => `/one/${idOf(index)}`,
    atOnce: 4,
    body: asking(
      `query ($id: ID!) { endpoint(by: { carrierEndpointId: $id }, account: "bics") { id ${PROFILE} } }`,
      (index) => ({
        id: idOf(index),
      }),
    ),
  },
  {
    name: "100 rows with profiles",
    floor: () => "/profiles",
    // The same profiles are asked again and again: alone, so that each is a call of its own.
    atOnce: 1,
    body: asking(`query ($first: Int!) { endpoints(first: $first) { nodes { id ${PROFILE} } } }`, () => ({
      first: 100,
    })),
  },
  {
    name: "2000 rows",
    floor: (index) => `/rows/${sizeOf(index, 2000)}`,
    atOnce: 4,
    body: asking(
      "query ($first: Int!) { endpoints(first: $first) { nodes { id name state iccid msisdn } } }",
      (index) => ({
        first: sizeOf(index, 2000),
      }),
    ),
  },
  { name: "five carriers", floor: () => "/five", atOnce: 4, body: asking(FIVE, numbersOf) },
  {
    name: "a mutation",
    floor: () => "/suspend",
    atOnce: 4,
    body: asking(SUSPEND, (index) => ({
      input: { endpoint: endpoint(index), idempotencyKey: `bench-${index}`, waitFor: 10 },
    })),
  },
];
