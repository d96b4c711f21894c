import type { Asked, Context } from "../context.js";
import { Failure, isFailureCode } from "../errors.js";
import { CARRIER_WRITES } from "../lifecycle/carrier-writes.js";
import type { Nature } from "../lifecycle/endpoint-table.js";
import type { ObjectKey } from "../model/carrier.js";
import type { ActionName, Operation } from "../model/operation.js";
import type { ActionInput } from "../schema/operation.js";
import { heldBackBy } from "./action-option.js";
import { checkKey, checkTexts } from "./checks.js";

/** What a mutation makes of its input. */
export interface Understood {
  readonly nature: Nature;
  /** Two requests of one key on one account are never under way together. */
  readonly conflictKey: string;
  /** For a bulk, the conflict keys of its rows. */
  readonly partKeys?: readonly string[];
  /** Exactly the same is done once at most, whatever the key: no, unless it says so. */
  readonly isOnce?: boolean;
  /** What the caller said beside the target; the same idempotency key must come with the same. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** What the caller said that is sent and never stored, for an action that declares it; not in `asked`, nor in the wish. */
  readonly secret?: unknown;
  /** All that carrying it out needs. Reads the carrier; throws a Failure for what the state of things does not allow. */
  wish(): Promise<Readonly<Record<string, unknown>>>;
}

/** What is to be done, and where: on an object, or in an account in which something is to be made. */
export interface Subject {
  readonly action: ActionName;
  readonly account: string;
  /** Native id of what is acted on; null where that is still to be made. */
  readonly target: string | null;
  /** Throws a Failure for what is not acceptable, before any carrier call. */
  understand(): Understood;
}

export interface Request {
  readonly input: ActionInput;
  subject(): Subject;
}

/** What became of it, before it is given the shape of a payload. */
export interface Acted {
  /** What was acted on. Null when the input names none, and until one is made. */
  readonly target: ObjectKey | null;
  readonly operation: Operation | null;
  readonly failures: readonly Failure[];
  readonly preview: ({ readonly action: ActionName; readonly carrierOperation: string | null } & Nature) | null;
}

/**
 * Carries an action out, or only says what would become of it. Refusals that the caller can do something about are
 * values; outages are thrown.
 */
export async function act({ input, subject: subjectOf }: Request, context: Context): Promise<Acted> {
  const nothing: Acted = { target: null, operation: null, failures: [], preview: null };
  let subject: Subject | null = null;
  try {
    checkBounds(input);
    checkTexts(input, ["input"]);
    subject = subjectOf();
    const acted = await carryOut(input, subject, context);
    return { ...nothing, ...acted, target: targetOf(subject, acted.operation) };
  } catch (error) {
    if (!(error instanceof Failure && isRefusal(error))) throw error;
    return { ...nothing, target: targetOf(subject), failures: [error] };
  }
}

function targetOf(subject: Subject | null, operation?: Operation | null): ObjectKey | null {
  const native = operation?.target ?? subject?.target ?? null;
  return subject === null || native === null ? null : { account: subject.account, native };
}

async function carryOut(input: ActionInput, subject: Subject, context: Context): Promise<Partial<Acted>> {
  const { action, account, target } = subject;
  const { nature, conflictKey, partKeys = [], asked, secret, wish, isOnce = false } = subject.understand();
  const { idempotencyKey, allowDuplicate: isDuplicateAllowed } = input;
  const said = isDuplicateAllowed ? { ...asked, isDuplicateAllowed } : asked;
  const known: Asked = { action, account, target, asked: said, secret, idempotencyKey, requestedBy: context.caller };
  const conflicting = { action, account, conflictKey, partKeys, isDuplicateAllowed };
  const engine = await context.operations();
  const waitMs = input.waitFor * 1000;
  const checked = async () => {
    const heldBack = heldBackBy(context.accounts.get(account));
    if (heldBack) throw heldBack;
    const blocker = await engine.blocker(conflicting);
    if (blocker) throw blocker;
    return wish();
  };
  if (input.dryRun) {
    await checked();
    const carrierOperation = CARRIER_WRITES[context.accounts.get(account).carrier][action] ?? null;
    const { isIrreversible, isAsynchronous } = nature;
    return { preview: { action, carrierOperation, isIrreversible, isAsynchronous } };
  }
  const replayed = await engine.replayed(known, waitMs);
  if (replayed) return ended(replayed);
  try {
    return ended(await engine.request({ ...known, ...conflicting, isOnce, wish: await checked() }, waitMs));
  } catch (refusal) {
    // The same request may have come twice at once: what stands against this one may be its twin's own doing.
    const twin = await engine.replayed(known, waitMs);
    if (twin) return ended(twin);
    throw refusal;
  }
}

const ended = (operation: Operation): Partial<Acted> => ({
  operation,
  failures: UNDONE.has(operation.state) && operation.error ? [failureOf(operation.error)] : [],
});

const UNDONE: ReadonlySet<Operation["state"]> = new Set(["FAILED", "CANCELLED"]);

function failureOf({ code, message, hint, carrierCode, carrierMessage }: NonNullable<Operation["error"]>): Failure {
  return new Failure(isFailureCode(code) ? code : "INTERNAL", message, {
    hint,
    ...(carrierCode === null ? {} : { carrierCode }),
    ...(carrierMessage === null ? {} : { carrierMessage }),
  });
}

/** Refusals are what the caller can do something about; an account, a carrier or this server in trouble is an outage. */
function isRefusal({ code, facts: { category } }: Failure): boolean {
  return category === "INPUT" || category === "STATE" || category === "POLICY" || code === "CARRIER_REFUSED";
}

function checkBounds({ idempotencyKey, waitFor }: ActionInput): void {
  checkKey(idempotencyKey);
  if (waitFor >= 0 && waitFor <= 30) return;
  throw new Failure("OUT_OF_RANGE", "input.waitFor: must be from 0 to 30 seconds.", {
    field: ["input", "waitFor"],
    hint: "The work goes on behind the answer: follow operation(id).",
  });
}
