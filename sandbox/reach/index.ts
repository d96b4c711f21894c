import type { FastifyInstance } from "fastify";
import type { Shared } from "../receive.js";
import type { ReachAccountJson, ReachSandbox } from "../types.js";
import { setConditions } from "./conditions.js";
import { settle, settled } from "./jobs.js";
import { mountPaymentPages } from "./payment-page.js";
import { callOf, mountReach, PREFIX, type Reach } from "./platform.js";
import { seedWorld } from "./seed/world.js";
import { type Account, STATUS, type World } from "./state.js";

/** How often what has fallen due is looked after, in milliseconds of real time. */
const TICK_MS = 20;

interface ReachCarrier {
  /** What the sandbox shows of it. */
  facade(origin: string): ReachSandbox;
  hasAccount(id: unknown): boolean;
  summarise(): unknown;
  /** Sets conditions; says what is wrong by throwing a RangeError. */
  setConditions(input: unknown): unknown;
  reset(): void;
  stop(): void;
}

/** The platform with its world, mounted and ticking. */
export function createReach(app: FastifyInstance, shared: Shared): ReachCarrier {
  const { clock } = shared;
  const stopping = new AbortController();
  let world = seedWorld(clock.now());
  const reach: Reach = { ...shared, world: () => world, stop: stopping.signal };
  mountReach(app, reach);
  mountPaymentPages(app, reach);
  const ticking = setInterval(() => settle({ world, clock }), TICK_MS).unref();
  return {
    facade: (origin) => ({
      accounts: world.accounts.map((account) => accountJson(account, origin)),
      get specimens() {
        return Object.fromEntries(world.accounts.map(({ id, specimens }) => [id, specimens]));
      },
      get deliveries() {
        return world.deliveries;
      },
      settled: () => settled({ world, clock }),
    }),
    hasAccount: (id) => world.accounts.some((account) => account.id === id),
    summarise: () => summarise(world),
    setConditions: (input) => setConditions(world, (account) => callOf(reach, account, "notification", ""), input),
    reset: () => {
      world = seedWorld(clock.now());
    },
    stop: () => {
      clearInterval(ticking);
      stopping.abort();
    },
  };
}

/** An account as an accounts file names it. The words are the sandbox's own, so nobody else could know them. */
const accountJson = ({ id, jwt, apiKey, displayName }: Account, origin: string): ReachAccountJson => ({
  id,
  carrier: "REACH",
  baseUrl: `${origin}${PREFIX}`,
  jwt,
  apiKey,
  displayName,
  statusWords: { [STATUS.SUSPENDED]: "SUSPENDED", [STATUS.DISCONNECTED]: "RECOVERABLE" },
});

/** Settings, counts, specimens and the OTPs that customers were sent, per account, for people. */
function summarise({ accounts, due, deliveries }: World): unknown {
  const rows = accounts.map(({ id, settings, customers, purchases, specimens }) => {
    const states: Record<string, number> = {};
    for (const { status } of customers.values()) states[status] = (states[status] ?? 0) + 1;
    const otps = [...customers.values()].flatMap((customer) =>
      customer.otp ? [[customer.id, customer.otp.code]] : [],
    );
    const counts = { customers: customers.size, purchases: purchases.size, states };
    return [id, { settings, ...counts, otps: Object.fromEntries(otps), specimens }];
  });
  return { ...Object.fromEntries(rows), pending: due.length, deliveries };
}
