import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EndpointActionName } from "../../src/model/operation.js";
import { Direct, SITUATIONS, type Subject } from "./situations.js";
import { idOf, type Lab, ledgerOf, startLab, writesTo } from "./support.js";
import { VERBS, type Verb } from "./verbs.js";

/** Where the carrier does what we do not offer, and why we do not. */
const LENIENT: readonly {
  readonly action: EndpointActionName;
  readonly in: readonly string[];
  readonly why: string;
}[] = [
  { action: "ENDPOINT_RESUME", in: ["TEST", "INVENTORY"], why: "the same call commissions, which has no way back" },
  { action: "ENDPOINT_COMMISSION", in: ["SUSPENDED"], why: "the same call resumes, which is another verb" },
  {
    action: "ADDONS_REMOVE",
    in: ["PRE_ACTIVE with a SIM", "HOLD"],
    why: "no page speaks of removal from an endpoint that is not in service",
  },
];

/** Where the state allows an action, and there is nothing to do it on. */
const VAIN: readonly { readonly action: EndpointActionName; readonly in: string; readonly why: string }[] = [
  { action: "THRESHOLD_SET", in: "PRE_ACTIVE without a SIM", why: "it never had an add-on, whose counter it could be" },
];

let lab: Lab;
let direct: Direct;

beforeAll(async () => {
  lab = await startLab();
  direct = new Direct(lab.sandbox);
});
afterAll(async () => {
  await direct.close();
  await lab.stop();
});

/** What the graph says beforehand, and what becomes of it: twice asked, once dry. */
async function judged(action: EndpointActionName, { mutation, input }: Verb, subject: Subject) {
  const asked = { endpoint: idOf("Endpoint", subject.native, subject.account), ...input(subject), waitFor: 0 };
  const { caller, sandbox } = lab;
  const option = (await caller.actions(asked.endpoint)).find((one) => one.action === action);
  const before = { writes: writesTo(sandbox).length, ledger: ledgerOf(sandbox, subject.native).length };
  const dry = await caller.mutate(mutation, { ...asked, dryRun: true });
  const dryWrites = writesTo(sandbox).length - before.writes;
  const { operation, userErrors } = await caller.mutate(mutation, asked);
  const begun =
    operation && (await caller.until(operation.id, ({ steps }) => steps.some((step) => step.outcome !== null)));
  return {
    isAvailable: option?.available,
    dry: dry.userErrors.map(({ code }) => code),
    dryWrites,
    refusals: userErrors.map(({ code }) => code),
    outcome: begun?.steps[0]?.outcome ?? null,
    writes: writesTo(sandbox).length - before.writes,
    changes: ledgerOf(sandbox, subject.native).length - before.ledger,
  };
}

const isVain = (action: string, situation: string) => VAIN.some((one) => one.action === action && one.in === situation);

describe.each(Object.entries(VERBS) as [EndpointActionName, Verb][])("%s", (action, verb) => {
  const here = SITUATIONS.filter(({ situation }) => !isVain(action, situation));

  it.each(here)(
    "on $account, $situation, is offered exactly when a dry run is clean and the carrier does it",
    async (place) => {
      const subject = await direct.subject(place);
      const { isAvailable, ...found } = await judged(action, verb, subject);
      if (isAvailable) {
        const outcome = expect.stringMatching(/^(done|pending)$/);
        expect(found).toEqual({ dry: [], dryWrites: 0, refusals: [], outcome, writes: 1, changes: 1 });
        return;
      }
      const refused = ["INVALID_TRANSITION"];
      expect(found).toEqual({ dry: refused, dryWrites: 0, refusals: refused, outcome: null, writes: 0, changes: 0 });
      const before = ledgerOf(lab.sandbox, subject.native).length;
      await verb.directly(direct.writes(place.account), subject).catch(() => null);
      const isLenient = LENIENT.some((one) => one.action === action && one.in.includes(place.situation));
      expect(ledgerOf(lab.sandbox, subject.native).length > before).toBe(isLenient);
    },
  );
});

it.each(VAIN)("$action in $in finds nothing, at no write: $why", async ({ action, in: situation }) => {
  for (const place of SITUATIONS.filter((one) => one.situation === situation)) {
    const { dry, refusals, writes } = await judged(action, VERBS[action], await direct.subject(place));
    expect({ dry, refusals, writes }).toEqual({ dry: ["NOT_FOUND"], refusals: ["NOT_FOUND"], writes: 0 });
  }
});
