import { USAGE_KINDS, type UsageKind } from "../../../model/reach.js";
import type { CallContext } from "../../carrier.js";
import type { AllowanceReads } from "../../port/subscribers.js";
import {
  balanceFromWire,
  ildPurchaseFromWire,
  ildUseFromWire,
  packFromWire,
  packUseFromWire,
  usageFromWire,
} from "../mapping/allowance.js";
import { moneyFromWire } from "../mapping/quantity.js";
import {
  ildPurchaseHistory,
  ildStatus,
  ildUsage,
  roamingPackGroup,
  roamingPackUsage,
  usageSummary,
} from "../operations/allowances.js";
import type { Wire } from "../wire.js";

export function allowanceReads({ ask, find, frame }: Wire): AllowanceReads {
  const summaryOf = (customerId: string, usageData: UsageKind, call: CallContext) =>
    find(usageSummary, { query: { usageData, customerId } }, call);
  return {
    usage: async (customerId, kind, call) => {
      const summary = await summaryOf(customerId, kind, call);
      return summary ? usageFromWire(summary, frame) : null;
    },
    balances: async (customerId, call) => {
      const balances = USAGE_KINDS.map(async (kind) => {
        const summary = await summaryOf(customerId, kind, call);
        return summary ? [balanceFromWire(summary, customerId, kind, frame)] : [];
      });
      return (await Promise.all(balances)).flat();
    },
    ildCredit: async (groupId, call) => moneyFromWire((await find(ildStatus, { query: { groupId } }, call))?.balance),
    ildUsage: async (groupId, call) => (await ask(ildUsage, { query: { groupId } }, call)).map(ildUseFromWire),
    ildPurchases: async (customerId, call) => {
      const rows = await ask(ildPurchaseHistory, { params: { customerId } }, call);
      return rows.map((row) => ildPurchaseFromWire(row, frame));
    },
    roamingPacks: async (groupId, call) => {
      const rows = await ask(roamingPackGroup, { query: { groupId } }, call);
      return rows.map((row) => packFromWire(row, frame));
    },
    roamingPackUse: async (customerId, call) => {
      const rows = await ask(roamingPackUsage, { query: { customerId } }, call);
      return rows.map((row) => packUseFromWire(row, frame));
    },
  };
}
