import type { CallContext, Reads, Writes } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { EndpointProfile } from "../model/endpoint.js";
import type { LineState } from "../model/line.js";
import type { Observation } from "./action.js";

interface OfEndpoint {
  readonly endpoint: string;
}

export function endpointsOf({ endpoints }: Writes): NonNullable<Writes["endpoints"]> {
  if (endpoints) return endpoints;
  throw new Failure("NOT_SUPPORTED_BY_CARRIER", "This account has no endpoints that can be changed.");
}

/** What a profile says of a wish; null stands for an endpoint that is gone. */
type Judge<Wish> = (profile: EndpointProfile | null, wish: Wish) => Observation;

export const byProfile =
  <Wish extends OfEndpoint>(judge: Judge<Wish>) =>
  async ({ endpoints }: Reads, wish: Wish, call: CallContext): Promise<Observation> =>
    endpoints ? judge(await endpoints.profile(wish.endpoint, call), wish) : "UNKNOWN";

/** Reached in one of some states, not reached while still in one of others; anything else tells nothing. */
export const byState = (reached: readonly LineState[], before: readonly LineState[]) =>
  byProfile<OfEndpoint>((profile) => {
    if (profile === null) return "UNKNOWN";
    if (reached.includes(profile.state)) return "REACHED";
    return before.includes(profile.state) ? "NOT_REACHED" : "UNKNOWN";
  });

export const isSo = (holds: boolean): Observation => (holds ? "REACHED" : "NOT_REACHED");

/** What the parts of a wish say together. Parts of which some are so and others not say nothing for sure. */
export function together(parts: readonly Observation[]): Observation {
  const [first = "UNKNOWN"] = parts;
  return parts.every((part) => part === first) ? first : "UNKNOWN";
}
