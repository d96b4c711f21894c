import { afterAll, beforeAll, expect, it } from "vitest";
import { ExplainLab } from "../explain/lab.js";

let lab: ExplainLab;
beforeAll(async () => {
  lab = await ExplainLab.start();
});
afterAll(() => lab.stop());

const address = (fields: string) =>
  `account(id: "reach-us") { sales { coverage(address: { ${fields} }) { isCovered } } }`;

it.each([
  ["by.carrierEndpointId", 'endpoint(by: { carrierEndpointId: "" }, account: "bics-eu") { name }'],
  ["by.carrierSubscriberId", 'subscriber(by: { carrierSubscriberId: "" }, account: "reach-us") { name }'],
  ["by.carrierSubscriberId", 'subscriber(by: { carrierSubscriberId: "x" }, account: "next-za") { name }'],
  ["filter.tagId", 'endpoints(filter: { tagId: "" }) { nodes { id } }'],
  ["simProvisionId", 'account(id: "bics-eu") { bics { bulkCreations(simProvisionId: "") { reason } } }'],
  ["address.zip", address('name: "A", line1: "1 Main St", city: "San Francisco", state: "CA", zip: "x"')],
  ["address.line1", address('name: "A", line1: "", city: "San Francisco", state: "CA", zip: "94105"')],
  ["address.name", address('name: " ", line1: "1 Main St", city: "San Francisco", state: "CA", zip: "94105"')],
])("a refusal before any call names the field as the graph does: %s of %s", async (field, selection) => {
  const before = lab.sandbox.calls.length;
  const { errors } = await lab.ask({ query: `{ ${selection} }` });
  const message = expect.stringMatching(new RegExp(`^${field}: `));
  expect(errors).toMatchObject([{ message, extensions: { code: "INVALID_ARGUMENT", field: field.split(".") } }]);
  expect(lab.sandbox.calls.length).toBe(before);
});
