import type { EndpointReads } from "../../carrier.js";
import { MAX_PAGE_SIZE } from "../operations/endpoints.js";
import type { Wire } from "../wire.js";
import { endpointByNumber } from "./find.js";
import { listEndpoints } from "./listing.js";
import { readProfile } from "./profile.js";

export const endpointReads = (wire: Wire): EndpointReads => ({
  maxPageSize: MAX_PAGE_SIZE,
  list: (page, query, call) => listEndpoints(wire, page, query, call),
  find: (number, call) => endpointByNumber(wire, number, call),
  profile: (endpointId, call) => readProfile(wire, endpointId, call),
});
