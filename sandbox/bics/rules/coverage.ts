import { type Network, networkOf } from "../seed/networks.js";
import type { Endpoint, Enterprise, RoamingProfile } from "../state.js";

/** A network as one roaming profile sees it; with two profiles the same network is there twice. */
export interface Covered {
  network: Network;
  profile: RoamingProfile;
  terms: RoamingProfile["networks"][number];
  isBlacklisted: boolean;
}

/** How a black list remembers a network. */
export const blacklistKey = (tadigCode: string, categoryGroupId: string): string => `${tadigCode}/${categoryGroupId}`;

/** Every network an endpoint may meet, profile by profile. */
export function coverageOf(enterprise: Enterprise, endpoint: Endpoint): Covered[] {
  return endpoint.roamingProfileIds.flatMap((id) => {
    const profile = enterprise.roamingProfiles.get(id);
    return (profile?.networks ?? []).flatMap((terms) => {
      const network = networkOf(terms.tadig);
      const isBlacklisted = endpoint.blacklist.has(blacklistKey(network.tadig, network.groupId));
      return profile ? [{ network, profile, terms, isBlacklisted }] : [];
    });
  });
}
