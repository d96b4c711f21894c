import { z } from "zod";
import { checkedBy } from "../../shapes.js";
import { SUCCESS } from "../failures.js";
import { readOperation, text } from "./declare.js";

/** The token is the `MessageData`. */
export const getToken = readOperation({
  name: "GetToken",
  doc: "GetToken",
  auth: "none",
  method: "POST",
  path: "/GetToken",
  body: z.strictObject({ LoginId: text, Password: text }),
  answers: { any: checkedBy(z.object({ MessageData: z.string().trim().min(1) })) },
  codes: { done: [SUCCESS] },
});
