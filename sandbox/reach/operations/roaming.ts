import { z } from "zod";
import { accepted, invalid, iso, money, notFound, num, ok } from "../answers.js";
import { type Country, type PackOffer, taxOn } from "../catalogue.js";
import type { RoamingPack } from "../commerce.js";
import { activeOf, cardOf, chargeableCard, customerOf, groupById, groupOf } from "../lookup.js";
import { operation } from "../operation.js";
import { type Account, mint } from "../state.js";

const text = z.string().min(1);
const DAY_MS = 86_400_000;

const Pack = z.strictObject({ customerId: text, packId: text, countries: z.array(text).min(1), ccUUID: text });

function countriesOf({ catalogue }: Account, codes: readonly string[]): Country[] {
  return codes.map((code) => {
    const country = catalogue.countries.find(({ countryCode }) => countryCode === code);
    if (!country) throw invalid({ countries: `${code} is not supported` });
    return country;
  });
}

/** A pack of the catalogue that is good in all these countries. */
function packOf(account: Account, { packId, countries }: z.output<typeof Pack>): PackOffer {
  const pack = offerOf(account, packId);
  if (!countriesOf(account, countries).every(({ zone }) => zone === pack.zone)) {
    throw invalid({ countries: "the pack is not for all of them" });
  }
  return pack;
}

function offerOf({ catalogue }: Account, packId: string): PackOffer {
  const pack = catalogue.packs.find((candidate) => candidate.packId === packId);
  if (!pack) throw notFound("packId");
  return pack;
}

const countryView = (account: Account, country: Country): unknown => ({
  country: country.country,
  countryCode: country.countryCode,
  zone: country.zone,
  ildPulseSize: num(account, country.ildPulseSize),
  pricePerMinute: money(account, country.centsPerMinute),
  pricePerMB: money(account, country.centsPerMb),
  pricePerSMS: money(account, country.centsPerSms),
});

const offerView = (account: Account, pack: PackOffer): unknown => ({
  packId: pack.packId,
  name: pack.name,
  zone: pack.zone,
  dataAllowance: num(account, pack.dataMb),
  dataUnit: "MB",
  voiceMinutes: num(account, pack.voiceMinutes),
  sms: num(account, pack.sms),
  validityDays: num(account, pack.validityDays),
  price: money(account, pack.cents),
});

const boughtView = (account: Account, now: number, pack: RoamingPack): unknown => ({
  packId: pack.packId,
  packInstanceId: pack.packInstanceId,
  name: offerOf(account, pack.packId).name,
  status: now >= pack.expiresAt ? "EXPIRED" : pack.status,
  startDate: iso(pack.startAt),
  expiryDate: iso(pack.expiresAt),
  autoRenew: pack.autoRenew,
});

function leftView(account: Account, pack: RoamingPack): unknown {
  const { name, dataMb, voiceMinutes, sms } = offerOf(account, pack.packId);
  return {
    packId: pack.packId,
    name,
    remainingData: num(account, dataMb - pack.usedMb),
    dataUnit: "MB",
    remainingVoiceMinutes: num(account, voiceMinutes - pack.usedMinutes),
    remainingSms: num(account, sms - pack.usedSms),
    expiryDate: iso(pack.expiresAt),
  };
}

/** Roaming abroad: where it works, what there is to buy, what is left of it. */
export const roamingOperations = {
  roamingCountries: operation({
    from: "query",
    isBare: true,
    input: z.strictObject({ mvne: z.literal("ATT") }),
    handle: ({ account }) => ok(account.catalogue.countries.map((country) => countryView(account, country))),
  }),
  additionalOfferings: operation({
    from: "body",
    input: z.strictObject({ countries: z.array(text).min(1) }),
    handle: ({ account }, input) => {
      const zones = new Set(countriesOf(account, input.countries).map(({ zone }) => zone));
      const packs = zones.size === 1 ? account.catalogue.packs.filter(({ zone }) => zones.has(zone)) : [];
      return ok(packs.map((pack) => offerView(account, pack)));
    },
  }),
  roamingPackQuote: operation({
    from: "body",
    input: Pack,
    handle: ({ account }, input) => {
      cardOf(account, activeOf(account, input.customerId), input.ccUUID);
      const { cents } = packOf(account, input);
      const tax = taxOn(cents);
      return ok({ price: money(account, cents), tax: money(account, tax), total: money(account, cents + tax) });
    },
  }),
  roamingPackPurchase: operation({
    from: "body",
    input: Pack,
    handle: ({ account, now, commit, later }, input) => {
      const customer = activeOf(account, input.customerId);
      const { packId, cents, validityDays } = packOf(account, input);
      chargeableCard(account, customer, input.ccUUID);
      const pack: RoamingPack = {
        packId,
        packInstanceId: mint(account, "IRP-"),
        customerId: customer.id,
        status: "PENDING",
        startAt: now,
        expiresAt: now + validityDays * DAY_MS,
        autoRenew: false,
        usedMb: 0,
        usedMinutes: 0,
        usedSms: 0,
      };
      groupOf(account, customer).packs.push(pack);
      later(account.settings.durations.roamingMs, () => {
        pack.status = "ACTIVE";
      });
      commit(customer.id, cents + taxOn(cents));
      return accepted({ transactionId: mint(account, "IR-"), packInstanceId: pack.packInstanceId });
    },
  }),
  roamingPackGroup: operation({
    from: "query",
    input: z.strictObject({ groupId: text }),
    handle: ({ account, now }, { groupId }) =>
      ok(groupById(account, groupId).packs.map((pack) => boughtView(account, now, pack))),
  }),
  roamingPackAutoRenew: operation({
    from: "body",
    input: z.strictObject({ packId: text, customerId: text, autoRenew: z.boolean() }),
    handle: ({ account, commit }, { packId, customerId, autoRenew }) => {
      customerOf(account, customerId);
      const packs = groupOf(account, customerOf(account, customerId)).packs;
      const pack = packs.find((one) => one.packId === packId && one.customerId === customerId);
      if (!pack) throw notFound("packId");
      pack.autoRenew = autoRenew;
      commit(pack.packInstanceId);
      return ok();
    },
  }),
  roamingPackUsage: operation({
    from: "query",
    input: z.strictObject({ customerId: text }),
    handle: ({ account, now }, { customerId }) => {
      const { packs } = groupOf(account, customerOf(account, customerId));
      const own = packs.filter(
        (pack) => pack.customerId === customerId && pack.status === "ACTIVE" && now < pack.expiresAt,
      );
      return ok(own.map((pack) => leftView(account, pack)));
    },
  }),
};
