import { z } from "zod";
import { accountShape } from "../account-config.js";

/** How the account proves who it is: by its client id, or by a token that somebody else renews. */
export type PayuCredentials =
  | {
      readonly kind: "client";
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly grantType: string;
    }
  | { readonly kind: "token"; readonly accessToken: string };

const DEFAULT_GRANT = "client_credentials";

const secret = z.string().min(1, "must not be empty").optional();

/** The last part of its path is the operation; a query would be lost. */
const tokenUrl = z
  .url({ protocol: /^https?$/, error: "must be an http(s) address" })
  .regex(/^[^?#]*[^/?#]$/, "must end with a path such as /oauth/token");

const Entry = z.strictObject({
  ...accountShape,
  carrier: z.literal("PAYU"),
  agentId: z.string().min(1),
  tokenUrl: tokenUrl.optional(),
  clientId: secret,
  clientSecret: secret,
  /** PayU tells each partner its own. */
  grantType: secret,
  accessToken: secret,
  /** Of all prices: the carrier names none. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as INR")
    .optional(),
});

const OF_CLIENT = ["tokenUrl", "clientId", "clientSecret", "grantType"] as const;
const REQUIRED = ["tokenUrl", "clientId", "clientSecret"] as const;

type Field = (typeof OF_CLIENT)[number];
type Given = Partial<Record<Field | "accessToken", string | undefined>>;

/** What is wrong with the credentials: everything at once, also when other fields are at fault. */
function faultsOf(given: Given): readonly (readonly [field: Field, message: string])[] {
  if (given.accessToken !== undefined) {
    const beside = OF_CLIENT.filter((field) => given[field] !== undefined);
    return beside.map((field) => [field, "must not stand beside accessToken"]);
  }
  const missing = REQUIRED.filter((field) => given[field] === undefined);
  return missing.map((field) => [field, `is missing: give ${REQUIRED.join(", ")}, or accessToken`]);
}

/** One PayU entry of the accounts file: `tokenUrl`, `clientId`, `clientSecret` (and `grantType`), or `accessToken`. */
export const PayuConfig = Entry.superRefine(
  (given, context) => {
    for (const [field, message] of faultsOf(given)) context.addIssue({ code: "custom", path: [field], message });
  },
  { when: ({ value }) => typeof value === "object" && value !== null },
).transform(({ tokenUrl = "", clientId = "", clientSecret = "", grantType, accessToken, ...account }) => ({
  ...account,
  credentials: credentialsOf({ tokenUrl, clientId, clientSecret, grantType: grantType ?? DEFAULT_GRANT }, accessToken),
}));

export type PayuConfig = z.output<typeof PayuConfig>;

const credentialsOf = (
  client: Omit<Extract<PayuCredentials, { kind: "client" }>, "kind">,
  accessToken: string | undefined,
): PayuCredentials => (accessToken === undefined ? { kind: "client", ...client } : { kind: "token", accessToken });
