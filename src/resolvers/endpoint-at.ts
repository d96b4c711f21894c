import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointSummary } from "../model/endpoint.js";
import { asksAny } from "./asked-fields.js";
import { PROFILE_FIELDS } from "./deferred.js";

/** An endpoint by its key: its profile where a field of it may be asked, else perhaps only its row in the listing. */
export const endpointAt = (
  key: ObjectKey,
  { loaders }: Context,
  info: GraphQLResolveInfo,
): Promise<EndpointSummary | null> =>
  asksAny(PROFILE_FIELDS, info) ? loaders.endpointProfile.load(key) : loaders.endpoints.load(key);
