import { z } from "zod";
import { accepted, conflict, iso, notFound, num, ok } from "../answers.js";
import { address } from "../basket.js";
import { start } from "../jobs.js";
import { activeOf, customerOf, groupOf } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { type Customer, cycleStart, mint, nextBilling } from "../state.js";

const text = z.string().min(1);
const byId = z.strictObject({ customerId: text });

function infoView({ account, now }: Call, customer: Customer): unknown {
  const plan = account.catalogue.plans.find(({ serviceCode }) => serviceCode === customer.plan);
  return {
    customerId: customer.id,
    clientAccountId: groupOf(account, customer).clientAccountId,
    groupId: customer.groupId,
    status: num(account, customer.status),
    reachPlanId: customer.plan,
    planName: plan?.name ?? null,
    mobileNo: customer.mobileNo,
    iccId: customer.iccId,
    imei: customer.imei,
    simType: customer.simType,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    isPrimary: customer.isPrimary,
    activationDate: iso(customer.activatedAt),
    nextBillingDate: iso(nextBilling(customer, now)),
    dataCutOff: customer.isDataCutOff,
  };
}

const PULSES = { DATA: "MB", ILD: "MIN", IR: "USD" } as const;

function usageView({ account, now }: Call, customer: Customer, kind: keyof typeof PULSES): unknown {
  const plan = account.catalogue.plans.find(({ serviceCode }) => serviceCode === customer.plan);
  const { dataMb, extraMb, ildMinutes, roamingCents } = customer.usage;
  const isUnlimited = kind === "DATA" && (plan?.isUnlimited ?? false);
  const used = { DATA: dataMb, ILD: ildMinutes, IR: roamingCents / 100 }[kind];
  const total = kind === "DATA" && !isUnlimited ? (plan?.dataGb ?? 0) * 1024 + extraMb : null;
  return {
    used: num(account, used),
    total: total === null ? null : num(account, total),
    remaining: total === null ? null : num(account, Math.max(0, total - used)),
    unit: PULSES[kind],
    cycleStartDate: iso(cycleStart(customer, now)),
    cycleEndDate: iso(nextBilling(customer, now)),
    isUnlimited,
  };
}

const ON = ["OVERUSE", "BILLDUE", "CUSTOMER_REQUEST", "OTHER"] as const;
const OFF = ["BILLPAID", "CUSTOMER_REQUEST", "OTHER"] as const;
const cutOff = { customerId: text, feature: z.literal("DATA_CUTOFF") };

/** What is known of a line, and small changes of it. */
export const customerOperations = {
  sendSms: operation({
    from: "body",
    input: z.strictObject({ customerId: text, message: text.max(160) }),
    handle: ({ account, commit }, { customerId }) => {
      activeOf(account, customerId);
      commit(customerId);
      return ok();
    },
  }),
  customerInfo: operation({
    from: "query",
    input: byId,
    handle: (call, { customerId }) => ok(infoView(call, customerOf(call.account, customerId))),
  }),
  accountUpdateFields: operation({
    from: "body",
    input: z
      .strictObject({
        customerId: text,
        firstName: text.optional(),
        lastName: text.optional(),
        email: z.email().optional(),
        addresses: z.array(address).min(1).optional(),
      })
      .refine((input) => Object.keys(input).length > 1, "nothing is to be changed"),
    handle: ({ account, commit }, { customerId, ...changes }) => {
      const said = Object.entries(changes).filter(([, value]) => value !== undefined);
      Object.assign(customerOf(account, customerId), Object.fromEntries(said));
      commit(customerId);
      return ok();
    },
  }),
  customerReset: operation({
    from: "nothing",
    input: byId,
    handle: (call, { customerId }) => {
      const { account, commit } = call;
      const customer = activeOf(account, customerId);
      const reset: Customer["reset"] = { status: "IN_PROGRESS" };
      start(call, customer, "reset", account.settings.durations.resetMs, () => {
        reset.status = "COMPLETED";
      });
      customer.reset = reset;
      commit(customerId);
      return accepted({ transactionId: mint(account, "RST-") });
    },
  }),
  customerResetStatus: operation({
    from: "query",
    input: byId,
    handle: ({ account }, { customerId }) => {
      const { reset } = customerOf(account, customerId);
      if (!reset) throw notFound("reset");
      return ok(reset);
    },
  }),
  voicemailPasswordReset: operation({
    from: "body",
    input: z.strictObject({ customerId: text, password: z.string().regex(/^\d{4,10}$/, "must be 4 to 10 digits") }),
    handle: ({ account, commit }, { customerId, password }) => {
      activeOf(account, customerId).voicemailPin = password;
      commit(customerId);
      return ok();
    },
  }),
  usageSummary: operation({
    from: "query",
    input: z.strictObject({ usageData: z.enum(["DATA", "ILD", "IR"]), customerId: text }),
    handle: (call, { usageData, customerId }) => ok(usageView(call, customerOf(call.account, customerId), usageData)),
  }),
  manageFeature: operation({
    from: "body",
    input: z.discriminatedUnion("action", [
      z.strictObject({ ...cutOff, action: z.literal("ENABLE"), reason: z.enum(ON) }),
      z.strictObject({ ...cutOff, action: z.literal("REMOVE"), reason: z.enum(OFF) }),
    ]),
    handle: ({ account, commit }, { customerId, action }) => {
      const customer = activeOf(account, customerId);
      const isWanted = action === "ENABLE";
      if (customer.isDataCutOff === isWanted) throw conflict("The data cut-off is so already");
      customer.isDataCutOff = isWanted;
      commit(customerId);
      return ok();
    },
  }),
};
