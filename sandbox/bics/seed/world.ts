import { createRandom, seedOf } from "../../random.js";
import { DAY } from "../dates.js";
import type { Endpoint, Enterprise, Plan, Status, World } from "../state.js";
import { enrich, makeEndpoint } from "./endpoints.js";
import { type Character, emptyEnterprise, profileIds } from "./enterprise.js";
import { seedProvisionings } from "./provisionings.js";
import { makeSim, stockSims } from "./sims.js";
import { nameSpecimens } from "./specimens.js";

export interface SeedOptions {
  seed: number;
  now: number;
  /** Endpoints of the first enterprise. */
  endpoints: number;
}

interface Population extends Character {
  count: number;
  firstEndpoint: number;
  firstSim: number;
  /** Shares of the states, in a hundred. */
  states: [Status, number][];
}

const USUAL: [Status, number][] = [
  ["A", 60],
  ["S", 12],
  ["PA", 14],
  ["H", 14],
];
const OEM: [Status, number][] = [
  ["AT", 30],
  ["AI", 25],
  ["A", 25],
  ["S", 10],
  ["PA", 5],
  ["H", 5],
];

const populations = (endpoints: number): Population[] => [
  {
    account: "bics-eu",
    accountId: "41166994",
    accountName: "sandbox_europe",
    username: "api.europe",
    displayName: "Sandbox Europe",
    profileBase: 8953,
    count: endpoints,
    firstEndpoint: 51_170_000,
    firstSim: 100_000,
    states: USUAL,
  },
  {
    account: "bics-oem",
    accountId: "41652734",
    accountName: "sandbox_oem",
    username: "api.oem",
    displayName: "Sandbox OEM",
    isOem: true,
    profileBase: 15_088,
    count: 60,
    firstEndpoint: 51_590_000,
    firstSim: 500_000,
    states: OEM,
  },
  {
    account: "bics-benefits",
    accountId: "41709975",
    accountName: "sandbox_benefits",
    username: "api.benefits",
    displayName: "Sandbox, dynamic benefits only",
    dynamicBenefitOnly: true,
    profileBase: 29_629,
    count: 12,
    firstEndpoint: 51_710_000,
    firstSim: 700_000,
    states: USUAL,
  },
];

const RESELLER: Character = {
  account: "bics-reseller",
  accountId: "41000001",
  accountName: "sandbox_reseller",
  username: "api.reseller",
  displayName: "Sandbox reseller",
  kind: "reseller",
  profileBase: 35_443,
};

/** The whole platform as it is at the start. Same options, same world. */
export function seedWorld(options: SeedOptions): World {
  const world: World = {
    enterprises: [],
    due: [],
    ledger: [],
    seed: options.seed,
    counters: { endpoint: 52_400_000, uniqueId: 12_000, simProvision: 16_600, job: 5_600, response: 0 },
  };
  for (const population of populations(options.endpoints)) {
    const enterprise = emptyEnterprise(population);
    populate(world, enterprise, population, options);
    stockSims(enterprise, population.firstSim + 50_000);
    seedProvisionings(enterprise, options.now);
    nameSpecimens(enterprise);
    world.enterprises.push(enterprise);
  }
  world.enterprises.push(emptyEnterprise(RESELLER));
  return world;
}

function populate(world: World, enterprise: Enterprise, population: Population, { seed, now }: SeedOptions): void {
  const random = createRandom(seed ^ seedOf(population.account));
  const profiles = profileIds(population.profileBase);
  const bases = [...enterprise.plans.values()].filter((plan) => plan.category === "NORMAL");
  const uniqueId = (): string => String(++world.counters.uniqueId);
  for (let n = 0; n < population.count; n++) {
    const status =
      n < population.states.length ? firstOf(population.states, n) : draw(population.states, random.int(1, 100));
    const plan = choosePlan(bases, enterprise, random.int(0, 99));
    const hasSim = status !== "H" && (status !== "PA" || random.chance(0.5));
    const sim = hasSim ? makeSim(population.firstSim + n, random.chance(0.15)) : null;
    const wide = plan.roamingProfileIds.includes(profiles.custom) && random.chance(0.3);
    const endpoint = makeEndpoint({
      id: String(population.firstEndpoint + n * 3 + (n % 2)),
      name: `${nameStem(n)}_${n + 1}`,
      status,
      plan,
      sim,
      roamingProfileIds: wide ? [profiles.all, profiles.custom] : [plan.roamingProfileIds[0] ?? profiles.all],
      apnGroupId: random.pick(["PDP_1002", "PDP_1002", "PDP_1968", "PDP_2044"]),
      createdAt: now - random.int(2, 400) * DAY - random.int(0, 86_399) * 1000,
      variant: random.int(0, 59),
    });
    if (sim) enterprise.sims.set(sim.iccid, { ...sim, endPointId: endpoint.id });
    if (status === "S") suspendedSince(endpoint, now, random.int(1, 30));
    enrich(endpoint, enterprise, random, now, uniqueId);
    enterprise.endpoints.set(endpoint.id, endpoint);
  }
}

function suspendedSince(endpoint: Endpoint, now: number, days: number): void {
  const at = Math.max(endpoint.createdAt, now - days * DAY);
  endpoint.serviceSpans = [{ from: endpoint.createdAt, to: at }];
  endpoint.lastSimStateChange = at;
}

const STEMS = ["tracker", "meter", "vending", "pump station", "truck", "mvne:gateway", "Test_Endpoint", "camera"];
const nameStem = (n: number): string => STEMS[n % STEMS.length] ?? "endpoint";

/** The first endpoints go through the states in order, so that even a tiny account has them all. */
const firstOf = (states: [Status, number][], n: number): Status => states[n]?.[0] ?? "A";

function draw(states: [Status, number][], hundredth: number): Status {
  let sum = 0;
  for (const [status, share] of states) {
    sum += share;
    if (hundredth <= sum) return status;
  }
  return "A";
}

function choosePlan(bases: Plan[], enterprise: Enterprise, hundredth: number): Plan {
  const fitting = enterprise.isOem ? bases.filter((plan) => plan.type === "1") : bases;
  const plan = fitting[hundredth % fitting.length] ?? bases[0];
  if (!plan) throw new Error("an enterprise of the sandbox has no base plan");
  return plan;
}
