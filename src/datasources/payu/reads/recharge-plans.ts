import { createHash } from "node:crypto";
import type { Plan } from "../../../model/plan.js";
import type { CarrierClient } from "../../http/client.js";
import type { RechargePlanReads } from "../../port/subscribers.js";
import type { PayuConfig } from "../config.js";
import { contentOf, planFromWire } from "../mapping/plan.js";
import { getCustomizedRechargePlans, type Operator } from "../operations/plans.js";

export const rechargePlanReads = (
  client: CarrierClient,
  { id: account, agentId, currency }: PayuConfig,
): RechargePlanReads => ({
  forNumber: async ({ msisdn, operatorId, circleId }, call) => {
    const query = { agentId, circleId, mobileNo: nationalNumber(msisdn), operatorId };
    const { answer } = await client.call(getCustomizedRechargePlans, { query }, call);
    return plansOf(answer?.payload ?? [], account, currency ?? null);
  },
});

/** Indian numbers are asked for without their country code. */
const nationalNumber = (msisdn: string): string => msisdn.replace(/^91(?=\d{10}$)/, "");

/** A plan's key is a digest of what it says, and its turn where several say the same. */
function plansOf(operators: readonly Operator[], account: string, currency: string | null): readonly Plan[] {
  const turns = new Map<string, number>();
  return operators.flatMap((operator) =>
    operator.plans.map((row) => {
      const digest = digestOf(contentOf(operator, row));
      const turn = (turns.get(digest) ?? 0) + 1;
      turns.set(digest, turn);
      const native = turn === 1 ? digest : `${digest}#${turn}`;
      return planFromWire(row, operator, { account, native }, currency);
    }),
  );
}

/** 128 bits are enough to tell all plans of all operators apart. */
const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex").slice(0, 32);
