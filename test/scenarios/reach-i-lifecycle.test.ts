import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BY_CALLBACKS, type Reach, startReach } from "./reach-support.js";

let reach: Reach;
beforeAll(async () => {
  reach = await startReach();
});
afterAll(() => reach.stop());

const line = (subscriber: string) =>
  reach.of<{ state: string; stateRaw: string; msisdn: string | null }>(subscriber, "state stateRaw msisdn");
const confirmOf = async (subscriber: string) => (await line(subscriber)).msisdn?.slice(-4);

describe("Scenario I", () => {
  it("R-42 R-43 a line is suspended, restored, disconnected and reconnected with another number", async () => {
    const subscriber = reach.subscriber("active");
    const { msisdn: number } = await line(subscriber);
    reach.forget();
    const begun = await reach.begin("subscriberSuspend", { subscriber, reason: "lost phone" });
    expect(begun).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
    expect(reach.counts).toMatchObject({ suspend: 1 });
    expect(await line(subscriber)).toMatchObject({ state: "ACTIVE" });
    await reach.pass();
    expect((await reach.caller.ended(begun.id)).state).toBe("SUCCEEDED");
    expect(await line(subscriber)).toMatchObject({ state: "SUSPENDED", msisdn: number });

    expect((await reach.act("subscriberResume", { subscriber })).state).toBe("SUCCEEDED");
    expect(await line(subscriber)).toMatchObject({ state: "ACTIVE", stateRaw: "2", msisdn: number });

    const end = { subscriber, reason: "moved away" };
    expect(await reach.refused("subscriberTerminate", { ...end, confirm: "0000" })).toMatchObject([
      { code: "INVALID_ARGUMENT", field: ["input", "confirm"] },
    ]);
    const ended = await reach.act("subscriberTerminate", { ...end, confirm: number?.slice(-4) });
    expect(ended.state).toBe("SUCCEEDED");
    expect(await line(subscriber)).toMatchObject({ state: "RECOVERABLE", msisdn: null });

    expect((await reach.act("subscriberReconnect", { subscriber })).state).toBe("SUCCEEDED");
    const back = await line(subscriber);
    expect(back.state).toBe("ACTIVE");
    expect(back.msisdn).not.toBe(number);
    expect(reach.changes).toEqual(["suspend", "restore", "disconnect", "reconnect"]);
  });

  it("R-42 only what is ACTIVE is suspended: anything else costs one read and no write", async () => {
    reach.forget();
    const refused = await reach.refused("subscriberSuspend", { subscriber: reach.subscriber("suspended") });
    expect(refused).toMatchObject([{ code: "INVALID_TRANSITION", field: ["input", "subscriber"] }]);
    expect(reach.counts).toEqual({ customerInfo: 1 });
  });

  it("one at a time: a second action is refused with the one in its way, which is followed to its end", async () => {
    const subscriber = reach.subscriber("activeUnlimited");
    const { id } = await reach.begin("subscriberSuspend", { subscriber });
    expect(await reach.refused("subscriberResume", { subscriber })).toMatchObject([
      { code: "OPERATION_IN_PROGRESS", operation: { id } },
    ]);
    await reach.pass();
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
  });

  it("R-43 a line that was disconnected too long ago does not come back, as the carrier says", async () => {
    const refused = await reach.begin("subscriberReconnect", { subscriber: reach.subscriber("disconnectedLongAgo") });
    expect(refused).toMatchObject({ state: "FAILED", error: { code: "INVALID_TRANSITION" } });
  });

  it("R-42 a suspension whose answer is lost is found, and not sent again", async () => {
    const subscriber = reach.subscriber("withBills");
    reach.sandbox.faults.add({ operation: "suspend", times: 1, fault: "reset-after" });
    const changes = reach.changes.length;
    const { id, steps } = await reach.begin("subscriberSuspend", { subscriber });
    expect(steps).toMatchObject([{ outcome: "OUTCOME_UNKNOWN" }]);
    await reach.pass();
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
    expect(reach.changes.slice(changes)).toEqual(["suspend"]);
  });

  it("R-61 somebody who leaves is recorded, and stays in service until disconnected", async () => {
    const subscriber = reach.subscriber("shipped");
    const leaving = { subscriber, type: "PORT_OUT", confirm: await confirmOf(subscriber) };
    expect((await reach.begin("subscriberLeave", leaving)).state).toBe("SUCCEEDED");
    expect(await line(subscriber)).toMatchObject({ state: "ACTIVE" });
  });

  it("R-09 an account is reset, and an earlier reset is not taken for one whose answer was lost", async () => {
    const subscriber = reach.subscriber("dataCutOff");
    const reset = await reach.begin("subscriberReset", { subscriber, confirm: await confirmOf(subscriber) });
    expect(reset).toMatchObject({ state: "RUNNING", reference: expect.stringMatching(/^RST-/) });
    expect(await reach.of(subscriber, "reach { reset { state } }")).toEqual({ reach: { reset: { state: "RUNNING" } } });
    await reach.pass();
    expect((await reach.caller.ended(reset.id)).state).toBe("SUCCEEDED");
    expect(await reach.of(subscriber, "reach { reset { state } }")).toEqual({
      reach: { reset: { state: "COMPLETED" } },
    });

    reach.sandbox.faults.add({ operation: "customerReset", times: 1, fault: "reset-before" });
    const lost = await reach.begin("subscriberReset", { subscriber, confirm: await confirmOf(subscriber) });
    const { nextCheckAt } = await reach.caller.operation(lost.id);
    const looked = await reach.caller.until(lost.id, (now) => now.nextCheckAt !== nextCheckAt);
    expect(looked.state).toBe("OUTCOME_UNKNOWN");
  });
});

it("R-75 what happens at the network is told, and the line is as the carrier then shows it", async () => {
  const { stop } = reach;
  reach = await startReach(BY_CALLBACKS);
  await stop();
  const subscriber = reach.subscriber("active");
  await reach.happen({ customerId: reach.native("active"), event: { type: "PORT_OUT" } });
  await reach.happen({ customerId: reach.native("active"), event: { type: "PORT_OUT_CONFIRMED" } });
  await reach.pass(0);
  const events = `query ($subscriber: ID!) { it: events(filter: { subscriber: $subscriber }) { nodes { typeRaw lineState } } }`;
  await expect
    .poll(() => reach.ask(events, { subscriber }), { timeout: 15_000 })
    .toMatchObject({
      nodes: expect.arrayContaining([
        { typeRaw: "PORT_OUT", lineState: null },
        { typeRaw: "PORT_OUT_CONFIRMED", lineState: null },
        { typeRaw: null, lineState: "RECOVERABLE" },
      ]),
    });
  expect(await line(subscriber)).toMatchObject({ state: "RECOVERABLE", msisdn: null });
});
