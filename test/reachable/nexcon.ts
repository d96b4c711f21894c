import type { DOCUMENTED } from "../../src/datasources/nexcon/operations/index.js";
import { act, query, type Ways } from "./way.js";

const on = (who: string): string => `sim: "<Sim ${who}>"`;

export const NEXCON: Ways<keyof typeof DOCUMENTED> = {
  activate: [act("simActivate", on("inactive"))],
  terminate: [
    act("simTerminate", `${on("activated")} confirm: "<last4>"`, {
      first: ['{ sim(by: { iccid: "<activated>" }) { given: iccid } }'],
    }),
  ],
  restore: [act("simResume", on("blocked"))],
  block: [act("simSuspend", on("activated"))],
  status: [query('sim(by: { iccid: "<activated>" }, account: "<account>") { __typename }')],
};
