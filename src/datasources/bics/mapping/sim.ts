import type { EsimActivation, Sim, SimImsi } from "../../../model/sim.js";
import { textOf, wordIn } from "../../mapping/text.js";
import type { SimRow } from "../operations/sims.js";
import { type Frame, keyOf } from "./frame.js";
import { simStateFromWire } from "./states.js";

/** A SIM of the inventory. The inventory tells no MSISDN and several IMSIs, of which the first is taken as the SIM's. */
export function simFromWire(row: SimRow, frame: Frame): Sim {
  const imsis = imsisFromWire(row);
  const endpointId = textOf(row.endPointId);
  return {
    key: keyOf(frame, row.iccid),
    iccid: row.iccid,
    imsi: imsis[0]?.imsi ?? null,
    msisdn: null,
    eid: textOf(row.eid),
    state: simStateFromWire(row.simStatus),
    stateRaw: textOf(row.simStatus),
    endpoint: endpointId === null ? null : keyOf(frame, endpointId),
    detail: {
      carrierSimId: textOf(row.simId),
      product: textOf(row.simProduct),
      isAttached: wordIn<boolean>(ATTACHED, row.simAttachStatus),
      attachStatusRaw: textOf(row.simAttachStatus),
      imsis,
      activation: activationFromWire(row.activationCode),
    },
  };
}

const ATTACHED = { attached: true, notattached: false } as const satisfies Readonly<Record<string, boolean>>;

function imsisFromWire(row: SimRow): readonly SimImsi[] {
  return (row.iMSIList ?? [])
    .flatMap((list) => list.supplierIMSIList ?? [])
    .flatMap(({ sponsorName, supplierIMSI }) => {
      const imsi = textOf(supplierIMSI);
      return imsi === null ? [] : [{ sponsor: textOf(sponsorName), imsi }];
    });
}

function activationFromWire(code: SimRow["activationCode"]): EsimActivation | null {
  const activation = {
    qrText: textOf(code?.textQrCode),
    smdpAddress: textOf(code?.smDpPlusAdress),
    matchingId: textOf(code?.matchingId),
  };
  return Object.values(activation).some((part) => part !== null) ? activation : null;
}
