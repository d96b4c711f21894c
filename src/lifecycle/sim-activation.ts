import { createHash } from "node:crypto";
import { z } from "zod";
import type { BulkActivationRow, RowResult, SimDocuments } from "../datasources/port/subscribers.js";
import { CONNECTION_TYPES } from "../model/nextcomm.js";
import type { Plan } from "../model/plan.js";
import { action, type Row, type Seen } from "./action.js";
import { unseen, writesOf } from "./subscriber-observe.js";

/** One activation at a time of one SIM; of an eSIM that the carrier chooses, of one request. */
export const activationConflictKeyOf = (iccid: string | null, requestId: string): string =>
  iccid === null ? `activation/${requestId}` : `activation/${iccid}`;

/** The same SIMs twice, in whatever order, are not under way together; other SIMs are nobody's business. */
export const bulkConflictKeyOf = (what: "activations" | "documents", iccids: readonly string[]): string =>
  `${what}/${createHash("sha256").update(iccids.toSorted().join()).digest("hex")}`;

const Wish = z.strictObject({
  plan: z.string(),
  iccid: z.string().nullable(),
  simType: z.enum(["PHYSICAL", "ESIM"]),
  requestId: z.string(),
  /** Nobody had the SIM before: who has it now shows that it was done. */
  wasFree: z.boolean(),
});

/** Who the SIM is for. */
const Person = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  alternateMsisdn: z.string(),
  email: z.string(),
});

/**
 * There is no status operation, and a repeat would charge twice: whether it was done is read from the subscriber who
 * has the SIM now. An eSIM that the carrier was to choose cannot be found so.
 */
export const createSubscriber = action({
  name: "SUBSCRIBER_CREATE",
  wish: Wish,
  secret: Person,
  result: z.strictObject({
    iccid: z.string().nullable(),
    smdpAddress: z.string().nullable(),
    matchingId: z.string().nullable(),
    qrText: z.string().nullable(),
    qrImage: z.string().nullable(),
  }),
  perform: async (writes, { plan, wasFree: _, ...sim }, call, person) => {
    const activation = { planId: plan, ...sim, ...person };
    const { msisdn, iccid, esim, qrImage, ...result } = await writesOf(writes, "activations").activate(
      activation,
      call,
    );
    const { smdpAddress = null, matchingId = null, qrText = null } = esim ?? {};
    return {
      ...result,
      made: { target: msisdn, creation: null },
      result: { iccid, smdpAddress, matchingId, qrText, qrImage },
    };
  },
  observe: async ({ subscribers }, { iccid, wasFree }, call, _reference, target): Promise<Seen> => {
    if (target === null && !wasFree) return "UNKNOWN";
    const found = await (target === null
      ? iccid && subscribers?.find({ kind: "iccid", value: iccid }, call)
      : subscribers?.byId(target, call));
    return found ? { target: found.key.native, creation: null } : "UNKNOWN";
  },
});

const BulkWish = z.strictObject({
  rows: z.array(
    z.strictObject({
      iccid: z.string(),
      /** As the catalogue told it: the carrier wants all of it told again. */
      plan: z.custom<Plan>((plan) => typeof plan === "object" && plan !== null),
      travelAt: z.string(),
      connectionType: z.enum(CONNECTION_TYPES),
      requestId: z.string(),
      referralCode: z.string().nullable(),
      wasFree: z.boolean(),
    }),
  ),
});

type BulkWish = z.output<typeof BulkWish>;

type Answer = Pick<RowResult, "is" | "carrierMessage" | "reference" | "msisdn">;

const UNANSWERED: Answer = { is: "unknown", carrierMessage: null, reference: null, msisdn: null };

/** Every row that was asked for becomes an activation of its own; one that the carrier did not answer is unknown. */
const rowsOf = ({ rows }: BulkWish, answers: readonly RowResult[]): Row[] =>
  rows.map(({ iccid, plan, requestId, wasFree }) => {
    const { is, carrierMessage, reference, msisdn } = answers.find((row) => row.iccid === iccid) ?? UNANSWERED;
    return {
      action: "SUBSCRIBER_CREATE",
      target: msisdn,
      conflictKey: activationConflictKeyOf(iccid, requestId),
      is,
      carrierCode: null,
      carrierMessage,
      reference,
      wish: { plan: plan.key.native, iccid, simType: "PHYSICAL", requestId, wasFree } satisfies z.input<typeof Wish>,
    };
  });

const DONE = { is: "done", carrierCode: "Success", carrierMessage: null, reference: null } as const;

export const createSubscribers = action({
  name: "SUBSCRIBERS_CREATE",
  wish: BulkWish,
  /** The e-mail address of the person of each row, in the order of the rows. */
  secret: z.array(z.string()),
  perform: async (writes, wish, call, emails) => {
    const rows = wish.rows.map(
      ({ wasFree: _, ...row }, index): BulkActivationRow => ({ ...row, email: emails[index] ?? "" }),
    );
    return { ...DONE, rows: rowsOf(wish, await writesOf(writes, "activations").activateMany(rows, call)) };
  },
  observe: async (_reads, wish): Promise<Seen> => ({ rows: rowsOf(wish, []) }),
});

/** The papers themselves are dropped once they are sent. Nothing at the carrier shows whether they have arrived. */
export const uploadDocuments = action({
  name: "DOCUMENTS_UPLOAD",
  wish: z.strictObject({ iccids: z.array(z.string()) }),
  secret: z.custom<readonly SimDocuments[]>(Array.isArray),
  perform: async (writes, { iccids }, call, documents) => {
    const answers = await writesOf(writes, "activations").uploadDocuments(documents, call);
    return {
      ...DONE,
      rows: iccids.map((iccid) =>
        paperRow(
          iccid,
          answers.find((row) => row.iccid === iccid),
        ),
      ),
    };
  },
  observe: unseen,
});

const paperRow = (iccid: string, answer: Answer = UNANSWERED): Row => ({
  action: "DOCUMENTS_UPLOAD",
  target: null,
  conflictKey: `documents/${iccid}`,
  is: answer.is,
  carrierCode: null,
  carrierMessage: answer.carrierMessage,
  reference: answer.reference,
  wish: { iccids: [iccid] },
});
