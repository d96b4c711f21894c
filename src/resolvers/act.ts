import type { Asked, Context } from "../context.js";
import { Failure, isFailureCode } from "../errors.js";
import { ENDPOINT_TABLE, type Rule, refusalOf } from "../lifecycle/endpoint-table.js";
import { conflictKeyOf } from "../loaders/open-operations.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointProfile } from "../model/endpoint.js";
import type { ActionName, Operation } from "../model/operation.js";
import type { EndpointActionInput } from "../schema/endpoint-mutations.js";

/** What a mutation makes of its input, once the endpoint is known. Throws a Failure for what is not acceptable. */
export interface Understood {
  /** What the caller said beside the endpoint; the same idempotency key must come with the same. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** All that carrying it out needs beside the endpoint. Throws a Failure for what the endpoint does not allow. */
  wishOf(endpoint: EndpointProfile): Readonly<Record<string, unknown>>;
}

export interface EndpointAction {
  readonly action: ActionName;
  readonly input: EndpointActionInput;
  understand(endpoint: ObjectKey): Understood;
}

/** What became of it, before it is given the shape of a payload. */
export interface Acted {
  /** Null when the input names none. */
  readonly endpoint: ObjectKey | null;
  readonly operation: Operation | null;
  readonly failures: readonly Failure[];
  readonly preview: {
    readonly action: ActionName;
    readonly isIrreversible: boolean;
    readonly isAsynchronous: boolean;
  } | null;
}

/**
 * Carries an action out, or only says what would become of it. Refusals that the caller can do something about are
 * values; outages are thrown.
 */
export async function act({ action, input, understand }: EndpointAction, context: Context): Promise<Acted> {
  const nothing: Acted = { endpoint: null, operation: null, failures: [], preview: null };
  let endpoint: ObjectKey | null = null;
  try {
    checkBounds(input);
    endpoint = context.ids.require("Endpoint", input.endpoint, ["input", "endpoint"]);
    const rule = ruleOf(action, endpoint, context);
    const request = { action, input, endpoint, rule, ...understand(endpoint) };
    return { ...nothing, endpoint, ...(await carryOut(request, context)) };
  } catch (error) {
    if (error instanceof Failure && isRefusal(error)) return { ...nothing, endpoint, failures: [error] };
    throw error;
  }
}

interface Checked extends Understood {
  readonly action: ActionName;
  readonly input: EndpointActionInput;
  readonly endpoint: ObjectKey;
  readonly rule: Rule;
}

async function carryOut(request: Checked, context: Context): Promise<Partial<Acted>> {
  const { action, endpoint, rule, input, asked, wishOf } = request;
  const engine = await context.operations;
  const { account, native: target } = endpoint;
  const known: Asked = {
    action,
    account,
    target,
    asked,
    idempotencyKey: input.idempotencyKey,
    requestedBy: context.caller,
  };
  const waitMs = input.waitFor * 1000;
  const conflictKey = conflictKeyOf(endpoint);
  const checked = async () => {
    const blocker = await engine.blocker(action, account, conflictKey);
    if (blocker) throw blocker;
    return { endpoint: target, ...wishOf(await guard(endpoint, rule, context)) };
  };
  if (input.dryRun) {
    await checked();
    return { preview: { action, isIrreversible: rule.isIrreversible, isAsynchronous: rule.isAsynchronous } };
  }
  const replayed = await engine.replayed(known, waitMs);
  if (replayed) return ended(replayed);
  try {
    return ended(await engine.request({ ...known, conflictKey, wish: await checked() }, waitMs));
  } catch (refusal) {
    // The same request may have come twice at once: what stands against this one may be its twin's own doing.
    const twin = await engine.replayed(known, waitMs);
    if (twin) return ended(twin);
    throw refusal;
  }
}

const ended = (operation: Operation): Partial<Acted> => ({
  operation,
  failures: operation.state === "FAILED" && operation.error ? [failureOf(operation.error)] : [],
});

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

function checkBounds({ idempotencyKey, waitFor }: EndpointActionInput): void {
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new Failure(
      "INVALID_ARGUMENT",
      "input.idempotencyKey: must have 1 to 255 printable characters without blanks.",
      {
        field: ["input", "idempotencyKey"],
        hint: "Use a UUID, new for every new request.",
      },
    );
  }
  if (waitFor >= 0 && waitFor <= 30) return;
  throw new Failure("OUT_OF_RANGE", "input.waitFor: must be from 0 to 30 seconds.", {
    field: ["input", "waitFor"],
    hint: "The work goes on behind the answer: follow operation(id).",
  });
}

/** The rule of the account's carrier. Refuses accounts that may not be changed. */
function ruleOf(action: ActionName, endpoint: ObjectKey, { accounts }: Context): Rule {
  const account = accounts.get(endpoint.account, ["input", "endpoint"]);
  const rule = ENDPOINT_TABLE[account.carrier]?.[action];
  if (rule === undefined) throw new Failure("NOT_SUPPORTED_BY_CARRIER", `${account.carrier} does not offer ${action}.`);
  if (account.config.readOnly) throw READ_ONLY();
  return rule;
}

const READ_ONLY = (): Failure =>
  new Failure("PERMISSION_DENIED", "This account is read-only.", {
    hint: "The operator has set readOnly for it in the accounts file.",
  });

/** The endpoint as the carrier has it now, if it allows the action. Reads afresh: a loader may have seen an older state. */
async function guard(endpoint: ObjectKey, rule: Rule, { loaders }: Context): Promise<EndpointProfile> {
  const profile = await loaders.endpointProfile.clear(endpoint).load(endpoint);
  if (profile === null) {
    throw new Failure("NOT_FOUND", "input.endpoint: the carrier does not know this endpoint.", {
      field: ["input", "endpoint"],
    });
  }
  const refusal = refusalOf(rule, profile);
  if (refusal === null) return profile;
  throw new Failure("INVALID_TRANSITION", refusal, {
    field: ["input", "endpoint"],
    hint: "See Endpoint.actions for what is possible now.",
  });
}
