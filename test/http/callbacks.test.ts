import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Callback, CallbackResult } from "../../src/model/callback.js";
import { type RunningServer, startServer } from "./support/server.js";

const TOKEN = "aVeryLongTokenThatNobodyIsToSeeInAnyLogOf-it";

let server: RunningServer;
let kept: Callback[] = [];
let counted: [string, CallbackResult][] = [];
let result: () => Promise<CallbackResult>;

beforeAll(async () => {
  server = await startServer({
    callbacks: {
      receive: (callback) => {
        kept.push(callback);
        return result();
      },
      count: (account, outcome) => counted.push([account, outcome]),
    },
  });
});
beforeEach(() => {
  kept = [];
  counted = [];
  result = async () => "accepted";
});
afterAll(() => server.close());

const address = () => `${server.url}/callbacks/nexcon/${TOKEN}`;

const textOf = (callback: Callback | undefined): string => Buffer.from(callback?.body ?? []).toString();

/** Sends what `fetch` would not: a body with a GET, or with a content type that is none. */
function send(method: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(address(), { method, headers: { ...headers, "content-length": Buffer.byteLength(body) } });
    sent.on("response", (answer) => resolve(answer.resume().statusCode ?? 0));
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("X-09 a callback", () => {
  it.each(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])("X-09 is taken by %s", async (method) => {
    const answer = await fetch(`${address()}?status=done&x=1`, { method });
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(kept).toMatchObject([{ account: "nexcon", token: TOKEN, method, query: "status=done&x=1" }]);
    expect(counted).toEqual([["nexcon", "accepted"]]);
  });

  it.each([
    ["JSON", "POST", "application/json", '{"a":1}'],
    ["half a JSON text", "POST", "application/json", '{"a":'],
    ["XML", "PUT", "text/xml", "<a/>"],
    ["a form", "POST", "application/x-www-form-urlencoded", "a=1"],
    ["of a content type that is none", "POST", "%%%", "text"],
    ["with a GET", "GET", "text/plain", "text"],
    ["that is empty", "POST", "application/json", ""],
  ])("X-09 is taken with a body: %s", async (_name, method, type, body) => {
    expect(await send(method, { "content-type": type }, body)).toBe(204);
    expect(kept.map(textOf)).toEqual([body]);
  });

  it("X-09 is taken without a content type", async () => {
    expect(await send("POST", {}, "text")).toBe(204);
    expect(kept.map(textOf)).toEqual(["text"]);
  });

  it("keeps only headers that help, and none that is secret", async () => {
    await send(
      "POST",
      { "content-type": "text/plain", authorization: "Bearer x", cookie: "y", "user-agent": "c/1" },
      "t",
    );
    expect(kept[0]?.headers).toEqual({ "content-type": "text/plain", "content-length": "1", "user-agent": "c/1" });
  });

  it("keeps the beginning of a body that is too long", async () => {
    const answer = await fetch(address(), { method: "POST", body: "x".repeat(512 * 1024) });
    expect(answer.status).toBe(204);
    expect(kept.map(({ body }) => body.length)).toEqual([64 * 1024]);
  });

  it("is answered while its body never ends", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    socket.write(`POST /callbacks/nexcon/${TOKEN} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const writing = setInterval(() => socket.write(chunk), 5);
    const [first] = await new Promise<Buffer[]>((resolve) => socket.once("data", (data: Buffer) => resolve([data])));
    clearInterval(writing);
    socket.destroy();
    expect(first?.toString()).toMatch(/^HTTP\/1\.1 204 /);
  });

  it.each(["duplicate", "late", "expired", "unknown"] as const)("is answered alike when it is %s", async (word) => {
    result = async () => word;
    const answer = await fetch(address(), { method: "POST", body: "text" });
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(counted).toEqual([["nexcon", word]]);
  });

  it.each([
    ["the store is not open", async () => "unavailable" as const],
    ["the store fails", () => Promise.reject(new Error("disk full"))],
  ])("is to come again when %s", async (_name, fails) => {
    result = fails;
    const answer = await fetch(address(), { method: "POST", body: "text" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(counted).toEqual([["nexcon", "unavailable"]]);
  });

  it("leaves no token in the log", async () => {
    await fetch(`${address()}?token=${TOKEN}`, { method: "POST", body: TOKEN });
    const lines = server.lines().filter(({ route }) => String(route).startsWith("/callbacks"));
    expect(lines.at(-1)).toMatchObject({ route: "/callbacks/:account/:token", status: 204 });
    expect(JSON.stringify(server.lines())).not.toContain(TOKEN);
  });
});
