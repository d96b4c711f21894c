import type { z } from "zod";
import type { AddonDetail } from "../model/addon.js";
import type { BicsBulkCreation, BicsIccidRange, BicsRoamingProfile } from "../model/bics.js";
import type { CarrierId } from "../model/carrier.js";
import type { EndpointProfile, EndpointSummary, Page } from "../model/endpoint.js";
import type { BillingType } from "../model/line.js";
import type { Connectivity, Location, Network } from "../model/network.js";
import type { Plan, PlanKind } from "../model/plan.js";
import type { Sim } from "../model/sim.js";
import type { Usage } from "../model/usage.js";
import type { AccountConfig } from "./account-config.js";
import type { CallRecord } from "./http/client.js";

/** What every carrier call is made under: who waits for it, until when, and under which request id it is logged. */
export interface CallContext {
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which nobody waits any more. */
  readonly deadlineAt: number;
}

/** Page `number` (from 1) of pages of `size` rows. */
export interface PageRequest {
  readonly number: number;
  readonly size: number;
}

/** Rows by tag id; null asks for rows without any tag; absent asks for all. */
export interface EndpointQuery {
  readonly tagId?: string | null;
}

/** Numbers that identify a line or a SIM, as the carrier knows them. */
export type LineNumber =
  | { readonly kind: "iccid"; readonly value: string }
  | { readonly kind: "imsi"; readonly value: string }
  | { readonly kind: "msisdn"; readonly value: string }
  | { readonly kind: "eid"; readonly value: string };

export interface EndpointReads {
  /** Most rows in one page. */
  readonly maxPageSize: number;
  list(page: PageRequest, query: EndpointQuery, call: CallContext): Promise<Page<EndpointSummary>>;
  /** Null when no line has the number. May walk the whole listing. */
  find(number: LineNumber, call: CallContext): Promise<EndpointSummary | null>;
  /** Null when the carrier does not know the endpoint. */
  profile(endpointId: string, call: CallContext): Promise<EndpointProfile | null>;
}

export interface AddonReads {
  details(endpointId: string, call: CallContext): Promise<readonly AddonDetail[]>;
}

export interface SimReads {
  readonly maxPageSize: number;
  list(page: PageRequest, call: CallContext): Promise<Page<Sim>>;
  byIccid(iccid: string, call: CallContext): Promise<Sim | null>;
}

export interface PlanReads {
  /** The kinds of plan that the carrier's catalogue has. */
  readonly kinds: readonly PlanKind[];
  list(kind: PlanKind, billing: Exclude<BillingType, "UNKNOWN">, call: CallContext): Promise<readonly Plan[]>;
}

/** Both dates inclusive, ISO `YYYY-MM-DD`, days as the carrier counts them. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface UsageReads {
  usage(endpointId: string, period: Period, call: CallContext): Promise<Usage>;
}

export interface NetworkReads {
  /** `isBlacklisted` narrows the answer; null asks for all networks. */
  networks(endpointId: string, isBlacklisted: boolean | null, call: CallContext): Promise<readonly Network[]>;
}

export interface ConnectivityReads {
  connectivity(endpointId: string, call: CallContext): Promise<Connectivity>;
}

export interface LocationReads {
  location(endpointId: string, call: CallContext): Promise<Location>;
}

/** What only BICS offers to read. */
export interface BicsReads {
  iccidRanges(call: CallContext): Promise<readonly BicsIccidRange[]>;
  bulkCreations(query: BulkCreationQuery, call: CallContext): Promise<readonly BicsBulkCreation[]>;
  roamingProfiles(call: CallContext): Promise<readonly BicsRoamingProfile[]>;
}

/** The carrier takes one of the two, never both. */
export type BulkCreationQuery =
  | { readonly simProvisionId: string }
  | { readonly endpointStatus: "ACTIVE" | "PRE_ACTIVE" };

/**
 * THE PORT, its read side: what an account can be asked, each capability present or absent.
 * A read never changes anything at a carrier: writes are not expressible here.
 */
export interface Reads {
  readonly endpoints?: EndpointReads;
  readonly addons?: AddonReads;
  readonly sims?: SimReads;
  readonly plans?: PlanReads;
  readonly usage?: UsageReads;
  readonly networks?: NetworkReads;
  readonly connectivity?: ConnectivityReads;
  readonly location?: LocationReads;
  readonly bics?: BicsReads;
}

/** One account at one carrier, as the rest of the program sees it. */
export interface DataSource {
  readonly account: string;
  readonly carrier: CarrierId;
  readonly reads: Reads;
  /** Calls under way and calls waiting for a place. */
  readonly load: { readonly running: number; readonly waiting: number };
  /** Frees the sockets. */
  close(): Promise<void>;
}

/** What a carrier folder exports: everything the program needs to know of a carrier. */
export interface Carrier<Config extends AccountConfig = AccountConfig> {
  readonly id: CarrierId;
  readonly label: string;
  /** Reads one entry of the accounts file that names this carrier. */
  readonly config: z.ZodType<Config>;
  create(config: Config, observe: (record: CallRecord) => void): DataSource;
}
