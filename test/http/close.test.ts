import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { post, type RunningServer, startServer } from "./support/server.js";

function slowServer(graceMs: number) {
  const started = Promise.withResolvers<AbortSignal>();
  const release = Promise.withResolvers<string>();
  const server = startServer({
    graceMs,
    hang: async ({ signal }) => {
      started.resolve(signal);
      return release.promise;
    },
  });
  return { server, started: started.promise, release: release.resolve };
}

it("a request in flight gets its answer while new connections are refused", async () => {
  const { server: starting, started, release } = slowServer(10_000);
  const server = await starting;
  const answer = post(server.url, { query: "{ hang }" });
  await started;
  const closed = server.close();
  await expect.poll(() => connectionError(server.url)).toBe("ECONNREFUSED");
  release("worth waiting for");
  expect(await answer).toMatchObject({ status: 200, body: { data: { hang: "worth waiting for" } } });
  await closed;
});

it("over an open connection a stopping server is alive, not ready, and takes no work", async () => {
  const { server: starting, started, release } = slowServer(10_000);
  const server = await starting;
  const answer = post(server.url, { query: "{ hang }" });
  await started;
  const live = await halfRequest(server, "/health/live");
  const ready = await halfRequest(server, "/health/ready");
  const work = await halfRequest(server, "/graphql?query=%7B__typename%7D");
  const closed = server.close();
  expect(await live()).toMatch(/^HTTP\/1.1 200 /);
  expect(await ready()).toMatch(/^HTTP\/1.1 503 [\s\S]*{"ok":false,"detail":{"stopping":true}}/);
  expect(await work()).toMatch(/^HTTP\/1.1 503 [\s\S]*"code":"UNAVAILABLE"/);
  release("done");
  expect((await answer).status).toBe(200);
  await closed;
});

it("a request that takes longer than the grace period is cut off and told so by its signal", async () => {
  const { server: starting, started } = slowServer(1);
  const server = await starting;
  const answer = post(server.url, { query: "{ hang }" });
  const outcome = expect(answer).rejects.toThrow();
  const signal = await started;
  await server.close();
  await outcome;
  await expect.poll(() => signal.aborted).toBe(true);
});

it("closing twice is closing once", async () => {
  const server = await startServer();
  await Promise.all([server.close(), server.close()]);
  await server.close();
  expect(await connectionError(server.url)).toBe("ECONNREFUSED");
});

async function connectionError(url: string): Promise<string | undefined> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, "connect");
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : undefined;
  } finally {
    socket.destroy();
  }
}

/** Sends the beginning of a request; the function it gives sends the rest and reads the answer. */
async function halfRequest({ app, url }: RunningServer, path: string): Promise<() => Promise<string>> {
  const { hostname, port } = new URL(url);
  const accepted = once(app.server, "connection");
  const client = connect(Number(port), hostname);
  client.write(`GET ${path} HTTP/1.1\r\nhost: test\r\n`);
  const [socket]: Socket[] = await accepted;
  await expect.poll(() => socket?.bytesRead).toBeGreaterThan(0);
  return () => {
    client.write("connection: close\r\n\r\n");
    return text(client);
  };
}
