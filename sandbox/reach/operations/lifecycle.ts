import { z } from "zod";
import { accepted, conflict, notFound, ok } from "../answers.js";
import { start } from "../jobs.js";
import { customerOf, groupById, linesOf } from "../lookup.js";
import { newNumber } from "../making.js";
import { type Call, type Operation, operation } from "../operation.js";
import { type Customer, mint, STATUS, type Status } from "../state.js";

const text = z.string().min(1);

/** For how long a disconnected line can come back. */
const RETURN_MS = 30 * 86_400_000;

interface Way {
  from: readonly Status[];
  isReasonNeeded?: boolean;
  /** What else keeps it from happening. */
  objection?(customer: Customer, now: number): string | null;
  finish(customer: Customer, at: number, call: Call): void;
}

const WAYS: Readonly<Record<"reconnect" | "disconnect" | "suspend" | "restore", Way>> = {
  reconnect: {
    from: [STATUS.DISCONNECTED],
    objection: ({ disconnectedAt }, now) =>
      now - (disconnectedAt ?? 0) > RETURN_MS ? "The line was disconnected more than 30 days ago" : null,
    finish: (customer, _at, { account }) => {
      customer.status = STATUS.ACTIVE;
      customer.disconnectedAt = null;
      // The old number has been released.
      customer.mobileNo = newNumber(account);
    },
  },
  disconnect: {
    from: [STATUS.ACTIVE, STATUS.SUSPENDED],
    isReasonNeeded: true,
    finish: disconnect,
  },
  suspend: {
    from: [STATUS.ACTIVE],
    finish: (customer) => {
      customer.status = STATUS.SUSPENDED;
    },
  },
  restore: {
    from: [STATUS.SUSPENDED],
    finish: (customer) => {
      customer.status = STATUS.ACTIVE;
    },
  },
};

/** Ends a line and whatever is under way with it; its number is released. */
export function disconnect(customer: Customer, at: number): void {
  customer.status = STATUS.DISCONNECTED;
  customer.disconnectedAt = at;
  customer.mobileNo = null;
  customer.job = null;
}

function changing(name: keyof typeof WAYS): Operation {
  const { from, isReasonNeeded, objection, finish } = WAYS[name];
  return operation({
    from: "body",
    input: z.strictObject({ customerId: text, reason: isReasonNeeded ? text : text.optional() }),
    handle: (call, { customerId }) => {
      const { account, commit, now } = call;
      const customer = customerOf(account, customerId);
      const objected = from.includes(customer.status) ? objection?.(customer, now) : "Not possible in this state";
      if (objected) throw conflict(objected);
      start(call, customer, name, account.settings.durations.lifecycleMs, (at) => finish(customer, at, call));
      commit(customerId);
      return accepted({ customerId, transactionId: mint(account, "LC-") }, account.style.lifecycleStatus);
    },
  });
}

/** States of lines, who is the first of an account, and who leaves. */
export const lifecycleOperations = {
  reconnect: changing("reconnect"),
  disconnect: changing("disconnect"),
  suspend: changing("suspend"),
  restore: changing("restore"),
  customersSwap: operation({
    from: "body",
    input: z.strictObject({ customerId: text, groupId: text }),
    handle: ({ account, commit }, { customerId, groupId }) => {
      groupById(account, groupId);
      const lines = linesOf(account, groupId);
      const chosen = lines.find(({ id }) => id === customerId);
      if (!chosen) throw notFound("customerId");
      if (chosen.isPrimary) throw conflict("The line is the primary one already");
      for (const line of lines) line.isPrimary = line === chosen;
      commit(customerId);
      return ok();
    },
  }),
  leavingCustomer: operation({
    from: "body",
    input: z.strictObject({ customerId: text, type: z.enum(["PORT_OUT", "DISCONNECT"]), reason: text.optional() }),
    handle: ({ account, commit }, { customerId, type }) => {
      const customer = customerOf(account, customerId);
      if (customer.leaving) throw conflict("The customer is leaving already");
      customer.leaving = type;
      commit(customerId);
      return ok();
    },
  }),
};
