import type { Target } from "./matrix.js";
import type { Direct } from "./situations.js";
import { call, SITUATIONS } from "./situations.js";
import { idOf, type Row } from "./support.js";

/** What the cases take their objects from. */
export interface Supply {
  readonly direct: Direct;
  /** An endpoint of `bics-eu` that nobody has had. Throws when none is left. */
  take(fits: (row: Row) => boolean): Row;
}

export interface Case extends Target {
  /** Carrier calls that go before it. */
  readonly reads: 0 | 1;
  /** How long the carrier works on what it has taken on, on its own clock. */
  readonly worksMs: number;
  /** The input, on objects of its own. */
  input(supply: Supply, turn: number): Promise<object> | object;
}

const isPostpaid = ({ billing, state }: Row) => billing === "POSTPAID" && state === "ACTIVE";
const ADDON = idOf("Plan", "568677");
const OTHER_PLAN = "574505";
const BASE_PLAN = "560082";
const NEW = { account: "bics-eu", plan: idOf("Plan", BASE_PLAN), roamingProfiles: ["8953"], apnGroup: "PDP_1002" };

/** The carrier's one account under another name: one bulk change at a time is under way in an account. */
export const aliasOf = (turn: number): string => `bics-eu-${turn}`;

const usual = { reads: 1, worksMs: 0, changes: 1, isSeenDone: true, isSeenUndone: true } as const;
const bulk = { ...usual, reads: 0, worksMs: 15_000, isSeenUndone: false } as const;

/** Every kind of write: of money, of no return, onto one object, of a new one, and of many. */
export const CASES: readonly Case[] = [
  {
    ...usual,
    mutation: "addonSubscribe",
    write: "SubscribeAddon",
    input: ({ take }) => ({ endpoint: take(isPostpaid).id, plan: ADDON }),
  },
  {
    ...usual,
    mutation: "addonsAdd",
    write: "endpoint",
    input: ({ take }) => ({ endpoint: take(isPostpaid).id, plans: [ADDON] }),
  },
  {
    ...usual,
    mutation: "addonsRemove",
    write: "endpoint",
    worksMs: 20_000,
    input: async ({ direct }) => {
      const active = SITUATIONS.find(({ situation }) => situation === "ACTIVE");
      if (!active) throw new Error("no such situation");
      const { native, instance } = await direct.subject(active);
      return { endpoint: idOf("Endpoint", native), instances: [instance] };
    },
  },
  {
    ...usual,
    mutation: "endpointActivate",
    write: "EndPointActivation",
    input: ({ take }) => ({ endpoint: take(({ state, hasSim }) => state === "PRE_ACTIVE" && hasSim).id }),
  },
  {
    ...usual,
    mutation: "endpointDelete",
    write: "DeleteEndPoint",
    input: ({ take }) => {
      const { id, name } = take(({ state }) => state === "HOLD");
      return { endpoint: id, confirm: name };
    },
  },
  {
    ...usual,
    mutation: "planChange",
    write: "ChangePlan",
    input: async ({ take, direct }) => {
      const { id, native } = take(isPostpaid);
      await direct.writes("bics-eu").changePlan(native, BASE_PLAN, call());
      return { endpoint: id, plan: idOf("Plan", OTHER_PLAN) };
    },
  },
  {
    ...usual,
    mutation: "simLink",
    write: "LinkSim",
    input: ({ take, direct }) => ({
      endpoint: take(({ state, hasSim }) => state === "PRE_ACTIVE" && !hasSim).id,
      iccid: direct.freeSim("bics-eu"),
    }),
  },
  {
    ...usual,
    mutation: "endpointCreate",
    write: "CreateEndPoint",
    input: ({ direct }, turn) => ({ ...NEW, name: `Struck ${turn}`, iccid: direct.freeSim("bics-eu") }),
  },
  {
    ...bulk,
    mutation: "endpointsCreate",
    write: "bulkProvisioning",
    input: ({ direct }, turn) => ({
      ...NEW,
      name: `Many ${turn}`,
      firstNumber: 1,
      iccids: [direct.freeSim("bics-eu")],
      isCreditUnlimited: true,
    }),
  },
  {
    ...bulk,
    mutation: "endpointsUpdate",
    write: "endpointbulk",
    input: ({ take }, turn) => {
      const natives = [take(isPostpaid), take(isPostpaid)].map(({ native }) => native);
      return { endpoints: natives.map((native) => idOf("Endpoint", native, aliasOf(turn))), name: `Renamed ${turn}` };
    },
  },
];
