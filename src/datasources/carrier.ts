import type { z } from "zod";
import type { AddonDetail } from "../model/addon.js";
import type { BicsBulkCreation, BicsIccidRange, BicsRoamingProfile } from "../model/bics.js";
import type { CarrierId } from "../model/carrier.js";
import type { EndpointProfile, EndpointSummary, Page } from "../model/endpoint.js";
import type {
  AddonSubscription,
  AddonSubscriptionResult,
  BlacklistChange,
  BulkEndpointCreation,
  BulkEndpointSelection,
  CreationResult,
  EndpointChange,
  EndpointCreation,
  SingleEndpointChange,
  StateChangeReason,
  StateChangeResult,
  TargetState,
  ThresholdChange,
  WriteResult,
} from "../model/endpoint-actions.js";
import type { BillingType } from "../model/line.js";
import type { Connectivity, Location, Network } from "../model/network.js";
import type { Plan, PlanKind } from "../model/plan.js";
import type { Sim } from "../model/sim.js";
import type { Usage } from "../model/usage.js";
import type { AccountConfig } from "./account-config.js";
import type { AgeLimit, CallContext, CallRecord, Load } from "./call.js";
import type { CostsOf, MethodOf } from "./port/costs.js";
import type { NotificationReader } from "./port/notifications.js";
import type {
  ActivationWrites,
  AllowanceReads,
  BillingReads,
  BillingWrites,
  OrderWrites,
  PlanExpiryReads,
  ProgressReads,
  QuoteReads,
  RechargePlanReads,
  RechargeWrites,
  SalesReads,
  StockReads,
  SubscriberReads,
  SubscriberWrites,
} from "./port/subscribers.js";

export type { AgeLimit, CallContext, CallRecord };

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
  /** Null when the carrier does not know the ICCID. */
  byIccid(iccid: string, call: CallContext): Promise<Sim | null>;
}

/** The SIM inventory as a list; a carrier may know single SIMs only. */
export interface SimListing {
  /** Most rows in one page. */
  readonly maxPageSize: number;
  list(page: PageRequest, call: CallContext): Promise<Page<Sim>>;
}

/** A part of a catalogue that is read by one call. */
export interface CataloguePart {
  readonly kind: PlanKind;
  /** UNKNOWN where the carrier does not divide its plans by it. */
  readonly billing: BillingType;
  /** The carrier's id of a region; null where it has none. */
  readonly region: string | null;
}

export interface PlanReads {
  /** All parts of the catalogue; those where plans are looked for most stand first. */
  readonly parts: readonly CataloguePart[];
  list(part: CataloguePart, call: CallContext): Promise<readonly Plan[]>;
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

/** All of them, or by one of two filters, which the carrier does not take together. */
export type BulkCreationQuery =
  | { readonly simProvisionId: string }
  | { readonly endpointStatus: "ACTIVE" | "PRE_ACTIVE" }
  | { readonly all: true };

/**
 * THE PORT, its read side: what an account can be asked, each capability present or absent.
 * A read never changes anything at a carrier: writes are not expressible here.
 */
export interface Reads {
  readonly endpoints?: EndpointReads;
  readonly addons?: AddonReads;
  readonly sims?: SimReads;
  readonly simListing?: SimListing;
  readonly plans?: PlanReads;
  readonly usage?: UsageReads;
  readonly networks?: NetworkReads;
  readonly connectivity?: ConnectivityReads;
  readonly location?: LocationReads;
  readonly bics?: BicsReads;
  readonly subscribers?: SubscriberReads;
  readonly sales?: SalesReads;
  readonly quotes?: QuoteReads;
  readonly progress?: ProgressReads;
  readonly billing?: BillingReads;
  readonly allowances?: AllowanceReads;
  readonly stock?: StockReads;
  readonly planExpiry?: PlanExpiryReads;
  readonly rechargePlans?: RechargePlanReads;
}

/** The name of a read, such as `location.location`. */
export type ReadMethod = MethodOf<Reads>;

/**
 * The lifecycle of endpoints. Each method is one write at the carrier, sent at most once. What it throws is a Failure;
 * OUTCOME_UNKNOWN means that it may have been carried out: read the endpoint, never send it again.
 */
export interface EndpointWrites {
  create(creation: EndpointCreation, call: CallContext): Promise<CreationResult>;
  update(endpointId: string, change: SingleEndpointChange, call: CallContext): Promise<WriteResult>;
  /** Irreversible. The SIM must be unlinked before. */
  remove(endpointId: string, call: CallContext): Promise<WriteResult>;
  linkSim(endpointId: string, iccid: string, call: CallContext): Promise<WriteResult>;
  /** The plan and its charges stay with the endpoint. */
  unlinkSim(endpointId: string, call: CallContext): Promise<WriteResult>;
  /** First activation. Billing starts. */
  activate(endpointId: string, call: CallContext): Promise<WriteResult>;
  changeState(
    endpointId: string,
    to: TargetState,
    reason: StateChangeReason | null,
    call: CallContext,
  ): Promise<StateChangeResult>;
  /** Replaces all roaming profiles. */
  changeRoamingProfiles(endpointId: string, ids: readonly string[], call: CallContext): Promise<WriteResult>;
  changePlan(endpointId: string, planId: string, call: CallContext): Promise<WriteResult>;
  /** Each call adds one more and charges for it. */
  subscribeAddon(endpointId: string, addon: AddonSubscription, call: CallContext): Promise<AddonSubscriptionResult>;
  setThreshold(endpointId: string, change: ThresholdChange, call: CallContext): Promise<WriteResult>;
  updateBlacklist(endpointId: string, change: BlacklistChange, call: CallContext): Promise<WriteResult>;
}

/** Bulk jobs: taken on by the carrier, followed by their reference. */
export interface BulkEndpointWrites {
  create(creation: BulkEndpointCreation, call: CallContext): Promise<WriteResult>;
  update(selection: BulkEndpointSelection, change: EndpointChange, call: CallContext): Promise<WriteResult>;
}

/**
 * The lifecycle of SIMs at a carrier without lines. Each method is one write, sent at most once, by the rules of
 * EndpointWrites. The result is `pending` where the carrier only takes it on: it ends with a call to `callbackUrl`, or
 * is seen by reading the SIM. Without a `callbackUrl` only by reading.
 */
export interface SimWrites {
  /** Puts the SIM into service. */
  activate(iccid: string, callbackUrl: string | null, call: CallContext): Promise<WriteResult>;
  /** Takes the SIM out of service until it is restored. */
  block(iccid: string, callbackUrl: string | null, call: CallContext): Promise<WriteResult>;
  /** Undoes a block, and nothing else. */
  restore(iccid: string, callbackUrl: string | null, call: CallContext): Promise<WriteResult>;
  /** Irreversible. */
  terminate(iccid: string, callbackUrl: string | null, call: CallContext): Promise<WriteResult>;
}

/** THE PORT, its write side: what an account can be made to do. Empty for an account that is read-only. */
export interface Writes {
  readonly endpoints?: EndpointWrites;
  readonly bulk?: BulkEndpointWrites;
  readonly sims?: SimWrites;
  readonly subscribers?: SubscriberWrites;
  readonly orders?: OrderWrites;
  readonly billing?: BillingWrites;
  readonly activations?: ActivationWrites;
  readonly recharges?: RechargeWrites;
}

/** One account at one carrier, as the rest of the program sees it. */
export interface DataSource {
  readonly account: string;
  readonly carrier: CarrierId;
  readonly reads: Reads;
  /** What each of these reads costs at most. */
  readonly costs: Partial<CostsOf<Reads>>;
  readonly writes: Writes;
  /** Absent for a carrier that has no fixed addresses to call. */
  readonly notifications?: NotificationReader;
  readonly load: Load;
  /** So many processes work with the account: this one takes its part of the limits, and one call at a time at least. */
  share(replicas: number): void;
  /** Frees the sockets. */
  close(): Promise<void>;
}

/** What a carrier folder exports: everything the program needs to know of a carrier. */
export interface Carrier<Config extends AccountConfig = AccountConfig> {
  readonly id: CarrierId;
  readonly label: string;
  /** Reads one entry of the accounts file that names this carrier. */
  readonly config: z.ZodType<Config>;
  /** Its own names of the operations whose answers may be kept. */
  readonly reads: readonly string[];
  create(config: Config, observe: (record: CallRecord) => void): DataSource;
}
