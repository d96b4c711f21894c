import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { LIMITS } from "../lifecycle/limits.js";
import type { EndpointProfile } from "../model/endpoint.js";
import { atInput, fieldChecks } from "./field-checks.js";

/** A refusal of one field of a mutation's input. */
export const { refusal } = atInput;

/** A key that a caller may give a request. */
export function checkKey(idempotencyKey: string): void {
  if (/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) return;
  const hint = "Use a UUID, new for every new request.";
  throw refusal("idempotencyKey", "must have 1 to 255 printable characters without blanks.", hint);
}

/** Refuses text that no store keeps and that breaks lines of a log: control characters, and halves of characters. */
export function checkTexts(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && UNKEEPABLE.test(value)) {
    throw new Failure("INVALID_ARGUMENT", `${path.join(".")}: must be text without control characters.`, {
      field: path,
    });
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) checkTexts(member, [...path, name]);
}

/** All but tabs and ends of lines. */
const UNKEEPABLE = /(?![\t\r\n])[\p{Cc}\p{Cs}]/u;

/** Arguments of a query in the form that they must have. Each throws INVALID_ARGUMENT without repeating what was given. */
export const { digits: argument, filled, address } = fieldChecks([]);

/** A name that the carrier takes, or an IMEI. */
export function inForm(what: "name" | "imei", text: string, field: string = what): string {
  const { pattern, form } = LIMITS[what];
  if (pattern.test(text)) return text;
  throw refusal(field, `takes ${form}.`);
}

/** Some ids, none empty, none twice. */
export function distinct<Id extends string>(
  name: string,
  ids: readonly Id[],
  most = Number.POSITIVE_INFINITY,
): readonly Id[] {
  if (ids.some((id) => id === "")) throw refusal(name, "must not have an empty id.");
  if (new Set(ids).size < ids.length) throw refusal(name, "must not name the same twice.");
  if (ids.length <= most) return ids;
  throw refusal(name, `takes at most ${most}.`, "Ask for the others by another request.", "OUT_OF_RANGE");
}

/** The same, and at least one. */
export function some(name: string, ids: readonly string[], most?: number): readonly string[] {
  if (ids.length > 0) return distinct(name, ids, most);
  throw refusal(name, "must name at least one.");
}

/** Two lists of which nothing may be in both. */
export function disjoint(add: readonly string[], remove: readonly string[], name: string): void {
  if (add.some((id) => remove.includes(id))) throw refusal(name, "names what is to be added, too.");
}

/** The native id of a plan, which must be of this account. */
export const planOf = (plan: string, account: string, context: Context, field = "plan"): string =>
  atInput.plan(field, plan, account, context);

/** Refuses what cannot be undone unless the endpoint's own name confirms that this one is meant. */
export function confirmed(confirm: string, { name }: Pick<EndpointProfile, "name">): Readonly<Record<string, never>> {
  if (confirm === name) return {};
  const hint = "Give the endpoint's name exactly as Endpoint.name tells it: this cannot be undone.";
  throw refusal("confirm", "is not the name of this endpoint.", hint);
}
