import type { Balance } from "../../model/balance.js";
import type { Bill, BillDetail, Card, Invoice, PaymentLink, Price, Purchase, Shipment } from "../../model/commerce.js";
import type { WriteResult } from "../../model/endpoint-actions.js";
import type { ConnectionType, PlanExpiry } from "../../model/nextcomm.js";
import type { Plan } from "../../model/plan.js";
import type { Money } from "../../model/quantity.js";
import type {
  Activation,
  Address,
  AllowanceUse,
  Coverage,
  CutOffEndReason,
  CutOffReason,
  DeviceCheck,
  IldPurchase,
  IldUse,
  Job,
  LeavingType,
  Offer,
  PortInCheck,
  RoamingCountry,
  RoamingPack,
  RoamingPackOffer,
  RoamingPackUse,
  SimCheck,
  UsageKind,
  ZipCheck,
} from "../../model/reach.js";
import type { EsimActivation, Sim } from "../../model/sim.js";
import type { Subscriber } from "../../model/subscriber.js";
import type { CallContext } from "../call.js";
import type { Order } from "./order.js";

export interface SubscriberReads {
  /** The numbers that the carrier finds a subscriber by, itself. */
  readonly findsBy: readonly ("msisdn" | "iccid")[];
  /** Null when the carrier does not know it. */
  byId(subscriberId: string, call: CallContext): Promise<Subscriber | null>;
  /** Null when no subscriber has the number. Only by a kind of `findsBy`. */
  find(
    number: { readonly kind: "msisdn" | "iccid"; readonly value: string },
    call: CallContext,
  ): Promise<Subscriber | null>;
}

/** All that a carrier sells. */
export interface Catalogue {
  readonly plans: readonly Plan[];
  readonly services: readonly Plan[];
  readonly offers: readonly Offer[];
}

/** What can be asked before anything is sold. */
export interface SalesReads {
  /** Everything by one call, where `plans` reads part by part. */
  catalogue(call: CallContext): Promise<Catalogue>;
  coverage(address: Address, call: CallContext): Promise<Coverage>;
  device(imei: string, call: CallContext): Promise<DeviceCheck>;
  sim(iccid: string, call: CallContext): Promise<SimCheck>;
  portIn(msisdn: string, call: CallContext): Promise<PortInCheck>;
  zip(zip: string, call: CallContext): Promise<ZipCheck>;
  offers(call: CallContext): Promise<readonly Offer[]>;
  roamingCountries(call: CallContext): Promise<readonly RoamingCountry[]>;
  roamingPacks(countries: readonly string[], call: CallContext): Promise<readonly RoamingPackOffer[]>;
}

/** Prices. Reads only, whatever the verb. */
export interface QuoteReads {
  quote(order: Order, call: CallContext): Promise<Price>;
}

/** How things that take time have come along. Null where the carrier knows nothing of it. */
export interface ProgressReads {
  purchase(transactionId: string, call: CallContext): Promise<Purchase | null>;
  activation(subscriberId: string, call: CallContext): Promise<Activation | null>;
  planChange(transactionId: string, call: CallContext): Promise<Job | null>;
  numberSwap(subscriberId: string, call: CallContext): Promise<Job | null>;
  simSwap(id: string, call: CallContext): Promise<Job | null>;
  reset(subscriberId: string, call: CallContext): Promise<Job | null>;
}

export interface BillingReads {
  cards(subscriberId: string, call: CallContext): Promise<readonly Card[]>;
  card(cardId: string, call: CallContext): Promise<Card | null>;
  bills(subscriberId: string, call: CallContext): Promise<readonly Bill[]>;
  bill(billId: string, call: CallContext): Promise<BillDetail | null>;
  invoices(subscriberId: string, call: CallContext): Promise<readonly Invoice[]>;
  /** A link to the PDF, good for a while. */
  invoiceLink(subscriberId: string, invoiceId: string, call: CallContext): Promise<PaymentLink | null>;
  shipment(subscriberId: string, call: CallContext): Promise<Shipment | null>;
}

/** What a subscriber has used and has left. `groupId` is Subscriber.reach.groupId, and is no subscriber's id. */
export interface AllowanceReads {
  usage(subscriberId: string, kind: UsageKind, call: CallContext): Promise<AllowanceUse | null>;
  ildCredit(groupId: string, call: CallContext): Promise<Money | null>;
  ildUsage(groupId: string, call: CallContext): Promise<readonly IldUse[]>;
  ildPurchases(subscriberId: string, call: CallContext): Promise<readonly IldPurchase[]>;
  roamingPacks(groupId: string, call: CallContext): Promise<readonly RoamingPack[]>;
  roamingPackUse(subscriberId: string, call: CallContext): Promise<readonly RoamingPackUse[]>;
  /** The balances of the current cycle. One call each kind of usage. */
  balances(subscriberId: string, call: CallContext): Promise<readonly Balance[]>;
}

/** SIMs that wait for somebody to activate them. */
export interface StockReads {
  /** `iccid` narrows to one. */
  list(type: "PHYSICAL" | "ESIM", iccid: string | null, call: CallContext): Promise<readonly Sim[]>;
}

export interface PlanExpiryReads {
  planExpiry(subscriberId: string, call: CallContext): Promise<PlanExpiry | null>;
}

/** Recharge plans that depend on the number. */
export interface RechargePlanReads {
  forNumber(
    query: { readonly msisdn: string; readonly operatorId: string; readonly circleId: string },
    call: CallContext,
  ): Promise<readonly Plan[]>;
}

/** A SIM to put a line on: a physical one by its ICCID, an eSIM by the device's IMEI. */
export type SimChoice = { readonly iccid: string } | { readonly imei: string };

/** Secret beside the number: PIN and account number of the losing carrier. */
export interface PortInRequest {
  readonly msisdn: string;
  readonly carrier: string;
  readonly accountNumber: string;
  readonly pin: string;
  readonly zip: string;
}

export interface SubscriberChange {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly address?: Omit<Address, "name">;
}

/** A correction of a port-in that has failed, or its end. `pin` and `accountNumber` are secret. */
export type PortInChange =
  | { readonly type: "UPDATE_PIN"; readonly pin: string }
  | { readonly type: "UPDATE_ACCOUNT"; readonly accountNumber: string }
  | { readonly type: "UPDATE_ZIP"; readonly zip: string }
  | { readonly type: "RESUBMIT_PORT" | "CANCEL_PORT" | "CANCEL_AND_NEW" };

/**
 * The lifecycle of subscribers. Each method is one write at the carrier, sent at most once, by the rules of
 * EndpointWrites.
 */
export interface SubscriberWrites {
  activate(subscriberId: string, sim: SimChoice, portIn: PortInRequest | null, call: CallContext): Promise<WriteResult>;
  suspend(subscriberId: string, reason: string | null, call: CallContext): Promise<WriteResult>;
  resume(subscriberId: string, call: CallContext): Promise<WriteResult>;
  /** The number is released. */
  terminate(subscriberId: string, reason: string, call: CallContext): Promise<WriteResult>;
  /** Within the carrier's time; the number may be another one. */
  reconnect(subscriberId: string, reason: string | null, call: CallContext): Promise<WriteResult>;
  update(subscriberId: string, change: SubscriberChange, call: CallContext): Promise<WriteResult>;
  /** Records that somebody leaves; ends nothing by itself. */
  recordLeaving(
    subscriberId: string,
    type: LeavingType,
    reason: string | null,
    call: CallContext,
  ): Promise<WriteResult>;
  reset(subscriberId: string, call: CallContext): Promise<WriteResult>;
  changePortIn(subscriberId: string, change: PortInChange, call: CallContext): Promise<WriteResult>;
  /** Another number, of the ZIP code's area. */
  swapNumber(subscriberId: string, zip: string, call: CallContext): Promise<WriteResult>;
  swapSim(subscriberId: string, sim: SimChoice, call: CallContext): Promise<WriteResult>;
  /** The carrier sends a one-time password to the line. */
  sendSimSwapOtp(subscriberId: string, call: CallContext): Promise<WriteResult>;
  swapSimByOtp(subscriberId: string, sim: SimChoice, otp: string, call: CallContext): Promise<WriteResult>;
  /** Makes this line the primary one of its group. */
  makePrimary(subscriberId: string, groupId: string, call: CallContext): Promise<WriteResult>;
  sendSms(subscriberId: string, text: string, call: CallContext): Promise<WriteResult>;
  resetVoicemailPin(subscriberId: string, pin: string, call: CallContext): Promise<WriteResult>;
  cutOffData(subscriberId: string, reason: CutOffReason, call: CallContext): Promise<WriteResult>;
  restoreData(subscriberId: string, reason: CutOffEndReason, call: CallContext): Promise<WriteResult>;
  cancelShipment(subscriberId: string, call: CallContext): Promise<WriteResult>;
  setRoamingPackRenewal(
    subscriberId: string,
    packId: string,
    isAutomatic: boolean,
    call: CallContext,
  ): Promise<WriteResult>;
}

/** Buys what was quoted, with the very body of the quote. `reference` of the result is what progress is asked by. */
export interface OrderWrites {
  place(order: Order, call: CallContext): Promise<WriteResult>;
}

/** A result with a link that its caller is meant to follow. */
export interface LinkResult extends WriteResult {
  readonly link: PaymentLink | null;
}

export interface BillingWrites {
  createCardLink(subscriberId: string, redirectUrl: string, call: CallContext): Promise<LinkResult>;
  setDefaultCard(cardId: string, call: CallContext): Promise<WriteResult>;
  updateCard(
    cardId: string,
    change: { readonly expiryMonth?: number; readonly expiryYear?: number; readonly priority?: number },
    call: CallContext,
  ): Promise<WriteResult>;
  deleteCard(subscriberId: string, cardId: string, call: CallContext): Promise<WriteResult>;
  /** `amount` is decimal text in major units. */
  payBill(
    subscriberId: string,
    payment: { readonly billId: string; readonly cardId: string; readonly amount: string },
    call: CallContext,
  ): Promise<WriteResult>;
  sendInvoice(subscriberId: string, invoiceId: string, email: string, call: CallContext): Promise<WriteResult>;
}

/** A SIM to be put into service for a person. `requestId` is ours, new for each, stored before it is sent. */
export interface SimActivation {
  readonly planId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly alternateMsisdn: string;
  readonly email: string;
  /** Null for an eSIM that the carrier chooses. */
  readonly iccid: string | null;
  readonly simType: "PHYSICAL" | "ESIM";
  readonly requestId: string;
}

/** What an activation gave. `esim` and `qrImage` are secret: shown to who asked, kept sealed. */
export interface SimActivationResult extends WriteResult {
  readonly msisdn: string | null;
  readonly iccid: string | null;
  readonly esim: EsimActivation | null;
  /** The QR code as an image, base64. */
  readonly qrImage: string | null;
}

/** One SIM of a bulk activation. `plan` carries all that the carrier wants told again of a plan. */
export interface BulkActivationRow {
  readonly iccid: string;
  readonly plan: Plan;
  /** Wall clock of the country, `YYYY-MM-DDTHH:mm:ss`. */
  readonly travelAt: string;
  readonly email: string;
  readonly connectionType: ConnectionType;
  readonly requestId: string;
  readonly referralCode: string | null;
}

/** What became of one row; rows that the carrier did not answer are UNKNOWN. */
export interface RowResult {
  readonly iccid: string;
  readonly is: "done" | "failed" | "unknown";
  readonly carrierMessage: string | null;
  readonly reference: string | null;
  readonly msisdn: string | null;
}

/** Papers of a person, base64. Never logged, never stored. */
export interface SimDocuments {
  readonly iccid: string;
  readonly visa: string;
  readonly passport: string;
}

export interface ActivationWrites {
  activate(activation: SimActivation, call: CallContext): Promise<SimActivationResult>;
  activateMany(rows: readonly BulkActivationRow[], call: CallContext): Promise<readonly RowResult[]>;
  uploadDocuments(documents: readonly SimDocuments[], call: CallContext): Promise<readonly RowResult[]>;
}

export interface RechargeWrites {
  /** `amount` is decimal text in the account's currency. */
  recharge(
    subscriberId: string,
    recharge: {
      /** Native id of the plan. */
      readonly planId: string;
      readonly planName: string | null;
      readonly amount: string;
      readonly requestId: string;
    },
    call: CallContext,
  ): Promise<WriteResult>;
  /** `day` is an ISO date; the time of day of the old expiry is lost. */
  setPlanExpiry(subscriberId: string, day: string, call: CallContext): Promise<WriteResult>;
}
