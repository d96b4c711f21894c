import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, Context } from "../context.js";
import type { Standing } from "../model/carrier.js";
import { Account, type AccountHealth, type AccountQuota } from "../schema/account.js";

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => [Account], { description: "All configured accounts." })
  accounts(@Ctx() { accounts }: Context): readonly AccountSource[] {
    return accounts.all;
  }

  @Query(() => Account, { nullable: true, description: "One account; null for an id that none has." })
  account(
    @Arg("id", () => ID, { description: "The id in the configuration." }) id: string,
    @Ctx() { accounts }: Context,
  ): AccountSource | null {
    return accounts.find(id);
  }

  @FieldResolver(() => String)
  displayName(@Root() { id, config }: AccountSource): string {
    return config.displayName ?? id;
  }

  @FieldResolver(() => String, { nullable: true })
  timeZone(@Root() { config }: AccountSource): string | null {
    return config.timeZone ?? null;
  }

  @FieldResolver(() => Boolean)
  isReadOnly(@Root() { config }: AccountSource): boolean {
    return config.readOnly;
  }

  @FieldResolver()
  health(@Root() { health, load }: AccountSource): AccountHealth {
    const { status, lastSuccessAt, lastFailureAt, lastFailureCode } = health;
    const instant = (date: Date | null) => date?.toISOString() ?? null;
    const circuit = ({ state, until }: Standing) => ({
      state,
      until: until === null ? null : instant(new Date(until)),
    });
    return {
      status,
      lastFailureCode,
      lastSuccessAt: instant(lastSuccessAt),
      lastFailureAt: instant(lastFailureAt),
      reads: circuit(load.reads),
      writes: circuit(load.writes),
    };
  }

  @FieldResolver()
  quota(@Root() { config, load }: AccountSource): AccountQuota {
    const { concurrency, perSecond } = config.limits;
    const { running, waiting } = load;
    return { concurrency: concurrency ?? null, perSecond: perSecond ?? null, running, waiting };
  }
}
