import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { CallRecord, Load } from "../datasources/call.js";
import type { CallbackResult } from "../model/callback.js";
import type { CarrierId, CircuitState } from "../model/carrier.js";
import type { OperationFacts } from "./operation-facts.js";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180];

/** What is counted. Labels are few and closed sets: no operation names, no texts, nothing of a person. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: "graphql_requests_total",
    help: "GraphQL requests by type of operation and outcome (ok, partial, failed, refused)",
    labelNames: ["type", "outcome"],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: "graphql_request_duration_seconds",
    help: "Time from request to answer by type of operation and outcome",
    labelNames: ["type", "outcome"],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  graphqlRequest({ operationType, outcome }: OperationFacts, seconds: number): void {
    const labels = { type: operationType, outcome };
    this.#requests.inc(labels);
    this.#seconds.observe(labels, seconds);
  }
}

/** Counts carrier calls; give what it returns to every carrier client as observer. */
export function carrierMetrics({ registry }: Metrics): (call: CallRecord) => void {
  const tallies = new Map<string, Tally>();
  new Counter({
    name: "carrier_calls_total",
    help: "Calls to carriers by account, carrier operation and result (an outcome or a failure code)",
    labelNames: ["carrier", "account", "operation", "result"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, count } of tallies.values()) this.inc({ ...labels }, count);
    },
  });
  const seconds = new Histogram({
    name: "carrier_call_duration_seconds",
    help: "Time of a carrier call, waiting for a token or a place included",
    labelNames: ["carrier", "operation"],
    buckets: SECONDS,
    registers: [registry],
  });
  return ({ carrier, account, operation, result, ms }) => {
    const key = `${account} ${operation} ${result}`;
    const tally = tallies.get(key);
    if (tally) tally.count += 1;
    else tallies.set(key, { labels: { carrier, account, operation, result }, count: 1 });
    seconds.observe({ carrier, operation }, ms / 1_000);
  };
}

/** How often one kind of call was made: a counter of labels is dear to count with, and so is told when it is asked for. */
interface Tally {
  readonly labels: Pick<CallRecord, "carrier" | "account" | "operation" | "result">;
  count: number;
}

interface Called {
  readonly id: string;
  readonly carrier: CarrierId;
  readonly load: Load;
}

const CIRCUIT = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 } as const satisfies Record<CircuitState, number>;

/** Shows how the calls of each account are going: read when it is asked for, and at no call. */
export function loadMetrics({ registry }: Metrics, accounts: readonly Called[]): void {
  new Counter({
    name: "carrier_calls_spared_total",
    help: "Calls that were not made: shared with an equal one, answered from what was kept (stale: while the carrier is away), held back",
    labelNames: ["carrier", "account", "by"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { id: account, carrier, load } of accounts) {
        for (const [by, count] of Object.entries(load.spared)) this.inc({ carrier, account, by }, count);
      }
    },
  });
  new Gauge({
    name: "carrier_circuit",
    help: "Whether calls are made, by account and class (reads, writes): 0 they are, 1 one read is tried, 2 they are held back",
    labelNames: ["carrier", "account", "class"],
    registers: [registry],
    collect() {
      for (const { id: account, carrier, load } of accounts) {
        this.set({ carrier, account, class: "reads" }, CIRCUIT[load.reads.state]);
        this.set({ carrier, account, class: "writes" }, CIRCUIT[load.writes.state]);
      }
    },
  });
}

/** Counts what carriers call back with. Anything may stand in an address: only accounts that there are become labels. */
export function callbackMetrics(
  { registry }: Metrics,
  isAccount: (id: string) => boolean,
): (account: string, result: CallbackResult) => void {
  const callbacks = new Counter({
    name: "callbacks_total",
    help: "Callbacks of carriers by account (empty for none of ours) and result",
    labelNames: ["account", "result"],
    registers: [registry],
  });
  return (account, result) => callbacks.inc({ account: isAccount(account) ? account : "", result });
}

/** `/metrics` in the text format of Prometheus. */
export function metricsRoute(app: FastifyInstance, { registry }: Metrics): void {
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
