import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { insertIntent } from "../../src/operations/records.js";
import { freshDirectory } from "../store/support.js";
import { SHORT } from "../support/api.js";
import { type Program, Programs } from "./programs.js";
import { isKept, requestOf, storeAt } from "./scripted.js";
import { type Caller, idOf } from "./support.js";

const programs = new Programs();
/** So long that nothing is given up before the kill. */
const TIMING = { ...SHORT, call: 10, settleAfter: 11 };
const REACH = "reach-us";
const NEXTCOMM = "next-za";
const EMAIL = "kim.of.nobody.else@example.com";
const ADDRESS = { line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301", isResidential: true };
const LINE = { firstName: "Kim", lastName: "Example", isPrimary: true, simType: "ESIM" };

const PURCHASE = {
  account: REACH,
  firstName: "Kim",
  lastName: "Example",
  email: EMAIL,
  phoneCountryCode: "1",
  phone: "4045550123",
  billingAddress: ADDRESS,
  shippingAddress: ADDRESS,
  lines: [{ ...LINE, plan: idOf("Plan", "PLAN-S", REACH) }],
  redirectUrl: "https://brand.example/payment/confirm",
};

/** What the carrier has done before it answers, when the program dies, and what the next one makes of it. */
const MOMENTS = [
  { what: "a purchase", when: "after the carrier has taken it on", write: "productPurchase", isDone: true },
  { what: "a recharge", when: "after the carrier has done it", write: "Recharge", isDone: true, on: "active" },
  { what: "a recharge", when: "which the carrier never does", write: "Recharge", isDone: false, on: "expiring" },
] as const;

type Moment = (typeof MOMENTS)[number];

let sandbox: Sandbox;
let dataDir: string;
let next: Program;
let neverBegun: string;
const struck = new Map<Moment, { readonly mutation: string; readonly input: { readonly idempotencyKey: string } }>();

const start = (): Promise<Program> => {
  const entries = [...sandbox.reach.accounts, ...sandbox.nextcomm.accounts];
  return programs.start(
    entries.filter(({ id }) => id === REACH || id === NEXTCOMM),
    { dataDir, timing: TIMING },
  );
};

async function askedOf(moment: Moment, caller: Caller) {
  const idempotencyKey = randomUUID();
  if (!("on" in moment)) {
    const query = "query ($order: OrderInput!) { it: quote(order: $order) { token } }";
    const { token: quote } = await caller.only<{ token: string }>(query, { order: { purchase: PURCHASE } });
    return { mutation: "quoteAccept", input: { quote, idempotencyKey } };
  }
  const { planCode, [moment.on]: msisdn } = sandbox.nextcomm.specimens[NEXTCOMM] ?? {};
  const subscriber = idOf("Subscriber", msisdn ?? "", NEXTCOMM);
  const plan = idOf("Plan", `R24/${planCode}`, NEXTCOMM);
  return { mutation: "recharge", input: { subscriber, plan, amount: "49", idempotencyKey } };
}

const writesBy = (write: string) => sandbox.calls.filter(({ operation }) => operation === write).length;

/** A purchase that was stored by a program which died before it began it. */
async function storeOne(): Promise<string> {
  const store = await storeAt({ dataDir });
  const wish = { clientAccountId: randomUUID() };
  const request = requestOf({ action: "PURCHASE", account: REACH, target: null, wish });
  await insertIntent(store, { ...request, id: randomUUID(), requestHash: "of a request" }, 0);
  await store.close();
  return request.idempotencyKey;
}

/** All moments, each while the ones before hang; then the kill; then the next one. */
beforeAll(async () => {
  sandbox = await startSandbox();
  dataDir = freshDirectory();
  const first = await start();
  const asked: Promise<unknown>[] = [];
  for (const moment of MOMENTS) {
    const ask = await askedOf(moment, first.caller);
    const before = writesBy(moment.write);
    struck.set(moment, ask);
    sandbox.faults.add({ operation: moment.write, times: 1, fault: moment.isDone ? "hang;applied=true" : "hang" });
    asked.push(first.caller.mutate(ask.mutation, { ...ask.input, waitFor: 10 }).catch(() => null));
    while (writesBy(moment.write) === before) await sleep(20);
  }
  await first.kill();
  await Promise.all(asked);
  neverBegun = await storeOne();
  next = await start();
}, 90_000);
afterAll(async () => {
  sandbox.faults.clear();
  await programs.killAll();
  await sandbox.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const strokeOf = (moment: Moment) => {
  const stroke = struck.get(moment);
  if (!stroke) throw new Error(`${moment.what} was not struck`);
  return stroke;
};

const stays = async (id: string) => {
  await sleep(1_000 * (TIMING.settleAfter + 2));
  return next.caller.operation(id);
};

describe("a program that is killed", { timeout: 60_000 }, () => {
  const [purchase, recharge, lost] = MOMENTS;

  it("R-10 before it has begun a purchase: it was never sent, and is called off, since who buys is not stored", async () => {
    const { id } = await next.caller.byKey(neverBegun);
    const cancelled = { state: "CANCELLED", error: { code: "STATE_CHANGED" }, steps: [] };
    expect(await next.caller.ended(id)).toMatchObject(cancelled);
    expect(writesBy("productPurchase")).toBe(1);
  });

  it("R-10 in a purchase that the carrier has taken on: without its id nobody knows, until a person says so", async () => {
    const { mutation, input } = strokeOf(purchase);
    const { id } = await next.caller.byKey(input.idempotencyKey);
    expect(await stays(id)).toMatchObject({ state: "OUTCOME_UNKNOWN", reference: null });
    const settle =
      "mutation ($input: OperationSettleInput!) { it: operationSettle(input: $input) { userErrors { code } } }";
    const word = { operation: id, state: "SUCCEEDED", reason: "The carrier's desk has the purchase." };
    expect(await next.caller.only(settle, { input: word })).toEqual({ userErrors: [] });
    expect((await next.caller.mutate(mutation, input)).operation).toMatchObject({ id, state: "SUCCEEDED" });
    expect(writesBy(purchase.write)).toBe(1);
    expect(isKept(dataDir, input.idempotencyKey)).toBe(true);
    expect(isKept(dataDir, EMAIL)).toBe(false);
  });

  it("N-06 in a recharge that the carrier has done: the number's last transaction tells it", async () => {
    const { mutation, input } = strokeOf(recharge);
    const { id } = await next.caller.byKey(input.idempotencyKey);
    expect(await next.caller.ended(id, 30_000)).toMatchObject({ state: "SUCCEEDED", error: null });
    expect((await next.caller.mutate(mutation, input)).operation).toMatchObject({ id, state: "SUCCEEDED" });
  });

  it("N-06 in a recharge that the carrier has not done: it may still come, so that nobody says it failed", async () => {
    const { input } = strokeOf(lost);
    const { id } = await next.caller.byKey(input.idempotencyKey);
    expect(await stays(id)).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    expect(writesBy("Recharge")).toBe(2);
    expect(sandbox.ledger.filter(({ operation }) => operation === "Recharge")).toHaveLength(1);
  });
});
