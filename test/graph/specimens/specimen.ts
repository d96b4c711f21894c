import { type Graph, startGraph } from "../../support/graph.js";

/** The sandbox stands far ahead of our clock, so that nothing of it has run out yet, now and for a while. */
export const startAhead = (): Promise<Graph> => startGraph({ now: new Date("2090-11-05T10:00:00Z") });

/** The named endpoint of an account, by these fields. */
export async function specimen(
  graph: Graph,
  account: "bics-eu" | "bics-oem",
  name: string,
  fields: string,
): Promise<unknown> {
  const id = graph.sandbox.bics.specimens[account]?.[name];
  if (id === undefined) throw new Error(`${account} has no specimen ${name}`);
  const { endpoint } = await graph.data<{ endpoint: unknown }>(
    `query ($id: ID!, $account: ID!) { endpoint(by: { carrierEndpointId: $id }, account: $account) { ${fields} } }`,
    { id, account },
  );
  return endpoint;
}

export const MOMENT = "{ kind time { local timeZone zoneSource instant raw } raw }";
