import { later, type Timed } from "./jobs.js";
import type { Account } from "./state.js";

/** A call back was lost after so many repeats. */
const RETRIES = 3;

/** How long after the event a call of mode `late` is made, on the sandbox's clock. */
const LATE_MS = 600_000;

type Body = Readonly<Record<string, unknown>>;

/** What the brand is told. */
export interface Told {
  path: "/notification" | "/notification/callback";
  /** The member that says what it is about. */
  kind: "type" | "eventType";
  body: Body;
  /** What was so before, for a brand that is told in the wrong order. */
  before?: Body;
}

export interface Teller extends Timed {
  /** Aborted when the sandbox stops. */
  stop: AbortSignal;
}

/** Tells the brand of this account, as its mode says; nothing is told where there is no address. */
export function tell(teller: Teller, account: Account, told: Told): void {
  const { callback: mode, callbackBaseUrl } = account.settings;
  if (callbackBaseUrl === null || mode === "never") return;
  const bodies = bodiesOf(told, mode);
  if (mode === "late") later(teller, LATE_MS, () => sendAll(teller, account, told, bodies));
  else sendAll(teller, account, told, bodies);
}

function bodiesOf({ kind, body, before }: Told, mode: Account["settings"]["callback"]): readonly Body[] {
  if (mode === "twice") return [body, body];
  if (mode === "unknown-type") return [{ ...body, [kind]: "SOMETHING_NEW" }];
  if (mode === "out-of-order" && before) return [body, before];
  return [body];
}

function sendAll({ world, stop }: Teller, account: Account, { path, kind }: Told, bodies: readonly Body[]): void {
  const { callbackBaseUrl, callbackTimeoutMs } = account.settings;
  const url = `${callbackBaseUrl}/apisvc/v0${path}`;
  const sending = async (): Promise<void> => {
    for (const body of bodies) {
      for (let attempt = 1; attempt <= RETRIES + 1 && !stop.aborted; attempt++) {
        const status = await post(url, body, AbortSignal.any([stop, AbortSignal.timeout(callbackTimeoutMs)]));
        world.deliveries.push({ account: account.id, type: String(body[kind]), url, attempt, status });
        if (status !== null && status >= 200 && status < 300) break;
      }
    }
  };
  const sent = sending().finally(() => {
    world.inFlight.delete(sent);
  });
  world.inFlight.add(sent);
}

/** The answer's status; null when there was none in time. */
async function post(url: string, body: Body, signal: AbortSignal): Promise<number | null> {
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      redirect: "manual",
      signal,
      body: JSON.stringify(body),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
