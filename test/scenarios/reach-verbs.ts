import type { CallContext, Writes } from "../../src/datasources/carrier.js";
import type { SubscriberActionName } from "../../src/model/operation.js";
import { idOf } from "../operations/support.js";

/** A line in some situation, and what the verbs need to know of it. */
export interface Line {
  /** The account, as the program names it. */
  readonly account: string;
  readonly id: string;
  readonly native: string;
  readonly confirm: string;
  readonly card: string;
  readonly group: string;
  /** The carrier's id of its present plan. */
  readonly plan: string;
  readonly clientAccountId: string;
  readonly freeSim: string;
}

/** An action: how it is asked for, and how the carrier would be asked for it past the graph. */
export interface Verb {
  readonly mutation: string;
  readonly input: (line: Line) => object;
  /** What is quoted first, while the line is in service; the quote is then the input. */
  readonly order?: (line: Line) => object;
  readonly directly: (writes: Writes, line: Line, call: CallContext) => Promise<unknown> | undefined;
}

/** Actions that need more than their line: each has tests of its own. */
export const PREPARED = {
  SIM_SWAP_BY_OTP: "a password that was sent",
  SHIPMENT_CANCEL: "a shipment that is pending",
  ROAMING_PACK_RENEWAL_SET: "a pack",
  BILL_PAY: "a bill that is due",
  INVOICE_SEND: "an invoice",
} as const;

/** What only the other carrier of subscribers does. */
type Foreign = "RECHARGE" | "PLAN_EXPIRY_SET";
type Name = Exclude<SubscriberActionName, keyof typeof PREPARED | Foreign>;

const NEXT_PLAN = "PLAN-L";
const TOP_UP = "TOPUP-1GB";
const PACK = { pack: "IR-Z2-DAY", countries: ["DE"] };
const REDIRECT = "https://brand.example/back";

const none = () => ({});
const confirmed = ({ confirm }: Line) => ({ confirm });
const ofCard = ({ card }: Line) => ({ card });

/** An order is bought by its quote. */
const bought = (order: Verb["order"] & object, directly: Verb["directly"]): Verb => ({
  mutation: "quoteAccept",
  input: none,
  order,
  directly,
});

/** Every action of Reach that needs nothing but a line. */
export const VERBS: Readonly<Record<Name, Verb>> = {
  SUBSCRIBER_ACTIVATE: {
    mutation: "subscriberActivate",
    input: ({ freeSim }) => ({ sim: { iccid: freeSim } }),
    directly: ({ subscribers }, { native, freeSim }, call) =>
      subscribers?.activate(native, { iccid: freeSim }, null, call),
  },
  SUBSCRIBER_SUSPEND: {
    mutation: "subscriberSuspend",
    input: none,
    directly: ({ subscribers }, { native }, call) => subscribers?.suspend(native, null, call),
  },
  SUBSCRIBER_RESUME: {
    mutation: "subscriberResume",
    input: none,
    directly: ({ subscribers }, { native }, call) => subscribers?.resume(native, call),
  },
  SUBSCRIBER_TERMINATE: {
    mutation: "subscriberTerminate",
    input: ({ confirm }) => ({ confirm, reason: "moved away" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.terminate(native, "moved away", call),
  },
  SUBSCRIBER_RECONNECT: {
    mutation: "subscriberReconnect",
    input: none,
    directly: ({ subscribers }, { native }, call) => subscribers?.reconnect(native, null, call),
  },
  SUBSCRIBER_UPDATE: {
    mutation: "subscriberUpdate",
    input: () => ({ firstName: "Robin" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.update(native, { firstName: "Robin" }, call),
  },
  SUBSCRIBER_LEAVE: {
    mutation: "subscriberLeave",
    input: ({ confirm }) => ({ confirm, type: "DISCONNECT" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.recordLeaving(native, "DISCONNECT", null, call),
  },
  SUBSCRIBER_RESET: {
    mutation: "subscriberReset",
    input: confirmed,
    directly: ({ subscribers }, { native }, call) => subscribers?.reset(native, call),
  },
  PORT_IN_UPDATE: {
    mutation: "portInUpdate",
    input: () => ({ change: "CANCEL_AND_NEW" }),
    directly: ({ subscribers }, { native }, call) =>
      subscribers?.changePortIn(native, { type: "CANCEL_AND_NEW" }, call),
  },
  NUMBER_SWAP: {
    mutation: "numberSwap",
    input: ({ confirm }) => ({ confirm, zip: "30301" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.swapNumber(native, "30301", call),
  },
  SIM_SWAP: {
    mutation: "simSwap",
    input: ({ freeSim }) => ({ sim: { iccid: freeSim } }),
    directly: ({ subscribers }, { native, freeSim }, call) => subscribers?.swapSim(native, { iccid: freeSim }, call),
  },
  SIM_SWAP_OTP_SEND: {
    mutation: "simSwapOtpSend",
    input: none,
    directly: ({ subscribers }, { native }, call) => subscribers?.sendSimSwapOtp(native, call),
  },
  PRIMARY_LINE_SET: {
    mutation: "primaryLineSet",
    input: none,
    directly: ({ subscribers }, { native, group }, call) => subscribers?.makePrimary(native, group, call),
  },
  SMS_SEND: {
    mutation: "smsSend",
    input: () => ({ text: "Hello" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.sendSms(native, "Hello", call),
  },
  VOICEMAIL_PIN_RESET: {
    mutation: "voicemailPinReset",
    input: () => ({ pin: "1357" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.resetVoicemailPin(native, "1357", call),
  },
  DATA_CUT_OFF: {
    mutation: "dataCutOff",
    input: () => ({ reason: "OTHER" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.cutOffData(native, "OTHER", call),
  },
  DATA_RESTORE: {
    mutation: "dataRestore",
    input: () => ({ reason: "OTHER" }),
    directly: ({ subscribers }, { native }, call) => subscribers?.restoreData(native, "OTHER", call),
  },
  CARD_LINK_CREATE: {
    mutation: "cardLinkCreate",
    input: () => ({ redirectUrl: REDIRECT }),
    directly: ({ billing }, { native }, call) => billing?.createCardLink(native, REDIRECT, call),
  },
  CARD_DEFAULT_SET: {
    mutation: "cardDefaultSet",
    input: ofCard,
    directly: ({ billing }, { card }, call) => billing?.setDefaultCard(card, call),
  },
  CARD_UPDATE: {
    mutation: "cardUpdate",
    input: ({ card }) => ({ card, priority: 7 }),
    directly: ({ billing }, { card }, call) => billing?.updateCard(card, { priority: 7 }, call),
  },
  CARD_DELETE: {
    mutation: "cardDelete",
    input: ofCard,
    directly: ({ billing }, { native, card }, call) => billing?.deleteCard(native, card, call),
  },
  PURCHASE_SUBSEQUENT: bought(
    ({ account, id, card, plan }) => ({
      nextPurchase: {
        subscriber: id,
        card,
        lines: [{ renews: id, plan: idOf("Plan", plan, account), isPrimary: true, simType: "PSIM" }],
        redirectUrl: REDIRECT,
      },
    }),
    ({ orders }, { native, card, clientAccountId, plan }, call) => {
      const lines = [{ renews: native, planId: plan, isPrimary: true, simType: "PSIM" as const }];
      const order = { subscriber: native, clientAccountId, cardId: card, lines, redirectUrl: REDIRECT };
      return orders?.place({ kind: "PURCHASE_SUBSEQUENT", ...order }, call);
    },
  ),
  TOP_UP_PURCHASE: bought(
    ({ account, id, card }) => ({
      topUp: { subscriber: id, plan: idOf("Plan", TOP_UP, account), quantity: 1, card },
    }),
    ({ orders }, { native, card }, call) =>
      orders?.place(
        { kind: "TOP_UP_PURCHASE", subscriber: native, serviceCode: TOP_UP, quantity: 1, cardId: card },
        call,
      ),
  ),
  ILD_PURCHASE: bought(
    ({ id, card }) => ({ ildCredit: { subscriber: id, amount: "5", card } }),
    ({ orders }, { native, card, group }, call) =>
      orders?.place({ kind: "ILD_PURCHASE", subscriber: native, groupId: group, amount: "5", cardId: card }, call),
  ),
  ROAMING_PACK_PURCHASE: bought(
    ({ id, card }) => ({ roamingPack: { subscriber: id, card, ...PACK } }),
    ({ orders }, { native, card }, call) => {
      const { pack: packId, countries } = PACK;
      return orders?.place(
        { kind: "ROAMING_PACK_PURCHASE", subscriber: native, packId, countries, cardId: card },
        call,
      );
    },
  ),
  SUBSCRIBER_PLAN_CHANGE: bought(
    ({ account, id }) => ({
      planChange: { subscriber: id, plan: idOf("Plan", NEXT_PLAN, account), isImmediate: true },
    }),
    ({ orders }, { native }, call) =>
      orders?.place(
        {
          kind: "SUBSCRIBER_PLAN_CHANGE",
          subscriber: native,
          planId: NEXT_PLAN,
          isUpgrade: true,
          isImmediate: true,
          cardId: null,
        },
        call,
      ),
  ),
};
