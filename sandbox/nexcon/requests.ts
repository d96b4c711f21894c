import { z } from "zod";
import type { Outgoing } from "../exchange.js";
import { json, text } from "./answers.js";
import type { Action } from "./state.js";

const icc = z.string();
const address = z.string();

export const StatusRequest = z.strictObject({ icc });

/** Only the activation may not be sent a null. */
export const JOB_REQUESTS = {
  activate: z.strictObject({ icc, callbackUrl: address.optional() }),
  terminate: z.strictObject({ icc, callbackUrl: address.nullish() }),
  restore: z.strictObject({ icc, callbackUrl: address.nullish() }),
  block: z.strictObject({ icc, callbackUrl: address.nullish() }),
} satisfies Record<Action, z.ZodType>;

type Read<T> = { input: T } | { refusal: Outgoing };

/** What a request says, or the refusal of one that says it wrongly. */
export function read<T extends { icc: string; callbackUrl?: string | null | undefined }>(
  schema: z.ZodType<T>,
  body: unknown,
): Read<T> {
  const parsed = schema.safeParse(parse(body));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".") || "body";
    return { refusal: json(400, { message: `${field}: ${issue?.message}` }) };
  }
  const input = parsed.data;
  if (!/^\d{18,22}$/.test(input.icc)) return { refusal: text(422, "icc must be 18 to 22 digits") };
  if (input.callbackUrl && !isAddress(input.callbackUrl)) {
    return { refusal: json(422, { error: { code: "CALLBACK_URL", message: "callbackUrl is not a URL" } }) };
  }
  return { input };
}

const isAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function parse(body: unknown): unknown {
  try {
    return typeof body === "string" ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
