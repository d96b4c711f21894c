import type { Account, Sim } from "../state.js";

const TAKEN = "Sim Already Active with other User !!!";
export const NOT_AVAILABLE = "Sim Not Available in the stock of the account !!!";

/** A free SIM of the account, or why there is none. */
export function freeSim({ sims }: Account, simNo: string, kind?: Sim["kind"]): Sim | { reason: string } {
  const sim = sims.get(simNo);
  if (!sim || (kind !== undefined && sim.kind !== kind)) return { reason: NOT_AVAILABLE };
  return sim.mobileNo === null ? sim : { reason: TAKEN };
}

/** All free SIMs of a kind, in the order of the stock. */
export const freeSims = ({ sims }: Account, kind: Sim["kind"]): Sim[] =>
  [...sims.values()].filter((sim) => sim.kind === kind && sim.mobileNo === null);

/** The next eSIM of the stock, or why there is none. */
export const nextEsim = (account: Account): Sim | { reason: string } =>
  freeSims(account, "esim")[0] ?? { reason: NOT_AVAILABLE };

/** The picture of an eSIM, as base64. It is the text that such a picture would hold. */
export const pictureOf = ({ smdp, matchingId }: Sim): string =>
  Buffer.from(`LPA:1$${smdp}$${matchingId}`).toString("base64");
