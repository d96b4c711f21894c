import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A page of the carrier at which a person gives a card. Secret: for that person alone." })
export class CardLink {
  @Field(() => String, { description: "Send the person there." })
  url!: string;
  @Field(() => String, { nullable: true, description: "Until when it works, as the carrier prints it." })
  expiresAtRaw!: string | null;
}

@ObjectType({ description: "What an activated eSIM is downloaded with. Secret: for the person who has it alone." })
export class EsimCodes {
  @Field(() => String, { nullable: true, description: "ICCID of the eSIM." })
  iccid!: string | null;
  @Field(() => String, { nullable: true, description: "Address of the SM-DP+ server." })
  smdpAddress!: string | null;
  @Field(() => String, { nullable: true, description: "Activation code at that server." })
  matchingId!: string | null;
  @Field(() => String, { nullable: true, description: "Text of the QR code, beginning with LPA:1$." })
  qrText!: string | null;
  @Field(() => String, { nullable: true, description: "The QR code as an image, base64." })
  qrImage!: string | null;
}
