import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, Context } from "../context.js";
import { Account } from "../schema/account.js";
import {
  AddressInput,
  Catalogue,
  Coverage,
  DeviceCheck,
  Offer,
  PortInCheck,
  RoamingCountry,
  RoamingPackOffer,
  Sales,
  SimCheck,
  ZipCheck,
} from "../schema/sales.js";
import { Sim, type StockType, StockTypeEnum } from "../schema/sim.js";
import { address, argument, filled } from "./checks.js";
import { isGiven } from "./look-up.js";
import { lineNumber } from "./numbers.js";

@Resolver(() => Account)
export class AccountSalesResolver {
  @FieldResolver(() => Sales, {
    nullable: true,
    description: "What can be asked before a sale; null where the carrier offers nothing of it.",
  })
  sales(@Root() account: AccountSource): AccountSource | null {
    return account.reads.sales ? account : null;
  }

  @FieldResolver(() => [Sim], {
    nullable: true,
    description: "SIMs that wait for somebody to activate them. One carrier call.",
  })
  stock(
    @Root() { id }: AccountSource,
    @Arg("type", () => StockTypeEnum, { description: "Physical SIMs or eSIMs." }) type: StockType,
    @Arg("iccid", () => String, { nullable: true, description: "Only this one." }) iccid: string | null | undefined,
    @Ctx() { loaders }: Context,
  ) {
    const one = isGiven(iccid) ? lineNumber("iccid", iccid, ["iccid"]).value : null;
    return loaders.ofAccount.stock.load({ account: id, with: { type, iccid: one } });
  }
}

@Resolver(() => Sales)
export class SalesResolver {
  @FieldResolver(() => Catalogue, {
    nullable: true,
    description: "All that is sold by one call; may be an hour old. `plans` and `offers` read it part by part.",
  })
  catalogue(@Root() { id }: AccountSource, @Ctx() { loaders: { ofAccount } }: Context) {
    return ofAccount.sold.load(id);
  }

  @FieldResolver(() => Coverage, { nullable: true, description: "Whether an address is served." })
  coverage(
    @Root() { id }: AccountSource,
    @Arg("address", () => AddressInput, { description: "Where." }) where: AddressInput,
    @Ctx() { loaders: { ofAccount } }: Context,
  ) {
    return ofAccount.coverage.load({
      account: id,
      with: { ...address("address", where), name: filled("address.name", where.name) },
    });
  }

  @FieldResolver(() => DeviceCheck, { nullable: true, description: "What a device can do on the network." })
  device(
    @Root() { id }: AccountSource,
    @Arg("imei", () => String, { description: "IMEI, 15 digits." }) imei: string,
    @Ctx() { loaders: { ofAccount } }: Context,
  ) {
    return ofAccount.device.load({ account: id, with: argument("imei", imei, /^\d{15}$/, "15 digits") });
  }

  @FieldResolver(() => SimCheck, { nullable: true, description: "Whether a SIM can be activated." })
  sim(
    @Root() { id }: AccountSource,
    @Arg("iccid", () => String, { description: "ICCID, 18 to 22 digits." }) iccid: string,
    @Ctx() { loaders: { ofAccount } }: Context,
  ) {
    return ofAccount.simOnSale.load({ account: id, with: lineNumber("iccid", iccid, ["iccid"]).value });
  }

  @FieldResolver(() => PortInCheck, { nullable: true, description: "Whether a number can be ported in." })
  portIn(
    @Root() { id }: AccountSource,
    @Arg("msisdn", () => String, { description: "10 digits." }) msisdn: string,
    @Ctx() { loaders: { ofAccount } }: Context,
  ) {
    return ofAccount.portIn.load({ account: id, with: argument("msisdn", msisdn, /^\d{10}$/, "10 digits") });
  }

  @FieldResolver(() => ZipCheck, { nullable: true, description: "Whether a ZIP code is served." })
  zip(
    @Root() { id }: AccountSource,
    @Arg("code", () => String, { description: "5 digits." }) code: string,
    @Ctx() { loaders: { ofAccount } }: Context,
  ) {
    return ofAccount.zip.load({ account: id, with: argument("code", code, /^\d{5}$/, "5 digits") });
  }

  @FieldResolver(() => [Offer], { nullable: true, description: "Coupons." })
  offers(@Root() { id }: AccountSource, @Ctx() { loaders: { ofAccount } }: Context) {
    return ofAccount.offers.load(id);
  }

  @FieldResolver(() => [RoamingCountry], { nullable: true, description: "Countries with their prices." })
  roamingCountries(@Root() { id }: AccountSource, @Ctx() { loaders: { ofAccount } }: Context) {
    return ofAccount.roamingCountries.load(id);
  }

  @FieldResolver(() => [RoamingPackOffer], { nullable: true, description: "Roaming packs for some countries." })
  roamingPacks(
    @Root() { id }: AccountSource,
    @Arg("countries", () => [ID], { description: "`RoamingCountry.code` of each." }) countries: string[],
    @Ctx() { loaders: { ofAccount } }: Context,
  ) {
    return ofAccount.roamingPacks.load({ account: id, with: countries });
  }
}
