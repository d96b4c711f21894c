import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isKept } from "../operations/scripted.js";
import { freshDirectory } from "../store/support.js";
import { ACCOUNTS, localNow, NextLab, PERSON, planOf } from "./nextcomm-support.js";

/** Two zones whose days are never the same, and neither of them the carrier's own. */
const ZONES = ["Pacific/Kiritimati", "Etc/GMT+12"] as const;

let lab: NextLab;
beforeAll(async () => {
  lab = await NextLab.start();
});
beforeEach(() => lab.reset());
afterAll(() => lab.stop());

const physical = (account: (typeof ACCOUNTS)[number] = "next-za") => ({
  ...PERSON,
  account,
  plan: planOf(`A24/${lab.of("planId", account)}`, account),
  simType: "PHYSICAL",
  iccid: lab.of("simFree", account),
});

const esim = (account: (typeof ACCOUNTS)[number] = "next-za") => ({
  ...PERSON,
  account,
  plan: planOf(`A12/${lab.of("touristPlanId", account)}`, account),
  simType: "ESIM",
});

const NEW = "msisdn name state plan { name } sim { iccid state }";

describe.each(ACCOUNTS)("a physical SIM of %s is put into service", (account) => {
  it("N-07 N-08 N-09 by one write, and is shown as the carrier has it afterwards", async () => {
    const { subscriber, operation, userErrors } = await lab.mutate("subscriberCreate", physical(account), NEW);
    expect(userErrors).toEqual([]);
    expect(operation).toMatchObject({ state: "SUCCEEDED", error: null, steps: [{ outcome: "pending" }] });
    expect(subscriber).toMatchObject({
      name: `${PERSON.firstName} ${PERSON.lastName}`,
      state: "ACTIVE",
      plan: { name: "Nextcomm – Data 1 GB" },
      sim: { iccid: lab.of("simFree", account), state: "ACTIVE" },
    });
    expect(operation.target).toEqual({ msisdn: subscriber?.msisdn });
    expect(lab.calls.toSorted()).toEqual([
      "Activation",
      ...["GetActivationPlans", "GetActivationPlans", "GetActivationPlans"],
      // Whether the SIM is free; what became of it; the answer; the target of the operation.
      ...["GetSubscriberInfo", "GetSubscriberInfo", "GetSubscriberInfo"],
    ]);
    const [transaction] = lab.sandbox.nextcomm.transactions;
    expect(transaction).toMatchObject({ account, operation: "Activation", target: lab.of("simFree", account) });
    expect(transaction?.requestId).toMatch(/^[\da-f]{20}$/);
    expect(String(Number(transaction?.transactionId))).toBe(operation.reference);
  });
});

describe("before anything is sent", () => {
  it("N-14 a physical SIM without its number is refused, without any call", async () => {
    const { iccid, ...without } = physical();
    const { operation, userErrors } = await lab.mutate("subscriberCreate", without);
    expect(operation).toBeNull();
    expect(userErrors).toMatchObject([{ field: ["input", "iccid"], code: "INVALID_ARGUMENT" }]);
    expect(lab.calls).toEqual([]);
  });

  it.each([
    ["a SIM that somebody has", () => ({ iccid: lab.of("simActive") }), "iccid", "ALREADY_EXISTS"],
    ["a recharge plan", () => ({ plan: planOf(`R24/${lab.of("planCode")}`) }), "plan", "PLAN_UNAVAILABLE"],
    ["a plan of nobody", () => ({ plan: planOf("A24/1") }), "plan", "PLAN_UNAVAILABLE"],
    ["a plan of another account", () => ({ plan: planOf("A24/332", "next-eu") }), "plan", "INVALID_ARGUMENT"],
    ["no e-mail address", () => ({ email: "ada" }), "email", "INVALID_ARGUMENT"],
  ])("%s is refused, and nothing is written", async (_, change, field, code) => {
    const { userErrors } = await lab.mutate("subscriberCreate", { ...physical(), ...change() });
    expect(userErrors).toMatchObject([{ field: ["input", field], code }]);
    expect(lab.count("Activation")).toBe(0);
  });

  it("an account that is read-only is refused, and nothing is written", async () => {
    const readOnly = await NextLab.start({ account: { readOnly: true } });
    try {
      const { userErrors } = await readOnly.mutate("subscriberCreate", physical());
      expect(userErrors).toMatchObject([{ code: "PERMISSION_DENIED" }]);
      expect(readOnly.calls).toEqual([]);
    } finally {
      await readOnly.stop();
    }
  });
});

describe("TxnDateTime", () => {
  it.each(ZONES)("N-22 G-12 is the day that it is in %s", async (timeZone) => {
    const abroad = await NextLab.start({ account: { timeZone } });
    try {
      const before = localNow(timeZone).slice(0, 10);
      const { operation } = await abroad.mutate("subscriberCreate", physical());
      expect(operation.state).toBe("SUCCEEDED");
      expect([before, localNow(timeZone).slice(0, 10)]).toContain(abroad.sandbox.nextcomm.transactions[0]?.txnDateTime);
    } finally {
      await abroad.stop();
    }
  });
});

describe("an eSIM that the carrier chooses", () => {
  const CODES = { smdpAddress: "dp-plus.sandbox.example", matchingId: expect.stringMatching(/^3PO7N-7894G-/) };

  it.each(ACCOUNTS)("N-13 N-14 N-28 of %s comes with what it is downloaded with", async (account) => {
    const { subscriber, operation } = await lab.mutate("subscriberCreate", esim(account), NEW);
    expect(operation).toMatchObject({ state: "SUCCEEDED", esim: CODES });
    const { iccid, smdpAddress, matchingId, qrText, qrImage } = operation.esim ?? {};
    expect(qrText).toBe(`LPA:1$${smdpAddress}$${matchingId}`);
    expect(Buffer.from(qrImage ?? "", "base64").toString()).toBe(qrText);
    expect(subscriber).toMatchObject({ sim: { iccid }, plan: { name: "Tourist 5 GB" } });
  });

  it("is given again by the same key, and activated once", async () => {
    const input = { ...esim(), idempotencyKey: randomUUID() };
    const first = await lab.mutate("subscriberCreate", input);
    const again = await lab.mutate("subscriberCreate", input);
    expect(first.operation.esim).toMatchObject(CODES);
    expect(again.operation).toEqual(first.operation);
    expect(lab.count("Activation")).toBe(1);
    expect(lab.sandbox.ledger).toHaveLength(1);
  });

  it("is refused by the same key for another person, and for another plan", async () => {
    const input = { ...esim(), idempotencyKey: randomUUID() };
    await lab.mutate("subscriberCreate", input);
    for (const change of [{ firstName: "Grace" }, { plan: physical().plan }]) {
      const { userErrors } = await lab.mutate("subscriberCreate", { ...input, ...change });
      expect(userErrors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
    }
    expect(lab.count("Activation")).toBe(1);
  });
});

describe("what is secret", () => {
  it("G-11 is in no line of the log and in no file of the store: codes of an eSIM, and who it is for", async () => {
    const dataDir = freshDirectory();
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    const told = await NextLab.start({ dataDir, log });
    const { operation } = await told.mutate("subscriberCreate", esim());
    await told.stop();
    const { iccid, smdpAddress, matchingId, qrImage } = operation.esim ?? {};
    const secrets = [matchingId, qrImage, smdpAddress, ...Object.values(PERSON)].map(String);
    expect(secrets).not.toContain("null");
    expect(operation.reference).toMatch(/^\d+$/);
    expect(isKept(dataDir, String(operation.reference))).toBe(true);
    expect(lines.join("")).toContain('"operation":"Activation"');
    expect(secrets.filter((secret) => isKept(dataDir, secret))).toEqual([]);
    expect([...secrets, String(iccid)].filter((secret) => lines.join("").includes(secret))).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

describe("an activation whose answer is lost", () => {
  afterEach(() => lab.sandbox.faults.clear());
  const lost = (fault: string) => lab.sandbox.faults.add({ operation: "Activation", times: 1, fault });

  it.each(["reset-after", "truncated", "status;status=502;applied=true"])(
    "N-06 G-08 is unknown, then found by the subscriber who has the SIM, and never sent again (%s)",
    async (fault) => {
      lost(fault);
      const { operation, userErrors } = await lab.mutate("subscriberCreate", physical());
      expect([operation.state, userErrors]).toEqual(["OUTCOME_UNKNOWN", []]);
      await expect
        .poll(() => lab.operation(operation.id), { timeout: 10_000 })
        .toMatchObject({
          state: "SUCCEEDED",
          error: null,
          target: { msisdn: expect.any(String) },
        });
      expect(lab.count("Activation")).toBe(1);
      expect(lab.sandbox.ledger).toHaveLength(1);
    },
  );

  it("N-06 stays unknown while nobody has the SIM, and stands against another one on it", async () => {
    lost("reset-before");
    const { operation } = await lab.mutate("subscriberCreate", physical());
    const looked = lab.count("GetSubscriberInfo");
    await expect.poll(() => lab.count("GetSubscriberInfo"), { timeout: 10_000 }).toBeGreaterThan(looked + 2);
    expect(await lab.operation(operation.id)).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    const { userErrors } = await lab.mutate("subscriberCreate", physical());
    expect(userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE" }]);
    expect(lab.count("Activation")).toBe(1);
  });

  it("N-06 of an eSIM that the carrier was to choose stays unknown: nothing tells which it is", async () => {
    lost("reset-after");
    const { operation } = await lab.mutate("subscriberCreate", esim());
    expect(operation).toMatchObject({ state: "OUTCOME_UNKNOWN", esim: null, target: null });
    expect(lab.count("Activation")).toBe(1);
    expect(lab.sandbox.ledger).toHaveLength(1);
  });
});

describe("a refusal of the carrier", () => {
  it("N-03 N-04 is told in its own words, once and for all", async () => {
    await lab.set({ account: "next-za", settings: { credit: 0 } });
    const input = { ...physical(), iccid: lab.of("secondSimFree"), idempotencyKey: randomUUID() };
    const { operation, userErrors } = await lab.mutate("subscriberCreate", input);
    expect(operation).toMatchObject({
      state: "FAILED",
      error: { code: "CARRIER_REFUSED", carrierMessage: expect.stringContaining("Credit") },
    });
    expect(userErrors).toMatchObject([{ code: "CARRIER_REFUSED" }]);
    await lab.set({ account: "next-za", settings: { credit: 5_000_000_000 } });
    expect((await lab.mutate("subscriberCreate", input)).operation).toEqual(operation);
    expect(lab.count("Activation")).toBe(1);
  });
});
