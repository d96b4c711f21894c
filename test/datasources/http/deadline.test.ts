import { type AddressInfo, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Protocol } from "../../../src/datasources/http/client.js";
import { operation } from "../../../src/datasources/http/operation.js";
import { delayed, drip, hang, json } from "../../support/scripted-answers.js";
import { aContext, accepted, aToy, issued, readLine, suspendLine, type Toy } from "./toy.js";

/** Resolves when the carrier has read that many requests other than logins. */
async function received(toy: Toy, count: number): Promise<void> {
  while (toy.carrier.requests.filter(({ path }) => path !== "/login").length < count) await sleep(5);
}

describe("a caller that goes away", () => {
  test("takes the socket along: the carrier sees it close", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => hang());
    const caller = new AbortController();
    const read = toy.read({ signal: caller.signal });
    await received(toy, 1);
    caller.abort();
    expect(await read).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(await toy.carrier.requests.at(-1)?.over).toBe("cut");
  });

  test.each([new Error("closed the tab"), "closed the tab"])("may have any reason", async (reason) => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => hang());
    const caller = new AbortController();
    const [read, write] = [toy.read({ signal: caller.signal }), toy.suspend({ signal: caller.signal })];
    await received(toy, 2);
    caller.abort(reason);
    expect(await read).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(await write).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  });

  test("before the call costs no request", async () => {
    await using toy = await aToy();
    expect(await toy.suspend({ signal: AbortSignal.abort() })).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(toy.carrier.requests).toHaveLength(0);
  });

  test("in the pause before a repeat is told of the failure that was", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => (response) => void response.writeHead(429, { "retry-after": "5" }).end("{}"));
    const caller = new AbortController();
    const read = toy.read({ signal: caller.signal });
    while (toy.records.every((record) => record.operation !== "ReadLine")) await sleep(5);
    caller.abort();
    expect(await read).toMatchObject({ code: "TOO_MANY_REQUESTS" });
  });
});

describe("the time that an operation may take", () => {
  const short = operation({ ...suspendLine, timeoutMs: 300 });
  const send = (toy: Toy) =>
    toy.client
      .call(short, { params: { lineId: "7" }, body: { reason: "lost" } }, aContext())
      .catch((error: unknown) => error);

  test("ends a call that hangs, and its socket", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => hang());
    expect(await send(toy)).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(await toy.carrier.requests.at(-1)?.over).toBe("cut");
  });

  test("ends an answer that drips", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => drip(" ".repeat(10_000), 20));
    expect(await send(toy)).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(await toy.carrier.requests.at(-1)?.over).toBe("cut");
  });

  test("is cut short by a caller that waits less", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => hang());
    expect(await toy.read({ deadlineAt: Date.now() + 200 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(await toy.carrier.requests.at(-1)?.over).toBe("cut");
  });

  test("is nothing when nobody waits any more: no request is made", async () => {
    await using toy = await aToy();
    expect(await toy.suspend({ deadlineAt: Date.now() - 1 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(toy.carrier.requests).toHaveLength(0);
  });
});

test("a write that never got a place has timed out and is not unknown", async () => {
  await using toy = await aToy({ limits: { concurrency: 1 } });
  toy.carrier.onRequest(() => hang());
  const caller = new AbortController();
  const blocking = toy.read({ signal: caller.signal });
  await received(toy, 1);
  expect(await toy.suspend({ deadlineAt: Date.now() + 200 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
  caller.abort();
  await blocking;
  expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(0);
});

test("a write that waits for the token longer than its deadline has timed out and is not unknown", async () => {
  await using toy = await aToy();
  toy.carrier.serve("/login", () => hang());
  expect(await toy.suspend({ deadlineAt: Date.now() + 200 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
  expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(0);
});

test("a write whose token was refused and that runs out of time before the next is not unknown", async () => {
  await using toy = await aToy();
  toy.carrier.serve("/login", (_, number) => (number === 1 ? issued("token-1") : hang()));
  toy.carrier.answer(json({ ok: false, code: "expired" }, 401));
  expect(await toy.suspend({ deadlineAt: Date.now() + 300 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
  expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(1);
});

describe("a carrier that takes connections and never shakes hands", () => {
  const noToken = (): Protocol => ({
    token: () => null,
    expire: () => {},
    headers: () => ({}),
    judge: () => ({ is: "down" }),
  });

  async function silentServer(onConnection: (socket: Socket) => void = () => {}) {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on("error", () => {}));
      onConnection(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
      baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
      async [Symbol.asyncDispose]() {
        for (const socket of sockets) socket.destroy();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  test("cannot hold a call beyond its deadline, and a write is known not to have been sent", async () => {
    await using silent = await silentServer();
    await using toy = await aToy({ baseUrl: silent.baseUrl, protocol: noToken });
    expect(await toy.suspend({ deadlineAt: Date.now() + 200 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(await toy.read({ deadlineAt: Date.now() + 200 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
  });

  test("and breaks off has certainly not seen the write", async () => {
    await using silent = await silentServer((socket) => setTimeout(() => socket.resetAndDestroy(), 20));
    await using toy = await aToy({ baseUrl: silent.baseUrl, protocol: noToken });
    expect(await toy.suspend()).toMatchObject({ code: "CARRIER_UNAVAILABLE" });
  });
});

test("a call leaves no listener on the signal of its caller", async () => {
  await using toy = await aToy();
  toy.carrier.onRequest(() => delayed(5, accepted()));
  const { signal } = new AbortController();
  const added: string[] = [];
  const counting = new Proxy(signal, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (key === "addEventListener" || key === "removeEventListener") added.push(key);
        return Reflect.apply(value, target, args);
      };
    },
  });
  await toy.client.call(readLine, { params: { lineId: "7" } }, aContext({ signal: counting }));
  expect(added.toSorted()).toEqual(["addEventListener", "removeEventListener"]);
});
