import DataLoader from "dataloader";
import type { ObjectKey } from "../model/carrier.js";
import type { Operation, SubscriberActionName } from "../model/operation.js";
import type { Engine } from "../operations/engine.js";

/** One action at a time on an endpoint, whichever it is. */
export const conflictKeyOf = ({ native }: ObjectKey): string => `endpoint/${native}`;

/** The same for a SIM of a carrier without lines. */
export const simConflictKeyOf = ({ native }: ObjectKey): string => `sim/${native}`;

/**
 * What goes on beside the rest: a number may be on its way for hours, and must meanwhile be corrected or called off, and
 * a card given or a bill paid.
 */
const BESIDE: Readonly<Partial<Record<SubscriberActionName, string>>> = {
  PORT_IN_UPDATE: "port-in",
  CARD_LINK_CREATE: "billing",
  CARD_DEFAULT_SET: "billing",
  CARD_UPDATE: "billing",
  CARD_DELETE: "billing",
  BILL_PAY: "billing",
  INVOICE_SEND: "billing",
};

/** One action at a time on a subscriber, of those that could get in each other's way. */
export const subscriberConflictKeyOf = ({ native }: ObjectKey, action: SubscriberActionName): string =>
  [`subscriber/${native}`, BESIDE[action] ?? []].flat().join("/");

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
