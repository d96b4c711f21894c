import { z } from "zod";
import { ok } from "../answers.js";
import { operation } from "../operation.js";

/** Permanent keys; new ones every time. Nothing of the document says what they are used for. */
export const accessOperations = {
  generateAccessKey: operation({
    from: "body",
    input: z.strictObject({}),
    handle: ({ account, commit }) => {
      const accountAccessKeyId = `AK-${account.id}-${++account.accessKeys}`;
      commit(accountAccessKeyId);
      return ok({ accountAccessKeyId, accountAccessSecreteKey: `sandbox-secret-${account.accessKeys}` });
    },
  }),
};
