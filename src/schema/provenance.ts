import { Field, ObjectType } from "type-graphql";
import type { Freshness } from "../model/provenance.js";
import { graphEnum } from "./enum.js";
import { DateTime } from "./scalars.js";

const FreshnessEnum = graphEnum<Freshness>("Freshness", "Where carriers' answers came from.", {
  LIVE: "Fetched for this request, or for one at the same time.",
  CACHED: "Kept from before, and no older than the query allows by `@freshness`.",
  STALE: "Older than that: the carrier is away, and the query allows it.",
});

@ObjectType({ description: "What an object is made of." })
export class Provenance {
  @Field(() => DateTime, { description: "When the oldest answer was fetched that it is made of." })
  fetchedAt!: string;
  @Field(() => FreshnessEnum, { description: "The least fresh of these answers." })
  freshness!: Freshness;
}

/** The same field wherever it stands. */
export const PROVENANCE_FIELD = {
  nullable: true,
  description: "What it is made of; null where no carrier was asked for it.",
} as const;
