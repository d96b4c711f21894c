import DataLoader from "dataloader";
import type { ObjectKey } from "../model/carrier.js";
import type { Operation } from "../model/operation.js";
import type { Engine } from "../operations/engine.js";

/** One action at a time on an endpoint, whichever it is. */
export const conflictKeyOf = ({ native }: ObjectKey): string => `endpoint/${native}`;

/** The operations on endpoints that have not ended, for many endpoints in one question to the store. */
export function openOperationsLoader(operations: Promise<Engine>): DataLoader<ObjectKey, readonly Operation[], string> {
  return new DataLoader(
    async (endpoints) => {
      const open = await (await operations).openOn(endpoints.map(conflictKeyOf));
      return endpoints.map((endpoint) =>
        open.filter(
          ({ account, conflictKey }) => account === endpoint.account && conflictKey === conflictKeyOf(endpoint),
        ),
      );
    },
    { cacheKeyFn: ({ account, native }) => `${account}\u0000${native}` },
  );
}
