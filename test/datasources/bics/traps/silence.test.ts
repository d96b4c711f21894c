import { describe, expect, it } from "vitest";
import { json } from "../../../support/scripted-answers.js";
import { lab } from "../lab.js";
import { ENDPOINT, RUNS } from "../runs.js";
import { call, envelope } from "../support.js";

const carrier = lab();
const all = () => carrier.all;

/** The body of a write that is sent and refused. */
async function sentBy(run: () => Promise<unknown>): Promise<unknown> {
  carrier.answers("1", "77777");
  await run().catch(() => null);
  return carrier.sent();
}

describe("B-75 the days of usage, of which nobody says where they begin and whether both count,", () => {
  const asked = async (from: string, to: string) => {
    carrier.answers("0", "2589");
    await all().usage.usage(ENDPOINT, { from, to }, call());
    const { query } = carrier.last();
    return [query.get("from_date"), query.get("to_date")];
  };

  it("B-75 are sent as they were asked: no zone moves them, none is added or taken away", async () => {
    expect(await asked("2024-03-31", "2024-03-31")).toEqual(["20240331", "20240331"]);
    expect(await asked("2024-02-28", "2024-03-01")).toEqual(["20240228", "20240301"]);
    expect(await asked("2023-12-31", "2024-01-01")).toEqual(["20231231", "20240101"]);
  });

  it("B-75 are told as they were printed, also those that lie outside of what was asked", async () => {
    const dataUsage = [{ date: "30/03/2024" }, { date: "31/03/2024" }, { date: "01/04/2024" }];
    carrier.says(json(envelope("0", "2589", { responseParam: { dataUsage } })));
    const { data } = await all().usage.usage(ENDPOINT, { from: "2024-03-31", to: "2024-03-31" }, call());
    expect(data.days.map(({ date }) => date)).toEqual(["2024-03-30", "2024-03-31", "2024-04-01"]);
  });
});

it("B-88 no request spells a key `Imsi`, and none names an endpoint by it", async () => {
  const sent: unknown[] = [];
  for (const run of Object.values(RUNS)) sent.push(await sentBy(() => run(carrier.bics)));
  expect(sent.length).toBeGreaterThan(10);
  expect(JSON.stringify(sent)).not.toContain('"Imsi"');
  expect(await sentBy(() => RUNS.changePlan(carrier.bics))).toMatchObject({ Request: { endPointId: ENDPOINT } });
});

it("B-88 where an IMSI names endpoints, it is spelt as the example has it", async () => {
  const renamed = () => all().bulk.update({ by: "imsi", values: ["206281000000018"] }, { name: "new name" }, call());
  expect(await sentBy(renamed)).toMatchObject({ Request: { resourceType: "imsi" } });
});

it("B-117 tags go by their ids, as they are: a name is not looked up", async () => {
  const change = { addTagIds: ["2845001"], removeTagIds: ["10001010"] };
  const request = await sentBy(() => all().writes.update(ENDPOINT, change, call()));
  expect(request).toMatchObject({ Request: { requestParam: { addtagIds: ["2845001"], removetagIds: ["10001010"] } } });
  carrier.count();
  carrier.answers("0", "6742", { responseParam: { endpoints: [] } });
  await all().endpoints.list({ number: 1, size: 10 }, { tagId: "2845001" }, call());
  expect(carrier.last().query.get("tagId")).toBe("2845001");
  expect(carrier.count()).toBe(1);
});
