import { idOf } from "./support.js";
import { describeWorlds, type World, type WorldCase } from "./worlds.js";

const BASE = "next-za";
const PERSON = {
  firstName: "Ada",
  lastName: "Byron",
  alternateMsisdn: "27820000001",
  email: "ada@byron.example",
};
const PAPER = Buffer.from("a scan of a passport").toString("base64");

/** A number, a SIM or a plan in a named situation. */
function native({ sandbox }: World, name: string): string {
  const found = sandbox.nextcomm.specimens[BASE]?.[name];
  if (found === undefined) throw new Error(`no specimen ${name}`);
  return found;
}

const line = (world: World, name: string) => ({ subscriber: idOf("Subscriber", native(world, name), world.account) });
const plan = (world: World, region: string, name: string) => ({
  plan: idOf("Plan", `${region}/${native(world, name)}`, world.account),
});

/** A SIM of the stock that has no name, and nobody has. */
const furtherSim = (world: World, nth: number): string => String(BigInt(native(world, "simBulkIgnored")) + BigInt(nth));

const seen = { changes: 1, isSeenDone: true, isSeenUndone: true } as const;
/** What is there shows that it was done; what is not there yet may still come, and costs money once more. */
const seenDone = { ...seen, isSeenUndone: false } as const;
const unseen = { ...seenDone, isSeenDone: false } as const;

const CASES: readonly WorldCase[] = [
  {
    ...seenDone,
    title: "a SIM that is put into service",
    mutation: "subscriberCreate",
    write: "Activation",
    input: (world) => ({
      ...PERSON,
      account: world.account,
      ...plan(world, "A24", "planId"),
      simType: "PHYSICAL",
      iccid: native(world, "simFree"),
    }),
  },
  {
    ...unseen,
    isAlone: true,
    title: "an eSIM that the carrier chooses",
    mutation: "subscriberCreate",
    write: "Activation",
    input: (world) => ({
      ...PERSON,
      account: world.account,
      ...plan(world, "A12", "touristPlanId"),
      simType: "ESIM",
    }),
  },
  {
    ...seenDone,
    title: "many SIMs",
    mutation: "subscribersCreate",
    write: "DoBulkActivation",
    changes: 2,
    input: (world) => {
      const { email } = PERSON;
      const common = { ...plan(world, "A24", "planId"), email, travelAt: "2031-05-11T15:25:55" };
      const sims = [1, 2].map((nth) => ({ ...common, iccid: furtherSim(world, nth), connectionType: "INDIVIDUAL" }));
      return { account: world.account, sims };
    },
  },
  {
    ...seenDone,
    title: "a recharge",
    mutation: "recharge",
    write: "Recharge",
    input: (world) => ({ ...line(world, "active"), ...plan(world, "R24", "planCode"), amount: "49" }),
  },
  {
    ...seen,
    title: "an extension",
    mutation: "planExpirySet",
    write: "UpdPlanExp/Modify",
    input: (world) => ({ ...line(world, "expiring"), day: "2031-01-31" }),
  },
  {
    ...unseen,
    title: "papers",
    mutation: "documentsUpload",
    write: "DoDocUpld",
    input: (world) => ({
      account: world.account,
      documents: [{ iccid: furtherSim(world, 3), visa: PAPER, passport: PAPER }],
    }),
  },
];

describeWorlds({
  cases: CASES,
  isLimited: false,
  entry: ({ nextcomm }) => nextcomm.accounts.find(({ id }) => id === BASE),
});
