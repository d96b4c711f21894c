import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import { type CallbackReceiver, startCallbackReceiver } from "../support/callback-receiver.js";
import { empty } from "../support/scripted-answers.js";
import { newOrder, portIn, renewal } from "./reach-requests.js";
import { dataOf, type ReachUser, reachUser } from "./reach-support.js";
import { at, startTestSandbox } from "./support.js";

const CALLBACK = "brand/apisvc/v0/notification/callback";
const NOTIFICATION = "brand/apisvc/v0/notification";
const MINUTE = 60_000;

/** An answer that does not come before the test is over. */
const NEVER = 0;

let sandbox: Sandbox;
let user: ReachUser;
let receiver: CallbackReceiver;
let answers: number[];
beforeAll(async () => {
  sandbox = await startTestSandbox();
  user = reachUser(sandbox);
});
beforeEach(async () => {
  sandbox.reset();
  answers = [];
  const over = Promise.withResolvers<void>();
  receiver = await startCallbackReceiver(async () => {
    const status = answers.shift() ?? 200;
    if (status === NEVER) await over.promise;
    return empty(status === NEVER ? 200 : status);
  });
  await user.conditions({ callbackBaseUrl: receiver.address("brand") });
  return () => {
    over.resolve();
    return receiver.stop();
  };
});
afterAll(() => sandbox.stop());

async function later(ms: number): Promise<void> {
  sandbox.clock.advance(ms);
  await sandbox.reach.settled();
}

const activate = (extra: object = {}) =>
  user.send("POST", "/activation", {
    customerId: user.specimen("inactivePsim"),
    iccId: user.specimen("iccidFree"),
    ...extra,
  });
const told = (name = CALLBACK) => receiver.at(name).map(({ json }) => json);
const happen = (event: object, name = "active") => user.conditions({ customerId: user.specimen(name), event });

describe("R-70 an operation that has ended", () => {
  it("R-72 R-73 is told of as ACTIVATION, without a transactionId", async () => {
    await activate();
    await later(3_999);
    expect(told()).toEqual([]);
    await later(1);
    const customerId = user.specimen("inactivePsim");
    const { mobileNo } = Object(await user.info(customerId));
    expect(receiver.at(CALLBACK)).toMatchObject([
      { method: "POST", json: { type: "ACTIVATION", customerId, status: 2, mobileNo } },
    ]);
    expect(sandbox.reach.deliveries).toEqual([
      { account: "reach-us", type: "ACTIVATION", url: receiver.address(CALLBACK), attempt: 1, status: 200 },
    ]);
  });

  it.each([
    ["an activation that fails", 8, "activationFails", () => ({})],
    ["a port-in", 2, "inactivePsim", () => portIn(user)],
    ["a port-in that fails", 10, "inactivePsim", () => portIn(user, { password: "0000" })],
  ])("R-73 is told of as ACTIVATION after %s", async (_what, status, name, extra) => {
    await activate({ ...extra(), customerId: user.specimen(name) });
    await later(MINUTE);
    expect(told()).toMatchObject([{ type: "ACTIVATION", customerId: user.specimen(name), status }]);
  });

  it("R-73 is told of as PRODUCT_PURCHASE", async () => {
    const transactionId = dataOf(await user.send("POST", "/product", newOrder()), "transactionId");
    await later(3_000);
    const { body } = await user.send("GET", `/product/status/${transactionId}`);
    const url = String(at(body, "data", "link", "url"));
    await fetch(url, { method: "POST", body: new URLSearchParams({ choice: "agree" }), redirect: "manual" });
    await later(3_000);
    expect(told()).toEqual([
      { type: "PRODUCT_PURCHASE", customerId: expect.any(String), transactionId, status: "COMPLETED" },
    ]);
  });

  it("R-73 is told of as PURCHASE_SUBSEQUENT", async () => {
    const transactionId = dataOf(await user.send("POST", "/product/subsequent", renewal(user)), "transactionId");
    await later(6_000);
    const customerId = user.specimen("active");
    expect(told()).toEqual([{ type: "PURCHASE_SUBSEQUENT", customerId, transactionId, status: "COMPLETED" }]);
  });

  it("R-77 is told of to nobody where there is no address", async () => {
    await user.conditions({ callbackBaseUrl: null });
    await activate();
    await later(MINUTE);
    expect([sandbox.reach.deliveries, await user.status(user.specimen("inactivePsim"))]).toEqual([[], 2]);
  });
});

describe("R-71 a call back that is not taken", () => {
  it("comes again until it is", async () => {
    answers = [500, 302, 200];
    await activate();
    await later(MINUTE);
    expect(sandbox.reach.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 302],
      [3, 200],
    ]);
  });

  it("R-77 comes three times more, and is lost", async () => {
    answers = [500, 500, 500, 500, 200];
    await activate();
    await later(MINUTE);
    expect(told()).toHaveLength(4);
  });

  it("comes again when it is answered too late", async () => {
    await user.conditions({ callbackTimeoutMs: 50 });
    answers = [NEVER, 200];
    await activate();
    await later(MINUTE);
    expect(sandbox.reach.deliveries.map(({ status }) => status)).toEqual([null, 200]);
  });
});

describe("R-74 the mode of an account", () => {
  it("tells twice the same", async () => {
    await user.conditions({ callback: "twice" });
    await activate();
    await later(MINUTE);
    const [first, second] = told();
    expect([told().length, second]).toEqual([2, first]);
  });

  it("tells late", async () => {
    await user.conditions({ callback: "late" });
    await activate();
    await later(4_000);
    expect([await user.status(user.specimen("inactivePsim")), told()]).toEqual([2, []]);
    await later(10 * MINUTE);
    expect(told()).toHaveLength(1);
  });

  it("tells what was before after what is now", async () => {
    await user.conditions({ callback: "out-of-order" });
    await activate();
    await later(MINUTE);
    expect(told()).toMatchObject([{ status: 2 }, { status: 1, mobileNo: null }]);
  });

  it("never tells", async () => {
    await user.conditions({ callback: "never" });
    await activate();
    await later(60 * MINUTE);
    expect([told(), await user.status(user.specimen("inactivePsim"))]).toEqual([[], 2]);
  });

  it("R-76 tells of something that nobody knows", async () => {
    await user.conditions({ callback: "unknown-type" });
    await activate();
    await later(MINUTE);
    expect(told()).toMatchObject([{ type: "SOMETHING_NEW" }]);
  });
});

describe("an event at the network", () => {
  it("is data that runs out", async () => {
    await happen({ type: "USAGE_NOTIFICATION", threshold: 80 });
    await later(0);
    expect(told(NOTIFICATION)).toMatchObject([
      { eventType: "USAGE_NOTIFICATION", customerId: user.specimen("active"), threshold: 80 },
    ]);
  });

  it("is another device", async () => {
    await happen({ type: "RDN_IMEI_CHANGE", imei: "350000000000037" });
    await later(0);
    expect(told(NOTIFICATION)).toMatchObject([{ eventType: "RDN_IMEI_CHANGE", imei: "350000000000037" }]);
    expect(await user.info(user.specimen("active"))).toMatchObject({ imei: "350000000000037" });
  });

  it("R-75 is a line that leaves and has left, as can be read", async () => {
    await happen({ type: "PORT_OUT" });
    expect(await user.status(user.specimen("active"))).toBe(2);
    await happen({ type: "PORT_OUT_CONFIRMED" });
    await later(0);
    expect(told(NOTIFICATION)).toMatchObject([{ eventType: "PORT_OUT" }, { eventType: "PORT_OUT_CONFIRMED" }]);
    expect(await user.info(user.specimen("active"))).toMatchObject({ status: 4, mobileNo: null });
  });

  it("R-74 is told of in the wrong order", async () => {
    await user.conditions({ callback: "out-of-order" });
    await happen({ type: "PORT_OUT_CONFIRMED" });
    await later(0);
    expect(told(NOTIFICATION)).toMatchObject([{ eventType: "PORT_OUT_CONFIRMED" }, { eventType: "PORT_OUT" }]);
  });

  it("is no write of anybody", async () => {
    await happen({ type: "PORT_OUT_CONFIRMED" });
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("a clock that runs", () => {
  it("calls back by itself", async () => {
    const running = await startSandbox();
    const other = reachUser(running);
    await other.conditions({ callbackBaseUrl: receiver.address("alone"), durations: { activationMs: 0 } });
    await other.send("POST", "/activation", {
      customerId: other.specimen("inactivePsim"),
      iccId: other.specimen("iccidFree"),
    });
    expect(await receiver.awaits("alone/apisvc/v0/notification/callback", 1)).toHaveLength(1);
    await running.stop();
  });
});
