import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestFacts } from "../../src/http/request-facts.js";
import { post, type RunningServer, serverForTest, startServer } from "./support/server.js";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

describe("requests", () => {
  it("a sane request id comes back, reaches the context and the log", async () => {
    const seen: RequestFacts[] = [];
    const own = await serverForTest({
      hang: async (facts) => {
        seen.push(facts);
        return "done";
      },
    });
    const { headers } = await post(own.url, { query: "{ hang }" }, { "x-request-id": "order-66.A_b" });
    expect(headers.get("x-request-id")).toBe("order-66.A_b");
    expect(seen).toMatchObject([{ requestId: "order-66.A_b", headers: { "x-request-id": "order-66.A_b" } }]);
    await expect.poll(() => own.lines()).toMatchObject([{ requestId: "order-66.A_b" }]);
  });

  it.each([
    ["with spaces", "a b"],
    ["too long", "x".repeat(129)],
    ["with markup", "<b>"],
  ])("a request id %s is replaced", async (_name, id) => {
    const { headers } = await post(server.url, { query: "{ __typename }" }, { "x-request-id": id });
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("the context is made once for each request", async () => {
    const { body: first } = await post(server.url, { query: "{ a: echo b: echo }" });
    expect(first).toEqual({ data: { a: "{}", b: "{}" } });
    let contexts = 0;
    const own = await serverForTest({
      contextOf: (facts) => {
        contexts += 1;
        return { facts, mutated: [], hang: async () => "" };
      },
    });
    for (const expected of [1, 2, 3]) {
      await post(own.url, { query: "{ a: echo b: echo }" });
      expect(contexts).toBe(expected);
    }
  });

  it("a client that goes away aborts the signal of its request", async () => {
    const started = Promise.withResolvers<AbortSignal>();
    const own = await serverForTest({
      hang: async ({ signal }) => {
        started.resolve(signal);
        await once(signal, "abort");
        return "too late";
      },
    });
    const client = httpRequest(`${own.url}/graphql?query=%7Bhang%7D`, { headers: { "apollo-require-preflight": "1" } });
    client.on("error", () => {});
    client.end();
    const signal = await started.promise;
    expect(signal.aborted).toBe(false);
    client.destroy();
    await expect.poll(() => signal.aborted).toBe(true);
  });

  it("an answer that was read to its end aborts nothing", async () => {
    const signals: AbortSignal[] = [];
    const own = await serverForTest({
      hang: async ({ signal }) => {
        signals.push(signal);
        return "done";
      },
    });
    await post(own.url, { query: "{ hang }" });
    await expect.poll(() => own.lines().length).toBe(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });
});

describe("refusals", () => {
  it("a GET that a foreign page could send is refused", async () => {
    const response = await fetch(`${server.url}/graphql?query=%7B__typename%7D`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Cross-Site Request Forgery");
  });

  it("a body above the limit is refused with the limit", async () => {
    const own = await serverForTest({ limits: { bodyBytes: 200 } });
    const { status, body } = await post(own.url, { query: `{ echo(text: "${"x".repeat(300)}") }` });
    expect(status).toBe(413);
    expect(body).toMatchObject({
      errors: [{ message: expect.stringContaining("200 bytes"), extensions: { code: "BAD_REQUEST" } }],
    });
  });

  it("a chunked body above the limit is refused as well", async () => {
    const own = await serverForTest({ limits: { bodyBytes: 200 } });
    const chunks = async function* () {
      yield Buffer.from('{"query":"');
      for (let sent = 0; sent < 10; sent += 1) yield Buffer.from("x".repeat(50));
      yield Buffer.from('"}');
    };
    const response = await fetch(`${own.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: ReadableStream.from(chunks()),
      duplex: "half",
    });
    expect(response.status).toBe(413);
  });

  it.each([["text/plain"], ["application/x-www-form-urlencoded"], ["multipart/form-data; boundary=x"]])(
    "a body of type %s is not read",
    async (type) => {
      const headers = { "content-type": type, "apollo-require-preflight": "yes" };
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers,
        body: '{"query":"{__typename}"}',
      });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    },
  );

  it("other methods are told which are allowed", async () => {
    const response = await fetch(`${server.url}/graphql`, { method: "PUT" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  it("an unknown address is small JSON", async () => {
    const response = await fetch(`${server.url}/nowhere`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { code: "NOT_FOUND", message: "There is nothing here." } });
  });

  it("errors carry no stack traces", async () => {
    const { body } = await post(server.url, { query: "{ fails }" });
    expect(JSON.stringify(body)).not.toContain("stack");
  });

  it("errors go through the given formatter", async () => {
    const own = await serverForTest({ formatError: () => ({ message: "masked" }) });
    const { body } = await post(own.url, { query: "{ fails }" });
    expect(body).toEqual({ data: { fails: null }, errors: [{ message: "masked" }] });
  });
});

describe("health and metrics", () => {
  it("the process is alive", async () => {
    const response = await fetch(`${server.url}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });

  it("readiness says what it depends on", async () => {
    const response = await fetch(`${server.url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true, detail: { store: "open" } }]);
  });

  it("a server that is not ready says why, with 503", async () => {
    const own = await serverForTest({ health: { ready: () => ({ ok: false, detail: { store: "opening" } }) } });
    const response = await fetch(`${own.url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([503, { ok: false, detail: { store: "opening" } }]);
  });

  it("requests are counted by type and outcome, never by name or text", async () => {
    const own = await serverForTest();
    await post(own.url, { query: "query Secret { echo }" });
    await post(own.url, { query: "query Secret { fails echo }" });
    await post(own.url, { query: "mutation Secret { first }" });
    await post(own.url, { query: "query Secret { nonsense }" });
    await post(own.url, {});
    const text = await (await fetch(`${own.url}/metrics`)).text();
    expect(text).toContain('graphql_requests_total{type="query",outcome="ok"} 1');
    expect(text).toContain('graphql_requests_total{type="query",outcome="partial"} 1');
    expect(text).toContain('graphql_requests_total{type="mutation",outcome="failed"} 1');
    expect(text).toContain('graphql_requests_total{type="none",outcome="refused"} 2');
    expect(text).toContain('graphql_request_duration_seconds_count{type="query",outcome="ok"} 1');
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).not.toContain("Secret");
  });
});

describe("the log", () => {
  it("has one line for each request, without text and variables", async () => {
    const own = await serverForTest();
    await post(own.url, { query: "query Sim($t: String) { echo(text: $t) }", variables: { t: "447700900123" } });
    await fetch(`${own.url}/graphql?query=${encodeURIComponent('{ echo(text: "447700900123") }')}`);
    await fetch(`${own.url}/not/447700900123`);
    await expect.poll(() => own.lines().length).toBe(3);
    expect(own.lines()).toMatchObject([
      { method: "POST", route: "/graphql", status: 200, operationName: "Sim", operationType: "query", outcome: "ok" },
      { method: "GET", route: "/graphql", status: 400, operationType: "none", outcome: "refused" },
      { method: "GET", route: "unknown", status: 404 },
    ]);
    expect(own.lines().every(({ ms, requestId }) => typeof ms === "number" && typeof requestId === "string")).toBe(
      true,
    );
    expect(JSON.stringify(own.lines())).not.toMatch(/447700900123|echo/);
  });
});
