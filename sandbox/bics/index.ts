import { z } from "zod";
import type { AccountJson } from "../types.js";
import { PREFIX } from "./platform.js";
import type { Enterprise, World } from "./state.js";

export { mountBics } from "./platform.js";
export { seedWorld } from "./seed/world.js";
export type { World } from "./state.js";

/** An enterprise as an accounts file names it. */
export const accountJson = (enterprise: Enterprise, origin: string): AccountJson => ({
  id: enterprise.account,
  carrier: "BICS",
  baseUrl: `${origin}${PREFIX}`,
  username: enterprise.username,
  password: enterprise.password,
  timeZone: "UTC",
  displayName: enterprise.displayName,
});

/** Counts and specimens per account, for people. */
export function summarise(world: World): Record<string, unknown> {
  return Object.fromEntries(
    world.enterprises.map((enterprise) => {
      const states: Record<string, number> = {};
      for (const { status } of enterprise.endpoints.values()) states[status] = (states[status] ?? 0) + 1;
      const freeSims = [...enterprise.sims.values()].filter((sim) => sim.endPointId === null).length;
      const { kind, username, enabled, balance, dynamicBenefitOnly, specimens } = enterprise;
      const endpoints = enterprise.endpoints.size;
      const settings = { kind, username, enabled, balance, dynamicBenefitOnly };
      return [enterprise.account, { ...settings, endpoints, states, freeSims, pending: world.due.length, specimens }];
    }),
  );
}

const Conditions = z.strictObject({
  account: z.string(),
  enterprise: z
    .strictObject({ enabled: z.boolean(), balance: z.number(), dynamicBenefitOnly: z.boolean() })
    .partial()
    .optional(),
  endPointId: z.string().optional(),
  endpoint: z
    .strictObject({
      connectivity: z.discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("connected"),
          tadig: z.string(),
          networkType: z.enum(["2G/3G", "4G", "5G"]),
          policy: z.enum(["Default", "Blocked", "Throttle"]),
        }),
        z.strictObject({
          kind: z.literal("not-connected"),
          tadig: z.string(),
          networkType: z.enum(["2G/3G", "4G", "5G"]),
        }),
        z.strictObject({ kind: z.literal("no-recent") }),
      ]),
      location: z.strictObject({ kind: z.enum(["detached", "not-provided", "hss-failed", "hss-timeout"]) }),
      rspState: z.string().nullable(),
      eSimProfileStatus: z.string().nullable(),
      balance: z.number(),
      lifecycleFails: z.boolean(),
    })
    .partial()
    .optional(),
});

/** Puts an enterprise or an endpoint into a condition that no carrier call leads to. RangeError when it cannot. */
export function setConditions(world: World, input: unknown): unknown {
  const parsed = Conditions.safeParse(input);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  const { account, enterprise: settings = {}, endPointId, endpoint: changes } = parsed.data;
  const enterprise = world.enterprises.find((candidate) => candidate.account === account);
  if (!enterprise)
    throw new RangeError(`no account ${account}; there are ${world.enterprises.map((it) => it.account).join(", ")}`);
  const endpoint = endPointId === undefined ? undefined : enterprise.endpoints.get(endPointId);
  if ((changes || endPointId !== undefined) && !endpoint)
    throw new RangeError(`no endpoint ${endPointId} in ${account}`);
  Object.assign(enterprise, settings);
  if (endpoint) Object.assign(endpoint, changes);
  return { account, ...settings, ...(endpoint ? { endPointId, ...changes } : {}) };
}
