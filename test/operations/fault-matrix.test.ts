import { afterAll, beforeAll, describe } from "vitest";
import { SHORT } from "../support/api.js";
import { aliasOf, CASES, type Case, type Supply } from "./fault-cases.js";
import { Gate } from "./gate.js";
import { type Blow, type End, faultOf, itHolds, lastOf, NAMES, strike } from "./matrix.js";
import { Direct } from "./situations.js";
import { endpointsOf, type Lab, type Row, startLab } from "./support.js";

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
      const all = [first, ...others, ...NAMES.map((_, turn) => ({ ...first, id: aliasOf(turn) }))];
      // One fault after the other is what is looked for here.
      return all.flatMap((one) => (one ? { ...one, breaker: { failures: 10_000 } } : []));
    },
    endpoints: 400,
    timing: PATIENT,
  });
  direct = new Direct(lab.sandbox);
  const supply = await supplyOf();
  const inputs = await prepared(supply);
  const struck: { readonly one: Case; readonly name: string; readonly blow: Blow }[] = [];
  const strikeAll = async (cases: readonly Case[], names: readonly string[]) => {
    for (const one of cases) {
      for (const name of names) struck.push({ one, name, blow: await strikeHere(one, name, inputs) });
    }
  };
  const refused = NAMES.filter((name) => faultOf(name).fault === null);
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
  await Promise.all(
    struck.map(async ({ one, name, blow }) => {
      const last = await lastOf(one, name, blow.first, lab.caller, PATIENT.settleAfter);
      ends.set(keyOf(one, name), { ...blow, last });
    }),
  );
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

async function strikeHere(one: Case, name: string, inputs: ReadonlyMap<string, object>): Promise<Blow> {
  const body = { ...inputs.get(keyOf(one, name)), idempotencyKey: keyOf(one, name).replaceAll(" ", "-") };
  const blow = await strike(one, name, body, { ...lab, gate, reads: one.reads });
  lab.sandbox.clock.advance(one.worksMs);
  return blow;
}

describe.each(CASES)("B-28 $mutation", (one) => {
  itHolds(one, (name) => {
    const end = ends.get(keyOf(one, name));
    if (!end) throw new Error(`${keyOf(one, name)} did not happen`);
    return end;
  });
});
