/** A base plan; money in cents. */
export interface Plan {
  serviceCode: string;
  name: string;
  baseCents: number;
  additionalLineCents: number;
  maxLines: number;
  dataGb: number;
  isUnlimited: boolean;
  fccLabel: string;
  /** Members as printed, with a tenant's prefix here and there. */
  upGradableTo: string[];
  downGradableTo: string[];
}

export interface Offer {
  uniqueIdentifier: string;
  name: string;
  couponCode: string;
  discountType: "PERCENT" | "FLAT";
  discountValue: number;
  expiryDate: string;
}

export interface Service {
  serviceCode: string;
  name: string;
  baseCents: number;
  serviceType: "SHIPMENT" | "TOPUP" | "ILD";
  /** What one top-up adds. */
  dataMb?: number;
}

export interface Country {
  country: string;
  countryCode: string;
  zone: string;
  ildPulseSize: number;
  centsPerMinute: number;
  centsPerMb: number;
  centsPerSms: number;
}

export interface PackOffer {
  packId: string;
  name: string;
  zone: string;
  dataMb: number;
  voiceMinutes: number;
  sms: number;
  validityDays: number;
  cents: number;
}

/** A number of another carrier, with what that carrier has on file. */
interface Portable {
  account: string;
  password: string;
  zip: string;
}

/** What an account can sell and knows of the world outside. */
export interface Catalogue {
  plans: Plan[];
  offers: Offer[];
  services: Service[];
  countries: Country[];
  packs: PackOffer[];
  portable: ReadonlyMap<string, Portable>;
  zips: ReadonlyMap<string, { city: string; state: string }>;
  devices: ReadonlyMap<string, { make: string; model: string; mode: "PSIM" | "ESIM" | "BOTH" }>;
  /** SIM cards by number; blocked ones are known and good for nothing. */
  sims: ReadonlyMap<string, { mode: "PSIM" | "ESIM"; isValid: boolean }>;
}

const TENANT_PREFIX = /^REACH@nu@/;

/** The plan that a member of an upgrade list stands for. */
export const bareCode = (member: string): string => member.replace(TENANT_PREFIX, "");

/** Tax on everything, in cents. */
export const taxOn = (cents: number): number => Math.round((cents * 8) / 100);
