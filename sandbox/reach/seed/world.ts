import { type Account, DURATIONS, type Style, type World } from "../state.js";
import { IMEIS, INVALID_SIM, iccidOf, MDNS, makeCatalogue, ON_FILE } from "./catalogue.js";
import { seedCustomers } from "./customers.js";
import { seedMoney } from "./money.js";

const PATIENCE_MS = 10_000;

interface Identity {
  id: string;
  displayName: string;
  /** The first digit of the account's ids and numbers. */
  digit: number;
  style: Style;
}

const ACCOUNTS: readonly Identity[] = [
  {
    id: "reach-us",
    displayName: "Reach sandbox, numbers as numbers",
    digit: 1,
    style: { isTextual: false, isCoverageByCarrier: false, lifecycleStatus: 202 },
  },
  {
    id: "reach-mvno",
    displayName: "Reach sandbox, numbers as text",
    digit: 2,
    style: { isTextual: true, isCoverageByCarrier: true, lifecycleStatus: 200 },
  },
];

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** As long as a real one, so that its Base64 would be wrapped by a careless encoder. */
const jwtOf = (id: string): string =>
  [base64url({ alg: "HS256", typ: "JWT" }), base64url({ sub: id, aud: "reach-sandbox", scope: "client" }), "sandbox"]
    .join(".")
    .concat("-signature".repeat(3));

/** Things of the world outside that have a name, besides the lines. */
const outside = (digit: number): Record<string, string> => ({
  iccidFree: iccidOf(digit, 50),
  iccidFreeToo: iccidOf(digit, 51),
  iccidInvalid: iccidOf(digit, INVALID_SIM),
  iccidUnknown: iccidOf(digit, 99),
  imeiPsim: IMEIS.psim,
  imeiEsim: IMEIS.esim,
  imeiBoth: IMEIS.both,
  imeiInvalid: "350000000000094",
  mdnPortable: MDNS[0],
  mdnPortableToo: MDNS[1],
  mdnNotPortable: "6785550999",
  portAccount: ON_FILE.account,
  portPin: ON_FILE.password,
  portZip: ON_FILE.zip,
  zipServed: "30301",
  zipNotServed: "99999",
  unknownCustomer: `C${digit}99999`,
});

function makeAccount({ id, displayName, digit, style }: Identity, now: number): Account {
  const account: Account = {
    id,
    jwt: jwtOf(id),
    apiKey: `${id}-api-key-4711`,
    displayName,
    style,
    settings: {
      isAllowed: true,
      rateLimit: null,
      callbackBaseUrl: null,
      callback: "normal",
      callbackTimeoutMs: PATIENCE_MS,
      durations: { ...DURATIONS },
    },
    catalogue: makeCatalogue(digit),
    customers: new Map(),
    groups: new Map(),
    purchases: new Map(),
    planChanges: new Map(),
    simSwaps: new Map(),
    bills: [],
    invoices: [],
    cardLinks: new Map(),
    accessKeys: 0,
    serial: digit * 100_000 + 200,
    specimens: outside(digit),
  };
  seedCustomers(account, digit, now);
  seedMoney(account, now);
  account.specimens.clientAccountId = [...account.groups.values()][0]?.clientAccountId ?? "";
  return account;
}

/** Two accounts with the same lines, under ids of their own. */
export const seedWorld = (now: number): World => ({
  accounts: ACCOUNTS.map((identity) => makeAccount(identity, now)),
  due: [],
  catchingUp: null,
  deliveries: [],
  inFlight: new Set(),
});
