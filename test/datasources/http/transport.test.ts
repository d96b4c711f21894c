import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { Term } from "../../../src/datasources/http/term.js";
import { Transport } from "../../../src/datasources/http/transport.js";
import { empty, endless, hang, json, text } from "../../support/scripted-answers.js";
import { startScriptedCarrier } from "../../support/scripted-carrier.js";
import { aToy } from "./toy.js";

const get = { method: "GET", path: "/lines?page=1", body: null } as const;
const term = new Term();

async function aTransport(suffix = "") {
  const carrier = await startScriptedCarrier(() => json({ ok: true }));
  const transport = new Transport(carrier.baseUrl + suffix, 2);
  return {
    carrier,
    transport,
    async [Symbol.asyncDispose]() {
      await transport.close();
      await carrier.stop();
    },
  };
}

describe("an answer without an end", () => {
  test("is a broken contract for a read, read once", async () => {
    await using toy = await aToy({ maxAnswerBytes: 100_000 });
    toy.carrier.onRequest(() => endless());
    expect(await toy.read()).toMatchObject({ code: "CARRIER_CONTRACT_VIOLATION" });
    expect(toy.carrier.to("/lines/7")).toHaveLength(1);
    expect(await toy.carrier.requests.at(-1)?.over).toBe("cut");
  });

  test("is an unknown outcome for a write", async () => {
    await using toy = await aToy({ maxAnswerBytes: 100_000 });
    toy.carrier.onRequest(() => endless());
    expect(await toy.suspend()).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  });
});

test("an answer that just fits is read", async () => {
  const whole = JSON.stringify({ ok: true, code: "0", data: { name: "x".repeat(50_000) } });
  await using toy = await aToy({ maxAnswerBytes: whole.length });
  toy.carrier.answer(text(whole));
  expect(await toy.read()).toMatchObject({ is: "done" });
});

test("an answer that is no HTTP is a broken contract, and is quoted nowhere", async () => {
  await using carrier = await rawCarrier("DEAR 447700900123 WE DO NOT SPEAK HTTP\r\n\r\n");
  await using toy = await aToy({
    baseUrl: carrier.baseUrl,
    protocol: () => ({ token: () => null, expire: () => {}, headers: () => ({}), judge: () => ({ is: "down" }) }),
  });
  const read = await toy.read();
  expect(read).toMatchObject({ code: "CARRIER_CONTRACT_VIOLATION", cause: { name: "HTTPParserError" } });
  expect(inspect(read, { depth: 20, showHidden: true })).not.toContain("4477");
  expect(await toy.suspend()).toMatchObject({ code: "OUTCOME_UNKNOWN" });
});

/** Says the same to everybody who connects and sends something. */
async function rawCarrier(words: string): Promise<{ baseUrl: string } & AsyncDisposable> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {}).once("data", () => socket.write(words));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.each(["", "/"])("the path stands behind the base address, which may end with %j", async (end) => {
  await using it = await aTransport(`/api/v1${end}`);
  await it.transport.send(get, {}, term);
  expect(it.carrier.requests[0]).toMatchObject({ method: "GET", path: "/api/v1/lines" });
  expect(it.carrier.requests[0]?.query.get("page")).toBe("1");
});

test("an answer without a body is the empty text and no JSON", async () => {
  await using it = await aTransport();
  it.carrier.answer(empty(204));
  expect(await it.transport.send(get, {}, term)).toMatchObject({ status: 204, text: "", json: undefined });
});

test("letters of several bytes survive the borders of chunks", async () => {
  await using it = await aTransport();
  it.carrier.answer(async (response) => {
    for (const byte of Buffer.from('"Zoë 😀"')) {
      response.write(Uint8Array.of(byte));
      await sleep(1);
    }
    response.end();
  });
  expect((await it.transport.send(get, {}, term)).json).toBe("Zoë 😀");
});

test("a redirection is an answer like others and is not followed", async () => {
  await using it = await aTransport();
  it.carrier.answer(json({}, 302, { location: `${it.carrier.baseUrl}/elsewhere` }));
  expect(await it.transport.send(get, {}, term)).toMatchObject({ status: 302 });
  expect(it.carrier.requests).toHaveLength(1);
});

test("closing ends the calls under way as sent and broken, and later calls as not sent", async () => {
  await using it = await aTransport();
  it.carrier.answer(hang());
  const underWay = it.transport.send(get, {}, term).catch((error: unknown) => error);
  while (it.carrier.requests.length === 0) await sleep(5);
  await it.transport.close();
  expect(await underWay).toMatchObject({ name: "WireError", isSent: true });
  expect(await it.transport.send(get, {}, term).catch((error: unknown) => error)).toMatchObject({ isSent: false });
});

test("a call that is given up while it waits for a socket is never sent", async () => {
  await using it = await aTransport();
  it.carrier.onRequest(() => hang());
  const [first, second, third] = [new Term(), new Term(), new Term()];
  const calls = [first, second].map((caller) => it.transport.send(get, {}, caller).catch(() => "gone"));
  const waiting = it.transport.send(get, {}, third).catch((error: unknown) => error);
  while (it.carrier.requests.length < 2) await sleep(5);
  third.end("gone");
  expect(await waiting).toMatchObject({ isSent: false });
  first.end("gone");
  second.end("gone");
  await Promise.all(calls);
  it.carrier.onRequest(() => json({ ok: true }));
  await it.transport.send({ ...get, path: "/last" }, {}, term);
  expect(it.carrier.requests.map(({ path }) => path)).toEqual(["/lines", "/lines", "/last"]);
});
