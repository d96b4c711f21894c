import type { Delivery } from "../types.js";
import type { Account, CallbackMode, Job, Sim } from "./state.js";

const PATIENCE_MS = 10_000;

/** How long after the job has finished the call of mode `late` is made, on the sandbox's clock. */
export const LATE_MS = 600_000;

const METHODS: Partial<Record<CallbackMode, string>> = { get: "GET", put: "PUT" };

/** Calls back for a job that has ended. Nothing of it is documented but the address: method and body are invented. */
export async function deliver(account: Account, sim: Sim, job: Job, stop: AbortSignal): Promise<Delivery | null> {
  const { action, callbackUrl, mode, fails } = job;
  if (callbackUrl === null) return null;
  const method = METHODS[mode] ?? "POST";
  const told = { icc: sim.icc, action, result: fails ? "FAILED" : "SUCCESS", status: sim.status };
  const body = mode === "garbage" ? "%%% <not json" : JSON.stringify(told);
  const headers = { "content-type": "application/json; charset=utf-8" };
  const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]);
  const status = await fetch(callbackUrl, {
    method,
    headers,
    redirect: "manual",
    signal,
    ...(method === "GET" ? {} : { body }),
  }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status;
    },
    () => null,
  );
  return { account: account.id, icc: sim.icc, action, method, url: callbackUrl, status };
}
