import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, SHORT, startApi } from "../support/api.js";

let api: Api;

beforeAll(async () => {
  // What is unknown is not looked at again while the test lasts.
  api = await startApi({ timing: { ...SHORT, firstCheck: 600, lastCheck: 600 } });
});

afterAll(() => api?.stop());

interface Operation {
  readonly id: string;
  readonly state: string;
  readonly steps: readonly { readonly name: string; readonly note: string | null }[];
}

interface Payload {
  readonly operation: Operation | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

async function ask<Data>(query: string, variables: object): Promise<Data> {
  const response = await fetch(`${api.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-requested-by": "night-shift" },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data: Data };
  return data;
}

const OPERATION = "operation { id state steps { name note } } userErrors { code field }";
const SETTLE = `mutation ($input: OperationSettleInput!) { operationSettle(input: $input) { ${OPERATION} } }`;

const settle = async (input: object) => (await ask<{ operationSettle: Payload }>(SETTLE, { input })).operationSettle;

async function unknownOperation(): Promise<Operation> {
  const found = await ask<{ endpoint: { id: string } }>(
    'query { endpoint(by: { carrierEndpointId: "51170058" }, account: "bics-eu") { id } }',
    {},
  );
  api.sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault: "reset-after" });
  const query = `mutation ($input: EndpointActionInput!) { endpointSuspend(input: $input) { ${OPERATION} } }`;
  const input = { endpoint: found.endpoint.id, idempotencyKey: "to-be-settled" };
  const { endpointSuspend } = await ask<{ endpointSuspend: Payload }>(query, { input });
  if (endpointSuspend.operation === null) throw new Error("there is no operation");
  return endpointSuspend.operation;
}

it("lets a person settle what is unknown, with a reason that is kept, and only once", async () => {
  const { id, state } = await unknownOperation();
  expect(state).toBe("OUTCOME_UNKNOWN");
  expect(await settle({ operation: id, state: "SUCCEEDED", reason: " " })).toEqual({
    operation: null,
    userErrors: [{ code: "INVALID_ARGUMENT", field: ["input", "reason"] }],
  });
  const settled = await settle({ operation: id, state: "SUCCEEDED", reason: "seen in the carrier's portal" });
  expect(settled.operation?.state).toBe("SUCCEEDED");
  expect(settled.operation?.steps.at(-1)).toEqual({
    name: "settled by night-shift",
    note: "seen in the carrier's portal",
  });
  expect((await settle({ operation: id, state: "FAILED", reason: "changed my mind" })).userErrors).toEqual([
    { code: "STATE_CHANGED", field: ["input", "operation"] },
  ]);
});
