import type { Enterprise, Sim } from "../state.js";

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/**
 * A SIM numbered `n`: every number of it is from a test range (ICCID 8932042..., IMSI 20628..., MSISDN 3277000...).
 */
export function makeSim(n: number, isEsim: boolean): Sim {
  return {
    iccid: `8932042${pad(n, 12)}`,
    simId: String(3_000_000 + n),
    imsi: `20628${pad(n, 10)}`,
    msisdn: `3277000${pad(n, 8)}`,
    eid: isEsim ? `990000233541700000000${pad(n, 11)}` : null,
    product: isEsim ? "Consumer IPP" : "Triple cut industrial",
    simType: isEsim ? "Consumer IPP" : "UICC",
    endPointId: null,
    trouble: null,
    local: null,
    matchingId: isEsim ? `SANDBOX-${pad(n, 8)}` : null,
  };
}

/** Gives an endpoint's SIM the numbers it has while the local profile is in use. */
export const localNumbers = (n: number): NonNullable<Sim["local"]> => ({
  iccid: `8999999${pad(n, 12)}`,
  imsi: `99999${pad(n, 10)}`,
  msisdn: `999990${pad(n, 8)}`,
});

/** Free SIMs: a run of plain ones with a hole in it, some eSIMs, and a few that misbehave, named as specimens. */
export function stockSims(enterprise: Enterprise, from: number): void {
  const add = (sim: Sim): Sim => {
    enterprise.sims.set(sim.iccid, sim);
    return sim;
  };
  for (let n = from; n < from + 120; n++) if (n !== from + 70) add(makeSim(n, false));
  for (let n = from + 200; n < from + 220; n++) add(makeSim(n, true));
  const troubled = (n: number, name: string, part: Partial<Sim>): void => {
    enterprise.specimens[name] = add({ ...makeSim(n, false), ...part }).iccid;
  };
  troubled(from + 300, "simLinkFails", { trouble: "link-fails" });
  troubled(from + 310, "simLinkTimesOut", { trouble: "link-times-out" });
  troubled(from + 320, "simActivationFails", { trouble: "activation-fails" });
  troubled(from + 330, "simWithoutMsisdn", { msisdn: null });
  troubled(from + 340, "simNotReady", { trouble: "not-ready" });
  enterprise.specimens.simFree = makeSim(from, false).iccid;
  enterprise.specimens.simFreeEsim = makeSim(from + 200, true).iccid;
}
