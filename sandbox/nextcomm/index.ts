import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { NextcommAccountJson, NextcommSandbox } from "../types.js";
import { mountNextcomm, PREFIX, type Shared } from "./platform.js";
import { seedWorld } from "./seed/world.js";
import type { Account, World } from "./state.js";

export interface Nextcomm {
  /** What the sandbox shows of it. */
  facade(origin: string): NextcommSandbox;
  hasAccount(id: unknown): boolean;
  summarise(): unknown;
  /** Sets conditions of an account, a line or a SIM; says what is wrong by throwing a RangeError. */
  setConditions(input: unknown): unknown;
  reset(): void;
}

/** The platform with its world, mounted. */
export function createNextcomm(app: FastifyInstance, shared: Omit<Shared, "world">): Nextcomm {
  const fresh = () => seedWorld(shared.clock.now());
  let world = fresh();
  mountNextcomm(app, { ...shared, world: () => world });
  return {
    facade: (origin) => ({
      accounts: world.accounts.map((account) => accountJson(account, origin)),
      get specimens() {
        return Object.fromEntries(world.accounts.map(({ id, specimens }) => [id, specimens]));
      },
      get transactions() {
        return world.transactions;
      },
      get documents() {
        return world.documents;
      },
    }),
    hasAccount: (id) => world.accounts.some((account) => account.id === id),
    summarise: () => summarise(world),
    setConditions: (input) => setConditions(world, input),
    reset: () => {
      world = fresh();
    },
  };
}

/** An account as an accounts file names it. The words are the sandbox's own, so nobody else could know them. */
function accountJson(account: Account, origin: string): NextcommAccountJson {
  const { id, displayName, loginId, userId, password, encryptionKey, cipher } = account;
  const { loginEntityId, timeZone, currency } = account;
  const identity = { id, carrier: "NEXTCOMM", baseUrl: `${origin}${PREFIX}`, displayName, loginId, userId, password };
  const words = { Suspended: "SUSPENDED", Expired: "SUSPENDED" };
  return { ...identity, encryptionKey, cipher, loginEntityId, timeZone, currency, statusWords: words };
}

/** Settings, counts and specimens per account, for people. */
function summarise({ accounts, transactions, documents }: World): unknown {
  const rows = accounts.map(({ id, settings, sims, subscribers, specimens }) => {
    const freeSims = [...sims.values()].filter(({ mobileNo }) => mobileNo === null).length;
    const own = transactions.filter(({ account }) => account === id);
    const sent = documents.filter(({ account }) => account === id);
    const counts = { subscribers: subscribers.size, freeSims };
    return [id, { ...settings, ...counts, transactions: own, documents: sent, specimens }];
  });
  return Object.fromEntries(rows);
}

const Conditions = z.strictObject({
  account: z.string(),
  settings: z
    .strictObject({
      credit: z.number().min(0),
      messageData: z.enum(["text", "decoded"]),
      planKey: z.enum(["either", "PlanID", "PlanId"]),
      tokenRefusal: z.union([z.literal(200), z.literal(401)]),
      requestIdEcho: z.enum(["exact", "garbled"]),
      facilityFlags: z.enum(["boolean", "words"]),
      hasSimExpDate: z.boolean(),
    })
    .partial()
    .default({}),
  mobileNo: z.string().optional(),
  subscriber: z.strictObject({ status: z.string().nullable(), planExpiryDt: z.string() }).partial().default({}),
  simNo: z.string().optional(),
  sim: z
    .strictObject({ bulkRow: z.enum(["normal", "lost", "ignored"]) })
    .partial()
    .default({}),
});

function setConditions({ accounts }: World, input: unknown): unknown {
  const parsed = Conditions.safeParse(input);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  const { account: id, settings, mobileNo, subscriber, simNo, sim } = parsed.data;
  const account = accounts.find((candidate) => candidate.id === id);
  if (!account) throw new RangeError(`no account ${id}; there are ${accounts.map((one) => one.id).join(", ")}`);
  change("subscriber", account.subscribers, mobileNo, subscriber);
  change("SIM", account.sims, simNo, sim);
  Object.assign(account.settings, settings);
  return parsed.data;
}

/** What is left out may also be undefined. */
type Changes<T> = { [K in keyof T]?: T[K] | undefined };

function change<T extends object>(kind: string, from: Map<string, T>, key: string | undefined, changes: Changes<T>) {
  if (key === undefined && Object.keys(changes).length === 0) return;
  const found = key === undefined ? undefined : from.get(key);
  if (!found) throw new RangeError(`no ${kind} ${key}`);
  Object.assign(found, changes);
}
