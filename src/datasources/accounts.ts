import { Failure } from "../errors.js";
import { CAPABILITIES, type Capability, type CarrierId } from "../model/carrier.js";
import type { AccountConfig } from "./account-config.js";
import type { CallRecord, Load } from "./call.js";
import type { DataSource, Reads, Writes } from "./carrier.js";
import { type Health, HealthTracker } from "./health.js";
import type { NotificationReader } from "./port/notifications.js";

/** An entry of the accounts file that was read and can be opened. */
export interface AccountSetup {
  readonly carrier: CarrierId;
  readonly config: AccountConfig;
  open(observe: (record: CallRecord) => void): DataSource;
}

const READ_OF = {
  ENDPOINTS: "endpoints",
  ADDONS: "addons",
  SIMS: "sims",
  SIM_LISTING: "simListing",
  PLANS: "plans",
  USAGE: "usage",
  LOCATION: "location",
  CONNECTIVITY: "connectivity",
  NETWORKS: "networks",
  SUBSCRIBERS: "subscribers",
  SALES: "sales",
  QUOTES: "quotes",
  PROGRESS: "progress",
  BILLING: "billing",
  ALLOWANCES: "allowances",
  STOCK: "stock",
  PLAN_EXPIRY: "planExpiry",
  RECHARGE_PLANS: "rechargePlans",
} as const satisfies Record<Capability, keyof Reads>;

export interface AccountHooks {
  readonly observe: (record: CallRecord) => void;
  /** Gets what an account can be made to do. An Account itself offers reads only: who holds one cannot write. */
  readonly keepWrites?: (account: string, writes: Writes) => void;
}

/** One configured account: its facts, what can be read of it, and how it has been answering. */
export class Account {
  readonly #tracker = new HealthTracker();
  readonly #source: DataSource;
  readonly carrier: CarrierId;
  readonly config: AccountConfig;

  constructor(setup: AccountSetup, { observe, keepWrites }: AccountHooks) {
    this.carrier = setup.carrier;
    this.config = setup.config;
    this.#source = setup.open((record) => {
      this.#tracker.observe(record);
      observe(record);
    });
    keepWrites?.(this.id, this.#source.writes);
  }

  get id(): string {
    return this.config.id;
  }

  get reads(): Reads {
    return this.#source.reads;
  }

  /** What each of its reads costs at most, in carrier calls. */
  get costs(): DataSource["costs"] {
    return this.#source.costs;
  }

  /** Absent where the carrier has no fixed addresses to call. */
  get notifications(): NotificationReader | undefined {
    return this.#source.notifications;
  }

  get health(): Health {
    return this.#tracker.health;
  }

  get load(): Load {
    return this.#source.load;
  }

  get capabilities(): readonly Capability[] {
    return CAPABILITIES.filter((capability) => this.reads[READ_OF[capability]] !== undefined);
  }

  /** A capability that the carrier must have. Throws NOT_SUPPORTED_BY_CARRIER. */
  read<Name extends keyof Reads>(name: Name): NonNullable<Reads[Name]> {
    const reads = this.reads[name];
    if (reads) return reads;
    throw new Failure("NOT_SUPPORTED_BY_CARRIER", `${this.carrier} does not offer ${name}.`, {
      carrier: this.carrier,
      account: this.id,
    });
  }

  /** See DataSource. */
  share(replicas: number): void {
    this.#source.share(replicas);
  }

  close(): Promise<void> {
    return this.#source.close();
  }
}

/** All configured accounts, in the order of the accounts file. */
export class Accounts {
  readonly #byId: ReadonlyMap<string, Account>;

  constructor(setups: readonly AccountSetup[], hooks: AccountHooks) {
    this.#byId = new Map(setups.map((setup) => [setup.config.id, new Account(setup, hooks)]));
  }

  get all(): readonly Account[] {
    return [...this.#byId.values()];
  }

  /** Null for an id that no account has. */
  find(id: string): Account | null {
    return this.#byId.get(id) ?? null;
  }

  /** Throws NOT_FOUND, naming the field that asked for it. */
  get(id: string, field: readonly string[] = ["account"]): Account {
    const account = this.find(id);
    if (account) return account;
    throw new Failure("NOT_FOUND", `${field.join(".")}: there is no account of this id.`, {
      field,
      hint: `Configured accounts: ${[...this.#byId.keys()].join(", ")}.`,
    });
  }

  /** So many processes work with these accounts: this one takes its part of their limits. */
  share(replicas: number): void {
    for (const account of this.all) account.share(replicas);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((account) => account.close()));
  }
}
