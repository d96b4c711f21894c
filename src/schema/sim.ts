import { Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import type { EsimProfileState, SimState } from "../model/sim.js";
import { Account } from "./account.js";
import { connectionOf } from "./connection.js";
import { graphEnum } from "./enum.js";
import { NexconSim } from "./nexcon.js";
import { Node } from "./node.js";
import { PROVENANCE_FIELD, Provenance } from "./provenance.js";

export const SimStateEnum = graphEnum<SimState>("SimState", "The administrative state of a SIM.", {
  INVENTORY: "In stock, linked to nothing, no traffic.",
  PROVISIONED: "Assigned, not yet in service.",
  TEST: "Limited test traffic.",
  ACTIVE: "In service.",
  SUSPENDED: "Out of service for now.",
  TERMINATED: "Final.",
  UNKNOWN: "A carrier's word that is not known; see `stateRaw`.",
});

export const EsimProfileStateEnum = graphEnum<EsimProfileState>(
  "EsimProfileState",
  "How far an eSIM profile has come.",
  {
    NOT_APPLICABLE: "The SIM is no eSIM.",
    AVAILABLE: "Ready to be downloaded.",
    DOWNLOADED: "On the device, not yet installed.",
    INSTALLED: "Installed.",
    ENABLED: "In use.",
    DISABLED: "Installed, not in use.",
    DELETED: "Removed from the device.",
    FAILED: "Download or installation failed.",
    UNKNOWN: "The carrier does not say, or uses a word that is not known.",
  },
);

@ObjectType({ description: "One identity of a SIM that has several." })
export class SimImsi {
  @Field(() => String, { nullable: true, description: "The network that lends the identity." })
  sponsor!: string | null;
  @Field(() => String, { description: "IMSI." })
  imsi!: string;
}

@ObjectType({ description: "What an eSIM is activated with. Treat as a secret." })
export class EsimActivation {
  @Field(() => String, { nullable: true, description: "The text of the QR code." })
  qrText!: string | null;
  @Field(() => String, { nullable: true, description: "Address of the SM-DP+ server." })
  smdpAddress!: string | null;
  @Field(() => String, { nullable: true, description: "Matching id at that server." })
  matchingId!: string | null;
}

@Directive('@key(fields: "id")')
@Directive('@key(fields: "iccid")')
@ObjectType({
  description:
    "A SIM or eSIM profile. Fields from `carrierSimId` to `activation` come from the SIM inventory: one call a SIM unless it was read from there.",
  implements: Node,
})
export class Sim extends Node {
  @Field(() => ID, { description: "Opaque, stable, and showing no number." })
  declare id: string;
  @Field(() => Account, { description: "The account it belongs to." })
  account!: Account;
  @Field(() => String, {
    nullable: true,
    description: "ICCID as the carrier prints it. While an eUICC uses a local profile it is that profile's.",
  })
  iccid!: string | null;
  @Field(() => String, { nullable: true, description: "IMSI in use." })
  imsi!: string | null;
  @Field(() => String, { nullable: true, description: "MSISDN of the line it serves." })
  msisdn!: string | null;
  @Field(() => String, { nullable: true, description: "EID of the eUICC; null for a SIM that is no eSIM." })
  eid!: string | null;
  @Field(() => SimStateEnum, { description: "Administrative state." })
  state!: SimState;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the state." })
  stateRaw!: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the SIM." })
  carrierSimId!: string | null;
  @Field(() => String, { nullable: true, description: "The SIM product, as the carrier names it." })
  product!: string | null;
  @Field(() => Boolean, { nullable: true, description: "Linked to a line, as the SIM inventory has it." })
  isAttached!: boolean | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for it." })
  attachStatusRaw!: string | null;
  @Field(() => [SimImsi], { nullable: true, description: "All its identities." })
  imsis!: SimImsi[] | null;
  @Field(() => EsimActivation, {
    nullable: true,
    description: "What an eSIM is activated with; null for a SIM that is none.",
  })
  activation!: EsimActivation | null;
  @Field(() => NexconSim, {
    nullable: true,
    description: "What only NexCon tells; null for SIMs of other carriers. Costs no call.",
  })
  nexcon?: NexconSim;
  @Field(() => Provenance, PROVENANCE_FIELD)
  provenance?: Provenance | null;
}

@InputType({ description: "A number that identifies a SIM; exactly one. Blanks, hyphens and a leading + are ignored." })
@Directive("@oneOf")
export class SimBy {
  @Field(() => ID, { nullable: true, description: "Id from this API." })
  id?: string;
  @Field(() => String, { nullable: true, description: "ICCID, 18 to 22 digits." })
  iccid?: string;
  @Field(() => String, { nullable: true, description: "IMSI, 14 or 15 digits." })
  imsi?: string;
  @Field(() => String, { nullable: true, description: "MSISDN, 5 to 15 digits with country code." })
  msisdn?: string;
  @Field(() => String, { nullable: true, description: "EID, 32 digits." })
  eid?: string;
}

@InputType({ description: "Which SIMs; everything given must hold." })
export class SimFilter {
  @Field(() => [ID], { nullable: true, description: "Only of these accounts (`Account.id`)." })
  accounts?: string[] | null;
  @Field(() => [SimStateEnum], {
    nullable: true,
    description: "Only in these states. Carriers do not filter by it: pages are read until enough rows fit.",
  })
  states?: SimState[] | null;
}

export const SimConnection = connectionOf("Sim", () => Sim);

export type StockType = "PHYSICAL" | "ESIM";

export const StockTypeEnum = graphEnum<StockType>("StockType", "What kind of SIM is on stock.", {
  PHYSICAL: "Physical SIMs.",
  ESIM: "Embedded SIMs.",
});
