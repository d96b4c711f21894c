import { z } from "zod";
import { object } from "../../shapes.js";
import { answer, id, writeOperation } from "./declare.js";

/**
 * Makes new permanent keys, once in the life of an account and by hand: nothing that is served calls it. How the keys are used
 * afterwards is not documented. The path stands apart from all others, and a member of the answer is misspelt.
 */
export const generateAccessKey = writeOperation({
  name: "generateAccessKey",
  doc: "1.3 Generate permanent access keys",
  path: "/opssvc/v0/clientapi/account/generataccesskey",
  body: z.strictObject({}),
  answers: answer(object({ accountAccessKeyId: id, accountAccessSecreteKey: id })),
});
