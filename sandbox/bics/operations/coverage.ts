import { z } from "zod";
import { type Answer, fail, missing, ok } from "../answer.js";
import { endpointOf, findEndpoint, given } from "../lookup.js";
import { operation } from "../operation.js";
import { blacklistKey, type Covered, coverageOf } from "../rules/coverage.js";
import { capitalTrueFalse, query, text } from "../shapes.js";
import type { Endpoint } from "../state.js";

/** The networks of an endpoint, once per roaming profile. */
export const endpointCoverage = operation({
  method: "GET",
  path: "/endpointCoverage",
  effect: "read",
  layout: "param-first",
  input: query({
    endPointId: text.optional(),
    msisdn: text.optional(),
    iccid: text.optional(),
    imsi: text.optional(),
    blacklisted: capitalTrueFalse.optional(),
  }),
  handle: ({ enterprise }, { blacklisted, ...ids }) => {
    if (given(ids).length === 0) return fail("1000", "Mandatory parameter missing -msisdn/endPointId/iccid/imsi");
    const endpoint = endpointOf(enterprise, ids);
    if (!endpoint) return fail("10133", "Get endpoint coverage failure");
    const wanted = blacklisted && blacklisted === "True";
    const coverage = coverageOf(enterprise, endpoint)
      .filter(({ isBlacklisted }) => wanted === undefined || isBlacklisted === wanted)
      .map(coverageRow);
    return ok("10132", "Get endpoint coverage success", { responseParam: { coverage } });
  },
});

const coverageRow = ({ network, profile, terms, isBlacklisted }: Covered): Record<string, unknown> => ({
  tadigCode: network.tadig,
  operatorId: network.operatorId,
  operatorName: network.operatorName,
  category: network.category,
  categoryGroupName: network.groupName,
  categoryGroupId: network.groupId,
  countryName: network.countryName,
  mccMnc: network.mccMnc,
  barredUnbarredStatus: terms.barred ? "1" : "0",
  blacklisted: String(isBlacklisted),
  supportedNetworkTypes: network.types,
  barredRATs: terms.barredRats,
  roamingProfileId: profile.roamingProfileId,
  roamingProfileName: profile.roamingProfileName,
  supplierPriority: terms.priority ?? undefined,
});

const networks = z.array(z.strictObject({ tadigCode: text, categoryGroupId: text })).optional();

/** Changes the black list of an endpoint. A request that both adds and removes is answered without any body. */
export const endPointBlacklisting = operation({
  method: "POST",
  path: "/endPointBlacklisting",
  effect: "write",
  layout: "param-first",
  input: z.strictObject({
    coverageBlacklistInfo: z.strictObject({
      resourceType: z.enum(["endPointId", "msisdn", "imsi", "iccid"]),
      value: text,
      add: networks,
      remove: networks,
    }),
  }),
  handle: ({ enterprise, commit }, { coverageBlacklistInfo: { resourceType, value, ...lists } }) => {
    const add = (lists.add ?? []).map(keyOf);
    const remove = (lists.remove ?? []).map(keyOf);
    if (add.length + remove.length === 0) return missing("add/remove");
    const endpoint = findEndpoint(enterprise, resourceType, value);
    if (!endpoint) return fail("10136", "Endpoint blacklist modification failure");
    const known = new Set(
      coverageOf(enterprise, endpoint).map(({ network }) => blacklistKey(network.tadig, network.groupId)),
    );
    if (!add.every((key) => known.has(key))) return fail("10136", "Endpoint blacklist modification failure");
    const refusal = listRefusal(endpoint, add, remove);
    if (refusal) return refusal;
    for (const key of remove) endpoint.blacklist.delete(key);
    for (const key of add) endpoint.blacklist.add(key);
    commit(endpoint.id);
    const success = ok("10135", "Endpoint blacklist modification success");
    return add.length > 0 && remove.length > 0 ? { ...success, isEmpty: true } : success;
  },
});

const keyOf = (network: { tadigCode: string; categoryGroupId: string }): string =>
  blacklistKey(network.tadigCode, network.categoryGroupId);

function listRefusal({ blacklist }: Endpoint, add: readonly string[], remove: readonly string[]): Answer | null {
  const failure = (reason: string): Answer => fail("10134", `Modify endpoint(s) failure - ${reason}`);
  if (add.some((key) => remove.includes(key))) return failure("Cannot add and remove the same network");
  if (!remove.every((key) => blacklist.has(key))) return failure("No network available to remove");
  if (add.some((key) => blacklist.has(key))) return failure("already blacklisted networks are present in add list");
  return null;
}
