import type { Catalogue, Country, Offer, PackOffer, Plan, Service } from "../catalogue.js";

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const plan = (code: string, name: string, baseCents: number, dataGb: number, maxLines: number, ways: Ways): Plan => ({
  serviceCode: code,
  name,
  baseCents,
  additionalLineCents: Math.round(baseCents * 0.8),
  maxLines,
  dataGb,
  isUnlimited: dataGb === 0,
  fccLabel: `https://labels.example/${code.toLowerCase()}`,
  upGradableTo: ways.up,
  downGradableTo: ways.down,
});

interface Ways {
  up: string[];
  down: string[];
}

/** A tenant's prefix is in the lists here and there, and never in the code that it stands for. */
const PLANS: readonly Plan[] = [
  plan("PLAN-S", "Small 5 GB", 1_500, 5, 5, { up: ["REACH@nu@PLAN-M", "PLAN-L"], down: [] }),
  plan("PLAN-M", "Medium 15 GB", 2_500, 15, 5, { up: ["REACH@nu@PLAN-L"], down: ["REACH@nu@PLAN-S"] }),
  plan("PLAN-L", "Unlimited", 4_000, 0, 10, { up: [], down: ["PLAN-M", "REACH@nu@PLAN-S"] }),
  plan("PLAN-KIDS", "Kids 1 GB", 800, 1, 1, { up: [], down: [] }),
];

const SERVICES: readonly Service[] = [
  { serviceCode: "SHIP-STANDARD", name: "Standard shipping", baseCents: 499, serviceType: "SHIPMENT" },
  { serviceCode: "SHIP-EXPRESS", name: "Express shipping", baseCents: 1_499, serviceType: "SHIPMENT" },
  { serviceCode: "TOPUP-1GB", name: "1 GB more", baseCents: 500, serviceType: "TOPUP", dataMb: 1_024 },
  { serviceCode: "TOPUP-5GB", name: "5 GB more", baseCents: 2_000, serviceType: "TOPUP", dataMb: 5_120 },
  { serviceCode: "ILD-CREDIT", name: "Credit for calls abroad", baseCents: 1_000, serviceType: "ILD" },
];

const country = (name: string, countryCode: string, zone: string, cents: number): Country => ({
  country: name,
  countryCode,
  zone,
  ildPulseSize: 60,
  centsPerMinute: cents,
  centsPerMb: Math.ceil(cents / 2),
  centsPerSms: 5,
});

const COUNTRIES: readonly Country[] = [
  country("Canada", "CA", "ZONE1", 10),
  country("Mexico", "MX", "ZONE1", 12),
  country("Germany", "DE", "ZONE2", 25),
  country("Japan", "JP", "ZONE2", 30),
];

const pack = (packId: string, name: string, zone: string, days: number, dataMb: number, cents: number): PackOffer => ({
  packId,
  name,
  zone,
  dataMb,
  voiceMinutes: days * 30,
  sms: days * 20,
  validityDays: days,
  cents,
});

const PACKS: readonly PackOffer[] = [
  pack("IR-Z1-DAY", "Daily Pass", "ZONE1", 1, 512, 500),
  pack("IR-Z1-WEEK", "Weekly Pass", "ZONE1", 7, 3_072, 2_500),
  pack("IR-Z2-DAY", "Daily Pass", "ZONE2", 1, 512, 1_000),
  pack("IR-Z2-WEEK", "Weekly Pass", "ZONE2", 7, 2_048, 4_500),
];

/** What the losing carrier has on file of every number that can be ported. */
export const ON_FILE = { account: "ACC-4711", password: "2468", zip: "30301" } as const;

export const MDNS = ["6785550101", "6785550102", "6785550103", "6785550104", "6785550105"] as const;

export const IMEIS = { psim: "350000000000011", esim: "350000000000029", both: "350000000000037" } as const;

/** SIM cards of an account, which no other account has: 19 digits. */
export const iccidOf = (digit: number, n: number): string => `8901410${digit}${pad(n, 11)}`;

/** SIM cards in stock; from `INVALID_SIM` on they are blocked. */
const STOCK = 60;
export const INVALID_SIM = 58;

const OFFERS: readonly Offer[] = [
  {
    uniqueIdentifier: "OFFER-WELCOME",
    name: "Welcome",
    couponCode: "WELCOME10",
    discountType: "PERCENT",
    discountValue: 10,
    expiryDate: "2030-12-31",
  },
  {
    uniqueIdentifier: "OFFER-FIVE",
    name: "Five off",
    couponCode: "FIVE",
    discountType: "FLAT",
    discountValue: 5,
    expiryDate: "2030-06-30",
  },
];

const ZIPS: Catalogue["zips"] = new Map([
  ["30301", { city: "Atlanta", state: "GA" }],
  ["10001", { city: "New York", state: "NY" }],
]);

const DEVICES: Catalogue["devices"] = new Map([
  [IMEIS.psim, { make: "Nokia", model: "105", mode: "PSIM" }],
  [IMEIS.esim, { make: "Apple", model: "iPhone 16", mode: "ESIM" }],
  [IMEIS.both, { make: "Google", model: "Pixel 9", mode: "BOTH" }],
]);

/** A catalogue of its own for every account, so that nothing is shared. */
export function makeCatalogue(digit: number): Catalogue {
  const sims = Array.from({ length: STOCK }, (_, n) => {
    return [iccidOf(digit, n), { mode: "PSIM" as const, isValid: n < INVALID_SIM }] as const;
  });
  return structuredClone({
    plans: [...PLANS],
    offers: [...OFFERS],
    services: [...SERVICES],
    countries: [...COUNTRIES],
    packs: [...PACKS],
    portable: new Map(MDNS.map((mdn) => [mdn, { ...ON_FILE }])),
    zips: ZIPS,
    devices: DEVICES,
    sims: new Map(sims),
  });
}
