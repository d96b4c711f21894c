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
import { argument } from "./checks.js";
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
    @Root() account: AccountSource,
    @Arg("type", () => StockTypeEnum, { description: "Physical SIMs or eSIMs." }) type: StockType,
    @Arg("iccid", () => String, { nullable: true, description: "Only this one." }) iccid: string | null | undefined,
    @Ctx() { call }: Context,
  ) {
    const one = isGiven(iccid) ? lineNumber("iccid", iccid, ["iccid"]).value : null;
    return account.read("stock").list(type, one, call);
  }
}

@Resolver(() => Sales)
export class SalesResolver {
  @FieldResolver(() => Catalogue, {
    nullable: true,
    description: "All that is sold by one call; may be an hour old. `plans` and `offers` read it part by part.",
  })
  catalogue(@Root() account: AccountSource, @Ctx() { call }: Context) {
    return account.read("sales").catalogue(call);
  }

  @FieldResolver(() => Coverage, { nullable: true, description: "Whether an address is served." })
  coverage(
    @Root() account: AccountSource,
    @Arg("address", () => AddressInput, { description: "Where." }) address: AddressInput,
    @Ctx() { call }: Context,
  ) {
    return account.read("sales").coverage({ ...address, line2: address.line2 ?? "" }, call);
  }

  @FieldResolver(() => DeviceCheck, { nullable: true, description: "What a device can do on the network." })
  device(
    @Root() account: AccountSource,
    @Arg("imei", () => String, { description: "IMEI, 15 digits." }) imei: string,
    @Ctx() { call }: Context,
  ) {
    return account.read("sales").device(argument("imei", imei, /^\d{15}$/, "15 digits"), call);
  }

  @FieldResolver(() => SimCheck, { nullable: true, description: "Whether a SIM can be activated." })
  sim(
    @Root() account: AccountSource,
    @Arg("iccid", () => String, { description: "ICCID, 18 to 22 digits." }) iccid: string,
    @Ctx() { call }: Context,
  ) {
    return account.read("sales").sim(lineNumber("iccid", iccid, ["iccid"]).value, call);
  }

  @FieldResolver(() => PortInCheck, { nullable: true, description: "Whether a number can be ported in." })
  portIn(
    @Root() account: AccountSource,
    @Arg("msisdn", () => String, { description: "10 digits." }) msisdn: string,
    @Ctx() { call }: Context,
  ) {
    return account.read("sales").portIn(argument("msisdn", msisdn, /^\d{10}$/, "10 digits"), call);
  }

  @FieldResolver(() => ZipCheck, { nullable: true, description: "Whether a ZIP code is served." })
  zip(
    @Root() account: AccountSource,
    @Arg("code", () => String, { description: "5 digits." }) code: string,
    @Ctx() { call }: Context,
  ) {
    return account.read("sales").zip(argument("code", code, /^\d{5}$/, "5 digits"), call);
  }

  @FieldResolver(() => [Offer], { nullable: true, description: "Coupons." })
  offers(@Root() account: AccountSource, @Ctx() { call }: Context) {
    return account.read("sales").offers(call);
  }

  @FieldResolver(() => [RoamingCountry], { nullable: true, description: "Countries with their prices." })
  roamingCountries(@Root() account: AccountSource, @Ctx() { call }: Context) {
    return account.read("sales").roamingCountries(call);
  }

  @FieldResolver(() => [RoamingPackOffer], { nullable: true, description: "Roaming packs for some countries." })
  roamingPacks(
    @Root() account: AccountSource,
    @Arg("countries", () => [ID], { description: "`RoamingCountry.code` of each." }) countries: string[],
    @Ctx() { call }: Context,
  ) {
    return account.read("sales").roamingPacks(countries, call);
  }
}
