import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Operation as OperationSource } from "../model/operation.js";
import { Purchase } from "../schema/commerce.js";
import { Operation } from "../schema/operation.js";
import { CardLink, EsimCodes } from "../schema/operation-results.js";

const PURCHASES: ReadonlySet<string> = new Set(["PURCHASE", "PURCHASE_SUBSEQUENT"]);

@Resolver(() => Operation)
export class OperationResultsResolver {
  @FieldResolver(() => Purchase, {
    nullable: true,
    description: "The purchase as the carrier tells it now, with the page where the person pays. One carrier call.",
  })
  purchase(@Root() { account, action, reference }: OperationSource, @Ctx() { loaders }: Context) {
    if (reference === null || !PURCHASES.has(action)) return null;
    return loaders.purchase.load({ account, native: reference });
  }

  @FieldResolver(() => CardLink, {
    nullable: true,
    description: "What `cardLinkCreate` has made; null for other actions.",
  })
  async cardLink(@Root() operation: OperationSource, @Ctx() context: Context) {
    const { url = null, expiresAt = null } = (await resultOf("CARD_LINK_CREATE", operation, context)) ?? {};
    return url === null ? null : { url, expiresAtRaw: expiresAt };
  }

  @FieldResolver(() => EsimCodes, {
    nullable: true,
    description: "What `subscriberCreate` was given for an eSIM; null for other actions.",
  })
  esim(@Root() operation: OperationSource, @Ctx() context: Context) {
    return resultOf("SUBSCRIBER_CREATE", operation, context);
  }
}

const resultOf = async (action: string, operation: OperationSource, { operations }: Context) =>
  operation.action === action ? (await operations()).resultOf(operation) : null;
