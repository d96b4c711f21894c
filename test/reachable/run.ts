import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Sandbox, startSandbox } from "../../sandbox/server.js";
import { ID_TYPES, Ids, type IdType } from "../../src/ids.js";
import type { CarrierId } from "../../src/model/carrier.js";
import { ID_SECRET, SHORT, serve } from "../support/api.js";
import { REACHED } from "./all.js";
import type { Way } from "./way.js";

/** Outcomes in which an operation told or did something, or said that there is nothing to tell or to do. */
const WELL = /result="(?:done|pending|already|empty)"\} (\d+)/;
const STEP_MS = 5_000;
const STEPS = 80;

interface Answer {
  readonly data: unknown;
  readonly errors?: unknown;
}

/** The program before all carriers in a box. */
export async function startReaching() {
  const sandbox = await startSandbox();
  const { accounts, nexcon, nextcomm, payu, reach } = sandbox;
  const entries = [accounts, ...[nexcon, nextcomm, payu, reach].map((carrier) => carrier.accounts)].flat();
  const app = await serve(entries, { timing: SHORT });
  const stop = async () => {
    await app.stop();
    await sandbox.stop();
  };
  return {
    url: app.url,
    reach: (carrier: CarrierId, way: Way, name: string) => new Run(sandbox, app.url, carrier, way).reach(name),
    stop,
  };
}

/** One way, gone to its end. */
class Run {
  readonly #account: string;
  #given: Readonly<Record<string, string>> = {};

  constructor(
    readonly sandbox: Sandbox,
    readonly url: string,
    readonly carrier: CarrierId,
    readonly way: Way,
  ) {
    this.#account = way.account ?? REACHED[carrier].account;
  }

  /** The answer, and how often the operation was called well since. Waits for what comes behind the answer. */
  async reach(name: string): Promise<{ readonly answer: Answer; readonly calls: number }> {
    this.sandbox.reset();
    for (const document of this.way.first ?? []) this.#given = givenIn(await this.#ask(document));
    for (const fault of this.way.faults ?? []) this.sandbox.faults.add({ ...fault, times: 1 });
    const before = await this.#called(name);
    const answer = await this.#ask(this.way.document);
    if (isRefused(answer)) return { answer, calls: 0 };
    const id = textOf("id", answer);
    for (let step = 0; step < STEPS && !(await this.#hasEnded(id)); step += 1) {
      this.sandbox.clock.advance(STEP_MS);
      await sleep(50);
    }
    return { answer, calls: (await this.#called(name)) - before };
  }

  /** So that it does not stand in the way of the next one on the same object; a purchase waits for somebody who pays. */
  async #hasEnded(id: string | null): Promise<boolean> {
    if (!id?.startsWith(ID_TYPES.Operation)) return true;
    const { data } = await this.#post(`{ operation(id: "${id}") { state action reference } }`);
    const [state, action, reference] = ["state", "action", "reference"].map((name) => textOf(name, data));
    return action === "PURCHASE" ? reference !== null : state !== "ACCEPTED" && state !== "RUNNING";
  }

  async #called(operation: string): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const prefix = `carrier_calls_total{carrier="${this.carrier}",account="${this.#account}",operation="${operation}",`;
    const rows = text.split("\n").filter((row) => row.startsWith(prefix));
    return rows.reduce((sum, row) => sum + Number(WELL.exec(row)?.[1] ?? 0), 0);
  }

  async #ask(document: string): Promise<Answer> {
    const otp = document.includes("<otp>") ? await this.#otp() : "";
    return this.#post(document.replace(/<(?:(\w+) )?([\w:-]+)>/g, (_, type, word) => this.#fill(type, word, otp)));
  }

  async #post(query: string): Promise<Answer> {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${this.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
    return (await response.json()) as Answer;
  }

  #fill(type: string | undefined, word: string, otp: string): string {
    const own: Readonly<Record<string, string>> = {
      account: this.#account,
      key: randomUUID(),
      last4: (this.#given.given ?? "").slice(-4),
      otp,
      ...this.#given,
    };
    const native = own[word] ?? this.#specimens[word] ?? word;
    return type === undefined ? native : ids.encode(type as IdType, { account: this.#account, native });
  }

  get #specimens(): Readonly<Record<string, string>> {
    const { bics, nexcon, nextcomm, payu, reach } = this.sandbox;
    const ofCarrier = { BICS: bics, NEXCON: nexcon, NEXTCOMM: nextcomm, PAYU: payu, REACH: reach }[this.carrier];
    return ofCarrier.specimens[this.#account] ?? {};
  }

  /** What the active line was sent. */
  async #otp(): Promise<string> {
    const state = await (await fetch(`${this.sandbox.url}/_sandbox/state`)).json();
    const { otps } = Object(state).reach[this.#account];
    return String(otps[this.#specimens.active ?? ""]);
  }
}

const ids = new Ids(ID_SECRET);

/** Nothing comes behind such an answer. */
export const isRefused = (answer: Answer): boolean =>
  "errors" in answer || JSON.stringify(answer).includes('"userErrors":[{');

/** The first object in an answer, at any depth, that has all that was asked for as `given` something. */
function givenIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null) return {};
  const own = Object.entries(value).filter(([name]) => name.startsWith("given"));
  if (own.length > 0 && own.every(([, member]) => typeof member === "string")) return Object.fromEntries(own);
  const below = Object.values(value).map(givenIn);
  return below.find((found) => Object.keys(found).length > 0) ?? {};
}

/** The first text of this name in an answer, at any depth. */
function textOf(name: string, value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const found = key === name && typeof member === "string" ? member : textOf(name, member);
    if (found !== null) return found;
  }
  return null;
}
