import type { Account, World } from "../state.js";
import { localTime } from "../times.js";
import { activationPlans, type Market, rechargePlans } from "./catalogue.js";
import { addSims, addSubscribers, nameSims } from "./stock.js";

type Identity = Omit<
  Account,
  "activationPlans" | "rechargePlans" | "sims" | "subscribers" | "numbersGiven" | "specimens"
>;

interface Beginning {
  identity: Identity;
  iccPrefix: string;
  unknownNumber: string;
  market: Market;
}

/** Passwords are longer than one block, so that the two ciphers differ in what they make of them. */
const SOUTH_AFRICA: Beginning = {
  identity: {
    id: "next-za",
    displayName: "NextComm sandbox South Africa",
    loginId: "UATLogin-za",
    userId: "cp_za_04",
    password: "next-za-sandbox-password",
    encryptionKey: "next-za-sandbox-key-of-32-bytes!",
    cipher: "aes-256-cbc",
    loginEntityId: "70211",
    timeZone: "Africa/Johannesburg",
    currency: "ZAR",
    numberPrefix: "27827",
    settings: {
      credit: 5_000_000_000,
      messageData: "text",
      planKey: "either",
      tokenRefusal: 200,
      requestIdEcho: "exact",
      facilityFlags: "boolean",
      hasSimExpDate: true,
    },
  },
  iccPrefix: "89270761",
  unknownNumber: "27999999999",
  market: { offset: 0, profile: "SA Local", priceOf: (price) => price },
};

const EUROPE: Beginning = {
  identity: {
    id: "next-eu",
    displayName: "NextComm sandbox Europe",
    loginId: "UATLogin-eu",
    userId: "cp_eu_01",
    password: "next-eu-sandbox-password",
    encryptionKey: "hex:6e6578742d65752d73616e64626f782d6b65792d6f662d33322d627974657321",
    cipher: "aes-256-ecb",
    loginEntityId: "80344",
    timeZone: "Europe/Amsterdam",
    currency: "EUR",
    numberPrefix: "31970",
    settings: {
      credit: 300_000_000,
      messageData: "text",
      planKey: "either",
      tokenRefusal: 401,
      requestIdEcho: "garbled",
      facilityFlags: "words",
      hasSimExpDate: false,
    },
  },
  iccPrefix: "89310441",
  unknownNumber: "31999999999",
  market: { offset: 1000, profile: "EU Roaming", priceOf: (price) => Math.round(price * 5.5) / 100 },
};

function accountOf({ identity, iccPrefix, unknownNumber, market }: Beginning, now: number): Account {
  const account: Account = {
    ...identity,
    settings: { ...identity.settings },
    activationPlans: activationPlans(market),
    rechargePlans: rechargePlans(market),
    sims: new Map(),
    subscribers: new Map(),
    numbersGiven: 0,
    specimens: { unknownNumber },
  };
  const [tourist] = account.activationPlans;
  const local = account.activationPlans.find(({ regionId }) => regionId === "24");
  const dataSim = account.activationPlans.find(({ regionId }) => regionId === "25");
  const [recharge] = account.rechargePlans;
  if (!tourist || !local || !dataSim || !recharge) throw new Error("too few plans");
  addSims(account, iccPrefix);
  addSubscribers(account, local, localTime(now, account.timeZone));
  nameSims(account);
  Object.assign(account.specimens, {
    planId: String(local.row.ServiceId),
    touristPlanId: String(tourist.row.ServiceId),
    dataPlanId: String(dataSim.row.ServiceId),
    planCode: recharge.row.PlanCode,
  });
  return account;
}

/** Two accounts with a catalogue, a stock of SIMs and lines in all conditions. */
export const seedWorld = (now: number): World => ({
  accounts: [SOUTH_AFRICA, EUROPE].map((beginning) => accountOf(beginning, now)),
  tokens: new Map(),
  counter: 15_088,
  transactions: [],
  documents: [],
});
