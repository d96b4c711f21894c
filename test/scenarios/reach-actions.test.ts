import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/server.js";
import type { DataSource } from "../../src/datasources/carrier.js";
import { parseAccount } from "../../src/datasources/carriers.js";
import { SUBSCRIBER_TABLE } from "../../src/lifecycle/subscriber-table.js";
import { NO_POLLING } from "../operations/nexcon-support.js";
import { call } from "../operations/situations.js";
import { Caller, idOf } from "../operations/support.js";
import { serve } from "../support/api.js";
import { type Line, PREPARED, VERBS, type Verb } from "./reach-verbs.js";

const CARRIER_ACCOUNT = "reach-us";
const ACTIVE = 2;

/** A line in every state that the document or the sandbox has a number for, by its name among the specimens. */
const SITUATIONS = [
  { situation: "INACTIVE", name: "inactivePsim", status: 0 },
  { situation: "ACTIVATION_IN_PROGRESS", name: "inactiveEsim", status: 1 },
  { situation: "ACTIVE, the primary line", name: "active", status: ACTIVE },
  { situation: "ACTIVE, another line", name: "groupSecondary", status: ACTIVE },
  { situation: "ACTIVE, its data cut off", name: "dataCutOff", status: ACTIVE },
  { situation: "suspended", name: "suspended", status: 3 },
  { situation: "disconnected", name: "disconnected", status: 4 },
  { situation: "ACTIVATION_FAILED", name: "activationFailed", status: 8 },
  { situation: "PORTING_IN_PROGRESS", name: "porting", status: 9 },
  { situation: "PORTING_FAILED", name: "portingFails", status: 10 },
  { situation: "PORT_CANCELLED", name: "portCancelled", status: 11 },
] as const;

type Place = (typeof SITUATIONS)[number];

/** Where the sandbox refuses what we offer, and why we do. */
const STRICT: readonly { readonly action: string; readonly why: string }[] = [
  { action: "SUBSCRIBER_RESET", why: "no page names a state for it: the sandbox has chosen ACTIVE" },
];

/** Every action has an account of its own at the program, so that none is in the way of another: all are one at the carrier. */
const accountOf = (action: string) => `reach-${action.toLowerCase().replaceAll("_", "-")}`;
const CASES = Object.entries(VERBS).flatMap(([action, verb]) =>
  SITUATIONS.map((place) => ({ action, verb, ...place })),
);

let sandbox: Sandbox;
let app: Awaited<ReturnType<typeof serve>>;
let caller: Caller;
let direct: DataSource;

beforeAll(async () => {
  sandbox = await startSandbox({ now: new Date("2026-01-05T10:00:00Z") });
  const entry = sandbox.reach.accounts.find(({ id }) => id === CARRIER_ACCOUNT);
  const entries = Object.keys(VERBS).map((action) => ({ ...entry, id: accountOf(action) }));
  app = await serve(entries, { timing: NO_POLLING });
  caller = new Caller(app.url);
  const parsed = parseAccount(entry);
  if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
  direct = parsed.setup.open(() => {});
});
afterAll(async () => {
  await direct.close();
  await app.stop();
  await sandbox.stop();
});

async function setStatus(native: string, status: number): Promise<void> {
  const body = JSON.stringify({ account: CARRIER_ACCOUNT, customerId: native, customer: { status } });
  const answer = await fetch(`${sandbox.url}/_sandbox/conditions`, { method: "POST", body });
  if (!answer.ok) throw new Error(await answer.text());
}

interface Seen {
  readonly msisdn: string | null;
  readonly plan: { readonly carrierPlanId: string };
  readonly cards: readonly { readonly id: string }[];
  readonly reach: { readonly groupId: string; readonly clientAccountId: string };
  readonly actions: readonly { readonly action: string; readonly available: boolean }[];
}

const SEEN = `query ($id: ID!) { it: subscriber(by: { id: $id }) {
  msisdn plan { carrierPlanId } cards { id } reach { groupId clientAccountId } actions { action available } } }`;

async function lineIn({ name, status }: Place, account: string) {
  const native = sandbox.reach.specimens[CARRIER_ACCOUNT]?.[name] ?? "";
  await setStatus(native, status);
  const id = idOf("Subscriber", native, account);
  const { msisdn, plan, cards, reach, actions } = await caller.only<Seen>(SEEN, { id });
  const line: Line = {
    account,
    id,
    native,
    confirm: msisdn?.slice(-4) ?? native,
    card: cards[0]?.id ?? "",
    group: reach.groupId,
    plan: plan.carrierPlanId,
    clientAccountId: reach.clientAccountId,
    freeSim: sandbox.reach.specimens[CARRIER_ACCOUNT]?.iccidFree ?? "",
  };
  return { line, actions };
}

/** What a mutation is asked with: of an order its quote, which is made while the line is in service. */
async function askedWith({ input, order }: Verb, line: Line, status: number): Promise<object> {
  if (order === undefined) return { subscriber: line.id, ...input(line) };
  await setStatus(line.native, ACTIVE);
  const query = "query ($order: OrderInput!) { it: quote(order: $order) { token } }";
  const { token } = await caller.only<{ token: string }>(query, { order: order(line) });
  await setStatus(line.native, status);
  return { quote: token };
}

const writes = () => sandbox.calls.filter(({ effect }) => effect === "write").length;

/** What the graph says beforehand, and what becomes of it: twice asked, once dry. */
async function judged(action: string, verb: Verb, place: Place) {
  const { line, actions } = await lineIn(place, accountOf(action));
  const asked = { ...(await askedWith(verb, line, place.status)), waitFor: 0 };
  const dry = await caller.mutate(verb.mutation, { ...asked, dryRun: true });
  const dryWrites = writes();
  const { operation, userErrors } = await caller.mutate(verb.mutation, asked);
  const begun =
    operation && (await caller.until(operation.id, ({ steps }) => steps.some((step) => step.outcome !== null)));
  const codes = (errors: readonly { readonly code: string }[]) => errors.map(({ code }) => code);
  return {
    line,
    isAvailable: actions.find((one) => one.action === action)?.available,
    found: {
      dry: codes(dry.userErrors),
      dryWrites,
      refusals: operation === null ? codes(userErrors) : [],
      outcome: begun?.steps[0]?.outcome ?? null,
      writes: writes(),
      changes: sandbox.ledger.length,
    },
  };
}

describe.each(CASES)("$action on a line that is $situation", ({ action, verb, ...place }) => {
  it("is offered exactly when a dry run is clean and the carrier does it", async () => {
    sandbox.reset();
    const { line, isAvailable, found } = await judged(action, verb, place);
    if (isAvailable) {
      const isStrict = place.status !== ACTIVE && STRICT.some((one) => one.action === action);
      const outcome = isStrict ? "INVALID_TRANSITION" : expect.stringMatching(/^(done|pending)$/);
      expect(found).toEqual({ dry: [], dryWrites: 0, refusals: [], outcome, writes: 1, changes: isStrict ? 0 : 1 });
      return;
    }
    const refused = ["INVALID_TRANSITION"];
    expect(found).toEqual({ dry: refused, dryWrites: 0, refusals: refused, outcome: null, writes: 0, changes: 0 });
    await verb.directly(direct.writes, line, call())?.catch(() => null);
    expect(writes()).toBe(1);
    expect(sandbox.ledger).toEqual([]);
  });
});

it("every action of the table is here, or needs more than a line", () => {
  const named = [...Object.keys(VERBS), ...Object.keys(PREPARED)];
  expect(Object.keys(SUBSCRIBER_TABLE.REACH ?? {}).sort()).toEqual(named.sort());
});
