import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { activationConflictKeyOf, bulkConflictKeyOf } from "../lifecycle/sim-activation.js";
import { SUBSCRIBER_MAKING_TABLE } from "../lifecycle/subscriber-table.js";
import type { SubscriberMakingActionName } from "../model/operation.js";
import { blockedBy } from "../operations/engine.js";
import {
  DocumentsUploadInput,
  type SimActivationRowInput,
  type SimDocumentsInput,
  SubscriberCreateInput,
  SubscribersCreateInput,
} from "../schema/activation-mutations.js";
import { SubscriberPayload } from "../schema/subscriber-mutations.js";
import { act, type Subject } from "./act.js";
import { writable } from "./act-on-endpoint.js";
import { distinct, planOf, refusal } from "./checks.js";
import { atInput } from "./field-checks.js";
import { isGiven } from "./look-up.js";
import { lineNumber } from "./numbers.js";
import { newRequestId } from "./request-id.js";

const INPUT = { description: "What to do." };

@Resolver(() => SubscriberPayload)
export class ActivationMutations {
  @Mutation(() => SubscriberPayload, {
    description: "Puts a SIM into service for a person. An eSIM's codes are in `Operation.esim`.",
  })
  subscriberCreate(
    @Arg("input", () => SubscriberCreateInput, INPUT) input: SubscriberCreateInput,
    @Ctx() context: Context,
  ) {
    return act({ input, subject: () => ofOne(input, context) }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Puts many SIMs into service; each becomes one of `Operation.children`.",
  })
  subscribersCreate(
    @Arg("input", () => SubscribersCreateInput, INPUT) input: SubscribersCreateInput,
    @Ctx() context: Context,
  ) {
    return act({ input, subject: () => ofMany(input, context) }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Sends papers of people; each SIM becomes one of `Operation.children`.",
  })
  documentsUpload(
    @Arg("input", () => DocumentsUploadInput, INPUT) input: DocumentsUploadInput,
    @Ctx() context: Context,
  ) {
    return act({ input, subject: () => ofDocuments(input, context) }, context);
  }
}

/** What is made in an account, if the account may be changed in this way. */
const natureOf = (action: SubscriberMakingActionName, id: string, { accounts }: Context) => {
  const account = accounts.get(id, ["input", "account"]);
  return writable(account, action, SUBSCRIBER_MAKING_TABLE[account.carrier]?.[action]);
};

const iccidOf = (text: string, ...at: readonly string[]): string =>
  lineNumber("iccid", text, ["input", ...at, "iccid"]).value;

function ofOne(input: SubscriberCreateInput, context: Context): Subject {
  const understand = () => {
    const nature = natureOf("SUBSCRIBER_CREATE", input.account, context);
    const plan = planOf(input.plan, input.account, context);
    const iccid = isGiven(input.iccid) ? iccidOf(input.iccid) : null;
    const { simType } = input;
    if (iccid === null && simType === "PHYSICAL") throw refusal("iccid", "is needed for a physical SIM.");
    const secret = {
      firstName: atInput.filled("firstName", input.firstName),
      lastName: atInput.filled("lastName", input.lastName),
      alternateMsisdn: atInput.digits("alternateMsisdn", input.alternateMsisdn, /^\+?\d{5,15}$/, "5 to 15 digits"),
      email: atInput.email("email", input.email),
    };
    const requestId = newRequestId();
    const conflictKey = activationConflictKeyOf(iccid, requestId);
    const wish = async () => {
      await checkPlan(input.account, plan, "plan", context);
      if (iccid !== null) await checkFree(input.account, iccid, context);
      return { plan, iccid, simType, requestId, wasFree: true };
    };
    return { nature, conflictKey, asked: { plan, iccid, simType }, secret, wish };
  };
  return { action: "SUBSCRIBER_CREATE", account: input.account, target: null, understand };
}

/** All rows go to the carrier by one request, which it works on while we wait; it states no limit. */
const MAX_ROWS = 50;

function ofMany(input: SubscribersCreateInput, context: Context): Subject {
  const { account, sims } = input;
  const understand = () => {
    const nature = natureOf("SUBSCRIBERS_CREATE", account, context);
    const rows = sims.map((sim, index) => rowOf(sim, index, account, context));
    if (rows.length === 0) throw refusal("sims", "must have at least one.");
    const iccids = distinct(
      "sims",
      rows.map(({ iccid }) => iccid),
      MAX_ROWS,
    );
    const told = rows.map(({ email: _, ...row }) => row);
    const wishOf = async (row: (typeof told)[number], index: number) => ({
      ...row,
      plan: await checkPlan(account, row.plan, `sims.${index}.plan`, context),
      requestId: newRequestId(),
    });
    const wish = async () => {
      await checkIdle(iccids, input, context);
      const [rows, free] = await Promise.all([Promise.all(told.map(wishOf)), freeSims(account, context)]);
      return { rows: rows.map((row) => ({ ...row, wasFree: free.has(row.iccid) })) };
    };
    const secret = rows.map(({ email }) => email);
    const conflictKey = bulkConflictKeyOf("activations", iccids);
    const partKeys = iccids.map((iccid) => activationConflictKeyOf(iccid, ""));
    return { nature, conflictKey, partKeys, asked: { sims: told }, secret, wish };
  };
  return { action: "SUBSCRIBERS_CREATE", account, target: null, understand };
}

function rowOf(sim: SimActivationRowInput, index: number, account: string, context: Context) {
  const { iccid, plan, travelAt, email, connectionType, referralCode } = sim;
  return {
    iccid: iccidOf(iccid, "sims", String(index)),
    plan: planOf(plan, account, context, `sims.${index}.plan`),
    email: atInput.email(`sims.${index}.email`, email),
    travelAt,
    connectionType,
    referralCode: referralCode ?? null,
  };
}

/** The SIMs that nobody has. Two calls for all rows; a carrier that refuses to list its stock tells of none. */
async function freeSims(account: string, { accounts, call }: Context): Promise<ReadonlySet<string>> {
  const stock = accounts.get(account).read("stock");
  const of = (type: "PHYSICAL" | "ESIM") =>
    stock.list(type, null, call).catch((failure: unknown) => {
      if (failure instanceof Failure && failure.code === "CARRIER_REFUSED") return [];
      throw failure;
    });
  return new Set((await Promise.all([of("PHYSICAL"), of("ESIM")])).flat().flatMap(({ iccid }) => iccid ?? []));
}

/** An activation that is under way with one of the SIMs stands against it, and an unknown one unless that is wanted. */
async function checkIdle(
  iccids: readonly string[],
  { account, allowDuplicate }: SubscribersCreateInput,
  { loaders }: Context,
): Promise<void> {
  const of = (iccid: string) =>
    loaders.openOperations.load({ account, conflictKey: activationConflictKeyOf(iccid, "") });
  const open = (await Promise.all(iccids.map(of))).flat();
  const busy = open.find(({ state }) => !(allowDuplicate && state === "OUTCOME_UNKNOWN"));
  if (busy) throw blockedBy(busy);
}

const MAX_DOCUMENTS = 10;
const MB = 1024 * 1024;
const MAX_PAPER_BYTES = 2 * MB;
/** In base64 they must fit into one HTTP request to us. */
const MAX_PAPERS_BYTES = 4 * MB;

function ofDocuments({ account, documents }: DocumentsUploadInput, context: Context): Subject {
  const understand = () => {
    const nature = natureOf("DOCUMENTS_UPLOAD", account, context);
    if (documents.length === 0) throw refusal("documents", "must have at least one.");
    const secret = documents.map(papersOf);
    checkWeight(secret);
    const iccids = distinct(
      "documents",
      secret.map(({ iccid }) => iccid),
      MAX_DOCUMENTS,
    );
    const conflictKey = bulkConflictKeyOf("documents", iccids);
    return { nature, conflictKey, asked: { iccids }, secret, wish: async () => ({ iccids }) };
  };
  return { action: "DOCUMENTS_UPLOAD", account, target: null, understand };
}

const papersOf = ({ iccid, visa, passport }: SimDocumentsInput, index: number) => ({
  iccid: iccidOf(iccid, "documents", String(index)),
  visa: paperOf(`documents.${index}.visa`, visa),
  passport: paperOf(`documents.${index}.passport`, passport),
});

function paperOf(field: string, text: string): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw refusal(field, "must be base64, without a prefix and without line breaks.");
  }
  if (bytesIn(text) <= MAX_PAPER_BYTES) return text;
  throw refusal(field, "must have at most 2 MB.", "Scan it in fewer colours or pixels.", "OUT_OF_RANGE");
}

/** What base64 text stands for, in bytes. */
const bytesIn = (base64: string): number => Buffer.byteLength(base64, "base64");

function checkWeight(papers: readonly ReturnType<typeof papersOf>[]): void {
  const bytes = papers.reduce((sum, { visa, passport }) => sum + bytesIn(visa) + bytesIn(passport), 0);
  if (bytes <= MAX_PAPERS_BYTES) return;
  const hint = "Send the papers of each SIM by a request of its own.";
  throw refusal("documents", "must have at most 4 MB together.", hint, "OUT_OF_RANGE");
}

/** The plan must be in the catalogue, and be one that a SIM can be put into service on. */
async function checkPlan(account: string, native: string, field: string, { loaders }: Context) {
  const plan = await loaders.plan.load({ account, native });
  if (plan?.kind === "BASE") return plan;
  throw refusal(field, "is no plan that a SIM can be put into service on.", "See plans.", "PLAN_UNAVAILABLE");
}

/** Nobody may have the SIM yet. One carrier call. */
async function checkFree(account: string, iccid: string, { loaders }: Context): Promise<void> {
  const sim = { account, kind: "iccid", value: iccid } as const;
  // Afresh: an activation before this one in the same request may have taken it.
  const found = await loaders.subscriberByNumber.clear(sim).load(sim);
  if (found) throw refusal("iccid", "somebody has this SIM already.", "Choose a free SIM.", "ALREADY_EXISTS");
}
