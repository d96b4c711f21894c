import { expect, test } from "vitest";
import type { CallRecord } from "../../src/datasources/call.js";
import { carrierMetrics, Metrics } from "../../src/http/metrics.js";

const call: CallRecord = {
  carrier: "BICS",
  account: "eu",
  operation: "GetEndPointProfile",
  effect: "read",
  requestId: "request-1",
  attempt: 1,
  ms: 20,
  status: 200,
  carrierCode: "0",
  result: "done",
};

test("calls are counted by account, operation and result, and counted once however often they are asked for", async () => {
  const metrics = new Metrics();
  const count = carrierMetrics(metrics);
  const labels = 'carrier="BICS",account="eu",operation="GetEndPointProfile"';
  const told = async () =>
    (await metrics.registry.metrics()).split("\n").filter((line) => line.startsWith("carrier_calls_total{"));
  expect(await told()).toEqual([]);
  for (const result of ["done", "NOT_FOUND", "done"]) count({ ...call, result });
  expect(await told()).toEqual([
    `carrier_calls_total{${labels},result="done"} 2`,
    `carrier_calls_total{${labels},result="NOT_FOUND"} 1`,
  ]);
  count({ ...call, account: "us" });
  expect(await told()).toHaveLength(3);
  expect((await told())[0]).toBe(`carrier_calls_total{${labels},result="done"} 2`);
});

test("the time of calls is told by carrier and operation", async () => {
  const metrics = new Metrics();
  const count = carrierMetrics(metrics);
  for (const account of ["eu", "us"]) count({ ...call, account });
  const text = await metrics.registry.metrics();
  const labels = 'carrier="BICS",operation="GetEndPointProfile"';
  expect(text).toContain(`carrier_call_duration_seconds_bucket{le="0.025",${labels}} 2`);
  expect(text).toContain(`carrier_call_duration_seconds_sum{${labels}} 0.04`);
});
