import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Balance as BalanceSource } from "../model/balance.js";
import { Balance } from "../schema/balance.js";
import { Decimal } from "../schema/scalars.js";
import { type DataUnit, DataUnitEnum, DataVolume } from "../schema/values.js";
import { dataIn } from "./data-units.js";

@Resolver(() => Balance)
export class BalanceResolver {
  @FieldResolver(() => ID)
  id(@Root() { key }: BalanceSource, @Ctx() { ids }: Context): string {
    return ids.encode("Balance", key);
  }
}

@Resolver(() => DataVolume)
export class DataVolumeResolver {
  @FieldResolver(() => Decimal, { description: "In another unit, exactly." })
  in(
    @Root() { bytes }: DataVolume,
    @Arg("unit", () => DataUnitEnum, { description: "The unit." }) unit: DataUnit,
  ): string {
    return dataIn(unit, bytes);
  }
}
