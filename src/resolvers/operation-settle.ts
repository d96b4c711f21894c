import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { OperationPayload, OperationSettleInput } from "../schema/operation.js";
import { checkTexts } from "./checks.js";
import { userErrorOf } from "./user-errors.js";

@Resolver()
export class OperationSettleResolver {
  @Mutation(() => OperationPayload, {
    description:
      "Ends an operation of unknown outcome by a person's word: when reading the carrier back cannot tell, somebody must.",
  })
  async operationSettle(
    @Arg("input", () => OperationSettleInput, { description: "What was found out, and how." })
    input: OperationSettleInput,
    @Ctx() context: Context,
  ) {
    try {
      checkTexts(input, ["input"]);
      const reason = checkReason(input.reason);
      const { native } = context.ids.require("Operation", input.operation, ["input", "operation"]);
      const engine = await context.operations();
      await engine.settle(native, { state: input.state, reason, by: context.caller });
      return { operation: await engine.byId(native), userErrors: [] };
    } catch (error) {
      if (error instanceof Failure) return { operation: null, userErrors: [await userErrorOf(error, context)] };
      throw error;
    }
  }
}

function checkReason(text: string): string {
  const reason = text.trim();
  if (reason.length >= 3 && reason.length <= 500) return reason;
  throw new Failure("INVALID_ARGUMENT", "input.reason: must have 3 to 500 characters.", {
    field: ["input", "reason"],
    hint: "Say how it was found out: who reads it later must be able to trust it.",
  });
}
