import { GraphQLInt, GraphQLObjectType, GraphQLSchema } from "graphql";
import { createClient } from "graphql-ws";
import { beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { Failure } from "../../src/errors.js";
import { errorFormatter } from "../../src/format-error.js";
import { type RunningServer, serverForTest } from "./support/server.js";

const SECRET = "select * from operations where token = 'hunter2'";

/** Tells one number, and then fails. */
const failingAfterOne = (error: Error) => ({
  type: GraphQLInt,
  subscribe: async function* () {
    yield { known: 1, bug: 1 };
    throw error;
  },
});

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: "Query", fields: { one: { type: GraphQLInt } } }),
  subscription: new GraphQLObjectType({
    name: "Subscription",
    fields: {
      known: failingAfterOne(new Failure("STORE_UNAVAILABLE", "The store is away.")),
      bug: failingAfterOne(new Error(SECRET)),
    },
  }),
});

let server: RunningServer;
let bugs: unknown[];
beforeEach(async () => {
  bugs = [];
  server = await serverForTest({ schema, formatError: errorFormatter((bug) => bugs.push(bug)) });
});

interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: object }[];
}

async function overSocket(query: string): Promise<Answer[]> {
  const url = `${server.url.replace("http", "ws")}/graphql/ws`;
  const socket = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  const answers: Answer[] = [];
  for await (const answer of socket.iterate({ query })) answers.push(answer as Answer);
  await socket.dispose();
  return answers;
}

async function overEvents(query: string): Promise<Answer[]> {
  const response = await fetch(`${server.url}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ query }),
  });
  const lines = (await response.text()).split("\n").filter((line) => line.startsWith("data: {"));
  return lines.map((line) => JSON.parse(line.slice("data: ".length)));
}

describe.each([
  ["a socket", overSocket],
  ["server-sent events", overEvents],
])("a subscription that fails after it has begun, over %s", (_name, answersTo) => {
  it("ends with a failure that is known, by its code", async () => {
    expect(await answersTo("subscription { known }")).toMatchObject([
      { data: { known: 1 } },
      { errors: [{ message: "The store is away.", extensions: { code: "STORE_UNAVAILABLE", retryable: true } }] },
    ]);
  });

  it("ends with a masked error where it is a bug, which is reported", async () => {
    const answers = await answersTo("subscription { bug }");
    expect(answers).toMatchObject([{ data: { bug: 1 } }, { errors: [{ extensions: { code: "INTERNAL" } }] }]);
    expect(JSON.stringify(answers)).not.toContain("hunter2");
    expect(bugs).toMatchObject([{ message: SECRET }]);
  });
});
