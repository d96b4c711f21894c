import { PassThrough } from "node:stream";
import { type Logger, pino } from "pino";
import { onTestFinished } from "vitest";
import { createServer, type Server, type ServerOptions } from "../../../src/server.js";
import { type TestContext, testSchema } from "./graph.js";

export type TestOptions = Partial<ServerOptions<TestContext>> & { readonly hang?: TestContext["hang"] };

export interface RunningServer extends Server {
  readonly url: string;
  /** The lines logged so far. */
  readonly lines: () => Record<string, unknown>[];
  /** Names of the mutations that were executed. */
  readonly mutated: string[];
}

/** A server of the test graph on a free port, for the length of one test or one file. */
export async function startServer({ hang, ...options }: TestOptions = {}): Promise<RunningServer> {
  const { log, lines } = recordingLog();
  const mutated: string[] = [];
  const server = await createServer<TestContext>({
    schema: testSchema(),
    contextOf: (facts) => ({ facts, mutated, hang: hang ?? (async () => "at once") }),
    graphiql: { directory: undefined },
    health: { ready: () => ({ ok: true, detail: { store: "open" } }) },
    log,
    host: "127.0.0.1",
    port: 0,
    ...options,
  });
  const { url } = await server.listen();
  return { ...server, url, lines, mutated };
}

/** The same, closed when the test has finished. */
export async function serverForTest(options: TestOptions = {}): Promise<RunningServer> {
  const server = await startServer(options);
  onTestFinished(() => server.close());
  return server;
}

function recordingLog(): { log: Logger; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const stream = new PassThrough();
  stream.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  const lines = () =>
    written
      .join("")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { log: pino({ base: null }, stream), lines };
}

export interface GraphqlRequest {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** Posts an operation and gives the answer as a client sees it. */
export async function post(url: string, body: GraphqlRequest, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as GraphqlAnswer;
  return { status: response.status, headers: response.headers, body: answer };
}
