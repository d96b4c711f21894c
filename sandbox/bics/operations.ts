import type { Operation } from "./operation.js";
import { getEndPointProfile } from "./operations/get-endpoint-profile.js";
import { getEndpoints } from "./operations/get-endpoints.js";

/** Every operation of the platform but login and refresh, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [getEndpoints, getEndPointProfile];
