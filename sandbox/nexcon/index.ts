import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { NexconAccountJson, NexconSandbox } from "../types.js";
import { settle, settled } from "./jobs.js";
import { mountNexcon, PREFIX, type Shared } from "./platform.js";
import { seedWorld } from "./seed.js";
import { type Account, CALLBACK_MODES, type World } from "./state.js";

/** How often the calls back are looked after that have fallen due, in milliseconds of real time. */
const TICK_MS = 20;

export interface Nexcon {
  /** What the sandbox shows of it. */
  facade(origin: string): NexconSandbox;
  hasAccount(id: unknown): boolean;
  summarise(): unknown;
  /** Sets conditions of an account or a SIM; says what is wrong by throwing a RangeError. */
  setConditions(input: unknown): unknown;
  reset(): void;
  stop(): void;
}

/** The platform with its world, mounted and ticking. */
export function createNexcon(app: FastifyInstance, shared: Omit<Shared, "world" | "stop">): Nexcon {
  const stopping = new AbortController();
  let world = seedWorld();
  mountNexcon(app, { ...shared, world: () => world, stop: stopping.signal });
  const { clock } = shared;
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
    setConditions: (input) => setConditions(world, input),
    reset: () => {
      world = seedWorld();
    },
    stop: () => {
      clearInterval(ticking);
      stopping.abort();
    },
  };
}

/** An account as an accounts file names it. The words are the sandbox's own, so nobody else could know them. */
const accountJson = ({ id, apiKey, displayName }: Account, origin: string): NexconAccountJson => ({
  id,
  carrier: "NEXCON",
  baseUrl: `${origin}${PREFIX}`,
  apiKey,
  displayName,
  statusWords: { INACTIVE: "INVENTORY", BLOCKED: "SUSPENDED", TERMINATED: "TERMINATED" },
});

/** Counts and specimens per account, for people. */
function summarise({ accounts, due, deliveries }: World): unknown {
  const rows = accounts.map(({ id, sims, callback, jobMs, isAllowed, specimens }) => {
    const states: Record<string, number> = {};
    for (const { status } of sims.values()) states[status] = (states[status] ?? 0) + 1;
    return [id, { callback, jobMs, isAllowed, sims: sims.size, states, pending: due.length, deliveries, specimens }];
  });
  return Object.fromEntries(rows);
}

const Conditions = z.strictObject({
  account: z.string(),
  callback: z.enum(CALLBACK_MODES).optional(),
  jobMs: z.number().int().min(0).optional(),
  isAllowed: z.boolean().optional(),
  icc: z.string().optional(),
  sim: z
    .strictObject({
      callback: z.enum(CALLBACK_MODES),
      jobFails: z.boolean(),
      printedStatus: z.string().nullable(),
      tags: z.unknown(),
      product: z.unknown(),
      pool: z.unknown(),
    })
    .partial()
    .optional(),
});

function setConditions(world: World, input: unknown): unknown {
  const parsed = Conditions.safeParse(input);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  const { account: id, icc, sim: changes, ...settings } = parsed.data;
  const account = world.accounts.find((candidate) => candidate.id === id);
  if (!account) throw new RangeError(`no account ${id}; there are ${world.accounts.map((one) => one.id).join(", ")}`);
  const sim = icc === undefined ? undefined : account.sims.get(icc);
  if ((changes || icc !== undefined) && !sim) throw new RangeError(`no SIM ${icc} in ${id}`);
  Object.assign(account, settings);
  if (sim) Object.assign(sim, changes);
  return { account: id, ...settings, ...(sim ? { icc, ...changes } : {}) };
}
