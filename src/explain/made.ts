import type { CallRecord } from "../datasources/call.js";
import type { CarrierId } from "../model/carrier.js";

/** What a request has asked of one carrier operation of an account. */
export interface MadeCalls {
  readonly account: string;
  readonly carrier: CarrierId;
  readonly operation: string;
  /** Those that were sent again are counted once. */
  readonly calls: number;
  /** How often one of them was sent again: the carrier was away, or refused the token. */
  readonly again: number;
  /** The time of all of them, one after the other. */
  readonly ms: number;
}

/** Sums calls up by account and operation, in the order in which the first of each ended. */
export function madeCalls(records: readonly CallRecord[]): readonly MadeCalls[] {
  const byOperation = Map.groupBy(records, ({ account, operation }) => `${account} ${operation}`);
  return [...byOperation.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { account, carrier, operation } = first;
    const calls = all.filter(({ attempt, result }) => attempt === 1 && result !== EXPIRED).length;
    const ms = Math.round(all.reduce((sum, record) => sum + record.ms, 0));
    return [{ account, carrier, operation, calls, again: all.length - calls, ms }];
  });
}

/** How a call ends that is sent again with a new token. */
const EXPIRED = "expired";
