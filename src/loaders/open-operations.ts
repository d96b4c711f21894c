import DataLoader from "dataloader";
import type { ObjectKey } from "../model/carrier.js";
import type { Operation } from "../model/operation.js";
import type { Engine } from "../operations/engine.js";

/** One action at a time on an endpoint, whichever it is. */
export const conflictKeyOf = ({ native }: ObjectKey): string => `endpoint/${native}`;

/** The same for a SIM of a carrier without lines. */
export const simConflictKeyOf = ({ native }: ObjectKey): string => `sim/${native}`;

/** The same for a subscriber. */
export const subscriberConflictKeyOf = ({ native }: ObjectKey): string => `subscriber/${native}`;

export interface Conflict {
  readonly account: string;
  readonly conflictKey: string;
}

/** The operations on objects that have not ended, for many objects in one question to the store. */
export function openOperationsLoader(
  operations: () => Promise<Engine>,
): DataLoader<Conflict, readonly Operation[], string> {
  return new DataLoader(
    async (objects) => {
      const open = await (await operations()).openOn(objects.map(({ conflictKey }) => conflictKey));
      return objects.map((object) =>
        open.filter(({ account, conflictKey }) => account === object.account && conflictKey === object.conflictKey),
      );
    },
    { cacheKeyFn: ({ account, conflictKey }) => `${account}\u0000${conflictKey}` },
  );
}
