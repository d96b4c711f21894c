import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, Context } from "../context.js";
import { Failure } from "../errors.js";
import { Account } from "../schema/account.js";
import {
  BicsAccount,
  BicsBulkCreation,
  BicsBulkEndpointState,
  type BicsBulkEndpoints,
  BicsIccidRange,
  BicsRoamingProfile,
} from "../schema/bics.js";
import { filled } from "./checks.js";
import { isGiven } from "./look-up.js";

@Resolver(() => Account)
export class AccountBicsResolver {
  @FieldResolver(() => BicsAccount, { nullable: true, description: "What only BICS offers; null for other carriers." })
  bics(@Root() account: AccountSource): AccountSource | null {
    return account.reads.bics ? account : null;
  }
}

@Resolver(() => BicsAccount)
export class BicsAccountResolver {
  @FieldResolver(() => [BicsIccidRange], {
    nullable: true,
    description: "SIMs that may be provisioned in bulk. One carrier call.",
  })
  iccidRanges(@Root() { id }: AccountSource, @Ctx() { loaders }: Context) {
    return loaders.ofAccount.iccidRanges.load(id);
  }

  @FieldResolver(() => [BicsRoamingProfile], {
    nullable: true,
    description: "Roaming profiles of the account. One carrier call.",
  })
  roamingProfiles(@Root() { id }: AccountSource, @Ctx() { loaders }: Context) {
    return loaders.ofAccount.roamingProfiles.load(id);
  }

  @FieldResolver(() => [BicsBulkCreation], {
    nullable: true,
    description: "Status of bulk creations, all, or by id, or by the state of the endpoints. One carrier call.",
  })
  bulkCreations(
    @Root() { id }: AccountSource,
    @Arg("simProvisionId", () => ID, { nullable: true, description: "The carrier's id of one bulk creation." })
    simProvisionId: string | null | undefined,
    @Arg("endpoints", () => BicsBulkEndpointState, {
      nullable: true,
      description: "All bulk creations of endpoints in this state.",
    })
    endpoints: BicsBulkEndpoints | null | undefined,
    @Ctx() { loaders }: Context,
  ) {
    const { bulkCreations } = loaders.ofAccount;
    const isOne = isGiven(simProvisionId);
    if (isOne && endpoints) {
      throw new Failure("INVALID_ARGUMENT", "simProvisionId, endpoints: give at most one of the two.", {
        field: ["simProvisionId"],
        hint: "The carrier takes one or the other, never both.",
      });
    }
    if (isOne)
      return bulkCreations.load({ account: id, with: { simProvisionId: filled("simProvisionId", simProvisionId) } });
    return bulkCreations.load({ account: id, with: endpoints ? { endpointStatus: endpoints } : { all: true } });
  }
}
