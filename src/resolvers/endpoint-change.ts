import type { UpdateChange } from "../lifecycle/endpoint-update.js";
import { LIMITS } from "../lifecycle/limits.js";
import type { BarringInput, EndpointUpdateInput, ImeiLockInput } from "../schema/endpoint-changes.js";
import { disjoint, distinct, inForm, refusal } from "./checks.js";

type Input = Omit<EndpointUpdateInput, "endpoint" | "idempotencyKey" | "waitFor" | "dryRun">;

/** The change that an input asks for, within the carrier's limits. Throws a Failure naming the field. */
export function changeOf(input: Input): UpdateChange {
  const { name, apnGroup, imeiLock, barring, addTags, removeTags, addFeatures, removeFeatures } = input;
  disjoint(addTags, removeTags, "removeTags");
  disjoint(addFeatures, removeFeatures, "removeFeatures");
  const change: UpdateChange = {
    ...(text(name) && { name: inForm("name", name) }),
    ...(text(apnGroup) && { apnGroupId: apnGroup }),
    ...(imeiLock && lockOf(imeiLock)),
    ...list("addTagIds", distinct("addTags", addTags, LIMITS.tagsPerCall)),
    ...list("removeTagIds", distinct("removeTags", removeTags)),
    ...list("addValueAddedFeatureIds", distinct("addFeatures", addFeatures)),
    ...list("removeValueAddedFeatureIds", distinct("removeFeatures", removeFeatures)),
    ...benefits(input),
    ...(barring && { barring: barringOf(barring) }),
  };
  const asked = Object.keys(change).length;
  if (asked === 0) throw refusal("name", "there is nothing to change.", "Give at least one thing to change.");
  if (barring && asked > 1) {
    throw refusal("barring", "cannot be changed together with anything else.", "Ask for it by a request of its own.");
  }
  return change;
}

const text = (value: string | null | undefined): value is string => value !== null && value !== undefined;

const list = <Key extends string>(key: Key, ids: readonly string[]) =>
  (ids.length > 0 ? { [key]: [...ids] } : {}) as { readonly [K in Key]?: string[] };

export function lockOf({ isLocked, imei, isImeiRemoved }: ImeiLockInput): Pick<UpdateChange, "imeiLock" | "imei"> {
  if (text(imei) && isImeiRemoved) throw refusal("imeiLock.imei", "cannot be both set and removed.");
  return {
    imeiLock: isLocked ? "LOCKED" : "UNLOCKED",
    ...(text(imei) && { imei: inForm("imei", imei, "imeiLock.imei") }),
    ...(isImeiRemoved && { imei: null }),
  };
}

function benefits({ addDynamicBenefit: add, removeDynamicBenefit: remove }: Input): Partial<UpdateChange> {
  if (text(add) && add === remove) throw refusal("removeDynamicBenefit", "names what is to be added, too.");
  return {
    ...(text(add) && { addDynamicBenefitIds: [add] }),
    ...(text(remove) && { removeDynamicBenefitIds: [remove] }),
  };
}

function barringOf({ isAllBarred, bar, unbar }: BarringInput): NonNullable<UpdateChange["barring"]> {
  const isSome = bar.length + unbar.length > 0;
  if (typeof isAllBarred === "boolean") {
    if (!isSome) return { all: isAllBarred };
    throw refusal("barring.isAllBarred", "cannot be given together with single services.");
  }
  if (!isSome) throw refusal("barring", "names no service.");
  distinct("barring.bar", bar);
  distinct("barring.unbar", unbar);
  disjoint(bar, unbar, "barring.unbar");
  const entries = [...bar.map((one) => [one, true] as const), ...unbar.map((one) => [one, false] as const)];
  return { services: Object.fromEntries(entries) };
}
