import type { RadioAccess, Rat } from "../../../model/endpoint.js";
import { entryOf, partsOf, textOf } from "../../mapping/text.js";

/** Names of radio access in lists; the table and the examples spell NB-IoT differently. */
const RAT = {
  "2G": ["GSM_2G"],
  "3G": ["UMTS_3G"],
  "2G/3G": ["GSM_2G", "UMTS_3G"],
  "4G": ["LTE_4G"],
  "5G": ["NR_5G"],
  "NB-IOT": ["NB_IOT"],
  NBIOT: ["NB_IOT"],
  "LTE-M": ["LTE_M"],
} as const satisfies Readonly<Record<string, readonly Rat[]>>;

const ratsOf = (name: string): readonly Rat[] => entryOf<readonly Rat[]>(RAT, name.toUpperCase()) ?? ["UNKNOWN"];

/** A list of radio access, divided by a pipe; some answers use a comma. */
export const ratsFromWire = (cell: unknown): readonly Rat[] => [
  ...new Set(partsOf(textOf(cell)?.replaceAll(",", "|"), "|").flatMap(ratsOf)),
];

/** Codes of `ratType`; other codes stand only in `dependendRatType`. */
const RAT_CODE = {
  "01": ["GSM_2G", "UMTS_3G"],
  "02": ["GSM_2G"],
  "06": ["GSM_2G", "UMTS_3G", "LTE_4G"],
  "10": ["GSM_2G", "UMTS_3G", "LTE_4G", "NR_5G"],
} as const satisfies Readonly<Record<string, readonly Rat[]>>;

/** Leading zeros matter: `02` is not `2`. */
export function radioAccessFromWire(codeCell: unknown, nameCell: unknown): RadioAccess | null {
  const raw = textOf(codeCell);
  if (raw === null) return null;
  return { rats: entryOf<readonly Rat[]>(RAT_CODE, raw) ?? ["UNKNOWN"], raw, nameRaw: textOf(nameCell) };
}
