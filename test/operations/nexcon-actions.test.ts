import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SimActionName } from "../../src/model/operation.js";
import { NexconLab } from "./nexcon-support.js";

let lab: NexconLab;
beforeAll(async () => {
  lab = await NexconLab.start({ isReachable: false });
});
afterAll(() => lab.stop());

/** Every verb of SIMs: the mutation, and the carrier's call. */
const VERBS = {
  SIM_ACTIVATE: ["simActivate", "activate"],
  SIM_SUSPEND: ["simSuspend", "block"],
  SIM_RESUME: ["simResume", "restore"],
  SIM_TERMINATE: ["simTerminate", "terminate"],
} as const satisfies Record<SimActionName, readonly [string, string]>;

type Verb = keyof typeof VERBS;

const NAMES = Object.keys(VERBS) as Verb[];

/** Every state of the sandbox, and words that nobody has explained; `first` is the first of four SIMs in it. */
const SITUATIONS = [
  { situation: "inactive", first: 0 },
  { situation: "activated", first: 0 },
  { situation: "blocked", first: 0 },
  { situation: "terminated", first: null },
  { situation: "quarantined", first: null },
  { situation: "inactive", first: 4, printed: null },
  { situation: "activated", first: 4, printed: "Never heard" },
] as const;

/** Of two kinds there are but a few SIMs: those on which the carrier refuses a verb serve for the next one, too. */
const simOf = (situation: string, first: number | null, verb: Verb): string =>
  lab.iccid(situation, first === null ? Number(verb === "SIM_TERMINATE") : first + NAMES.indexOf(verb));

/** Where the carrier does what we do not offer: it knows what its word means. */
const LENIENT: Readonly<Record<string, Verb>> = {
  "inactive null": "SIM_ACTIVATE",
  "activated Never heard": "SIM_SUSPEND",
};

describe.each(SITUATIONS)("a SIM that is $situation, printed as $printed,", ({ situation, first, ...more }) => {
  it.each(NAMES)("is offered %s exactly when a dry run is clean and the carrier does it", async (verb) => {
    const [mutation, write] = VERBS[verb];
    const iccid = simOf(situation, first, verb);
    if ("printed" in more) await lab.set(iccid, { printedStatus: more.printed });
    const option = (await lab.actions(iccid)).find(({ action }) => action === verb);
    const dry = await lab.mutate(mutation, iccid, { dryRun: true });
    expect([dry.userErrors.map(({ code }) => code), lab.commits(iccid)]).toEqual([
      option?.available ? [] : ["INVALID_TRANSITION"],
      0,
    ]);
    if (option?.available) {
      const id = await lab.begin(mutation, iccid);
      expect(await lab.operation(id)).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
      expect(lab.commits(iccid)).toBe(1);
      return;
    }
    const { operation, userErrors } = await lab.mutate(mutation, iccid);
    expect([operation, userErrors]).toMatchObject([null, [{ code: "INVALID_TRANSITION" }]]);
    expect(lab.sent(iccid)).toEqual({});
    await lab.directly(write, iccid);
    const isLenient = "printed" in more && LENIENT[`${situation} ${more.printed}`] === verb;
    expect(lab.commits(iccid)).toBe(isLenient ? 1 : 0);
  });
});
