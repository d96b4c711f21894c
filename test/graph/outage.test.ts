import { afterAll, beforeAll, expect, it } from "vitest";
import { type Graph, startGraph } from "../support/graph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ accounts: ({ accounts, nexcon }) => [...accounts, ...nexcon.accounts] });
});
afterAll(() => graph.stop());

const BOTH = `query ($endpoint: ID!, $iccid: String!) {
  endpoint(by: { carrierEndpointId: $endpoint }, account: "bics-eu") { state }
  sim(by: { iccid: $iccid }, account: "nexcon") { state }
}`;

const asked = () => ({
  endpoint: graph.sandbox.bics.specimens["bics-eu"]?.activeIdle ?? "",
  iccid: graph.sandbox.nexcon.specimens.nexcon?.activated ?? "",
});

it.each([
  { sick: "bics-eu", carrier: "BICS", data: { endpoint: null, sim: { state: "ACTIVE" } } },
  { sick: "nexcon", carrier: "NEXCON", data: { endpoint: { state: "ACTIVE" }, sim: null } },
])("G-10 an outage of $carrier costs its own field of a query, and no other", async ({ sick, carrier, data }) => {
  graph.sandbox.faults.clear();
  graph.sandbox.faults.add({ account: sick, fault: "status;status=503" });
  const answer = await graph.query(BOTH, asked());
  expect(answer.data).toEqual(data);
  expect(answer.errors).toMatchObject([{ extensions: { code: "CARRIER_UNAVAILABLE", carrier, account: sick } }]);
});
