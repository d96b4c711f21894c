import type { PortInRequest } from "../../../src/datasources/port/subscribers.js";
import type { WriteResult } from "../../../src/model/endpoint-actions.js";
import { BODY_OF } from "./order-bodies.js";
import {
  CARD,
  CUSTOMER,
  ILD_CREDIT,
  NEXT_PURCHASE,
  PLAIN_PURCHASE,
  PLAN_CHANGE,
  PORT_IN,
  RETURN_TO,
  ROAMING_PACK,
  TOP_UP,
} from "./orders.js";
import { type AllWrites, call } from "./write-lab.js";

export const ICCID = "8901260123456789012";
export const IMEI = "356938035643809";
const PORT: PortInRequest = PORT_IN;

/** One call of the port, what the carrier receives of it, and what its success says. */
export interface Run {
  run(writes: AllWrites): Promise<WriteResult>;
  /** Method and path, with the query. */
  readonly line: string;
  /** Null for none. */
  readonly body: object | null;
  /** What the carrier answers in `data`. */
  readonly data?: object;
  /** Whether 200 means that it was only taken on. */
  readonly isTaken: boolean;
  readonly reference: string | null;
}

const done = { isTaken: false, reference: null };
const taken = { isTaken: true, reference: null };
const customerId = CUSTOMER;
const v0 = "/apisvc/v0";

const lifecycle = {
  activation: {
    run: ({ subscribers }) => subscribers.activate(CUSTOMER, { iccid: ICCID }, null, call()),
    line: `POST ${v0}/activation`,
    body: { customerId, iccId: ICCID },
    data: { transactionId: "ACT-1" },
    isTaken: true,
    reference: "ACT-1",
  },
  portInUpdate: {
    run: ({ subscribers }) => subscribers.changePortIn(CUSTOMER, { type: "UPDATE_PIN", pin: PORT.pin }, call()),
    line: `PUT ${v0}/update/portin`,
    body: { customerId, type: "UPDATE_PIN", password: "4711" },
    ...taken,
  },
  suspend: {
    run: ({ subscribers }) => subscribers.suspend(CUSTOMER, "on holiday", call()),
    line: `PUT ${v0}/suspend`,
    body: { customerId, reason: "on holiday" },
    ...taken,
  },
  restore: {
    run: ({ subscribers }) => subscribers.resume(CUSTOMER, call()),
    line: `PUT ${v0}/restore`,
    body: { customerId },
    ...taken,
  },
  disconnect: {
    run: ({ subscribers }) => subscribers.terminate(CUSTOMER, "moved away", call()),
    line: `PUT ${v0}/disconnect`,
    body: { customerId, reason: "moved away" },
    ...taken,
  },
  reconnect: {
    run: ({ subscribers }) => subscribers.reconnect(CUSTOMER, null, call()),
    line: `PUT ${v0}/reconnect`,
    body: { customerId },
    ...taken,
  },
  leavingCustomer: {
    run: ({ subscribers }) => subscribers.recordLeaving(CUSTOMER, "PORT_OUT", "moved away", call()),
    line: `PUT ${v0}/leaving/customer`,
    body: { customerId, type: "PORT_OUT", reason: "moved away" },
    ...done,
  },
  customerReset: {
    run: ({ subscribers }) => subscribers.reset(CUSTOMER, call()),
    line: `POST ${v0}/customer/reset/C100234`,
    body: null,
    data: { transactionId: 4712 },
    isTaken: true,
    reference: "4712",
  },
} as const satisfies Readonly<Record<string, Run>>;

const line = {
  mdnSwap: {
    run: ({ subscribers }) => subscribers.swapNumber(CUSTOMER, "78701", call()),
    line: `PUT ${v0}/mdn/swap`,
    body: { customerId, zipCode: "78701" },
    ...taken,
  },
  iccidSwap: {
    run: ({ subscribers }) => subscribers.swapSim(CUSTOMER, { iccid: ICCID }, call()),
    line: `POST ${v0}/iccid/swap`,
    body: { customerId, newIccId: ICCID, simType: "PSIM" },
    data: { id: "SWAP-1" },
    isTaken: true,
    reference: "SWAP-1",
  },
  simSwapOtpGenerate: {
    run: ({ subscribers }) => subscribers.sendSimSwapOtp(CUSTOMER, call()),
    line: `POST ${v0}/generate/otp/sim/swap`,
    body: { customerId },
    ...done,
  },
  simSwapOtpPerform: {
    run: ({ subscribers }) => subscribers.swapSimByOtp(CUSTOMER, { imei: IMEI }, "135790", call()),
    line: `POST ${v0}/perform/otp/sim/swap`,
    body: { customerId, otp: "135790", imei: IMEI, simType: "ESIM" },
    data: { id: "SWAP-2" },
    isTaken: true,
    reference: "SWAP-2",
  },
  customersSwap: {
    run: ({ subscribers }) => subscribers.makePrimary(CUSTOMER, "G900", call()),
    line: `PUT ${v0}/customers/swap`,
    body: { customerId, groupId: "G900" },
    ...done,
  },
  sendSms: {
    run: ({ subscribers }) => subscribers.sendSms(CUSTOMER, "Meet me at noon", call()),
    line: `POST ${v0}/sendsms/C100234`,
    body: { message: "Meet me at noon" },
    ...done,
  },
  accountUpdateFields: {
    run: ({ subscribers }) => subscribers.update(CUSTOMER, { lastName: "Hopper", email: "new@example.com" }, call()),
    line: `PUT ${v0}/account/update/fields/C100234`,
    body: { lastName: "Hopper", email: "new@example.com" },
    ...done,
  },
  voicemailPasswordReset: {
    run: ({ subscribers }) => subscribers.resetVoicemailPin(CUSTOMER, "8642", call()),
    line: `PUT ${v0}/customer/reset/voicemail/password/C100234`,
    body: { password: "8642" },
    ...done,
  },
  manageFeature: {
    run: ({ subscribers }) => subscribers.cutOffData(CUSTOMER, "BILLDUE", call()),
    line: `PUT ${v0}/customer/manage/feature/C100234`,
    body: { feature: "DATA_CUTOFF", action: "ENABLE", reason: "BILLDUE" },
    ...done,
  },
  shipmentCancel: {
    run: ({ subscribers }) => subscribers.cancelShipment(CUSTOMER, call()),
    line: `PUT ${v0}/shipment/order/cancel/C100234`,
    body: null,
    ...done,
  },
  roamingPackAutoRenew: {
    run: ({ subscribers }) => subscribers.setRoamingPackRenewal(CUSTOMER, "IR/DAY", false, call()),
    line: `POST ${v0}/intl/roaming/pack/IR%2FDAY/autorenew`,
    body: { customerId, autoRenew: false },
    ...done,
  },
} as const satisfies Readonly<Record<string, Run>>;

const orders = {
  productPurchase: {
    run: ({ orders }) => orders.place(PLAIN_PURCHASE, call()),
    line: `POST ${v0}/product`,
    body: BODY_OF.PURCHASE,
    data: { transactionId: "TXN-98765", clientAccountId: "brand-000017" },
    isTaken: true,
    reference: "TXN-98765",
  },
  productSubsequent: {
    run: ({ orders }) => orders.place(NEXT_PURCHASE, call()),
    line: `POST ${v0}/product/subsequent`,
    body: BODY_OF.PURCHASE_SUBSEQUENT,
    data: { transactionId: "TXN-98766" },
    isTaken: true,
    reference: "TXN-98766",
  },
  topupPurchase: {
    run: ({ orders }) => orders.place(TOP_UP, call()),
    line: `POST ${v0}/topup/purchase`,
    body: BODY_OF.TOP_UP_PURCHASE,
    data: { transactionId: "TU-1", status: "COMPLETED" },
    isTaken: false,
    reference: "TU-1",
  },
  ildPurchase: {
    run: ({ orders }) => orders.place(ILD_CREDIT, call()),
    line: `POST ${v0}/ild/purchase`,
    body: BODY_OF.ILD_PURCHASE,
    data: { transactionId: "ILD-1", status: "COMPLETED" },
    isTaken: false,
    reference: "ILD-1",
  },
  roamingPackPurchase: {
    run: ({ orders }) => orders.place(ROAMING_PACK, call()),
    line: `POST ${v0}/intl/roaming/pack/purchase/customer/C100234`,
    body: BODY_OF.ROAMING_PACK_PURCHASE,
    data: { transactionId: "IR-1", packInstanceId: "IRI-7" },
    isTaken: true,
    reference: "IRI-7",
  },
  planChangePurchase: {
    run: ({ orders }) => orders.place(PLAN_CHANGE, call()),
    line: `POST ${v0}/purchase/plan/change`,
    body: BODY_OF.SUBSCRIBER_PLAN_CHANGE,
    data: { txnId: "PC-1" },
    isTaken: true,
    reference: "PC-1",
  },
} as const satisfies Readonly<Record<string, Run>>;

const billing = {
  cardLinkGenerate: {
    run: ({ billing }) => billing.createCardLink(CUSTOMER, RETURN_TO, call()),
    line: `PUT ${v0}/account/generate/addcard/link/C100234`,
    body: { redirectUrl: RETURN_TO },
    data: { link: { url: "https://pay.example.com/add?key=s3cr3t", expireDate: "2026-11-21T16:00:00Z" } },
    ...done,
  },
  cardSetDefault: {
    run: ({ billing }) => billing.setDefaultCard(CARD, call()),
    line: `PUT ${v0}/account/card?id=${CARD}&default=true`,
    body: null,
    ...done,
  },
  cardUpdate: {
    run: ({ billing }) => billing.updateCard(CARD, { expiryMonth: 12, expiryYear: 2031 }, call()),
    line: `PUT ${v0}/account/card`,
    body: { uuid: CARD, expiryMonth: 12, expiryYear: 2031 },
    ...done,
  },
  cardDelete: {
    run: ({ billing }) => billing.deleteCard(CUSTOMER, CARD, call()),
    line: `DELETE ${v0}/account/card?cardId=${CARD}&customerId=C100234`,
    body: null,
    ...done,
  },
  paymentCustomer: {
    run: ({ billing }) => billing.payBill(CUSTOMER, { billId: "B-1", cardId: CARD, amount: "45.00" }, call()),
    line: `POST ${v0}/payment/customer`,
    body: { customerId, billId: "B-1", ccUUID: CARD, amount: "45.00" },
    data: { paymentId: "PAY-1", status: "APPROVED" },
    isTaken: false,
    reference: "PAY-1",
  },
  invoiceSendEmail: {
    run: ({ billing }) => billing.sendInvoice(CUSTOMER, "INV-1", "grace@example.com", call()),
    line: `POST ${v0}/invoice/sendemail`,
    body: { customerId, invoiceId: "INV-1", email: "grace@example.com" },
    ...done,
  },
} as const satisfies Readonly<Record<string, Run>>;

/** One call of the port for each operation that writes, by its name. */
export const RUNS = { ...lifecycle, ...line, ...orders, ...billing } as const satisfies Readonly<Record<string, Run>>;

export type WriteName = keyof typeof RUNS;

export const NAMES = Object.keys(RUNS) as readonly WriteName[];
