import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { receive } from "../../src/operations/inbox.js";
import { NexconLab, type NexconOptions, NO_POLLING } from "./nexcon-support.js";
import { storeAt } from "./scripted.js";

const LATE_MS = 600_000;

const labs: NexconLab[] = [];
afterEach(async () => {
  for (const lab of labs.splice(0)) await lab.stop();
});

/** A program for one test. */
async function fresh(options: NexconOptions = {}): Promise<NexconLab> {
  const lab = await NexconLab.start(options);
  labs.push(lab);
  return lab;
}

const tokenIn = (address: string): string => address.split("/").at(-1) ?? "";

describe("X-09 a callback, where nobody looks by himself", () => {
  let lab: NexconLab;
  beforeAll(async () => {
    lab = await NexconLab.start({ timing: NO_POLLING });
  });
  afterAll(() => lab.stop());

  async function activate(further: number, callback: string) {
    const iccid = lab.iccid("inactive", further);
    await lab.set(iccid, { callback });
    return { iccid, id: await lab.begin("simActivate", iccid) };
  }

  it.each(["normal", "twice", "get", "put", "garbage", "early"])(
    "X-09 of the kind %s has the operation end",
    async (mode) => {
      const kinds = ["normal", "twice", "get", "put", "garbage", "early"];
      const { iccid, id } = await activate(kinds.indexOf(mode), mode);
      await lab.pass();
      const ended = await lab.ended(id);
      expect(ended).toMatchObject({ state: "SUCCEEDED", calledBackAt: expect.stringMatching(/Z$/) });
      expect(lab.commits(iccid)).toBe(1);
      const came = lab.door.seen.filter(({ path }) => path === new URL(lab.address(iccid)).pathname);
      expect(came).toHaveLength(mode === "twice" ? 2 : 1);
      expect(lab.sandbox.nexcon.deliveries.filter(({ icc }) => icc === iccid).map(({ status }) => status)).toEqual(
        came.map(() => 204),
      );
    },
  );

  it("X-09 that comes late has it end then", async () => {
    const { id } = await activate(6, "late");
    await lab.pass();
    expect((await lab.operation(id)).state).toBe("RUNNING");
    await lab.pass(LATE_MS);
    expect((await lab.ended(id)).state).toBe("SUCCEEDED");
  });

  it("X-09 is not believed, but read back: what it claims too early changes nothing", async () => {
    const { iccid, id } = await activate(7, "never");
    const body = JSON.stringify({ icc: iccid, result: "SUCCESS", status: "ACTIVATED" });
    expect((await fetch(lab.address(iccid), { method: "POST", body })).status).toBe(204);
    await lab.until(id, ({ calledBackAt }) => calledBackAt !== null);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect((await lab.operation(id)).state).toBe("RUNNING");
    await lab.pass();
    expect((await fetch(lab.address(iccid))).status).toBe(204);
    expect((await lab.ended(id)).state).toBe("SUCCEEDED");
  });

  it("X-09 is recognised when the very same comes again", async () => {
    const { iccid } = await activate(8, "never");
    const before = await lab.counted("duplicate");
    for (let turn = 0; turn < 3; turn++) await fetch(lab.address(iccid), { method: "PUT", body: "done" });
    expect((await lab.counted("duplicate")) - before).toBe(2);
  });

  it("X-09 under a forged address is answered alike, counted, and changes nothing", async () => {
    const { iccid, id } = await activate(9, "never");
    await lab.pass();
    const token = tokenIn(lab.address(iccid));
    const before = await lab.counted("unknown");
    const forged = [
      `nexcon/${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      `bics-eu/${token}`,
      "nexcon/short",
      `nobody/${"x".repeat(43)}`,
    ];
    for (const path of forged) {
      const answer = await fetch(`${lab.door.url}/callbacks/${path}`, { method: "POST", body: "done" });
      expect([answer.status, await answer.text()]).toEqual([204, ""]);
    }
    expect((await lab.counted("unknown")) - before).toBe(forged.length);
    expect(await lab.operation(id)).toMatchObject({ state: "RUNNING", calledBackAt: null });
    const metrics = await (await fetch(`${lab.caller.url}/metrics`)).text();
    expect(metrics).not.toContain(token);
    expect(metrics).not.toContain("nobody");
  });
});

describe("X-09 a callback that", () => {
  it("X-09 never comes is not missed: the carrier is read", async () => {
    const lab = await fresh();
    const iccid = lab.iccid("activated");
    await lab.set(iccid, { callback: "never" });
    const id = await lab.begin("simTerminate", iccid);
    await lab.pass();
    expect(await lab.ended(id)).toMatchObject({ state: "SUCCEEDED", calledBackAt: null });
    expect(lab.door.seen).toEqual([]);
  });

  it("X-09 comes after the end changes nothing of it, and is kept", async () => {
    const lab = await fresh();
    const iccid = lab.iccid("inactive");
    await lab.set(iccid, { callback: "late" });
    const id = await lab.begin("simActivate", iccid);
    await lab.pass();
    const ended = await lab.ended(id);
    await lab.pass(LATE_MS);
    expect(lab.sandbox.nexcon.deliveries).toMatchObject([{ status: 204 }]);
    expect(await lab.operation(id)).toEqual(ended);
    expect(await lab.counted("late")).toBe(1);
  });

  it("tells of a job without effect has the operation fail, once that is sure", async () => {
    const lab = await fresh({ timing: { lease: 2, call: 1, firstCheck: 0.1, lastCheck: 0.2, settleAfter: 0.5 } });
    const iccid = lab.iccid("inactive");
    await lab.set(iccid, { jobFails: true });
    const id = await lab.begin("simActivate", iccid);
    await lab.pass();
    expect(await lab.ended(id)).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
  });

  it("comes when its address has expired is answered alike and changes nothing", async () => {
    const lab = await fresh({ timing: { ...NO_POLLING, callbackWithin: 0 } });
    const iccid = lab.iccid("inactive");
    const id = await lab.begin("simActivate", iccid);
    await lab.pass();
    expect(lab.sandbox.nexcon.deliveries).toMatchObject([{ status: 204 }]);
    expect(await lab.counted("expired")).toBe(1);
    expect(await lab.operation(id)).toMatchObject({ state: "RUNNING", calledBackAt: null });
  });

  it("comes after a restart is taken by the next process", async () => {
    const lab = await fresh({ timing: NO_POLLING });
    const iccid = lab.iccid("blocked");
    const id = await lab.begin("simResume", iccid);
    await lab.close();
    await lab.open();
    // A carrier that calls before the store is open is told to come again, which this one would not.
    await lab.operation(id);
    await lab.pass();
    expect((await lab.ended(id)).state).toBe("SUCCEEDED");
  });

  it("was kept by a process that then died is worked off by the next one", async () => {
    const lab = await fresh({ timing: NO_POLLING });
    const iccid = lab.iccid("inactive");
    await lab.set(iccid, { callback: "never" });
    const id = await lab.begin("simActivate", iccid);
    await lab.pass();
    await lab.close();
    const store = await storeAt(lab);
    const callback = { account: "nexcon", token: tokenIn(lab.address(iccid)), method: "POST", query: "", headers: {} };
    expect(await receive(store, { ...callback, body: Buffer.from("\0done") })).toBe("accepted");
    expect(await receive(store, { ...callback, body: Buffer.from("\0done") })).toBe("duplicate");
    const kept = await store.run("select account, kind, method, body, outcome from inbox");
    expect(kept).toMatchObject([{ account: "nexcon", kind: "OPERATION", method: "POST", outcome: "accepted" }]);
    const addresses = JSON.stringify(await store.run("select * from operations"));
    expect(addresses).not.toContain(callback.token);
    await store.close();
    await lab.open();
    expect((await lab.ended(id)).state).toBe("SUCCEEDED");
    expect(lab.commits(iccid)).toBe(1);
  });
});

describe("the address that a carrier is given", () => {
  it("is another one for every operation, below the address of this server, and cannot be guessed", async () => {
    const lab = await fresh({ timing: NO_POLLING });
    const [one, other] = [lab.iccid("inactive"), lab.iccid("inactive", 1)];
    await lab.begin("simActivate", one);
    await lab.begin("simActivate", other);
    for (const iccid of [one, other]) {
      expect(lab.address(iccid).replace(lab.door.url, "")).toMatch(/^\/callbacks\/nexcon\/[\w-]{43}$/);
    }
    expect(lab.address(one)).not.toBe(lab.address(other));
  });
});
