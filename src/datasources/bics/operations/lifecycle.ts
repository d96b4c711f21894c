import { z } from "zod";
import { cell, object, side } from "../../shapes.js";
import { answers, LONG_TIMEOUT_MS, writeOperation } from "./declare.js";
import { byOneOfThree, iccid, request, someIds, text } from "./request.js";

/** 2507, 5016, 10108 and 10109 say what the SIM is, not whose it is: it may be on this very endpoint already. */
export const linkSim = writeOperation({
  name: "LinkSim",
  doc: "Endpoint - Link SIM",
  path: "/LinkSim",
  body: request(z.strictObject({ endPointId: text, requestParam: z.strictObject({ iccid }) })),
  answers: answers({}),
  codes: {
    done: ["6409"],
    unknown: ["10239", "10240"],
    failed: {
      "2507": "ALREADY_EXISTS",
      "5016": "ALREADY_EXISTS",
      "6410": "CARRIER_REFUSED",
      "10108": "ALREADY_EXISTS",
      "10109": "ALREADY_EXISTS",
    },
  },
  timeoutMs: LONG_TIMEOUT_MS,
  repeat: "recognisable",
});

/** 7021: a session runs, the endpoint goes to Hold when it ends. */
export const deLinkSim = writeOperation({
  name: "DeLinkSim",
  doc: "Endpoint - De-Link SIM",
  path: "/DeLinkSim",
  body: request(z.strictObject({ endPointId: text })),
  answers: answers({}),
  codes: {
    done: ["6413"],
    pending: ["7021"],
    already: ["6420"],
    failed: { "6414": "CARRIER_REFUSED", "10250": "SERVICE_NOT_APPLICABLE" },
  },
  timeoutMs: LONG_TIMEOUT_MS,
  repeat: "recognisable",
});

/** From pre-active to active, or to active-test for OEM accounts. 6420 means here that there is no SIM to activate. */
export const endPointActivation = writeOperation({
  name: "EndPointActivation",
  doc: "Endpoint - Activate",
  path: "/EndPointActivation",
  body: request(z.strictObject({ endPointId: text })),
  answers: answers({}),
  codes: {
    done: ["5014"],
    already: ["2507"],
    failed: { "5015": "CARRIER_REFUSED", "6420": "INVALID_TRANSITION" },
  },
  timeoutMs: LONG_TIMEOUT_MS,
  repeat: "recognisable",
});

/** Localised endpoints answer 10245 (requested), 10244 and 10246 (failed), all below an outer success. */
export const endPointLifeCycleChange = writeOperation({
  name: "EndPointLifeCycleChange",
  doc: "Endpoint - Status Change (Activate / Suspend)",
  path: "/EndPointLifeCycleChange",
  body: byOneOfThree(
    z.strictObject({ lifeCycle: z.enum(["A", "S", "AI"]), reason: z.enum(["1", "2", "3"]).optional() }),
  ),
  answers: answers({ responseParam: side(object({ currentStatus: cell, previousStatus: cell })) }),
  codes: {
    done: ["5017", "9003"],
    pending: ["10245"],
    already: ["1254"],
    failed: {
      "1008": "INVALID_ARGUMENT",
      "1009": "INVALID_TRANSITION",
      "1242": "INVALID_TRANSITION",
      "5018": "CARRIER_REFUSED",
      "8104": "INVALID_TRANSITION",
      "10244": "OPERATION_IN_PROGRESS",
      "10246": "CARRIER_REFUSED",
    },
  },
  timeoutMs: LONG_TIMEOUT_MS,
  repeat: "recognisable",
});

/** Replaces the list. 1001: a profile outside the base plan, or one of a test plan. */
export const changeEndpointRoamingProfile = writeOperation({
  name: "ChangeEndpointRoamingProfile",
  doc: "Endpoint - Change Roaming Profile",
  path: "/ChangeEndpointRoamingProfile",
  body: byOneOfThree(z.strictObject({ roamingProfileIds: someIds() })),
  answers: answers({}),
  codes: { done: ["1372"], failed: { "1373": "CARRIER_REFUSED", "2503": "INVALID_TRANSITION" } },
  repeat: "safe",
});

export const changePlan = writeOperation({
  name: "ChangePlan",
  doc: "Endpoint - Plan Change",
  path: "/ChangePlan",
  body: byOneOfThree(z.strictObject({ planId: text })),
  answers: answers({}),
  codes: {
    done: ["7001"],
    already: ["5020"],
    failed: { "7000": "PLAN_UNAVAILABLE", "7002": "CARRIER_REFUSED", "10173": "INVALID_TRANSITION" },
  },
  repeat: "recognisable",
});
