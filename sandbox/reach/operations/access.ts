import { z } from "zod";
import { ok } from "../answers.js";
import { type Operation, operation } from "../operation.js";

/** Permanent keys; new ones every time. Nothing of the document says what they are used for. */
export const accessOperations: readonly Operation[] = [
  operation({
    name: "generateAccessKey",
    method: "PUT",
    path: "/opssvc/v0/clientapi/account/generataccesskey",
    effect: "write",
    from: "body",
    input: z.strictObject({}),
    handle: ({ account, commit }) => {
      const accountAccessKeyId = `AK-${account.id}-${++account.accessKeys}`;
      commit(accountAccessKeyId);
      return ok({ accountAccessKeyId, accountAccessSecreteKey: `sandbox-secret-${account.accessKeys}` });
    },
  }),
];
