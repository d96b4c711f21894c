import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { FAILURES, type FailureCode } from "../errors.js";
import type { Capability, CarrierId, CircuitState, HealthStatus } from "../model/carrier.js";
import { graphEnum } from "./enum.js";
import { DateTime } from "./scalars.js";

const CarrierEnum = graphEnum<CarrierId>("Carrier", "A carrier platform.", {
  BICS: "BICS SIM for Things.",
  REACH: "Reach Mobile.",
  NEXTCOMM: "Next Communications.",
  NEXCON: "NexCon.io.",
  PAYU: "PayU BBPS.",
});

const CapabilityEnum = graphEnum<Capability>("Capability", "What an account can be asked.", {
  ENDPOINTS: "Endpoints: listing, look-up, profile with plan, balances and counters.",
  ADDONS: "Balances and counters of each add-on of a line.",
  SIMS: "A SIM by its ICCID.",
  SIM_LISTING: "The list of all SIMs.",
  PLANS: "The plan catalogue.",
  USAGE: "Usage in a period.",
  LOCATION: "Where a line was last seen, by cell.",
  CONNECTIVITY: "Whether a line is on a network.",
  NETWORKS: "The networks that a line may meet.",
  SUBSCRIBERS: "A subscriber by its id or number.",
  SALES: "What is asked before a sale: coverage, device, SIM, port-in, offers, roaming packs.",
  QUOTES: "What an order would cost.",
  PROGRESS: "How purchases, activations, swaps and resets have come along.",
  BILLING: "Cards, bills, invoices and shipments.",
  ALLOWANCES: "What a subscriber has used and has left.",
  STOCK: "SIMs that wait for activation.",
  PLAN_EXPIRY: "Until when the plan of a number runs.",
  RECHARGE_PLANS: "Recharge plans for one number.",
});

const HealthStatusEnum = graphEnum<HealthStatus>("HealthStatus", "How an account has been answering.", {
  OK: "The latest call was answered.",
  DEGRADED: "The latest call failed.",
  DOWN: "Several calls in a row failed.",
  UNKNOWN: "Nothing has been asked since the start.",
});

const hints = Object.fromEntries(Object.entries(FAILURES).map(([code, { hint }]) => [code, hint]));

export const FailureCodeEnum = graphEnum<FailureCode>(
  "ErrorCode",
  "The closed list of failure codes. Errors carry them in `extensions.code`.",
  hints as Record<FailureCode, string>,
);

const CircuitStateEnum = graphEnum<CircuitState>("CircuitState", "Whether calls of a kind are made.", {
  CLOSED: "They are.",
  OPEN: "They are held back, and refused with CIRCUIT_OPEN: the carrier has failed too often in a row, or asks for a rest.",
  HALF_OPEN: "The rest is over. One read is made; when it is answered, all calls are.",
});

@ObjectType({ description: "Whether calls of a kind are made to the carrier of an account." })
export class Circuit {
  @Field(() => CircuitStateEnum, { description: "Whether they are made." })
  state!: CircuitState;
  @Field(() => DateTime, { nullable: true, description: "Until when they are held back; null unless they are." })
  until!: string | null;
}

@ObjectType({ description: "How an account has been answering lately." })
export class AccountHealth {
  @Field(() => HealthStatusEnum, { description: "The verdict." })
  status!: HealthStatus;
  @Field(() => DateTime, { nullable: true, description: "When the carrier last answered; null when it has not yet." })
  lastSuccessAt!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When a call last failed; null when none has." })
  lastFailureAt!: string | null;
  @Field(() => FailureCodeEnum, { nullable: true, description: "How the latest failed call failed." })
  lastFailureCode!: FailureCode | null;
  @Field(() => Circuit, { description: "Whether reads are made. A write never finds out whether the carrier is back." })
  reads!: Circuit;
  @Field(() => Circuit, { description: "Whether actions are. While they are held back none is taken on." })
  writes!: Circuit;
}

@ObjectType({ description: "The bounds on calls to an account, and how much of them is in use." })
export class AccountQuota {
  @Field(() => Int, {
    nullable: true,
    description: "Most calls under way at once; null where only the carrier's default holds.",
  })
  concurrency!: number | null;
  @Field(() => Float, { nullable: true, description: "Most calls started in a second; null is unbounded." })
  perSecond!: number | null;
  @Field(() => Int, { description: "Calls under way now." })
  running!: number;
  @Field(() => Int, { description: "Calls waiting for a place." })
  waiting!: number;
}

@ObjectType({ description: "One set of credentials at a carrier. Every object belongs to one account." })
export class Account {
  @Field(() => ID, { description: "The id that the account has in the configuration." })
  id!: string;
  @Field(() => CarrierEnum, { description: "The platform it is an account of." })
  carrier!: CarrierId;
  @Field(() => String, { description: "A name for people; the id where none is configured." })
  displayName!: string;
  @Field(() => String, {
    nullable: true,
    description: "IANA zone in which the carrier's zoneless times are read; null when not configured.",
  })
  timeZone!: string | null;
  @Field(() => Boolean, { description: "Every action is refused for this account." })
  isReadOnly!: boolean;
  @Field(() => [CapabilityEnum], { description: "What it can be asked." })
  capabilities!: Capability[];
  @Field(() => AccountHealth, { description: "How it has been answering." })
  health!: AccountHealth;
  @Field(() => AccountQuota, { description: "Its bounds on calls." })
  quota!: AccountQuota;
}
