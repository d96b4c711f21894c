import { z } from "zod";
import { success } from "../answers.js";
import { LOGIN, operation } from "../operation.js";
import { newToken } from "../secrets.js";

const TOKEN_MS = 15 * 60_000;

export const getToken = operation({
  name: "GetToken",
  effect: "auth",
  needsBearer: false,
  credentials: LOGIN,
  failureData: "",
  input: z.strictObject({}),
  handle: ({ world, account, now }) => {
    const token = newToken();
    world.tokens.set(token, { account, until: now + TOKEN_MS });
    return success("Login Successful !!!", token);
  },
});
