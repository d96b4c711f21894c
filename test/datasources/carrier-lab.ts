import { afterAll, beforeAll } from "vitest";
import type { CallContext, CallRecord, DataSource } from "../../src/datasources/carrier.js";
import { Failure } from "../../src/errors.js";
import type { Answer } from "../support/scripted-answers.js";
import { type ReceivedRequest, type ScriptedCarrier, startScriptedCarrier } from "../support/scripted-carrier.js";

type Open = (carrier: ScriptedCarrier, observe: (record: CallRecord) => void) => DataSource;

/** One account and a scripted carrier for all tests of a file. */
export class CarrierLab {
  readonly records: CallRecord[] = [];
  #running: { readonly carrier: ScriptedCarrier; readonly source: DataSource } | null = null;

  /** `tokenPath` is where the account gets its tokens by itself: such requests are none of a test's own. */
  constructor(
    open: Open,
    readonly tokenPath?: string,
  ) {
    beforeAll(async () => {
      const carrier = await startScriptedCarrier();
      this.#running = { carrier, source: open(carrier, (record) => this.records.push(record)) };
    });
    afterAll(async () => {
      await this.source.close();
      await this.carrier.stop();
    });
  }

  get carrier(): ScriptedCarrier {
    return this.#now.carrier;
  }

  get source(): DataSource {
    return this.#now.source;
  }

  /** Answers everything with this. */
  says(answer: Answer): void {
    this.carrier.onRequest(() => answer);
  }

  last(): ReceivedRequest {
    const request = this.#own.at(-1);
    if (!request) throw new Error("nothing was received");
    return request;
  }

  /** How many requests a call leads to. */
  async requestsOf(act: () => Promise<unknown>): Promise<number> {
    const before = this.#own.length;
    await act();
    return this.#own.length - before;
  }

  get #now() {
    if (this.#running === null) throw new Error("the lab is closed");
    return this.#running;
  }

  get #own(): readonly ReceivedRequest[] {
    return this.carrier.requests.filter(({ path }) => path !== this.tokenPath);
  }
}

export const call = (withinMs = 10_000): CallContext => ({
  requestId: "request-of-the-test",
  signal: new AbortController().signal,
  deadlineAt: Date.now() + withinMs,
});

/** What the promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof Failure) return outcome;
  throw new Error(`expected a Failure, got ${JSON.stringify(outcome)}`);
}
