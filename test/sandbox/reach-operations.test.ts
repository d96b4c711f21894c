import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OPERATIONS } from "../../sandbox/reach/operations.js";
import type { Sandbox } from "../../sandbox/types.js";
import { otpOf, RIGHT, type Right } from "./reach-requests.js";
import { dataOf, type ReachUser, reachUser, refusalOf } from "./reach-support.js";
import { startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: ReachUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = reachUser(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

/** Those that ask for the outcome of another: what is done first, and the path that its answer leads to. */
const FOLLOWING: Readonly<Record<string, () => Promise<Right>>> = {
  productStatus: async () => {
    const transactionId = dataOf(await make("productPurchase"), "transactionId");
    return { method: "GET", path: `/product/status/${transactionId}` };
  },
  planChangeStatus: async () => {
    const txnId = dataOf(await make("planChangePurchase"), "txnId");
    return { method: "GET", path: `/status/plan/change/${txnId}` };
  },
  simSwapStatus: async () => {
    const id = dataOf(await make("iccidSwap"), "id");
    return { method: "GET", path: `/get/status/sim/swap?id=${id}` };
  },
  simSwapOtpPerform: async () => {
    await make("simSwapOtpGenerate");
    const customerId = user.specimen("active");
    const otp = await otpOf(sandbox.url, user, customerId);
    const body = { customerId, otp, newIccId: user.specimen("iccidFree"), simType: "PSIM" };
    return { method: "POST", path: "/perform/otp/sim/swap", body, status: 202 };
  },
};

async function rightFor(name: string): Promise<Right> {
  const right = (await FOLLOWING[name]?.()) ?? RIGHT[name]?.(user);
  if (!right) throw new Error(`no request for ${name}`);
  await right.first?.(user);
  return right;
}

async function make(name: string, changes: Partial<Right> = {}, headers: Record<string, string> = {}) {
  const { method, path, body } = { ...(await rightFor(name)), ...changes };
  return user.send(method, path, body, headers);
}

const CASES = OPERATIONS.map(({ name, effect }) => [name, effect] as const);
const TAKING = OPERATIONS.filter(({ from }) => from === "body").map(({ name }) => name);

it("are all of the document's index, each with a name of its own", () => {
  expect(CASES).toHaveLength(68);
  expect(new Set(CASES.map(([name]) => name)).size).toBe(68);
  expect(Object.keys({ ...RIGHT, ...FOLLOWING }).sort()).toEqual(CASES.map(([name]) => name).sort());
});

describe.each(CASES)("%s", (name, effect) => {
  it("is answered, recorded, and in the ledger when it changes something", async () => {
    const right = await rightFor(name);
    const before = sandbox.ledger.length;
    const reply = await user.send(right.method, right.path, right.body);
    expect([reply.status, reply.text]).toEqual([right.status ?? 200, expect.stringContaining("message")]);
    expect(sandbox.calls.at(-1)).toMatchObject({
      carrier: "REACH",
      operation: name,
      method: right.method,
      effect,
      account: "reach-us",
      code: String(right.status ?? 200),
    });
    expect(sandbox.ledger.slice(before).map(({ operation }) => operation)).toEqual(effect === "write" ? [name] : []);
  });

  it("R-02 is refused without a key, and nothing happens", async () => {
    const right = await rightFor(name);
    const before = sandbox.ledger.length;
    const { status } = await user.send(right.method, right.path, right.body, { "x-api-key": "another" });
    expect([status, sandbox.ledger.length]).toEqual([401, before]);
  });

  it("is struck by a fault like everything else", async () => {
    const right = await rightFor(name);
    sandbox.faults.add({ operation: name, account: "reach-us", times: 1, fault: "status;status=503;retryAfter=2" });
    const before = sandbox.ledger.length;
    const struck = await user.send(right.method, right.path, right.body);
    expect([struck.status, struck.headers.get("retry-after"), sandbox.ledger.length]).toEqual([503, "2", before]);
    expect((await user.send(right.method, right.path, right.body)).status).toBe(right.status ?? 200);
  });
});

describe.each(TAKING)("the body of %s", (name) => {
  it("must be a JSON object", async () => {
    const { method, path } = await rightFor(name);
    for (const body of ["{", "[]", "null", ""]) {
      expect((await user.send(method, path, body)).status).toBe(400);
    }
    const untyped = await user.send(method, path, "{}", { "content-type": "text/plain" });
    expect(refusalOf(untyped)).toEqual([400, ["content-type"]]);
  });

  it("may have no field that is not known, and the answer names it", async () => {
    const right = await rightFor(name);
    const before = sandbox.ledger.length;
    const reply = await user.send(right.method, right.path, { ...right.body, colour: "red" });
    expect([refusalOf(reply), sandbox.ledger.length]).toEqual([[400, ["colour"]], before]);
  });
});

/** What may be left out of the requests here. */
const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  productSubsequent: ["redirectUrl"],
  cardUpdate: ["expiryMonth", "expiryYear", "priority"],
  planChangeEstimate: ["ccUUID"],
  planChangePurchase: ["ccUUID"],
};

it.each(TAKING)("%s needs every field but the optional ones", async (name) => {
  const right = await rightFor(name);
  const before = sandbox.ledger.length;
  const needed = Object.keys(right.body ?? {}).filter((field) => !OPTIONAL[name]?.includes(field));
  for (const field of needed) {
    const { [field]: _, ...rest } = right.body ?? {};
    expect([field, (await user.send(right.method, right.path, rest)).status]).toEqual([field, 400]);
  }
  expect(sandbox.ledger.length).toBe(before);
});

const UNKNOWN: readonly [string, Partial<Right>][] = [
  ["customerInfo", { path: "/customerinfo?customerId=C0" }],
  ["activationStatus", { path: "/activation/status?customerId=C0" }],
  ["activation", { body: { customerId: "C0", iccId: "8901410100000000050" } }],
  ["portInUpdate", { body: { customerId: "C0", type: "RESUBMIT_PORT" } }],
  ["suspend", { body: { customerId: "C0" } }],
  ["disconnect", { body: { customerId: "C0", reason: "moved" } }],
  ["sendSms", { path: "/sendsms/C0" }],
  ["accountUpdateFields", { path: "/account/update/fields/C0" }],
  ["customerReset", { path: "/customer/reset/C0" }],
  ["customerResetStatus", { path: "/customer/reset/status/C0" }],
  ["mdnSwapStatus", { path: "/mdn/swap/status/C0" }],
  ["voicemailPasswordReset", { path: "/customer/reset/voicemail/password/C0" }],
  ["manageFeature", { path: "/customer/manage/feature/C0" }],
  ["usageSummary", { path: "/usage/summary?usageData=DATA&customerId=C0" }],
  ["productStatus", { path: "/product/status/TXN-0" }],
  ["planChangeStatus", { path: "/status/plan/change/PC-0" }],
  ["simSwapStatus", { path: "/get/status/sim/swap?id=SWAP-0" }],
  ["cardLinkGenerate", { path: "/account/generate/addcard/link/C0" }],
  ["cardList", { path: "/account/card?customerId=C0" }],
  ["cardSpecific", { path: "/account/card/specific?cardId=cc-0" }],
  ["cardSetDefault", { path: "/account/card?id=cc-0&default=true" }],
  ["cardUpdate", { body: { uuid: "cc-0", priority: 2 } }],
  ["billingCustomer", { path: "/billing/customer/C0" }],
  ["billingDetail", { path: "/billing/customize/B0" }],
  ["invoiceHistory", { path: "/invoice/history/C0" }],
  ["invoiceLink", { path: "/invoice/link/generate?customerId=C0&invoiceId=INV-0" }],
  ["ildStatus", { path: "/ild/status?groupId=G0" }],
  ["ildUsage", { path: "/ild/usage?groupId=G0" }],
  ["ildPurchaseHistory", { path: "/ild/purchase/history/C0" }],
  ["shipmentOrder", { path: "/shipment/order/customer/C0" }],
  ["shipmentCancel", { path: "/shipment/order/cancel/C0" }],
  ["roamingPackQuote", { path: "/intl/roaming/pack/quote/customer/C0" }],
  ["roamingPackPurchase", { path: "/intl/roaming/pack/purchase/customer/C0" }],
  ["roamingPackGroup", { path: "/intl/roaming/pack/group?groupId=G0" }],
  ["roamingPackAutoRenew", { path: "/intl/roaming/pack/IR-0/autorenew" }],
  ["roamingPackUsage", { path: "/intl/roaming/pack/usage?customerId=C0" }],
];

it.each(UNKNOWN)("%s of what is not there answers 404", async (name, changes) => {
  const right = await rightFor(name);
  const before = sandbox.ledger.length;
  const { method, path, body } = { ...right, ...changes };
  expect((await user.send(method, path, body)).status).toBe(404);
  expect(sandbox.ledger.length).toBe(before);
});
