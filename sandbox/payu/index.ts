import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { PayuAccountJson, PayuSandbox } from "../types.js";
import { API, mountPayu, type Shared, TOKEN_PATH } from "./platform.js";
import { seedWorld } from "./seed.js";
import type { Account, World } from "./state.js";

export interface Payu {
  /** What the sandbox shows of it. */
  facade(origin: string): PayuSandbox;
  hasAccount(id: unknown): boolean;
  summarise(): unknown;
  /** Sets how an account is answered; says what is wrong by throwing a RangeError. */
  setConditions(input: unknown): unknown;
  reset(): void;
}

/** The platform with its world, mounted. */
export function createPayu(app: FastifyInstance, shared: Omit<Shared, "world">): Payu {
  let world = seedWorld();
  mountPayu(app, { ...shared, world: () => world });
  return {
    facade: (origin) => ({
      accounts: world.accounts.map((account) => accountJson(account, origin)),
      get specimens() {
        return Object.fromEntries(world.accounts.map(({ id, specimens }) => [id, specimens]));
      },
    }),
    hasAccount: (id) => world.accounts.some((account) => account.id === id),
    summarise: () =>
      Object.fromEntries(world.accounts.map(({ id, settings, specimens }) => [id, { ...settings, specimens }])),
    setConditions: (input) => setConditions(world, input),
    reset: () => {
      world = seedWorld();
    },
  };
}

/** An account as an accounts file names it. */
const accountJson = (
  { id, displayName, clientId, clientSecret, grantType, agentId }: Account,
  origin: string,
): PayuAccountJson => ({
  id,
  carrier: "PAYU",
  baseUrl: `${origin}${API}`,
  tokenUrl: `${origin}${TOKEN_PATH}`,
  clientId,
  clientSecret,
  grantType,
  agentId,
  displayName,
});

const Conditions = z.strictObject({
  account: z.string(),
  settings: z
    .strictObject({
      codes: z.enum(["200/600", "1/0"]),
      plansName: z.enum(["plansInfo", "circlesInfo"]),
      errorsName: z.enum(["errors", "error"]),
      additionalParams: z.enum(["object", "list", "null"]),
      hasFullStop: z.boolean(),
      hasRefId: z.boolean(),
    })
    .partial(),
});

function setConditions({ accounts }: World, input: unknown): unknown {
  const parsed = Conditions.safeParse(input);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  const { account: id, settings } = parsed.data;
  const account = accounts.find((candidate) => candidate.id === id);
  if (!account) throw new RangeError(`no account ${id}; there are ${accounts.map((one) => one.id).join(", ")}`);
  Object.assign(account.settings, settings);
  return parsed.data;
}
