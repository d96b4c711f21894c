import { confirm, line, native, reachOf, seen, seenDone, unseen } from "./reach-support.js";
import { describeWorlds, type WorldCase } from "./worlds.js";

/** Every write that cannot be taken back, each on a line of its own. */
const CASES: readonly WorldCase[] = [
  {
    ...seen,
    title: "a line that is terminated",
    mutation: "subscriberTerminate",
    write: "disconnect",
    input: async (world) => ({ ...line(world, "shipped"), reason: "moved", ...(await confirm(world, "shipped")) }),
  },
  {
    ...unseen,
    isStatusEnough: true,
    title: "a person who leaves",
    mutation: "subscriberLeave",
    write: "leavingCustomer",
    input: async (world) => ({
      ...line(world, "suspended"),
      type: "PORT_OUT",
      ...(await confirm(world, "suspended")),
    }),
  },
  {
    ...seenDone,
    title: "an account that is reset",
    mutation: "subscriberReset",
    write: "customerReset",
    input: async (world) => ({ ...line(world, "withBills"), ...(await confirm(world, "withBills")) }),
  },
  {
    ...seen,
    title: "another number",
    mutation: "numberSwap",
    write: "mdnSwap",
    input: async (world) => ({
      ...line(world, "groupSecondary"),
      zip: native(world, "zipServed"),
      ...(await confirm(world, "groupSecondary")),
    }),
  },
  {
    ...seen,
    title: "another SIM",
    mutation: "simSwap",
    write: "iccidSwap",
    input: (world) => ({ ...line(world, "activeEsim"), sim: { iccid: native(world, "iccidFree") } }),
  },
  {
    ...seen,
    title: "a line that is activated",
    mutation: "subscriberActivate",
    write: "activation",
    input: (world) => ({ ...line(world, "inactivePsim"), sim: { iccid: native(world, "iccidFreeToo") } }),
  },
  {
    ...seen,
    title: "a port-in that is corrected",
    mutation: "portInUpdate",
    write: "portInUpdate",
    input: (world) => ({ ...line(world, "portingFails"), change: "UPDATE_PIN", pin: native(world, "portPin") }),
  },
  {
    ...seen,
    title: "a card that is deleted",
    mutation: "cardDelete",
    write: "cardDelete",
    input: (world) => ({ ...line(world, "active"), card: native(world, "cardOther") }),
  },
];

describeWorlds(reachOf(CASES));
