import type { EsimActivation } from "../../../model/sim.js";
import { textOf } from "../../mapping/text.js";

/** How an activation code of GSMA SGP.22 begins; the carrier leaves it out. */
const LPA = "LPA:1$";

/** `host$matchingId`, with or without the LPA prefix. A text that is neither is kept as it is. */
export function esimFromCode(cell: unknown): EsimActivation | null {
  const text = textOf(cell);
  if (text === null) return null;
  const [smdpAddress, matchingId, ...rest] = text.replace(/^LPA:1\$/i, "").split("$");
  if (!smdpAddress || !matchingId || rest.length > 0) return { qrText: text, smdpAddress: null, matchingId: null };
  return { qrText: `${LPA}${smdpAddress}$${matchingId}`, smdpAddress, matchingId };
}

/** Address and code apart, as an activation gives them. The code may be the whole text, too. */
export function esimFromParts(smdp: unknown, activationCode: unknown): EsimActivation | null {
  const [smdpAddress, code] = [textOf(smdp), textOf(activationCode)];
  if (code?.includes("$")) return esimFromCode(code);
  if (smdpAddress === null && code === null) return null;
  const isWhole = smdpAddress !== null && code !== null;
  return { qrText: isWhole ? `${LPA}${smdpAddress}$${code}` : null, smdpAddress, matchingId: code };
}

/** A picture in base64, without the prefix that some answers have. */
export const pictureFromWire = (cell: unknown): string | null =>
  textOf(cell)?.replace(/^data:[^,]*;base64,/, "") ?? null;
