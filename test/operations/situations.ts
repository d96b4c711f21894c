import type { Sandbox } from "../../sandbox/types.js";
import type { CallContext, DataSource, EndpointReads, EndpointWrites } from "../../src/datasources/carrier.js";
import { parseAccount } from "../../src/datasources/carriers.js";
import type { EndpointProfile } from "../../src/model/endpoint.js";

/** An endpoint in a state, made for one test alone, and what the verbs need to know of it. */
export interface Subject {
  readonly account: string;
  readonly native: string;
  readonly name: string;
  /** An add-on that it has; null where it never could have one, or the add-on waits for service. */
  readonly instance: string | null;
  readonly counter: string | null;
  /** A SIM that is linked to nothing, always the same. */
  freeSim(): string;
  readonly isOemState: boolean;
}

/** The plan of the add-on that every subject has, as far as its state allows. */
export const ADDON_PLAN = "795750";
const BASE_PLAN = "560082";

interface Stock {
  readonly firstSim: bigint;
  readonly roamingProfile: string;
  readonly otherProfile: string;
}

/** What the sandbox has in store for its accounts. */
const STOCK: Readonly<Record<string, Stock>> = {
  "bics-eu": { firstSim: 8_932_042_000_000_150_000n, roamingProfile: "8953", otherProfile: "8954" },
  "bics-oem": { firstSim: 8_932_042_000_000_550_000n, roamingProfile: "15088", otherProfile: "15089" },
};

export const stockOf = (account: string): Stock => {
  const stock = STOCK[account];
  if (stock === undefined) throw new Error(`nothing is in store for ${account}`);
  return stock;
};

/** The number in a run of free SIMs that is missing. */
const HOLE = 70;

/** How an endpoint that was just put into service comes to be in a state: each step is one call at the carrier. */
type Way = (steps: Steps) => Promise<void>;

interface Steps {
  suspend(): Promise<unknown>;
  activate(): Promise<unknown>;
  stock(): Promise<unknown>;
  unlink(): Promise<unknown>;
  link(): Promise<unknown>;
}

const none: Way = async () => {};
const hold: Way = async ({ unlink }) => void (await unlink());
const preActive: Way = async ({ unlink, link }) => {
  await unlink();
  await link();
};
const suspended: Way = async ({ suspend }) => void (await suspend());
const afterService =
  (way: Way): Way =>
  async (steps) => {
    await steps.activate();
    await way(steps);
  };

/** Every state that an endpoint of an account can be in. An OEM account puts into test what others put into service. */
export const SITUATIONS: readonly {
  readonly account: string;
  readonly situation: string;
  /** Null: created without a SIM. */
  readonly way: Way | null;
}[] = [
  { account: "bics-eu", situation: "PRE_ACTIVE with a SIM", way: preActive },
  { account: "bics-eu", situation: "PRE_ACTIVE without a SIM", way: null },
  { account: "bics-eu", situation: "ACTIVE", way: none },
  { account: "bics-eu", situation: "SUSPENDED", way: suspended },
  { account: "bics-eu", situation: "HOLD", way: hold },
  { account: "bics-oem", situation: "PRE_ACTIVE with a SIM", way: afterService(preActive) },
  { account: "bics-oem", situation: "PRE_ACTIVE without a SIM", way: null },
  { account: "bics-oem", situation: "TEST", way: none },
  { account: "bics-oem", situation: "INVENTORY", way: async ({ stock }) => void (await stock()) },
  { account: "bics-oem", situation: "ACTIVE", way: afterService(none) },
  { account: "bics-oem", situation: "SUSPENDED", way: afterService(suspended) },
  { account: "bics-oem", situation: "HOLD", way: afterService(hold) },
];

/** An account of the sandbox by our own data source, past the graph and all that it would refuse. */
export class Direct {
  readonly #sources = new Map<string, DataSource>();
  readonly #taken = new Map<string, number>();

  constructor(sandbox: Sandbox) {
    for (const entry of sandbox.accounts) {
      const parsed = parseAccount(entry);
      if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
      this.#sources.set(
        entry.id,
        parsed.setup.open(() => {}),
      );
    }
  }

  writes(account: string): EndpointWrites {
    return present(this.#sources.get(account)?.writes.endpoints);
  }

  /** A SIM that nobody has had. */
  freeSim(account: string): string {
    const turn = (this.#taken.get(account) ?? -1) + 1;
    const next = turn === HOLE ? HOLE + 1 : turn;
    this.#taken.set(account, next);
    return String(stockOf(account).firstSim + BigInt(next));
  }

  /** A new endpoint in a situation. Throws when the carrier does not follow. */
  async subject({ account, way }: (typeof SITUATIONS)[number]): Promise<Subject> {
    const native = await this.#create(account, way);
    const profile = present(await this.#reads(account).profile(native, call()));
    let freeSim: string | null = null;
    const take = () => {
      freeSim ??= this.freeSim(account);
      return freeSim;
    };
    return { account, native, ...factsOf(profile), freeSim: take };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sources.values()].map((source) => source.close()));
  }

  async #create(account: string, way: Way | null): Promise<string> {
    const writes = this.writes(account);
    const iccid = way === null ? null : this.freeSim(account);
    const isActivated = iccid !== null;
    const creation = { ...CREATION, iccid, isActivated, addonPlanIds: isActivated ? [ADDON_PLAN] : [] };
    const made = await writes.create({ ...creation, roamingProfileIds: [stockOf(account).roamingProfile] }, call());
    const native = present(made.reference);
    await way?.({
      suspend: () => writes.changeState(native, "SUSPENDED", null, call()),
      activate: () => writes.changeState(native, "ACTIVE", null, call()),
      stock: () => writes.changeState(native, "INVENTORY", null, call()),
      unlink: () => writes.unlinkSim(native, call()),
      link: () => writes.linkSim(native, iccid ?? "", call()),
    });
    return native;
  }

  #reads(account: string): EndpointReads {
    return present(this.#sources.get(account)?.reads.endpoints);
  }
}

const CREATION = {
  name: "Specimen",
  planId: BASE_PLAN,
  apnGroupId: "PDP_1002",
  monthlyLimit: null,
  dynamicBenefitId: null,
  imeiLock: null,
  imei: null,
  valueAddedFeatureIds: [],
  tagIds: [],
} as const;

function factsOf({ name, state, addons, counters }: EndpointProfile) {
  const instance = addons[0]?.instanceId ?? null;
  const counter = counters.find(({ addonInstanceId }) => addonInstanceId === instance)?.carrierCounterId ?? null;
  return { name: present(name), instance, counter, isOemState: state === "TEST" || state === "INVENTORY" };
}

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("the carrier did not follow");
  return value;
}

/** What a call outside of any request is made under. */
export const call = (): CallContext => ({
  requestId: "a test",
  signal: new AbortController().signal,
  deadlineAt: Date.now() + 5_000,
});
