import { beforeEach, describe, expect, it } from "vitest";
import type { CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import { retryDelayMs } from "../../../src/datasources/http/retry.js";
import { reach as carrier } from "../../../src/datasources/reach/index.js";
import { DOCUMENTED } from "../../../src/datasources/reach/operations/index.js";
import { RETRY } from "../../../src/datasources/reach/protocol.js";
import { Failure, type FailureDetails } from "../../../src/errors.js";
import { throttled } from "../../support/scripted-answers.js";
import { CUSTOMER } from "./orders.js";
import { READ_RUNS } from "./read-runs.js";
import { readsOf } from "./runs/run.js";
import { call, failureOf, success, writeLab } from "./write-lab.js";

const reach = writeLab();

/** An adapter that nobody has refused yet. */
let source: DataSource;
let records: CallRecord[];
beforeEach(() => {
  records = [];
  source = open();
  return () => source.close();
});

function open(): DataSource {
  const entry = {
    id: "reach-test",
    carrier: "REACH",
    baseUrl: reach.carrier.baseUrl,
    jwt: "of-the-test",
    apiKey: "key",
  };
  return carrier.create(carrier.config.parse(entry), (record) => records.push(record));
}

const { run, data, result } = READ_RUNS.customerInfo;
const read = (withinMs = 10_000) => run(readsOf(source), call(withinMs));
const suspend = async (withinMs = 10_000) => source.writes.subscribers?.suspend(CUSTOMER, null, call(withinMs));

describe("a read that fails", () => {
  const delayMs = (number: number, code: Failure["code"], details: FailureDetails = {}, jitter = 0) =>
    retryDelayMs(
      {
        operation: DOCUMENTED.customerInfo,
        number,
        failure: new Failure(code, "no", { carrierOperation: "customerInfo", ...details }),
        remainingMs: 100_000,
        jitter,
      },
      RETRY,
    );

  it("R-08 because of too many is sent again after 1, 2, 4 and 8 seconds, and not a fifth time", () => {
    const waits = [1, 2, 3, 4, 5].map((number) => delayMs(number, "TOO_MANY_REQUESTS"));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, null]);
  });

  it("R-08 is never sent again earlier than the document says", () => {
    for (const jitter of [0, 0.5, 1]) {
      expect(delayMs(1, "TOO_MANY_REQUESTS", {}, jitter)).toBeGreaterThanOrEqual(1_000);
      expect(delayMs(4, "TOO_MANY_REQUESTS", {}, jitter)).toBeGreaterThanOrEqual(8_000);
    }
  });

  it("R-09 by 503 is sent again with a back-off, three times in all", () => {
    expect([1, 2, 3].map((number) => delayMs(number, "CARRIER_UNAVAILABLE"))).toEqual([1_000, 2_000, null]);
  });

  it("R-09 by 500 is worth 5 seconds", async () => {
    reach.carrier.answer((response) => void response.writeHead(500).end());
    expect((await failureOf(read(4_000))).details.retryAfterMs).toBe(5_000);
  });
});

describe("a write that meets a 500", () => {
  it("R-09 is told to nobody as something to send again in 5 seconds", async () => {
    reach.carrier.answer((response) => void response.writeHead(500).end());
    const { code, details } = await failureOf(suspend());
    expect([code, details.retryAfterMs]).toEqual(["OUTCOME_UNKNOWN", undefined]);
  });
});

describe("too many requests", () => {
  it("R-08 hold back the next call, which is told how long where it cannot wait, and is not sent", async () => {
    reach.says(throttled("30"));
    await failureOf(read());
    const sent = await reach.requestsOf(async () => {
      for (const act of [read, suspend]) {
        const { code, details } = await failureOf(act());
        expect(code).toBe("TOO_MANY_REQUESTS");
        expect(details.retryAfterMs).toBeGreaterThan(10_000);
        expect(details.retryAfterMs).toBeLessThanOrEqual(30_000);
      }
    });
    expect(sent).toBe(0);
  });

  it("R-08 are waited for where there is time", async () => {
    reach.says(success(data));
    reach.carrier.answer(throttled("1"));
    const first = read();
    expect(await first).toEqual(result);
    reach.carrier.answer(throttled("1"));
    expect(await failureOf(suspend())).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(await reach.requestsOf(() => read())).toBe(1);
  });

  it("R-08 do not hold back another account", async () => {
    reach.says(throttled("30"));
    await failureOf(read());
    reach.says(success(data));
    const other = open();
    expect(await run(readsOf(other), call())).toEqual(result);
    await other.close();
  });

  it("R-08 five times in a row end all calls for a minute, and are told as such", async () => {
    reach.says(throttled("0"));
    const sent = await reach.requestsOf(async () => {
      const { code, details } = await failureOf(read());
      expect([code, details.carrierOperation]).toEqual(["CIRCUIT_OPEN", "customerInfo"]);
      expect(details.retryAfterMs).toBeGreaterThan(50_000);
    });
    expect(sent).toBe(5);
    expect(records.map(({ status, result }) => [status, result])).toEqual([
      ...Array.from({ length: 4 }, () => [429, "TOO_MANY_REQUESTS"]),
      [429, "CIRCUIT_OPEN"],
    ]);
    reach.says(success(data));
    const later = await reach.requestsOf(async () => {
      expect((await failureOf(read())).code).toBe("CIRCUIT_OPEN");
      expect((await failureOf(suspend())).code).toBe("CIRCUIT_OPEN");
    });
    expect(later).toBe(0);
    expect(records.at(-1)).toMatchObject({ operation: "suspend", status: null, result: "CIRCUIT_OPEN" });
  });

  it("R-08 are counted anew after any other answer", async () => {
    reach.says(throttled("0"));
    for (let count = 0; count < 4; count += 1) await failureOf(suspend());
    reach.says(success(data));
    expect(await read()).toEqual(result);
    reach.says(throttled("0"));
    expect((await failureOf(suspend())).code).toBe("TOO_MANY_REQUESTS");
  });

  it("R-08 R-09 are a refusal for a write, which is not sent again", async () => {
    reach.says(throttled("0"));
    expect(await reach.requestsOf(() => suspend())).toBe(1);
  });
});
