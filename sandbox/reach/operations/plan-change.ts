import { z } from "zod";
import { accepted, conflict, declined, invalid, iso, money, notFound, ok } from "../answers.js";
import { bareCode, type Plan, taxOn } from "../catalogue.js";
import type { PlanChange } from "../commerce.js";
import { start } from "../jobs.js";
import { activeOf, cardOf, groupOf } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { type Account, type Customer, cycleStart, mint, nextBilling } from "../state.js";

const text = z.string().min(1);

const Change = z.strictObject({
  customerId: text,
  newPlanId: text,
  isUpgrade: z.boolean(),
  immediateEffect: z.boolean(),
  ccUUID: text.optional(),
});
type Change = z.output<typeof Change>;

interface Estimate {
  customer: Customer;
  target: Plan;
  isAtOnce: boolean;
  /** What is due now, in cents. */
  proratedCents: number;
  effectiveAt: number;
}

const planOf = ({ catalogue }: Account, code: string): Plan | undefined =>
  catalogue.plans.find(({ serviceCode }) => serviceCode === code);

/** What the change would cost and when it would come; refuses plans that do not follow from the present one. */
function estimate({ account, now }: Call, { customerId, newPlanId, isUpgrade, immediateEffect }: Change): Estimate {
  const customer = activeOf(account, customerId);
  const current = planOf(account, customer.plan);
  const target = planOf(account, newPlanId);
  if (!target) throw invalid({ newPlanId: "is no serviceCode of a plan" });
  const allowed = (isUpgrade ? current?.upGradableTo : current?.downGradableTo) ?? [];
  if (!allowed.map(bareCode).includes(newPlanId)) throw invalid({ newPlanId: "does not follow from the present plan" });
  if (customer.nextPlan !== null) throw conflict("A plan change is scheduled already");
  const isAtOnce = isUpgrade && immediateEffect;
  const billing = nextBilling(customer, now);
  const left = (billing - now) / (billing - cycleStart(customer, now));
  const difference = Math.max(0, target.baseCents - (current?.baseCents ?? 0));
  const proratedCents = isAtOnce ? Math.round(difference * left) : 0;
  return { customer, target, isAtOnce, proratedCents, effectiveAt: isAtOnce ? now : billing };
}

/** The card that is named, or the default one. */
function charge(account: Account, customer: Customer, ccUUID: string | undefined): void {
  const card =
    ccUUID === undefined
      ? groupOf(account, customer).cards.find(({ isDefault }) => isDefault)
      : cardOf(account, customer, ccUUID);
  if (!card) throw notFound("ccUUID");
  if (card.isDeclined) throw declined();
}

function changeAtOnce(call: Call, { customer, target }: Estimate): string {
  const { account } = call;
  const change: PlanChange = { txnId: mint(account, "PC-"), customerId: customer.id, status: "IN_PROGRESS" };
  start(call, customer, "plan change", account.settings.durations.planChangeMs, () => {
    customer.plan = target.serviceCode;
    change.status = "COMPLETED";
  });
  account.planChanges.set(change.txnId, change);
  return change.txnId;
}

function changeLater({ later, now }: Call, { customer, target, effectiveAt }: Estimate): void {
  customer.nextPlan = target.serviceCode;
  later(effectiveAt - now, () => {
    if (customer.nextPlan === null) return;
    customer.plan = customer.nextPlan;
    customer.nextPlan = null;
  });
}

/** Another plan: an upgrade at once, or whatever it is at the next billing date. */
export const planChangeOperations = {
  planChangeEstimate: operation({
    from: "body",
    input: Change,
    handle: (call, input) => {
      const { account } = call;
      const { customer, target, proratedCents, effectiveAt } = estimate(call, input);
      if (input.ccUUID !== undefined) cardOf(account, customer, input.ccUUID);
      return ok({
        proratedCharge: money(account, proratedCents),
        nextBillAmount: money(account, target.baseCents + taxOn(target.baseCents)),
        effectiveDate: iso(effectiveAt),
      });
    },
  }),
  planChangePurchase: operation({
    from: "body",
    input: Change,
    handle: (call, input) => {
      const found = estimate(call, input);
      const { customer, proratedCents, isAtOnce } = found;
      if (isAtOnce || input.ccUUID !== undefined) charge(call.account, customer, input.ccUUID);
      if (!isAtOnce) {
        changeLater(call, found);
        call.commit(customer.id);
        return ok();
      }
      const txnId = changeAtOnce(call, found);
      call.commit(customer.id, proratedCents);
      return accepted({ txnId });
    },
  }),
  planChangeStatus: operation({
    from: "query",
    input: z.strictObject({ txnId: text }),
    handle: ({ account }, { txnId }) => {
      const change = account.planChanges.get(txnId);
      if (!change) throw notFound("txnId");
      return ok({ txnId, status: change.status });
    },
  }),
};
