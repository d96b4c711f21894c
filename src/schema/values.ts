import { Field, ObjectType } from "type-graphql";
import type { BalanceKind } from "../model/quantity.js";
import type { ZoneSource } from "../model/time.js";
import { graphEnum } from "./enum.js";
import { BigIntText, DateTime, Decimal, LocalDateTime } from "./scalars.js";

const ZoneSourceEnum = graphEnum<ZoneSource>("ZoneSource", "Whose word a time zone is.", {
  CARRIER: "The carrier states it.",
  ACCOUNT: "The carrier states none; the account is configured with it.",
  NONE: "Nobody states one: the wall clock is no instant.",
});

@ObjectType({ description: "A time as the carrier printed it." })
export class CarrierTime {
  @Field(() => LocalDateTime, { description: "The wall clock, without zone." })
  local!: string;
  @Field(() => String, {
    nullable: true,
    description: "IANA time zone of the wall clock; null when nobody states one.",
  })
  timeZone!: string | null;
  @Field(() => ZoneSourceEnum, { description: "Whose word the time zone is." })
  zoneSource!: ZoneSource;
  @Field(() => DateTime, { nullable: true, description: "The instant in UTC; null when no zone is known." })
  instant!: string | null;
  @Field(() => String, { description: "The carrier's own text." })
  raw!: string;
}

type MomentKind = "AT" | "NEVER" | "NOT_STARTED" | "UNKNOWN";

const MomentKindEnum = graphEnum<MomentKind>("MomentKind", "Whether a point in time is set, and if not, why not.", {
  AT: "At `time`.",
  NEVER: "It never happens: no end is set.",
  NOT_STARTED: "Not yet: it begins with the first use or the activation.",
  UNKNOWN: "The carrier does not say, or says something unreadable.",
});

@ObjectType({
  description: "A point in the life of something: a time, or one of three different reasons for having none.",
})
export class Moment {
  @Field(() => MomentKindEnum, { description: "Which of the four it is." })
  kind!: MomentKind;
  @Field(() => CarrierTime, { nullable: true, description: "The time; only with `AT`." })
  time?: CarrierTime | null;
  @Field(() => String, { nullable: true, description: "The carrier's own text." })
  raw?: string | null;
}

@ObjectType({ description: "An exact amount of money." })
export class Money {
  @Field(() => Decimal, { description: "In major units of the currency." })
  amount!: string;
  @Field(() => String, { nullable: true, description: "ISO 4217 code; null where the carrier does not say." })
  currency!: string | null;
  @Field(() => String, { description: "The carrier's own text, in the carrier's unit." })
  raw!: string;
}

export type DataUnit = "BYTE" | "KB" | "MB" | "GB" | "KIB" | "MIB" | "GIB";

export const DataUnitEnum = graphEnum<DataUnit>("DataUnit", "Units of data volume.", {
  BYTE: "One byte.",
  KB: "1 000 bytes.",
  MB: "1 000 000 bytes.",
  GB: "1 000 000 000 bytes.",
  KIB: "1 024 bytes.",
  MIB: "1 048 576 bytes.",
  GIB: "1 073 741 824 bytes.",
});

@ObjectType({ description: "A volume of data." })
export class DataVolume {
  @Field(() => BigIntText, { description: "In bytes." })
  bytes!: bigint;
  @Field(() => String, { description: "The carrier's own text, in the carrier's unit." })
  raw!: string;
}

type LimitKind = "LIMITED" | "UNLIMITED" | "NOT_STARTED" | "UNKNOWN";

const LimitKindEnum = graphEnum<LimitKind>("LimitKind", "Whether an amount is set, and if not, why not.", {
  LIMITED: "An amount: see `amount`, or `money`.",
  UNLIMITED: "Without limit.",
  NOT_STARTED: "Not granted yet.",
  UNKNOWN: "The carrier does not say, or says something unreadable.",
});

@ObjectType({ description: "How much there is: an amount, or one of three different reasons for having none." })
export class Limit {
  @Field(() => LimitKindEnum, { description: "Which of the four it is." })
  kind!: LimitKind;
  @Field(() => BigIntText, {
    nullable: true,
    description: "Bytes, seconds or messages, by the kind of the balance; null unless `LIMITED`, and for money.",
  })
  amount?: bigint | null;
  @Field(() => Money, { nullable: true, description: "The amount of a money balance; null otherwise." })
  money?: Money | null;
  @Field(() => String, { nullable: true, description: "The carrier's own text, in the carrier's unit." })
  raw?: string | null;
}

export const BalanceKindEnum = graphEnum<BalanceKind>(
  "BalanceKind",
  "What a balance counts, which is the unit of its amounts.",
  {
    DATA: "Bytes.",
    VOICE: "Seconds.",
    SMS: "Messages.",
    MONEY: "Money.",
    UNKNOWN: "Something the carrier names by a word that is not known; see the raw text.",
  },
);
