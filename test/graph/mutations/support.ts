import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { SHORT, startApi } from "../../support/api.js";

interface UserError {
  readonly field: readonly string[];
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly carrierCode: string | null;
}

export interface Payload {
  readonly endpoint: Readonly<Record<string, unknown>> | null;
  readonly operation: Readonly<Record<string, unknown>> | null;
  readonly userErrors: readonly UserError[];
  readonly preview: Readonly<Record<string, unknown>> | null;
}

type Input = Readonly<Record<string, unknown>>;

const FIELDS = `operation { id action state reference error { code carrierCode } steps { outcome } target { id } }
  userErrors { field code message hint carrierCode } preview { action isIrreversible isAsynchronous }`;

/** The program before a sandbox, with short waiting times, and words to ask it for mutations. */
export async function openGraph() {
  const api = await startApi({ timing: SHORT });
  const { sandbox } = api;

  async function data(query: string, variables: Input = {}): Promise<Record<string, unknown>> {
    const response = await fetch(`${api.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data: Record<string, unknown> | null; errors?: unknown };
    if (answer.data === null || answer.errors) throw new Error(JSON.stringify(answer));
    return answer.data;
  }

  /** Input objects are written out: their types differ from mutation to mutation. */
  async function mutate(name: string, input: Input, fields = "id state"): Promise<Payload> {
    const type = TYPES[name] ?? "EndpointActionInput";
    const query = `mutation ($input: ${type}!) { it: ${name}(input: $input) { endpoint { ${fields} } ${FIELDS} } }`;
    const { it } = await data(query, { input: { idempotencyKey: randomUUID(), ...input } });
    return it as Payload;
  }

  const ids = new Map<string, string>();
  /** The id of an endpoint by the carrier's. */
  async function endpoint(native: string | undefined): Promise<string> {
    if (ids.size === 0) {
      const { endpoints } = await data("{ endpoints(first: 2000) { nodes { id carrierEndpointId } } }");
      const { nodes } = endpoints as { nodes: { id: string; carrierEndpointId: string }[] };
      for (const one of nodes) ids.set(one.carrierEndpointId, one.id);
    }
    return ids.get(native ?? "") ?? "none";
  }

  /** The id of a plan by the carrier's, of one account. */
  async function plan(account: string, native: string): Promise<string> {
    const { plans } = await data(
      "query ($filter: PlanFilter) { plans(first: 200, filter: $filter) { nodes { id carrierPlanId } } }",
      { filter: { accounts: [account] } },
    );
    const { nodes } = plans as { nodes: { id: string; carrierPlanId: string }[] };
    return nodes.find(({ carrierPlanId }) => carrierPlanId === native)?.id ?? "none";
  }

  /** The operation once nobody looks for its outcome any more, or after ten seconds. */
  async function settled(payload: Payload, fields = "state") {
    const query = `query ($id: ID!) { operation(id: $id) { state nextCheckAt target { id } ${fields} } }`;
    for (let turn = 0; ; turn++) {
      const { operation } = await data(query, { id: payload.operation?.id });
      const found = operation as Readonly<Record<string, unknown>>;
      if ((found.state !== "RUNNING" && found.state !== "OUTCOME_UNKNOWN") || turn > 100) return found;
      await sleep(100);
    }
  }

  /** Calls that change something, since the sandbox was reset. */
  const writes = () => sandbox.calls.filter(({ effect }) => effect === "write").map(({ operation }) => operation);
  const specimen = (name: string, account = "bics-eu") => sandbox.bics.specimens[account]?.[name];
  return { ...api, data, mutate, endpoint, plan, settled, writes, specimen };
}

export type OpenGraph = Awaited<ReturnType<typeof openGraph>>;

const TYPES: Readonly<Record<string, string>> = {
  endpointStock: "EndpointConfirmedInput",
  endpointCommission: "EndpointConfirmedInput",
  endpointDelete: "EndpointConfirmedInput",
  endpointUpdate: "EndpointUpdateInput",
  endpointCreate: "EndpointCreateInput",
  endpointsCreate: "EndpointsCreateInput",
  addonsAdd: "AddonsAddInput",
  addonsRemove: "AddonsRemoveInput",
  roamingProfilesChange: "RoamingProfilesChangeInput",
  thresholdSet: "ThresholdSetInput",
  networkBlacklistUpdate: "NetworkBlacklistUpdateInput",
};
