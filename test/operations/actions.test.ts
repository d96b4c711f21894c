import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Lab, Row } from "./support.js";
import { endpointsOf, startLab, writesTo } from "./support.js";

/** What each verb is asked with beside the endpoint. */
const VERBS: readonly { action: string; mutation: string; input(row: Row, turn: number): object }[] = [
  { action: "ENDPOINT_ACTIVATE", mutation: "endpointActivate", input: () => ({}) },
  { action: "ENDPOINT_SUSPEND", mutation: "endpointSuspend", input: () => ({}) },
  { action: "ENDPOINT_RESUME", mutation: "endpointResume", input: () => ({}) },
  { action: "ENDPOINT_DELETE", mutation: "endpointDelete", input: ({ name }) => ({ confirm: name }) },
  { action: "SIM_UNLINK", mutation: "simUnlink", input: () => ({}) },
  {
    action: "SIM_LINK",
    mutation: "simLink",
    input: ({ account }, turn) => ({ iccid: String(BigInt(FREE_SIMS[account] ?? 0) + BigInt(turn)) }),
  },
];

const FREE_SIMS: Readonly<Record<string, string>> = {
  "bics-eu": "8932042000000150000",
  "bics-oem": "8932042000000550000",
};

const STATES: readonly (readonly [account: string, state: string, hasSim: boolean])[] = [
  ["bics-eu", "PRE_ACTIVE", true],
  ["bics-eu", "PRE_ACTIVE", false],
  ["bics-eu", "ACTIVE", true],
  ["bics-eu", "SUSPENDED", true],
  ["bics-eu", "HOLD", false],
  ["bics-oem", "TEST", true],
  ["bics-oem", "INVENTORY", true],
  ["bics-oem", "ACTIVE", true],
  ["bics-oem", "SUSPENDED", true],
];

let lab: Lab;
const rows: Row[] = [];
let turn = 0;

beforeAll(async () => {
  lab = await startLab();
  for (const account of ["bics-eu", "bics-oem"]) rows.push(...(await endpointsOf(lab.caller, account)));
});
afterAll(() => lab.stop());

/** An endpoint that is in a state and has not been acted on. */
function take([account, state, hasSim]: (typeof STATES)[number]): Row {
  const special = Object.values(lab.sandbox.bics.specimens[account] ?? {});
  const isFit = (row: Row) => row.account === account && row.state === state && row.hasSim === hasSim;
  const at = rows.findIndex((row) => isFit(row) && !special.includes(row.native));
  const [row] = rows.splice(at < 0 ? rows.findIndex(isFit) : at, 1);
  if (!row || !isFit(row)) throw new Error(`no endpoint of ${account} is left in ${state}`);
  return row;
}

describe.each(VERBS)("$action", ({ action, mutation, input }) => {
  it.each(STATES)(
    "in %s, %s, SIM %o is available exactly when a dry run is clean and the carrier does it",
    async (...is) => {
      const row = take(is);
      const asked = { endpoint: row.id, ...input(row, ++turn) };
      const option = (await lab.caller.actions(row.id)).find((one) => one.action === action);
      const before = writesTo(lab.sandbox).length;
      const dry = await lab.caller.mutate(mutation, { ...asked, dryRun: true });
      expect(dry.userErrors.length === 0).toBe(option?.available);
      expect(writesTo(lab.sandbox)).toHaveLength(before);
      const { operation, userErrors } = await lab.caller.mutate(mutation, asked);
      expect(userErrors.map(({ code }) => code)).toEqual(option?.available ? [] : ["INVALID_TRANSITION"]);
      expect(["SUCCEEDED", "RUNNING"].includes(operation?.state ?? "refused")).toBe(option?.available);
      expect(writesTo(lab.sandbox).length - before).toBe(option?.available ? 1 : 0);
    },
  );
});
