/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A lifecycle verb. */
export type Action =
  /** Add several add-ons at once. Each time adds one more of each, and charges for it. */
  | 'ADDONS_ADD'
  /** Remove add-ons. */
  | 'ADDONS_REMOVE'
  /** Add an add-on. Each time adds one more, and charges for it. */
  | 'ADDON_SUBSCRIBE'
  /** Charge a bill to a card. */
  | 'BILL_PAY'
  /** Have a card used where none is named. */
  | 'CARD_DEFAULT_SET'
  /** Delete a card. */
  | 'CARD_DELETE'
  /** Make a page at which a person gives a card. */
  | 'CARD_LINK_CREATE'
  /** Change expiry or priority of a card. */
  | 'CARD_UPDATE'
  /** Cut the data of a line off. */
  | 'DATA_CUT_OFF'
  /** Give a line its data back. */
  | 'DATA_RESTORE'
  /** Send papers of people. */
  | 'DOCUMENTS_UPLOAD'
  /** Make many endpoints with their SIMs at once, all or none. */
  | 'ENDPOINTS_CREATE'
  /** Change many endpoints in the same way at once; it may be done for some of them only. */
  | 'ENDPOINTS_UPDATE'
  /** Put an endpoint into service for the first time. Billing starts. */
  | 'ENDPOINT_ACTIVATE'
  /** Put an endpoint under test or in inventory into full service. OEM accounts only. */
  | 'ENDPOINT_COMMISSION'
  /** Make an endpoint, with a SIM and in service if so asked. */
  | 'ENDPOINT_CREATE'
  /** Remove an endpoint for good; ends its charges. */
  | 'ENDPOINT_DELETE'
  /** Put a suspended endpoint back into service. */
  | 'ENDPOINT_RESUME'
  /** Put an endpoint under test into inventory, where it stays until it is used. OEM accounts only. */
  | 'ENDPOINT_STOCK'
  /** Take an endpoint out of service for now. */
  | 'ENDPOINT_SUSPEND'
  /** Change name, IMEI lock, tags, barring, APN group, features or the dynamic benefit. */
  | 'ENDPOINT_UPDATE'
  /** Buy credit for calls abroad, by a quote. */
  | 'ILD_PURCHASE'
  /** Have an invoice sent by e-mail. */
  | 'INVOICE_SEND'
  /** Put networks on the black list, or take them off it. */
  | 'NETWORK_BLACKLIST_UPDATE'
  /** Give a line another number. */
  | 'NUMBER_SWAP'
  /** Change the base plan. */
  | 'PLAN_CHANGE'
  /** Move the day on which the plan of a number ends. */
  | 'PLAN_EXPIRY_SET'
  /** Correct a port-in that has failed, or call it off. */
  | 'PORT_IN_UPDATE'
  /** Make a line the primary one of its group. */
  | 'PRIMARY_LINE_SET'
  /** Buy for somebody new, by a quote. It makes a subscriber. */
  | 'PURCHASE'
  /** Buy for a subscriber, by a quote: a renewal, another line, an add-on. */
  | 'PURCHASE_SUBSEQUENT'
  /** Recharge a number. Each time charges once more. */
  | 'RECHARGE'
  /** Buy a roaming pack, by a quote. */
  | 'ROAMING_PACK_PURCHASE'
  /** Have a roaming pack renew itself, or not. */
  | 'ROAMING_PACK_RENEWAL_SET'
  /** Replace all roaming profiles. */
  | 'ROAMING_PROFILES_CHANGE'
  /** Call off the shipment of a SIM. */
  | 'SHIPMENT_CANCEL'
  /** Put a SIM into service. */
  | 'SIM_ACTIVATE'
  /** Give an endpoint its SIM. */
  | 'SIM_LINK'
  /** Put a suspended SIM back into service. */
  | 'SIM_RESUME'
  /** Take a SIM out of service until it is resumed. */
  | 'SIM_SUSPEND'
  /** Give a line another SIM. */
  | 'SIM_SWAP'
  /** Give a line another SIM by a one-time password. */
  | 'SIM_SWAP_BY_OTP'
  /** Have a one-time password sent for a SIM swap. */
  | 'SIM_SWAP_OTP_SEND'
  /** End a SIM for good. */
  | 'SIM_TERMINATE'
  /** Take the SIM from an endpoint; plan and charges stay. */
  | 'SIM_UNLINK'
  /** Send a message to a line. */
  | 'SMS_SEND'
  /** Put many SIMs into service, each on its own. */
  | 'SUBSCRIBERS_CREATE'
  /** Put a line into service on a SIM, with a number of its own if so asked. */
  | 'SUBSCRIBER_ACTIVATE'
  /** Put a SIM into service for a person. The plan is charged. */
  | 'SUBSCRIBER_CREATE'
  /** Record that somebody leaves. */
  | 'SUBSCRIBER_LEAVE'
  /** Change the plan, by a quote. */
  | 'SUBSCRIBER_PLAN_CHANGE'
  /** Bring a disconnected subscriber back. */
  | 'SUBSCRIBER_RECONNECT'
  /** Reset the account of a subscriber at the carrier. */
  | 'SUBSCRIBER_RESET'
  /** Put a suspended subscriber back into service. */
  | 'SUBSCRIBER_RESUME'
  /** Take a subscriber out of service until it is resumed. */
  | 'SUBSCRIBER_SUSPEND'
  /** Disconnect a subscriber; the number is released. */
  | 'SUBSCRIBER_TERMINATE'
  /** Change name, e-mail or address of a person. */
  | 'SUBSCRIBER_UPDATE'
  /** Set the threshold of an add-on's usage counter. */
  | 'THRESHOLD_SET'
  /** Buy a data pack, by a quote. */
  | 'TOP_UP_PURCHASE'
  /** Set the PIN of the voicemail. */
  | 'VOICEMAIL_PIN_RESET';

/** How far an activation or port-in has come. */
export type ActivationState =
  /** In service. */
  | 'ACTIVE'
  /** It failed; see `message`. */
  | 'FAILED'
  /** Not asked for yet. */
  | 'INACTIVE'
  /** Under way. */
  | 'IN_PROGRESS'
  /** The number is on its way from the other carrier. */
  | 'PORTING'
  /** The other carrier refused; correct it by `portInUpdate`. */
  | 'PORTING_FAILED'
  /** Called off. */
  | 'PORT_CANCELLED'
  /** A carrier's word that is not known; see `stateRaw`. */
  | 'UNKNOWN';

/** How far an attached add-on has come. */
export type AddonStatus =
  /** It counts. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** It starts later, often with the first use. */
  | 'PENDING'
  /** The carrier does not say. */
  | 'UNKNOWN';

/** An address in the United States. */
export type AddressInput = {
  /** City. */
  city: string;
  /** Street and number. */
  line1: string;
  /** More of it. */
  line2?: string | null | undefined;
  /** Who lives there. */
  name: string;
  /** State, two letters. */
  state: string;
  /** ZIP code, 5 digits. */
  zip: string;
};

/** What a balance counts, which is the unit of its amounts. */
export type BalanceKind =
  /** Bytes. */
  | 'DATA'
  /** Money. */
  | 'MONEY'
  /** Messages. */
  | 'SMS'
  /** Something the carrier names by a word that is not known; see the raw text. */
  | 'UNKNOWN'
  /** Seconds. */
  | 'VOICE';

/** Where a balance comes from. */
export type BalanceSource =
  /** Granted by an add-on. */
  | 'ADDON'
  /** The money account of the line. */
  | 'MAIN_ACCOUNT'
  /** Granted by the base plan. */
  | 'PLAN_PERIOD'
  /** Shared with other lines. */
  | 'POOL'
  /** Topped up. */
  | 'TOP_UP'
  /** A carrier's word that is not known; see `sourceRaw`. */
  | 'UNKNOWN';

/** Whether a balance can be used. */
export type BalanceStatus =
  /** It can be used. */
  | 'ACTIVE'
  /** Nothing is left. */
  | 'EXHAUSTED'
  /** Its time is over. */
  | 'EXPIRED'
  /** It has not started yet. */
  | 'PENDING'
  /** Blocked for now. */
  | 'SUSPENDED'
  /** The carrier does not say. */
  | 'UNKNOWN';

/** Charges a bill to a card. */
export type BillPayInput = {
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** What the bill says now, in major units: another amount is refused. */
  amount: string;
  /** The bill (`Bill.id`). */
  bill: string | number;
  /** The card (`Card.id`). */
  card: string | number;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** The subscriber (`Subscriber.id`). */
  subscriber: string | number;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** When usage is paid. */
export type BillingType =
  /** After, by bill. */
  | 'POSTPAID'
  /** Before. */
  | 'PREPAID'
  /** The carrier does not say. */
  | 'UNKNOWN';

/** What a callback came to. */
export type CallbackKind =
  /** The carrier's fixed address for what happens by itself. */
  | 'EVENTS'
  /** An address of its own that the carrier was given for one operation. */
  | 'OPERATION'
  /** The carrier's fixed address for the ends of what was asked for. */
  | 'RESULTS';

/** What became of a callback. */
export type CallbackOutcome =
  /** What it is about was read at the carrier, or is about to be. */
  | 'ACCEPTED'
  /** What it is about had ended. */
  | 'LATE'
  /** It could not be read; see `callbackReplay`. */
  | 'MALFORMED'
  /** It names nothing that could be read. */
  | 'NOTED';

/** What an account can be asked. */
export type Capability =
  /** Balances and counters of each add-on of a line. */
  | 'ADDONS'
  /** What a subscriber has used and has left. */
  | 'ALLOWANCES'
  /** Cards, bills, invoices and shipments. */
  | 'BILLING'
  /** Whether a line is on a network. */
  | 'CONNECTIVITY'
  /** Endpoints: listing, look-up, profile with plan, balances and counters. */
  | 'ENDPOINTS'
  /** Where a line was last seen, by cell. */
  | 'LOCATION'
  /** The networks that a line may meet. */
  | 'NETWORKS'
  /** The plan catalogue. */
  | 'PLANS'
  /** Until when the plan of a number runs. */
  | 'PLAN_EXPIRY'
  /** How purchases, activations, swaps and resets have come along. */
  | 'PROGRESS'
  /** What an order would cost. */
  | 'QUOTES'
  /** Recharge plans for one number. */
  | 'RECHARGE_PLANS'
  /** What is asked before a sale: coverage, device, SIM, port-in, offers, roaming packs. */
  | 'SALES'
  /** A SIM by its ICCID. */
  | 'SIMS'
  /** The list of all SIMs. */
  | 'SIM_LISTING'
  /** SIMs that wait for activation. */
  | 'STOCK'
  /** A subscriber by its id or number. */
  | 'SUBSCRIBERS'
  /** Usage in a period. */
  | 'USAGE';

/** A carrier platform. */
export type Carrier =
  /** BICS SIM for Things. */
  | 'BICS'
  /** NexCon.io. */
  | 'NEXCON'
  /** Next Communications. */
  | 'NEXTCOMM'
  /** PayU BBPS. */
  | 'PAYU'
  /** Reach Mobile. */
  | 'REACH';

/** Whether a line is on a network now. Not its administrative state. */
export type ConnectivityState =
  /** Registered without a data session. */
  | 'ATTACHED'
  /** Kept off the network. */
  | 'BLOCKED'
  /** Not connected. */
  | 'OFFLINE'
  /** Connected. */
  | 'ONLINE'
  /** The carrier does not say, or uses a word that is not known. */
  | 'UNKNOWN';

/** How far the creation of an endpoint came. */
export type CreationStep =
  /** It is in service. */
  | 'ACTIVATED'
  /** It is there, without a SIM. */
  | 'CREATED'
  /** It has its SIM. */
  | 'LINKED';

/** Sends papers of people. Each SIM is done or not on its own. */
export type DocumentsUploadInput = {
  /** In which account (`Account.id`). */
  account: string | number;
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** 1 to 10, of 4 MB together. */
  documents: Array<SimDocumentsInput>;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** An action on an endpoint. */
export type EndpointActionInput = {
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** The endpoint (`Endpoint.id`). */
  endpoint: string | number;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** A new endpoint: alone, or with a SIM, or also put into service. */
export type EndpointCreateInput = {
  /** The account (`Account.id`) in which to make it. */
  account: string | number;
  /** Add-ons (`Plan.id`), at most 15; only together with `isActivated`. They are charged for. */
  addons?: Array<string | number>;
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** The carrier's id of its APN group. */
  apnGroup: string | number;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** The carrier's id of its dynamic benefit. Some accounts demand one for service. */
  dynamicBenefit?: string | number | null | undefined;
  /** The carrier's ids of value-added features. */
  features?: Array<string | number>;
  /** ICCID of a free SIM to link; left out for none. */
  iccid?: string | null | undefined;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** Lock to a device. */
  imeiLock?: ImeiLockInput | null | undefined;
  /** Put it into service, which needs a SIM. Billing starts. Always told to the carrier. */
  isActivated?: boolean;
  /** Must be true where `isActivated` is: billing starts. */
  isBillingAccepted?: boolean;
  /** Monthly limit of a postpaid endpoint; the carrier names no unit. */
  monthlyLimit?: string | null | undefined;
  /** Its name, of 5 to 30 letters, digits, blanks, colons and underscores; better no other's. */
  name: string;
  /** Its base plan (`Plan.id`), of the same account. */
  plan: string | number;
  /** Its roaming profiles (`BicsRoamingProfile.id`), of that plan; at least one. */
  roamingProfiles: Array<string | number>;
  /** Labels (`Tag.id`), at most 10. */
  tags?: Array<string | number>;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** The closed list of failure codes. Errors carry them in `extensions.code`. */
export type ErrorCode =
  /** Read the object: it is there already. */
  | 'ALREADY_EXISTS'
  /** The operator must check the credentials of this account. */
  | 'CARRIER_AUTH_FAILED'
  /** The carrier's answer could not be read; report it with the request id. */
  | 'CARRIER_CONTRACT_VIOLATION'
  /** Read carrierCode and carrierMessage: they say why. */
  | 'CARRIER_REFUSED'
  /** The carrier did not answer in time; try again later. */
  | 'CARRIER_TIMEOUT'
  /** The carrier is down or out of reach; try again later. */
  | 'CARRIER_UNAVAILABLE'
  /** The carrier failed repeatedly and is given a rest; try again later. */
  | 'CIRCUIT_OPEN'
  /** Use a new key for a different request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Check the number; no account knows it. */
  | 'IDENTIFIER_NOT_FOUND'
  /** Top the account up first. */
  | 'INSUFFICIENT_BALANCE'
  /** Report it with the request id. */
  | 'INTERNAL'
  /** Correct the named field and send the request again. */
  | 'INVALID_ARGUMENT'
  /** Read the state: it does not allow this action. */
  | 'INVALID_TRANSITION'
  /** Check the id; the object may have been removed. */
  | 'NOT_FOUND'
  /** The carrier imposed it; remove the cause first. */
  | 'NOT_LIFTABLE'
  /** See Account.capabilities for what this carrier offers. */
  | 'NOT_SUPPORTED_BY_CARRIER'
  /** Wait until the operation under way has ended. */
  | 'OPERATION_IN_PROGRESS'
  /** Do not send it again: read the object to see what happened. */
  | 'OUTCOME_UNKNOWN'
  /** Use a value within the stated limits. */
  | 'OUT_OF_RANGE'
  /** Ask the operator of the account for this permission. */
  | 'PERMISSION_DENIED'
  /** Choose a plan that plans() lists for this account. */
  | 'PLAN_UNAVAILABLE'
  /** An equal action has an unknown outcome; settle it first. */
  | 'POSSIBLE_DUPLICATE'
  /** Remove something first; the carrier's limit is reached. */
  | 'QUOTA_EXCEEDED'
  /** Ask for a new quote. */
  | 'QUOTE_EXPIRED'
  /** The line's plan or service profile does not include it. */
  | 'SERVICE_NOT_APPLICABLE'
  /** Read the object again and decide anew. */
  | 'STATE_CHANGED'
  /** Reads of carriers work; send the same request with the same key again later. */
  | 'STORE_UNAVAILABLE'
  /** Slow down; retryAfterMs says how long, if the carrier did. */
  | 'TOO_MANY_REQUESTS'
  /** Send credentials with the request. */
  | 'UNAUTHENTICATED';

/** How far an eSIM profile has come. */
export type EsimProfileState =
  /** Ready to be downloaded. */
  | 'AVAILABLE'
  /** Removed from the device. */
  | 'DELETED'
  /** Installed, not in use. */
  | 'DISABLED'
  /** On the device, not yet installed. */
  | 'DOWNLOADED'
  /** In use. */
  | 'ENABLED'
  /** Download or installation failed. */
  | 'FAILED'
  /** Installed. */
  | 'INSTALLED'
  /** The SIM is no eSIM. */
  | 'NOT_APPLICABLE'
  /** The carrier does not say, or uses a word that is not known. */
  | 'UNKNOWN';

/** What an event tells of. */
export type EventKind =
  /** A carrier says that something asked for has come along. Not believed: the carrier is read. */
  | 'CALLBACK_RECEIVED'
  /** A carrier says that something happened by itself. Not believed: the subscriber is read. */
  | 'NOTIFICATION_RECEIVED'
  /** An operation has come to another state. */
  | 'OPERATION_CHANGED'
  /** An object was read in another state than when it was last read for an operation or a notification. */
  | 'STATE_OBSERVED';

/** How an account has been answering. */
export type HealthStatus =
  /** The latest call failed. */
  | 'DEGRADED'
  /** Several calls in a row failed. */
  | 'DOWN'
  /** The latest call was answered. */
  | 'OK'
  /** Nothing has been asked since the start. */
  | 'UNKNOWN';

/** Credit for calls abroad, for the whole group of lines. */
export type IldCreditInput = {
  /** How much, in major units. */
  amount: string;
  /** The card that pays (`Card.id`). */
  card: string | number;
  /** Who buys (`Subscriber.id`). */
  subscriber: string | number;
};

/** Whether the SIM works in one device only. */
export type ImeiLockInput = {
  /** The IMEI to set, 14 to 16 digits. A line locked to another IMEI must be unlocked first. */
  imei?: string | null | undefined;
  /** Forget the IMEI; not together with `imei`. */
  isImeiRemoved?: boolean;
  /** Lock it to its IMEI, or unlock it. */
  isLocked: boolean;
};

/** Whether an amount is set, and if not, why not. */
export type LimitKind =
  /** An amount: see `amount`, or `money`. */
  | 'LIMITED'
  /** Not granted yet. */
  | 'NOT_STARTED'
  /** The carrier does not say, or says something unreadable. */
  | 'UNKNOWN'
  /** Without limit. */
  | 'UNLIMITED';

/** The administrative state of a line. Connectivity and the eSIM profile are other axes. */
export type LineState =
  /** In service. */
  | 'ACTIVE'
  /** Gone for good. */
  | 'ENDED'
  /** Cancelled with an end in the future. */
  | 'ENDING'
  /** Without a SIM; charges may go on. */
  | 'HOLD'
  /** On the shelf after the test (OEM). */
  | 'INVENTORY'
  /** Ordered, not yet there. */
  | 'PENDING'
  /** Assigned, not yet in service. */
  | 'PRE_ACTIVE'
  /** Disconnected, can be reconnected. */
  | 'RECOVERABLE'
  /** Out of service for now. */
  | 'SUSPENDED'
  /** Limited test traffic (OEM). */
  | 'TEST'
  /** A carrier's word that is not known; see `stateRaw`. */
  | 'UNKNOWN';

/** Whether a point in time is set, and if not, why not. */
export type MomentKind =
  /** At `time`. */
  | 'AT'
  /** It never happens: no end is set. */
  | 'NEVER'
  /** Not yet: it begins with the first use or the activation. */
  | 'NOT_STARTED'
  /** The carrier does not say, or says something unreadable. */
  | 'UNKNOWN';

/** A line to be renewed or added. */
export type NextLineInput = {
  /** The first line of the account. */
  isPrimary: boolean;
  /** The plan (`Plan.id`). */
  plan: string | number;
  /** The line to be renewed (`Subscriber.id`); where it is left out, another line is bought. */
  renews?: string | number | null | undefined;
  /** Which SIM. */
  simType: OrderedSimType;
};

/** A renewal, another line or an add-on of a subscriber. */
export type NextPurchaseInput = {
  /** The card that pays (`Card.id`); the default one where it is left out. */
  card?: string | number | null | undefined;
  /** At least one. */
  lines: Array<NextLineInput>;
  /** Where the person comes back to; begins with https://. */
  redirectUrl: string;
  /** For whom (`Subscriber.id`). */
  subscriber: string | number;
};

/** How far a requested action has come. */
export type OperationState =
  /** Stored, not yet begun. */
  | 'ACCEPTED'
  /** Called off before anything was sent. */
  | 'CANCELLED'
  /** Not done. */
  | 'FAILED'
  /** Nobody knows yet whether it was done. It is never sent again; the carrier is read until it is known. */
  | 'OUTCOME_UNKNOWN'
  /** Done in part. */
  | 'PARTIALLY_SUCCEEDED'
  /** Done and undone again. */
  | 'REVERSED'
  /** The carrier has been asked, or has taken it on. */
  | 'RUNNING'
  /** It begins later. */
  | 'SCHEDULED'
  /** Done. */
  | 'SUCCEEDED';

/** Where a bill or a parcel goes. */
export type OrderAddressInput = {
  /** City. */
  city: string;
  /** Somebody lives there. */
  isResidential: boolean;
  /** Street and number. */
  line1: string;
  /** More of it. */
  line2?: string | null | undefined;
  /** State, two letters. */
  state: string;
  /** ZIP code, 5 digits. */
  zip: string;
};

/** What to buy; exactly one. */
export type OrderInput =
  {   /** Credit for calls abroad. */
  ildCredit: IldCreditInput; nextPurchase?: never; planChange?: never; purchase?: never; roamingPack?: never; topUp?: never; }
  |  { ildCredit?: never;   /** For a subscriber: a renewal, another line, an add-on. */
  nextPurchase: NextPurchaseInput; planChange?: never; purchase?: never; roamingPack?: never; topUp?: never; }
  |  { ildCredit?: never; nextPurchase?: never;   /** Another plan. */
  planChange: SubscriberPlanChangeInput; purchase?: never; roamingPack?: never; topUp?: never; }
  |  { ildCredit?: never; nextPurchase?: never; planChange?: never;   /** For somebody new. */
  purchase: PurchaseInput; roamingPack?: never; topUp?: never; }
  |  { ildCredit?: never; nextPurchase?: never; planChange?: never; purchase?: never;   /** A roaming pack. */
  roamingPack: RoamingPackInput; topUp?: never; }
  |  { ildCredit?: never; nextPurchase?: never; planChange?: never; purchase?: never; roamingPack?: never;   /** A data pack. */
  topUp: TopUpInput; };

/** Which kind of SIM is ordered. */
export type OrderedSimType =
  /** An embedded SIM. */
  | 'ESIM'
  /** A physical SIM. */
  | 'PSIM';

/** What a plan is for. */
export type PlanKind =
  /** Added to a line for a while. */
  | 'ADDON'
  /** The plan that a line lives on. */
  | 'BASE'
  /** For the time on the shelf (OEM). */
  | 'INVENTORY'
  /** A recharge pack. */
  | 'RECHARGE'
  /** A roaming pack. */
  | 'ROAMING'
  /** For test traffic before activation (OEM). */
  | 'TEST'
  /** A carrier's word that is not known; see `kindRaw`. */
  | 'UNKNOWN';

/** A number to bring along, as the papers of its carrier have it. None of it is stored. */
export type PortInInput = {
  /** The account there. */
  accountNumber: string;
  /** The carrier that it is at. */
  carrier: string;
  /** 10 digits. */
  msisdn: string;
  /** The PIN for the transfer. */
  pin: string;
  /** ZIP code of the bill there. */
  zip: string;
};

/** A first purchase, which makes a subscriber. */
export type PurchaseInput = {
  /** In which account (`Account.id`). */
  account: string | number;
  /** How the person was won, in the brand's words. */
  acquisitionSource?: string | null | undefined;
  /** The brand's own id of who sold it. */
  agentId?: string | number | null | undefined;
  /** Where bills go. */
  billingAddress: OrderAddressInput;
  /** The brand's own reference of the new account; made up where it is left out. */
  clientAccountId?: string | number | null | undefined;
  /** Of who pays. */
  email: string;
  /** Of who pays. */
  firstName: string;
  /** Of who pays. */
  lastName: string;
  /** At least one. */
  lines: Array<PurchaseLineInput>;
  /** 10 digits. */
  phone: string;
  /** Such as 1. */
  phoneCountryCode: string;
  /** Where the person comes back to after the payment; begins with https://. */
  redirectUrl: string;
  /** The carrier's own word, as the catalogue has it. */
  shipmentType?: string | null | undefined;
  /** Where a SIM goes. */
  shippingAddress?: OrderAddressInput | null | undefined;
};

/** A line to be bought. */
export type PurchaseLineInput = {
  /** Of who uses it. */
  firstName: string;
  /** The first line of the account. */
  isPrimary: boolean;
  /** Of who uses it. */
  lastName: string;
  /** The plan (`Plan.id`). */
  plan: string | number;
  /** A number to bring along. */
  portIn?: PortInInput | null | undefined;
  /** Which SIM. */
  simType: OrderedSimType;
};

/** How far a purchase has come. */
export type PurchaseState =
  /** Done. */
  | 'COMPLETED'
  /** It came to nothing; quote again. */
  | 'FAILED'
  /** The person has to pay: see `link`. */
  | 'PAYMENT_PENDING'
  /** The payment is being made. */
  | 'PAYMENT_PROCESSING'
  /** The carrier works on it. */
  | 'PENDING'
  /** A carrier's word that is not known; see `stateRaw`. */
  | 'UNKNOWN';

/** Buys what was quoted. */
export type QuoteAcceptInput = {
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** `Quote.token`. */
  quote: string | number;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** Radio access technology. */
export type Rat =
  /** 2G. */
  | 'GSM_2G'
  /** 4G. */
  | 'LTE_4G'
  /** LTE-M. */
  | 'LTE_M'
  /** NB-IoT. */
  | 'NB_IOT'
  /** 5G. */
  | 'NR_5G'
  /** 3G. */
  | 'UMTS_3G'
  /** A carrier's word that is not known; see the raw text. */
  | 'UNKNOWN';

/** Recharges a number. Each request with a new key charges once more. */
export type RechargeInput = {
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** The price of the plan, in major units: another amount is refused. */
  amount: string;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** The recharge plan (`Plan.id`), of kind RECHARGE. */
  plan: string | number;
  /** The subscriber (`Subscriber.id`). */
  subscriber: string | number;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** A number whose operator decides which recharge plans there are. */
export type RechargeNumber = {
  /** The carrier's id of the telecom circle. */
  circleId: string | number;
  /** MSISDN, as its country dials it. */
  msisdn: string;
  /** The carrier's id of the operator. */
  operatorId: string | number;
};

/** A roaming pack. */
export type RoamingPackInput = {
  /** The card that pays (`Card.id`). */
  card: string | number;
  /** Where (`RoamingCountry.code`). */
  countries: Array<string | number>;
  /** The pack (`RoamingPackOffer.id`). */
  pack: string | number;
  /** For whom (`Subscriber.id`). */
  subscriber: string | number;
};

/** Which profile of an eUICC is in use. */
export type RspState =
  /** The global one. */
  | 'GLOBAL'
  /** The global one; a local one has been downloaded. */
  | 'GLOBAL_LOCAL_DOWNLOADED'
  /** The global one; the local one is set as fallback. */
  | 'GLOBAL_LOCAL_SET_FALLBACK'
  /** A local one: MSISDN, IMSI and ICCID shown are the local profile's. */
  | 'LOCAL'
  /** A carrier's word that is not known; see `rspRaw`. */
  | 'UNKNOWN';

/** A number that identifies a SIM; exactly one. Blanks, hyphens and a leading + are ignored. */
export type SimBy =
  {   /** EID, 32 digits. */
  eid: string; iccid?: never; id?: never; imsi?: never; msisdn?: never; }
  |  { eid?: never;   /** ICCID, 18 to 22 digits. */
  iccid: string; id?: never; imsi?: never; msisdn?: never; }
  |  { eid?: never; iccid?: never;   /** Id from this API. */
  id: string | number; imsi?: never; msisdn?: never; }
  |  { eid?: never; iccid?: never; id?: never;   /** IMSI, 14 or 15 digits. */
  imsi: string; msisdn?: never; }
  |  { eid?: never; iccid?: never; id?: never; imsi?: never;   /** MSISDN, 5 to 15 digits with country code. */
  msisdn: string; };

/** Which SIM; exactly one. */
export type SimChoiceInput =
  {   /** A physical SIM, by its ICCID. */
  iccid: string; imei?: never; }
  |  { iccid?: never;   /** An eSIM, by the device's IMEI. */
  imei: string; };

/** Papers of the person who has a SIM. Dropped once they are sent; never stored, never logged. */
export type SimDocumentsInput = {
  /** ICCID. */
  iccid: string;
  /** Front and back of the passport in one file, base64, up to 2 MB. */
  passport: string;
  /** Image or PDF of the visa, base64, up to 2 MB. */
  visa: string;
};

/** Which kind of SIM fits. */
export type SimMode =
  /** Either. */
  | 'BOTH'
  /** An eSIM. */
  | 'ESIM'
  /** A physical SIM. */
  | 'PSIM'
  /** The carrier does not say, or says something else. */
  | 'UNKNOWN';

/** The administrative state of a SIM. */
export type SimState =
  /** In service. */
  | 'ACTIVE'
  /** In stock, linked to nothing, no traffic. */
  | 'INVENTORY'
  /** Assigned, not yet in service. */
  | 'PROVISIONED'
  /** Out of service for now. */
  | 'SUSPENDED'
  /** Final. */
  | 'TERMINATED'
  /** Limited test traffic. */
  | 'TEST'
  /** A carrier's word that is not known; see `stateRaw`. */
  | 'UNKNOWN';

/** What became of an account in a listing over accounts. */
export type SourceState =
  /** It failed; its rows are missing. Resume with the same cursor. */
  | 'FAILED'
  /** Its turn comes on a later page, or it has none of these objects. */
  | 'NOT_ASKED'
  /** It answered. */
  | 'OK';

/** What kind of SIM is on stock. */
export type StockType =
  /** Embedded SIMs. */
  | 'ESIM'
  /** Physical SIMs. */
  | 'PHYSICAL';

/** Puts a line into service, with a number of its own if so asked. */
export type SubscriberActivateInput = {
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** A number to bring along; a new one where it is left out. */
  portIn?: PortInInput | null | undefined;
  /** The SIM. */
  sim: SimChoiceInput;
  /** The subscriber (`Subscriber.id`). */
  subscriber: string | number;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** What identifies a subscriber; exactly one. Blanks, hyphens and a leading + of a number are ignored. */
export type SubscriberBy =
  {   /** The carrier's own id; give the `account` beside it. */
  carrierSubscriberId: string | number; iccid?: never; id?: never; msisdn?: never; }
  |  { carrierSubscriberId?: never;   /** ICCID, 18 to 22 digits. */
  iccid: string; id?: never; msisdn?: never; }
  |  { carrierSubscriberId?: never; iccid?: never;   /** Id from this API. */
  id: string | number; msisdn?: never; }
  |  { carrierSubscriberId?: never; iccid?: never; id?: never;   /** MSISDN, 5 to 15 digits with country code. */
  msisdn: string; };

/** Puts a SIM into service for a person. The plan is charged. */
export type SubscriberCreateInput = {
  /** In which account (`Account.id`). */
  account: string | number;
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** Another number of the person. Never stored. */
  alternateMsisdn: string;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** Never stored. */
  email: string;
  /** Never stored. */
  firstName: string;
  /** The SIM; may be left out for an eSIM only. */
  iccid?: string | null | undefined;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** Never stored. */
  lastName: string;
  /** The plan (`Plan.id`), of kind BASE. */
  plan: string | number;
  /** Which kind of SIM. */
  simType: StockType;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** Another plan. */
export type SubscriberPlanChangeInput = {
  /** The card that pays (`Card.id`). */
  card?: string | number | null | undefined;
  /** At once, which only a move up can be; else with the next bill. The operation has then SUCCEEDED as soon as the change is scheduled, and `Subscriber.plan` changes when its time has come. */
  isImmediate: boolean;
  /** The plan (`Plan.id`), one that the present plan may move to. */
  plan: string | number;
  /** For whom (`Subscriber.id`). */
  subscriber: string | number;
};

/** Takes a subscriber out of service for now. */
export type SubscriberSuspendInput = {
  /** Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused with `POSSIBLE_DUPLICATE` otherwise. */
  allowDuplicate?: boolean;
  /** Only say what would happen: the same refusals, and no write at any carrier. */
  dryRun?: boolean;
  /** Chosen by the caller, new for every new request. The same key never acts twice. */
  idempotencyKey: string | number;
  /** For the carrier, up to 100 characters. */
  reason?: string | null | undefined;
  /** The subscriber (`Subscriber.id`). */
  subscriber: string | number;
  /** Seconds to wait for the end, 0 to 30; the work goes on behind it. */
  waitFor?: number;
};

/** A data pack on top. */
export type TopUpInput = {
  /** The card that pays (`Card.id`). */
  card: string | number;
  /** The pack (`Plan.id`). */
  plan: string | number;
  /** How many, 1 to 100. */
  quantity: number;
  /** For whom (`Subscriber.id`). */
  subscriber: string | number;
};

/** How traffic is treated while connected. */
export type TrafficPolicy =
  /** Blocked. */
  | 'BLOCKED'
  /** Unhindered. */
  | 'DEFAULT'
  /** Slowed down. */
  | 'THROTTLED'
  /** A carrier's word that is not known; see `policyRaw`. */
  | 'UNKNOWN';

/** What the time of a plan is counted in. */
export type ValidityUnit =
  /** Days. */
  | 'DAY'
  /** Hours. */
  | 'HOUR'
  /** Months. */
  | 'MONTH'
  /** The carrier's text cannot be read; see `text`. */
  | 'UNKNOWN'
  /** Years. */
  | 'YEAR';

export type EndpointsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type EndpointsQuery = { endpoints: { totalCount: number | null, nodes: Array<{ id: string, name: string | null, state: LineState, iccid: string | null, msisdn: string | null, tags: Array<{ name: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, sources: Array<{ status: SourceState, account: { id: string }, error: { code: ErrorCode, message: string } | null }> } };

export type EndpointQueryVariables = Exact<{
  iccid: string;
}>;


export type EndpointQuery = { endpoint: { id: string, name: string | null, state: LineState, stateRaw: string | null, billing: BillingType, msisdn: string | null, plan: { name: string | null, kind: PlanKind } | null, balances: Array<{ name: string | null, kind: BalanceKind, source: BalanceSource, status: BalanceStatus, remaining: { kind: LimitKind, amount: string | null, money: { amount: string, currency: string | null } | null }, validTo: { kind: MomentKind, time: { local: string, timeZone: string | null } | null } }> | null, counters: Array<{ name: string | null, action: string | null, remaining: { kind: LimitKind, amount: string | null }, threshold: { kind: LimitKind, amount: string | null } }> | null, addons: Array<{ status: AddonStatus, plan: { name: string | null }, validTo: { kind: MomentKind, time: { local: string } | null } }> | null } | null };

export type UsageQueryVariables = Exact<{
  endpoint: string | number;
  account: string | number;
  from: string;
  to: string;
}>;


export type UsageQuery = { endpoint: { name: string | null, usage: { data: { days: Array<{ date: string | null, uplink: { bytes: string } | null, downlink: { bytes: string } | null, cost: { amount: string, currency: string | null } | null }>, total: { total: { bytes: string, in: string, raw: string } | null } | null }, nbIot: { total: { total: { bytes: string } | null } | null }, sms: { totals: Array<{ service: string | null, count: string | null }> }, absence: { carrierCode: string, carrierMessage: string | null } | null } | null } | null };

export type WhereIsItQueryVariables = Exact<{
  iccid: string;
}>;


export type WhereIsItQuery = { endpoint: { name: string | null, connectivity: { state: ConnectivityState, stateRaw: string | null, operatorName: string | null, countryName: string | null, rats: Array<Rat>, policy: TrafficPolicy | null, lastSeenAt: { local: string } | null, absence: { carrierMessage: string | null } | null } | null, location: { mcc: string | null, mnc: string | null, cellId: string | null, operatorName: string | null, absence: { carrierMessage: string | null } | null } | null, networks: Array<{ tadig: string | null, operatorName: string | null, countryName: string | null }> | null } | null };

export type FindASimQueryVariables = Exact<{
  by: SimBy;
}>;


export type FindASimQuery = { sim: { id: string, iccid: string | null, imsi: string | null, eid: string | null, state: SimState, product: string | null, isAttached: boolean | null, account: { id: string, displayName: string }, imsis: Array<{ sponsor: string | null, imsi: string }> | null, endpoint: { name: string | null, state: LineState } | null, esimProfile: { state: EsimProfileState, rsp: RspState } | null } | null };

export type FreeSimsQueryVariables = Exact<{
  first: number;
}>;


export type FreeSimsQuery = { sims: { nodes: Array<{ iccid: string | null, state: SimState, stateRaw: string | null, product: string | null, isAttached: boolean | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PlansQueryVariables = Exact<{
  kinds?: Array<PlanKind> | PlanKind | null | undefined;
}>;


export type PlansQuery = { plans: { totalCount: number | null, nodes: Array<{ carrierPlanId: string, name: string | null, kind: PlanKind, billing: BillingType, account: { id: string } }> } };

export type AddonDetailsQueryVariables = Exact<{
  iccid: string;
}>;


export type AddonDetailsQuery = { endpoint: { name: string | null, addons: Array<{ instanceId: string | null, status: AddonStatus, plan: { name: string | null }, balances: Array<{ kind: BalanceKind, remaining: { kind: LimitKind, amount: string | null }, initial: { kind: LimitKind, amount: string | null } }> | null, counters: Array<{ name: string | null, action: string | null, remaining: { kind: LimitKind, amount: string | null } }> | null }> | null } | null };

export type SuspendedQueryVariables = Exact<{
  first: number;
}>;


export type SuspendedQuery = { endpoints: { nodes: Array<{ name: string | null, state: LineState, billing: BillingType, esimProfile: { state: EsimProfileState, rsp: RspState } | null, bics: { simStatus: string | null, lastSimStateChangeAt: { local: string } | null } | null }> } };

export type AccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsQuery = { accounts: Array<{ id: string, carrier: Carrier, displayName: string, capabilities: Array<Capability>, health: { status: HealthStatus, lastFailureCode: ErrorCode | null }, quota: { running: number, waiting: number }, bics: { iccidRanges: Array<{ from: string, to: string | null, quantity: number | null }> | null } | null }> };

export type PutIntoServiceMutationVariables = Exact<{
  input: EndpointCreateInput;
}>;


export type PutIntoServiceMutation = { endpointCreate: { endpoint: { id: string, name: string | null, state: LineState, iccid: string | null } | null, operation: { id: string, state: OperationState, creation: { reached: CreationStep, isPartial: boolean } | null } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type WhatCanBeDoneQueryVariables = Exact<{
  iccid: string;
}>;


export type WhatCanBeDoneQuery = { endpoint: { id: string, name: string | null, state: LineState, actions: Array<{ action: Action, available: boolean, irreversible: boolean, asynchronous: boolean, blockedBy: { code: ErrorCode, message: string, hint: string, operation: { id: string, state: OperationState } | null } | null }> } | null };

export type SuspendMutationVariables = Exact<{
  input: EndpointActionInput;
}>;


export type SuspendMutation = { endpointSuspend: { endpoint: { id: string, state: LineState } | null, preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState, nextCheckAt: string | null } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string, operation: { id: string } | null }> } };

export type EventsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type EventsSubscription = { events: { cursor: string, at: string, kind: EventKind, typeRaw: string | null, state: OperationState | null, lineState: LineState | null, operation: { action: Action, account: { id: string }, error: { code: ErrorCode } | null } | null } };

export type SubscribersQueryVariables = Exact<{
  first: number;
}>;


export type SubscribersQuery = { subscribers: { nodes: Array<{ id: string, carrierSubscriberId: string, msisdn: string | null, state: LineState, stateRaw: string | null, account: { id: string }, plan: { name: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, sources: Array<{ status: SourceState, account: { id: string } }> } };

export type SubscriberQueryVariables = Exact<{
  by: SubscriberBy;
  account?: string | number | null | undefined;
}>;


export type SubscriberQuery = { subscriber: { id: string, msisdn: string | null, state: LineState, stateRaw: string | null, account: { id: string, carrier: Carrier }, sim: { iccid: string | null } | null, plan: { id: string, name: string | null } | null, balances: Array<{ name: string | null, kind: BalanceKind, remaining: { kind: LimitKind, amount: string | null } }> | null, nextBillingAt: { kind: MomentKind, time: { local: string } | null }, activation: { state: ActivationState, stateRaw: string | null } | null, actions: Array<{ action: Action, available: boolean, irreversible: boolean, blockedBy: { code: ErrorCode, message: string } | null }> } | null };

export type BillsAndCardsQueryVariables = Exact<{
  by: SubscriberBy;
  account?: string | number | null | undefined;
}>;


export type BillsAndCardsQuery = { subscriber: { id: string, bills: Array<{ id: string, statusRaw: string | null, amount: { amount: string, currency: string | null } | null, detail: { tax: { amount: string } | null, items: Array<{ description: string | null }> } | null }> | null, invoices: Array<{ id: string, pdf: { url: string } | null }> | null, cards: Array<{ id: string, brand: string | null, lastFour: string | null, isDefault: boolean }> | null, shipment: { statusRaw: string | null } | null } | null };

export type BeforeASaleQueryVariables = Exact<{
  account: string | number;
  address: AddressInput;
  imei: string;
  number: string;
}>;


export type BeforeASaleQuery = { account: { sales: { coverage: { isCovered: boolean | null, isEsimAvailable: boolean | null } | null, device: { isValid: boolean | null, mode: SimMode, make: string | null, model: string | null } | null, portIn: { isPortable: boolean | null, message: string | null } | null, catalogue: { plans: Array<{ id: string, name: string | null, price: { amount: string } | null }>, services: Array<{ id: string, name: string | null }>, offers: Array<{ couponCode: string | null }> } | null } | null } | null };

export type SellAPlanQueryVariables = Exact<{
  order: OrderInput;
}>;


export type SellAPlanQuery = { quote: { token: string, expiresAt: string, price: { total: { amount: string, currency: string | null, raw: string } | null, charges: Array<{ name: string, amount: { amount: string } }>, monthly: { amount: string } | null } } | null };

export type AcceptAQuoteMutationVariables = Exact<{
  input: QuoteAcceptInput;
}>;


export type AcceptAQuoteMutation = { quoteAccept: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState, purchase: { state: PurchaseState, link: { url: string } | null } | null } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type ActivateMutationVariables = Exact<{
  input: SubscriberActivateInput;
}>;


export type ActivateMutation = { subscriberActivate: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type ActivateASimMutationVariables = Exact<{
  input: SubscriberCreateInput;
}>;


export type ActivateASimMutation = { subscriberCreate: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type PortInMutationVariables = Exact<{
  input: SubscriberActivateInput;
}>;


export type PortInMutation = { subscriberActivate: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type TopUpQueryVariables = Exact<{
  order: OrderInput;
}>;


export type TopUpQuery = { quote: { token: string, expiresAt: string, price: { total: { amount: string, currency: string | null, raw: string } | null, charges: Array<{ name: string, amount: { amount: string } }>, monthly: { amount: string } | null } } | null };

export type RechargeMutationVariables = Exact<{
  input: RechargeInput;
}>;


export type RechargeMutation = { recharge: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type RechargePlansQueryVariables = Exact<{
  of: RechargeNumber;
}>;


export type RechargePlansQuery = { plans: { nodes: Array<{ name: string | null, description: string | null, price: { amount: string, currency: string | null, raw: string } | null, validity: { unit: ValidityUnit, value: number | null, text: string | null } | null, payu: { operatorName: string | null, planTypeRaw: string | null } | null }> } };

export type SuspendASubscriberMutationVariables = Exact<{
  input: SubscriberSuspendInput;
}>;


export type SuspendASubscriberMutation = { subscriberSuspend: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type PayABillMutationVariables = Exact<{
  input: BillPayInput;
}>;


export type PayABillMutation = { billPay: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type UploadDocumentsMutationVariables = Exact<{
  input: DocumentsUploadInput;
}>;


export type UploadDocumentsMutation = { documentsUpload: { preview: { action: Action, isIrreversible: boolean, isAsynchronous: boolean } | null, operation: { id: string, state: OperationState } | null, userErrors: Array<{ field: Array<string>, code: ErrorCode, message: string, hint: string }> } };

export type RoamingQueryVariables = Exact<{
  account: string | number;
  countries: Array<string | number> | string | number;
  by: SubscriberBy;
}>;


export type RoamingQuery = { account: { sales: { roamingCountries: Array<{ name: string | null, code: string | null, pricePerMinute: { amount: string } | null }> | null, roamingPacks: Array<{ id: string, name: string | null, dataBytes: string | null, validityDays: number | null, price: { amount: string } | null }> | null } | null } | null, subscriber: { reach: { roamingPacks: Array<{ packId: string, statusRaw: string | null, isRenewedAutomatically: boolean | null }> | null, roamingPackUse: Array<{ packId: string, remainingBytes: string | null, remainingSeconds: string | null }> | null } | null } | null };

export type RoamingPackQueryVariables = Exact<{
  order: OrderInput;
}>;


export type RoamingPackQuery = { quote: { token: string, expiresAt: string, price: { total: { amount: string, currency: string | null, raw: string } | null, charges: Array<{ name: string, amount: { amount: string } }>, monthly: { amount: string } | null } } | null };

export type WhatHappenedQueryVariables = Exact<{
  first: number;
}>;


export type WhatHappenedQuery = { operations: { nodes: Array<{ id: string, action: Action, state: OperationState, account: { id: string }, steps: Array<{ name: string, outcome: string | null, carrierCode: string | null }> }> }, events: { nodes: Array<{ at: string, kind: EventKind, typeRaw: string | null, state: OperationState | null, lineState: LineState | null }> }, callbacks: { nodes: Array<{ receivedAt: string, kind: CallbackKind, outcome: CallbackOutcome, typeRaw: string | null, account: { id: string } }> } };


export const EndpointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Endpoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"iccid"}},{"kind":"Field","name":{"kind":"Name","value":"msisdn"}},{"kind":"Field","name":{"kind":"Name","value":"tags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EndpointsQuery, EndpointsQueryVariables>;
export const EndpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Endpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"iccid"},"value":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateRaw"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"msisdn"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"validTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"time"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"local"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"counters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"threshold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"addons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"time"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"local"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<EndpointQuery, EndpointQueryVariables>;
export const UsageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Usage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"endpoint"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"account"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"carrierEndpointId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"endpoint"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"account"},"value":{"kind":"Variable","name":{"kind":"Name","value":"account"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"data"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"uplink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"downlink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"in"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unit"},"value":{"kind":"EnumValue","value":"MIB"}}]},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nbIot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"absence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"carrierCode"}},{"kind":"Field","name":{"kind":"Name","value":"carrierMessage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UsageQuery, UsageQueryVariables>;
export const WhereIsItDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhereIsIt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"iccid"},"value":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"connectivity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateRaw"}},{"kind":"Field","name":{"kind":"Name","value":"operatorName"}},{"kind":"Field","name":{"kind":"Name","value":"countryName"}},{"kind":"Field","name":{"kind":"Name","value":"rats"}},{"kind":"Field","name":{"kind":"Name","value":"policy"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"local"}}]}},{"kind":"Field","name":{"kind":"Name","value":"absence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"carrierMessage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"location"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mcc"}},{"kind":"Field","name":{"kind":"Name","value":"mnc"}},{"kind":"Field","name":{"kind":"Name","value":"cellId"}},{"kind":"Field","name":{"kind":"Name","value":"operatorName"}},{"kind":"Field","name":{"kind":"Name","value":"absence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"carrierMessage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"networks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"isBlacklisted"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tadig"}},{"kind":"Field","name":{"kind":"Name","value":"operatorName"}},{"kind":"Field","name":{"kind":"Name","value":"countryName"}}]}}]}}]}}]} as unknown as DocumentNode<WhereIsItQuery, WhereIsItQueryVariables>;
export const FindASimDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindASim"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SimBy"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sim"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"iccid"}},{"kind":"Field","name":{"kind":"Name","value":"imsi"}},{"kind":"Field","name":{"kind":"Name","value":"eid"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"isAttached"}},{"kind":"Field","name":{"kind":"Name","value":"imsis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sponsor"}},{"kind":"Field","name":{"kind":"Name","value":"imsi"}}]}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"esimProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"rsp"}}]}}]}}]}}]} as unknown as DocumentNode<FindASimQuery, FindASimQueryVariables>;
export const FreeSimsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FreeSims"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"INVENTORY"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iccid"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateRaw"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"isAttached"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FreeSimsQuery, FreeSimsQueryVariables>;
export const PlansDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Plans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlanKind"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"carrierPlanId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlansQuery, PlansQueryVariables>;
export const AddonDetailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AddonDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"iccid"},"value":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"addons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceId"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"balances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"initial"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"counters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AddonDetailsQuery, AddonDetailsQueryVariables>;
export const SuspendedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Suspended"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"states"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SUSPENDED"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"billing"}},{"kind":"Field","name":{"kind":"Name","value":"esimProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"rsp"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"simStatus"}},{"kind":"Field","name":{"kind":"Name","value":"lastSimStateChangeAt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"local"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuspendedQuery, SuspendedQueryVariables>;
export const AccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"carrier"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"capabilities"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastFailureCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quota"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"waiting"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iccidRanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const PutIntoServiceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PutIntoService"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndpointCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpointCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"iccid"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"creation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reached"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<PutIntoServiceMutation, PutIntoServiceMutationVariables>;
export const WhatCanBeDoneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatCanBeDone"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"iccid"},"value":{"kind":"Variable","name":{"kind":"Name","value":"iccid"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"irreversible"}},{"kind":"Field","name":{"kind":"Name","value":"asynchronous"}},{"kind":"Field","name":{"kind":"Name","value":"blockedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatCanBeDoneQuery, WhatCanBeDoneQueryVariables>;
export const SuspendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Suspend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndpointActionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpointSuspend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuspendMutation, SuspendMutationVariables>;
export const EventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"typeRaw"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lineState"}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EventsSubscription, EventsSubscriptionVariables>;
export const SubscribersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Subscribers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscribers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"carrierSubscriberId"}},{"kind":"Field","name":{"kind":"Name","value":"msisdn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateRaw"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<SubscribersQuery, SubscribersQueryVariables>;
export const SubscriberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Subscriber"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriberBy"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"account"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriber"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"account"},"value":{"kind":"Variable","name":{"kind":"Name","value":"account"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"carrier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"msisdn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateRaw"}},{"kind":"Field","name":{"kind":"Name","value":"sim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iccid"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balances"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextBillingAt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"time"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"local"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"activation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateRaw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"irreversible"}},{"kind":"Field","name":{"kind":"Name","value":"blockedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SubscriberQuery, SubscriberQueryVariables>;
export const BillsAndCardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BillsAndCards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriberBy"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"account"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriber"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"account"},"value":{"kind":"Variable","name":{"kind":"Name","value":"account"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statusRaw"}},{"kind":"Field","name":{"kind":"Name","value":"detail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tax"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pdf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shipment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statusRaw"}}]}}]}}]}}]} as unknown as DocumentNode<BillsAndCardsQuery, BillsAndCardsQueryVariables>;
export const BeforeASaleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BeforeASale"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"account"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"address"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddressInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"imei"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"account"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sales"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"address"},"value":{"kind":"Variable","name":{"kind":"Name","value":"address"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isCovered"}},{"kind":"Field","name":{"kind":"Name","value":"isEsimAvailable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"device"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"imei"},"value":{"kind":"Variable","name":{"kind":"Name","value":"imei"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isValid"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"make"}},{"kind":"Field","name":{"kind":"Name","value":"model"}}]}},{"kind":"Field","name":{"kind":"Name","value":"portIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"msisdn"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isPortable"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"catalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"couponCode"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BeforeASaleQuery, BeforeASaleQueryVariables>;
export const SellAPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SellAPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SellAPlanQuery, SellAPlanQueryVariables>;
export const AcceptAQuoteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptAQuote"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"QuoteAcceptInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quoteAccept"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"purchase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<AcceptAQuoteMutation, AcceptAQuoteMutationVariables>;
export const ActivateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Activate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriberActivateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriberActivate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<ActivateMutation, ActivateMutationVariables>;
export const ActivateASimDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ActivateASim"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriberCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriberCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<ActivateASimMutation, ActivateASimMutationVariables>;
export const PortInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PortIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriberActivateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriberActivate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<PortInMutation, PortInMutationVariables>;
export const TopUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TopUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TopUpQuery, TopUpQueryVariables>;
export const RechargeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Recharge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RechargeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recharge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<RechargeMutation, RechargeMutationVariables>;
export const RechargePlansDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RechargePlans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RechargeNumber"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"accounts"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"payu","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"rechargeOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payu"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operatorName"}},{"kind":"Field","name":{"kind":"Name","value":"planTypeRaw"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RechargePlansQuery, RechargePlansQueryVariables>;
export const SuspendASubscriberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendASubscriber"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriberSuspendInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subscriberSuspend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<SuspendASubscriberMutation, SuspendASubscriberMutationVariables>;
export const PayABillDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PayABill"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BillPayInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billPay"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<PayABillMutation, PayABillMutationVariables>;
export const UploadDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UploadDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DocumentsUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentsUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"isIrreversible"}},{"kind":"Field","name":{"kind":"Name","value":"isAsynchronous"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"hint"}}]}}]}}]}}]} as unknown as DocumentNode<UploadDocumentsMutation, UploadDocumentsMutationVariables>;
export const RoamingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Roaming"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"account"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"countries"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubscriberBy"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"account"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sales"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roamingCountries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"pricePerMinute"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"roamingPacks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"countries"},"value":{"kind":"Variable","name":{"kind":"Name","value":"countries"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dataBytes"}},{"kind":"Field","name":{"kind":"Name","value":"validityDays"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"subscriber"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"account"},"value":{"kind":"Variable","name":{"kind":"Name","value":"account"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reach"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roamingPacks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packId"}},{"kind":"Field","name":{"kind":"Name","value":"statusRaw"}},{"kind":"Field","name":{"kind":"Name","value":"isRenewedAutomatically"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roamingPackUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packId"}},{"kind":"Field","name":{"kind":"Name","value":"remainingBytes"}},{"kind":"Field","name":{"kind":"Name","value":"remainingSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoamingQuery, RoamingQueryVariables>;
export const RoamingPackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoamingPack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quote"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoamingPackQuery, RoamingPackQueryVariables>;
export const WhatHappenedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatHappened"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"carrierCode"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"typeRaw"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lineState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"callbacks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"typeRaw"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatHappenedQuery, WhatHappenedQueryVariables>;