import { Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { AddonDetail, Addon as AddonSource } from "../model/addon.js";
import { Addon } from "../schema/addon.js";
import { Balance, Counter } from "../schema/balance.js";

@Resolver(() => Addon)
export class AddonResolver {
  @FieldResolver(() => ID)
  id(@Root() { key }: AddonSource, @Ctx() { ids }: Context): string {
    return ids.encode("Addon", key);
  }

  @FieldResolver(() => [Balance], { nullable: true })
  async balances(@Root() addon: AddonSource, @Ctx() context: Context) {
    return (await detailOf(addon, context))?.balances ?? null;
  }

  @FieldResolver(() => [Counter], { nullable: true })
  async counters(@Root() addon: AddonSource, @Ctx() context: Context) {
    return (await detailOf(addon, context))?.counters ?? null;
  }
}

/** The details of one add-on; null when the carrier does not tell any. */
async function detailOf(
  { endpoint, plan, instanceId }: AddonSource,
  { accounts, loaders }: Context,
): Promise<AddonDetail | null> {
  if (!accounts.get(endpoint.account).reads.addons) return null;
  const details = await loaders.addonDetails.load(endpoint);
  return details.find((detail) => detail.instanceId === instanceId && detail.planId === plan.key.native) ?? null;
}
