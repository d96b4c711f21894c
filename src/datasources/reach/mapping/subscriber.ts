import type { LineState } from "../../../model/line.js";
import type { Plan } from "../../../model/plan.js";
import type { Sim } from "../../../model/sim.js";
import type { Subscriber } from "../../../model/subscriber.js";
import { simStateOfLine } from "../../mapping/line-states.js";
import { flagOf, rawOf, textOf } from "../../mapping/text.js";
import type { CustomerInfo } from "../operations/subscriber.js";
import { type Frame, keyOf } from "./frame.js";
import { momentFromWire } from "./time.js";
import { lineStateFromWire, simModeFromWire } from "./words.js";

/** A subscriber. Its key is the id that was asked for. */
export function subscriberFromWire(info: CustomerInfo, subscriberId: string, frame: Frame): Subscriber {
  const state = lineStateFromWire(info.status, frame);
  return {
    key: keyOf(frame, subscriberId),
    msisdn: textOf(info.mobileNo),
    state,
    stateRaw: textOf(info.status),
    name: nameFromWire(info),
    email: textOf(info.email),
    sim: simFromWire(info, state, frame),
    plan: planOf(info, frame),
    planTo: { kind: "UNKNOWN", raw: null },
    activatedAt: momentFromWire(info.activationDate, frame.zone),
    nextBillingAt: momentFromWire(info.nextBillingDate, frame.zone),
    balances: null,
    addons: null,
    reach: {
      groupId: textOf(info.groupId),
      clientAccountId: textOf(info.clientAccountId),
      isPrimary: flagOf(info.isPrimary),
      imei: textOf(info.imei),
      simType: simModeFromWire(info.simType),
      isDataCutOff: flagOf(info.dataCutOff),
    },
    nextComm: null,
  };
}

function nameFromWire({ firstName, lastName }: CustomerInfo): string | null {
  const parts = [textOf(firstName), textOf(lastName)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" ");
}

/** What the answer tells of the SIM; null for an eSIM whose number it does not tell. */
function simFromWire({ iccId, mobileNo, status }: CustomerInfo, state: LineState, frame: Frame): Sim | null {
  const iccid = textOf(iccId);
  if (iccid === null) return null;
  return {
    key: keyOf(frame, iccid),
    iccid,
    imsi: null,
    msisdn: textOf(mobileNo),
    eid: null,
    state: simStateOfLine(state),
    stateRaw: textOf(status),
    endpoint: null,
    detail: null,
  };
}

/** The plan's id exactly as received: it is asked by in the same form. */
function planOf({ reachPlanId, planName }: CustomerInfo, frame: Frame): Plan | null {
  const id = rawOf(reachPlanId);
  if (id === null || id.trim() === "") return null;
  return { key: keyOf(frame, id), name: textOf(planName), kind: "BASE", kindRaw: null, billing: "UNKNOWN" };
}
