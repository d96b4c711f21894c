import type { Account, Sim, Word, World } from "./state.js";

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** Twenty digits, as in the document. */
const iccOf = (n: number): string => `8945999${pad(n, 13)}`;

const JOB_MS = 5000;

/** The shapes in which tags, products and pools are printed, in turn. */
const SHAPES: readonly Pick<Sim, "tags" | "product" | "pool" | "countryCode">[] = [
  { tags: [], product: {}, pool: {}, countryCode: "DK" },
  {
    tags: ["fleet", "north"],
    product: { id: 7, name: "IoT 100" },
    pool: { name: "Shared", used: 0.5 },
    countryCode: "45",
  },
  {
    tags: [{ id: 1, name: "fleet" }, null, 12],
    product: { name: "IoT Flex", limits: { dataMb: 500, isShared: true }, zones: ["EU", "UK"] },
    pool: { id: "p-1", product: null },
    countryCode: "Denmark",
  },
  { tags: null, product: null, pool: null, countryCode: null },
  { tags: { fleet: "north" }, product: "IoT 100", pool: [], countryCode: "" },
];

/** The forms in which a number is printed, in turn. */
const FORMS: readonly ((digits: string) => string | null)[] = [
  (digits) => `+45${digits}`,
  (digits) => `45${digits}`,
  (digits) => `0045 ${digits.slice(0, 4)} ${digits.slice(4)}`,
  () => null,
  (digits) => `0${digits}`,
];

function makeSim(n: number, status: Word): Sim {
  const shape = SHAPES[n % SHAPES.length] ?? SHAPES[0];
  const form = FORMS[n % FORMS.length];
  if (!shape || !form) throw new Error("no shapes");
  return { icc: iccOf(n), status, msisdn: form(`99${pad(n, 6)}`), ...structuredClone(shape), job: null };
}

const STOCK: Readonly<Record<Word, number>> = {
  INACTIVE: 10,
  ACTIVATED: 10,
  BLOCKED: 5,
  TERMINATED: 3,
  QUARANTINED: 2,
};

/** 32 SIMs in all states, two of them with a status that is printed oddly. */
export function seedWorld(): World {
  const account: Account = {
    id: "nexcon",
    apiKey: "nexcon_sandbox_key_4711",
    displayName: "NexCon sandbox",
    sims: new Map(),
    specimens: {},
    callback: "normal",
    jobMs: JOB_MS,
    isAllowed: true,
  };
  const add = (sim: Sim, name?: string): void => {
    account.sims.set(sim.icc, sim);
    if (name !== undefined) account.specimens[name] ??= sim.icc;
  };
  let n = 0;
  for (const [word, count] of Object.entries(STOCK) as [Word, number][]) {
    for (let i = 0; i < count; i++) add(makeSim(n++, word), word.toLowerCase());
  }
  add({ ...makeSim(n++, "ACTIVATED"), printedStatus: " Activated " }, "oddlyPrinted");
  add({ ...makeSim(n++, "INACTIVE"), printedStatus: null }, "withoutStatus");
  account.specimens.unknown = iccOf(9_999);
  return { accounts: [account], due: [], deliveries: [], inFlight: new Set() };
}
