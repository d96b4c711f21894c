import { openAccounts, type ServedGraph, serveGraph } from "../support/graph.js";
import { json } from "../support/scripted-answers.js";
import { type Script, type ScriptedCarrier, startScriptedCarrier } from "../support/scripted-carrier.js";

export interface ScriptedBics {
  readonly carrier: ScriptedCarrier;
  readonly graph: ServedGraph;
  stop(): Promise<void>;
}

/** The graph over one account whose carrier answers as the test says. Nothing logs in. */
export async function startScriptedBics(settings: object = {}): Promise<ScriptedBics> {
  const carrier = await startScriptedCarrier();
  const account = { id: "bics", carrier: "BICS", baseUrl: `${carrier.baseUrl}/api`, accessToken: "token-of-the-test" };
  const graph = await serveGraph(openAccounts([{ ...account, ...settings }]));
  return {
    carrier,
    graph,
    stop: async () => {
      await graph.stop();
      await carrier.stop();
    },
  };
}

const success = (code: string, fields: object) => ({
  Response: { resultCode: "0", resultParam: { resultCode: code, resultDescription: "success" }, ...fields },
});

/** The row of an endpoint in the listing; `cells` stand in the place of good ones. */
export const rowOf = (id: string, cells: object = {}) => ({ id, status: "A", name: `name ${id}`, type: "0", ...cells });

/** A page of the listing, which has so many rows in all. */
export const listingOf = (rows: readonly object[], total = rows.length) =>
  json(success("6742", { responseParam: { endpoints: rows }, totalNoOfRecords: String(total) }));

/** The profile of an endpoint; `cells` stand in the place of good ones. */
export const profileOf = (endPointId: string, cells: object = {}, fields: object = {}) => {
  const basicInfo = {
    endPointId,
    name: `name ${endPointId}`,
    currentStatus: "A",
    planId: "1",
    planName: "Plan",
    ...cells,
  };
  return json(success("1082", { info: { basicInfo, ...fields } }));
};

/** The answer to a profile that cannot be had, among others for an endpoint that is not there. */
export const noProfile = () =>
  json({ Response: { resultCode: "1", resultParam: { resultCode: "1083", resultDescription: "failure" } } });

/** Answers each profile by its id; profiles that are not told here are good ones. */
export const profiles =
  (odd: Readonly<Record<string, Script>>): Script =>
  (request, number) => {
    const id = request.query.get("endPointId") ?? "";
    return odd[id]?.(request, number) ?? profileOf(id);
  };
