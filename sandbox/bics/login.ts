import { z } from "zod";
import type { Enterprise, World } from "./state.js";

const Login = z.strictObject({
  username: z.string().min(1),
  password: z.string().min(1),
  targetAccountId: z.string().min(1).optional(),
});

/** Whom a login lets in; with `targetAccountId` a reseller works inside one of its enterprises. Null when nobody. */
export function login(world: World, body: unknown): { enterprise: Enterprise | null } {
  const parsed = Login.safeParse(body);
  if (!parsed.success) return { enterprise: null };
  const { username, password, targetAccountId } = parsed.data;
  const user = world.enterprises.find((it) => it.username === username && it.password === password);
  if (!user || targetAccountId === undefined) return { enterprise: user ?? null };
  if (user.kind !== "reseller") return { enterprise: null };
  return { enterprise: world.enterprises.find((it) => it.accountId === targetAccountId) ?? null };
}
