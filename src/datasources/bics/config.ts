import { z } from "zod";
import { accountShape } from "../account-config.js";

/** How the account proves who it is: by logging in, or by a token that somebody else renews. */
export type BicsCredentials =
  | {
      readonly kind: "login";
      readonly username: string;
      readonly password: string;
      readonly targetAccountId: string | undefined;
    }
  | { readonly kind: "token"; readonly accessToken: string };

const secret = z.string().min(1, "must not be empty").optional();

const Entry = z.strictObject({
  ...accountShape,
  carrier: z.literal("BICS"),
  username: secret,
  password: secret,
  /** Reseller support access: the child account to act in. */
  targetAccountId: secret,
  accessToken: secret,
});

type Secrets = Partial<Record<"username" | "password" | "targetAccountId" | "accessToken", string | undefined>>;

/** A rule about the credentials; it is checked even when other fields are at fault, so that all faults show at once. */
const rule = (field: keyof Secrets, error: string) => ({
  path: [field],
  error,
  when: ({ value }: { readonly value: unknown }) => typeof value === "object" && value !== null,
});

const alone = (field: keyof Secrets) => (entry: Secrets) =>
  entry.accessToken === undefined || entry[field] === undefined;

/** One BICS entry of the accounts file: `username` with `password` (and `targetAccountId`), or `accessToken`. */
export const BicsConfig = Entry.refine(alone("username"), rule("username", "must not stand beside accessToken"))
  .refine(alone("password"), rule("password", "must not stand beside accessToken"))
  .refine(alone("targetAccountId"), rule("targetAccountId", "must not stand beside accessToken"))
  .refine((entry: Secrets) => (entry.accessToken ?? entry.username) !== undefined, {
    ...rule("username", "is missing: give username and password, or accessToken"),
  })
  .refine((entry: Secrets) => (entry.accessToken ?? entry.password) !== undefined, {
    ...rule("password", "is missing: give username and password, or accessToken"),
  })
  .transform(({ username = "", password = "", targetAccountId, accessToken, ...account }) => ({
    ...account,
    credentials: credentialsOf({ username, password, targetAccountId }, accessToken),
  }));

export type BicsConfig = z.output<typeof BicsConfig>;

const credentialsOf = (
  login: Omit<Extract<BicsCredentials, { kind: "login" }>, "kind">,
  accessToken: string | undefined,
): BicsCredentials => (accessToken === undefined ? { kind: "login", ...login } : { kind: "token", accessToken });
