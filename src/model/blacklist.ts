import type { BlacklistChange, NetworkRef } from "./endpoint-actions.js";
import type { Network } from "./network.js";

/**
 * Whether a black list is as a change wants it. A network may come several times, once a roaming profile; one that does
 * not come at all is not as wanted.
 */
export function isBlacklistAsWanted(networks: readonly Network[], { add, remove }: BlacklistChange): boolean {
  const are = (refs: readonly NetworkRef[], isBlacklisted: boolean) =>
    refs.every(({ tadig, categoryGroupId }) => {
      const same = networks.filter((one) => one.tadig === tadig && one.categoryGroup?.id === categoryGroupId);
      return same.length > 0 && same.every((one) => one.isBlacklisted === isBlacklisted);
    });
  return are(add, true) && are(remove, false);
}
