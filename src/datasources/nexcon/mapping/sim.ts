import type { Sim, SimState } from "../../../model/sim.js";
import { rawOf, textOf, wordIn } from "../../mapping/text.js";
import type { Status } from "../operations/simcard.js";
import { itemFromWire, itemsFromWire } from "./item.js";

/** What the mapping needs to know beside the answer. */
export interface Frame {
  readonly account: string;
  /** What the operator says that the carrier's words mean, in small letters without blanks. */
  readonly statusWords: Readonly<Record<string, SimState>>;
}

/** The one word that is known; the document prints none. */
const STATE = { activated: "ACTIVE" } as const satisfies Readonly<Record<string, SimState>>;

/** The ICCID is the one that was asked for: the answer does not have it. There is no other number of the SIM itself. */
export function simFromWire(answer: Status, iccid: string, { account, statusWords }: Frame): Sim {
  const { status, msisdn, countryCode, tags, product, pool } = answer;
  return {
    key: { account, native: iccid },
    iccid,
    imsi: null,
    msisdn: msisdnFromWire(msisdn),
    eid: null,
    state: wordIn(statusWords, status) ?? wordIn<SimState>(STATE, status) ?? "UNKNOWN",
    stateRaw: textOf(status),
    endpoint: null,
    detail: null,
    nexcon: {
      countryCode: textOf(countryCode),
      msisdnRaw: textOf(msisdn),
      tags: itemsFromWire(tags),
      product: itemFromWire(product),
      pool: itemFromWire(pool),
    },
  };
}

/** Digits with country code, where the text can be read so. A leading zero is that of a national number. */
const msisdnFromWire = (cell: unknown): string | null =>
  /^(?:\+|00)?([1-9]\d{4,14})$/.exec(rawOf(cell)?.replace(/[\s().-]/g, "") ?? "")?.[1] ?? null;
