import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHORT } from "../support/api.js";
import { aliasOf, CASES, type Case, type Supply } from "./fault-cases.js";
import { FAULTS, type Fault } from "./faults.js";
import { Gate } from "./gate.js";
import { Direct } from "./situations.js";
import { endpointsOf, type Lab, type OperationView, type Row, startLab } from "./support.js";

interface End {
  readonly first: OperationView;
  readonly again: OperationView;
  readonly last: OperationView;
  /** Changes at the carrier. */
  readonly done: number;
  /** Times that the write came to the carrier. */
  readonly sent: number;
}

type Struck = Omit<End, "last">;

const NAMES = Object.keys(FAULTS);
const ends = new Map<string, End>();
let lab: Lab;
let gate: Gate;
let direct: Direct;

/** A busy machine lists hundreds of endpoints slowly, too. */
const PATIENT = { ...SHORT, call: 1.5, settleAfter: 6 };

const keyOf = ({ mutation }: Case, name: string) => `${mutation}/${name}`;

/** All faults strike all writes, each on objects of its own; then all is left to settle. */
beforeAll(async () => {
  lab = await startLab({
    accounts: async ({ url, accounts }) => {
      gate = await new Gate(url).open();
      const [first, ...others] = accounts.map((entry) => ({ ...entry, baseUrl: entry.baseUrl.replace(url, gate.url) }));
      return [first, ...others, ...NAMES.map((_, turn) => ({ ...first, id: aliasOf(turn) }))].filter(
        (one) => one !== undefined,
      );
    },
    endpoints: 400,
    timing: PATIENT,
  });
  direct = new Direct(lab.sandbox);
  const supply = await supplyOf();
  const inputs = await prepared(supply);
  const struck = new Map<string, Struck>();
  const strikeAll = async (cases: readonly Case[], faults: readonly string[]) => {
    for (const one of cases) for (const name of faults) struck.set(keyOf(one, name), await strike(one, name, inputs));
  };
  const refused = NAMES.filter((name) => FAULTS[name]?.fault === null);
  const others = NAMES.filter((name) => !refused.includes(name));
  await strikeAll(CASES, refused);
  const writes = [...new Set(CASES.map(({ write }) => write))];
  await Promise.all(
    writes.map((write) =>
      strikeAll(
        CASES.filter((one) => one.write === write),
        others,
      ),
    ),
  );
  await Promise.all([...struck].map(async ([key, end]) => ends.set(key, { ...end, last: await lastOf(key, end) })));
}, 120_000);
afterAll(async () => {
  await direct.close();
  await lab.stop();
  await gate.shut();
});

async function supplyOf(): Promise<Supply> {
  const rows = [...(await endpointsOf(lab.caller))];
  const take = (fits: (row: Row) => boolean) => {
    const [row] = rows.splice(rows.findIndex(fits), 1);
    if (!row || !fits(row)) throw new Error("no such endpoint is left");
    return row;
  };
  return { direct, take };
}

/** The inputs of all strikes. Each account is asked for something, so that nobody has to log in later. */
async function prepared(supply: Supply): Promise<ReadonlyMap<string, object>> {
  const inputs = new Map<string, object>();
  for (const one of CASES) {
    for (const [turn, name] of NAMES.entries()) inputs.set(keyOf(one, name), await one.input(supply, turn));
  }
  const seen = await lab.caller.post("{ endpoints(first: 1000) { sources { status } } }");
  if (JSON.stringify(seen).includes("FAILED")) throw new Error("an account does not answer");
  return inputs;
}

const changesBy = (write: string) => lab.sandbox.ledger.filter(({ operation }) => operation === write).length;
const callsOf = (write: string) => lab.sandbox.calls.filter(({ operation }) => operation === write).length;

async function strike(one: Case, name: string, inputs: ReadonlyMap<string, object>): Promise<Struck> {
  const { mutation, write, worksMs } = one;
  const { fault, isDone } = FAULTS[name] ?? { fault: null, isDone: false };
  const before = { changes: changesBy(write), calls: callsOf(write) };
  const body = { ...inputs.get(keyOf(one, name)), idempotencyKey: keyOf(one, name).replaceAll(" ", "-") };
  if (fault === null) await shut(one);
  else lab.sandbox.faults.add({ operation: write, times: 1, fault });
  const first = (await lab.caller.mutate(mutation, body)).operation;
  if (fault === null) await gate.open();
  const again = (await lab.caller.mutate(mutation, { ...body, waitFor: 0 })).operation;
  if (!first || !again) throw new Error(`${keyOf(one, name)} was refused`);
  // What comes behind the deadline takes effect behind it, too.
  for (let turns = 0; isDone && changesBy(write) === before.changes && turns < 100; turns++) await sleep(20);
  lab.sandbox.clock.advance(worksMs);
  return { first, again, done: changesBy(write) - before.changes, sent: callsOf(write) - before.calls };
}

const shut = async ({ reads }: Case) => (reads === 0 ? gate.shut() : gate.shutAfterNext());

/** How it ends; where that is not to be known, how it stands when the carrier's silence would long be an answer. */
async function lastOf(key: string, { first }: Struck): Promise<OperationView> {
  if (endOf(key) !== "OUTCOME_UNKNOWN") return lab.caller.ended(first.id, 60_000);
  await sleep(1_000 * (PATIENT.settleAfter + 1));
  return lab.caller.operation(first.id);
}

/** What must become of it. */
function endOf(key: string): string {
  const [mutation, name = ""] = key.split("/");
  const { isDone, isRefusal } = FAULTS[name] ?? { isDone: false, isRefusal: undefined };
  if (isDone) return "SUCCEEDED";
  const isSeen = CASES.find((one) => one.mutation === mutation)?.isSeenUndone ?? true;
  return isRefusal || isSeen ? "FAILED" : "OUTCOME_UNKNOWN";
}

const found = (one: Case, name: string): End => {
  const end = ends.get(keyOf(one, name));
  if (!end) throw new Error(`${keyOf(one, name)} did not happen`);
  return end;
};

describe.each(CASES)("$mutation", (one) => {
  it.each(Object.entries(FAULTS) as [string, Fault][])("after %s claims nothing that is not known", (name, fault) => {
    const claims = fault.isDone ? ["OUTCOME_UNKNOWN", "SUCCEEDED"] : ["OUTCOME_UNKNOWN", "FAILED"];
    expect(fault.isRefusal ? ["FAILED"] : claims).toContain(found(one, name).first.state);
  });

  it.each(Object.entries(FAULTS))(
    "B-28 G-08 after %s is written at most once, also when the key comes again",
    (name, fault) => {
      const { first, again, done, sent } = found(one, name);
      expect({ done, sent }).toEqual({ done: fault.isDone ? 1 : 0, sent: fault.fault === null ? 0 : 1 });
      expect(again.id).toBe(first.id);
    },
  );

  it.each(NAMES)("after %s ends as the carrier's ledger says, or says that nobody knows", (name) => {
    expect(found(one, name).last.state).toBe(endOf(keyOf(one, name)));
  });
});
