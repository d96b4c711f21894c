import { type Answer, fail } from "../../answer.js";
import type { Bar, Endpoint, Rat } from "../../state.js";
import { isActivated } from "../lifecycle.js";
import type { ModifyParams } from "./params.js";
import { notActive, type Step, type Target } from "./step.js";

const KEYS = {
  bar_2G: "2G",
  "bar_2G/3G": "2G/3G",
  bar_4G: "4G",
  bar_5G: "5G",
  bar_SMS_MT: "SMS_MT",
  bar_SMS_MO: "SMS_MO",
  bar_DATA: "DATA",
  bar_NB_IOT: "NB_IOT",
} as const satisfies Partial<Record<keyof ModifyParams, Bar>>;

const RATS: Record<Endpoint["ratType"], Rat[]> = {
  "01": ["2G/3G"],
  "02": ["2G"],
  "06": ["2G/3G", "4G"],
  "10": ["2G/3G", "4G", "5G"],
};

const isRat = (bar: Bar): boolean => bar === "2G" || bar === "2G/3G" || bar === "4G" || bar === "5G";

/** Bars and unbars. `bar_All_Services` covers the services of the endpoint's profile and makes every other key unread. */
export function barringStep({ endpoint }: Target, params: ModifyParams): Step {
  const wanted = wantedBars(params);
  const all = params.bar_All_Services;
  if (!all && wanted.length === 0) return null;
  if (!isActivated(endpoint.status)) return notActive;
  if (all) return () => setAll(endpoint, all === "True");
  const refusal = wanted.map(([bar, on]) => refuse(endpoint, bar, on)).find((answer) => answer !== null);
  if (refusal) return refusal;
  return () => {
    for (const [bar, on] of wanted) {
      if (on) endpoint.barred.add(bar);
      else endpoint.barred.delete(bar);
    }
  };
}

function wantedBars(params: ModifyParams): [Bar, boolean][] {
  return Object.entries(KEYS).flatMap(([key, bar]) => {
    const value: unknown = Reflect.get(params, key);
    return value === undefined ? [] : [[bar, value === "True"] satisfies [Bar, boolean]];
  });
}

function refuse(endpoint: Endpoint, bar: Bar, on: boolean): Answer | null {
  const present: readonly Bar[] = [...endpoint.services, ...RATS[endpoint.ratType]];
  if (!present.includes(bar)) return fail("10232", `Service is not present for endpoint - ${bar}`);
  if (on && endpoint.barred.has(bar)) return fail("10230", `Service already barred - ${bar}`);
  if (on) return null;
  if (isRat(bar) && endpoint.barred.has("DATA"))
    return fail("10233", "Unbarring RAT is not possible when DATA Service is already barred");
  return endpoint.barred.has(bar) ? null : fail("10231", `Service already unbarred - ${bar}`);
}

function setAll(endpoint: Endpoint, on: boolean): void {
  for (const service of endpoint.services) {
    if (on) endpoint.barred.add(service);
    else endpoint.barred.delete(service);
  }
}
