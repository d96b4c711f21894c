import { once } from "node:events";
import { expect, it } from "vitest";
import WebSocket from "ws";
import { post, type RunningServer, serverForTest, type TestOptions } from "./support/server.js";

type Headers = Readonly<Record<string, string>>;

/** A server that tells how many contexts it has made: without one nothing is executed. */
async function counting() {
  const callers: string[] = [];
  const contextOf: TestOptions["contextOf"] = (facts) => {
    callers.push(facts.caller);
    return { facts, mutated: [], hang: async () => "" };
  };
  return { callers, server: await serverForTest({ contextOf, plugins: { "x-told": {} } }) };
}

const overHttp = async ({ url }: RunningServer, headers: Headers) => {
  const { status, body } = await post(url, { query: "{ __typename }" }, headers);
  return { status, text: JSON.stringify(body) };
};

const overEvents = async ({ url }: RunningServer, headers: Headers) => {
  const response = await fetch(`${url}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
    body: JSON.stringify({ query: "{ __typename }" }),
  });
  return { status: response.status, text: await response.text() };
};

/** 101 for a socket that is opened; one that is not is answered by HTTP. */
async function overSocket({ url }: RunningServer, headers: Headers) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql/ws`, "graphql-transport-ws", { headers });
  const refused = once(socket, "unexpected-response");
  const opened = once(socket, "open");
  const [, response] = await Promise.race([refused, opened]);
  if (response === undefined) {
    socket.close();
    return { status: 101, text: "" };
  }
  const text = (await response.toArray()).join("");
  return { status: response.statusCode, text };
}

const WAYS = [
  ["/graphql", overHttp],
  ["/graphql/stream", overEvents],
  ["/graphql/ws", overSocket],
] as const;

it.each(WAYS)("%s answers no caller whose name cannot be taken, and executes nothing", async (_way, ask) => {
  const { server, callers } = await counting();
  for (const name of ["the billing team", "x".repeat(129), "a, b", ""]) {
    const { status, text } = await ask(server, { "x-requested-by": name });
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining("x-requested-by: must be") });
  }
  expect(callers).toEqual([]);
});

it.each(WAYS.slice(0, 2))("%s knows the caller by name, and who gives none as anonymous", async (_way, ask) => {
  const { server, callers } = await counting();
  await ask(server, { "x-requested-by": "billing@example.com:7-a_b" });
  await ask(server, {});
  expect(callers).toEqual(["billing@example.com:7-a_b", "anonymous"]);
});

it.each(WAYS.slice(1))(
  "%s refuses what a plugin would answer, says where it does, and executes nothing",
  async (_way, ask) => {
    const { server, callers } = await counting();
    const { status, text } = await ask(server, { "x-told": "" });
    expect({ status, text }).toEqual({
      status: 400,
      text: expect.stringContaining("x-told: is answered at /graphql only"),
    });
    expect(callers).toEqual([]);
    expect((await ask(server, {})).status).toBeLessThan(300);
  },
);
