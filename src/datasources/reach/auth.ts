import type { ReachConfig } from "./config.js";

/**
 * The two headers of every call (1.2). Basic holds a literal, a pipe and the JWT, in standard Base64 with padding and
 * without line breaks; neither credential is renewed by us.
 */
export const authorization = ({ jwt, apiKey }: Pick<ReachConfig, "jwt" | "apiKey">) => ({
  Authorization: `Basic ${Buffer.from(`clientapi|${jwt}`, "utf8").toString("base64")}`,
  "x-api-key": apiKey,
});
