import { afterAll, beforeAll, expect, it } from "vitest";
import { ExplainLab } from "../../explain/lab.js";

let lab: ExplainLab;
beforeAll(async () => {
  lab = await ExplainLab.start();
});
afterAll(() => lab.stop());

/** What was asked first has been answered when the rest is asked: nothing is under way together. */
const ROWS = (fields: string) => `{
  account(id: "bics-eu") { ${fields} }
  endpoints(first: 3, filter: { accounts: ["bics-eu"] }) { nodes { plan { name } account { ${fields} } addons { id balances { id } } } }
}`;

it.each([
  ["bics { roamingProfiles { id } }", "GetRoamingProfiles"],
  ["bics { iccidRanges { from } }", "fetchICCIDForProvisioning"],
  ["bics { bulkCreations { reason } }", "fetchSIMProvisioningDetails"],
])("what is of an account is asked once, in however many places: %s", async (fields, operation) => {
  const { arrived } = await lab.made({ query: ROWS(fields) });
  expect(arrived).toMatchObject({ [`bics-eu ${operation}`]: 1 });
});

it("what is sold is asked once for each question", async () => {
  const sales = `offers { id } zip(code: "94105") { isServed } again: zip(code: "94-105") { isServed } other: zip(code: "10001") { isServed }`;
  const query = `{ account(id: "reach-us") { sales { ${sales} } } accounts { sales { ${sales} } } }`;
  const { arrived } = await lab.made({ query });
  expect(arrived).toMatchObject({ "reach-us productFetchOffer": 1, "reach-us zipCodeValidate": 2 });
});

it("a stock is asked once for each kind of SIM", async () => {
  const stock = "stock(type: PHYSICAL) { iccid } esims: stock(type: ESIM, iccid: null) { iccid }";
  const { arrived } = await lab.made({
    query: `{ a: account(id: "next-za") { ${stock} } b: account(id: "next-za") { ${stock} } }`,
  });
  expect(arrived).toEqual({ "next-za GetSIMsForActivation": 2 });
});
