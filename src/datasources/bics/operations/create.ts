import { z } from "zod";
import { cell } from "../../shapes.js";
import { answers, LONG_TIMEOUT_MS, writeOperation } from "./declare.js";
import {
  decimal,
  endPointName,
  flag,
  iccid,
  ids,
  imei,
  imeiLock,
  MAX_ADDONS,
  MAX_TAGS,
  request,
  text,
} from "./request.js";

const NewEndpoint = z
  .strictObject({
    name: endPointName,
    isLinkSIM: flag,
    /** Several ids are joined by a pipe; elsewhere they are a list. */
    roamingProfileId: text,
    apnGroupId: text,
    planId: text,
    iccid: iccid.optional(),
    isDefaultActivation: flag,
    monthlyLimit: decimal.optional(),
    benefits: text.optional(),
    imeiLockStatus: imeiLock.optional(),
    imei: imei.optional(),
    addonPlanIds: ids(MAX_ADDONS).optional(),
    valueAddedFeatureIds: ids().optional(),
    tagIds: ids(MAX_TAGS).optional(),
  })
  .refine(({ isLinkSIM, iccid: sim }) => isLinkSIM === "false" || sim !== undefined, {
    path: ["iccid"],
    error: "is needed to link a SIM",
  })
  .refine(({ addonPlanIds, isDefaultActivation }) => !addonPlanIds?.length || isDefaultActivation === "true", {
    path: ["addonPlanIds"],
    error: "works only for an endpoint that is activated",
  });

/** The success code tells how far the carrier came: 6411 created, 6409 linked too, 5014 activated too. */
export const createEndPoint = writeOperation({
  name: "CreateEndPoint",
  doc: "Endpoint - Create",
  path: "/CreateEndPoint",
  body: request(z.strictObject({ requestParam: NewEndpoint })),
  answers: answers({ endPointId: cell }),
  codes: {
    done: ["6411", "6409", "5014"],
    unknown: ["10239", "10240"],
    failed: {
      "2026": "ALREADY_EXISTS",
      "6412": "CARRIER_REFUSED",
      "6722": "IDENTIFIER_NOT_FOUND",
      "7022": "INSUFFICIENT_BALANCE",
      "10023": "PLAN_UNAVAILABLE",
      "10073": "QUOTA_EXCEEDED",
      "10077": "QUOTA_EXCEEDED",
      "10080": "PLAN_UNAVAILABLE",
      "10093": "SERVICE_NOT_APPLICABLE",
      "10120": "QUOTA_EXCEEDED",
      "10140": "NOT_FOUND",
      "10200": "PLAN_UNAVAILABLE",
      "10201": "INVALID_ARGUMENT",
      "10221": "INVALID_ARGUMENT",
    },
  },
  timeoutMs: LONG_TIMEOUT_MS,
  repeat: "never",
});

/** Irreversible, and the only end of charges. 10160 fails below an outer success. */
export const deleteEndPoint = writeOperation({
  name: "DeleteEndPoint",
  doc: "Endpoint - Delete",
  path: "/DeleteEndPoint",
  body: request(z.strictObject({ endPointId: text })),
  answers: answers({}),
  codes: { done: ["10159"], failed: { "10158": "INVALID_TRANSITION", "10160": "CARRIER_REFUSED" } },
  repeat: "never",
});
