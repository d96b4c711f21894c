import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bulkCreation, subscription } from "./bodies.js";
import { type Bench, openBench } from "./scenarios/bench.js";
import { at, list, signIn } from "./support.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.stop());

const rows = async (query = {}): Promise<unknown[]> =>
  list((await bench.eu.get("/GetEndpoints", query)).body, "Response", "responseParam", "endpoints");
const info = (specimen: string): Promise<unknown> => bench.eu.profile(bench.eu.specimen(specimen));

describe("lists", () => {
  it("keep their totals as text beside responseParam, and have none when everything is asked for", async () => {
    const paged = await bench.eu.get("/GetEndpoints", { page: "2", perPage: "100" });
    expect(paged.body).toMatchObject({ Response: { totalNoOfRecords: "240", totalNoOfPages: "3" } });
    expect(list(paged.body, "Response", "responseParam", "endpoints")).toHaveLength(100);
    const whole = await bench.eu.get("/GetEndpoints");
    expect(Object.keys(Object(at(whole.body, "Response")))).not.toContain("totalNoOfRecords");
    expect(await rows()).toHaveLength(240);
  });

  it("have no endpoints key on a page after the last", async () => {
    const beyond = await bench.eu.get("/GetEndpoints", { page: "4", perPage: "100" });
    expect([beyond.inner, at(beyond.body, "Response", "responseParam")]).toEqual(["6742", {}]);
  });

  it("find by tag, and with the word null what has no tag", async () => {
    const tagged = await rows({ tagId: "2845001" });
    expect(tagged.length).toBeGreaterThan(0);
    for (const row of tagged) expect(list(row, "tagIdList").map((tag) => at(tag, "tagId"))).toContain("2845001");
    for (const row of await rows({ tagId: "null" })) expect(row).not.toHaveProperty("tagIdList");
  });

  it("name the same tag twice when it was assigned twice", async () => {
    const tags = list(await info("tagTwice"), "tagIdList").map((tag) => at(tag, "tagId"));
    expect(new Set(tags).size).toBeLessThan(tags.length);
  });

  it("show every state, and spell a missing number as nothing, as empty and as a dash", async () => {
    const all = await rows();
    expect(new Set(all.map((row) => at(row, "status")))).toEqual(new Set(["A", "S", "PA", "H"]));
    const numbers = all
      .filter((row) => ["PA", "H"].includes(String(at(row, "status"))))
      .map((row) => at(row, "msisdn"));
    expect(new Set(numbers)).toEqual(new Set(["", "-"]));
    const oem = list((await bench.oem.get("/GetEndpoints")).body, "Response", "responseParam", "endpoints");
    expect(oem.some((row) => at(row, "status") === "H" && !("msisdn" in Object(row)))).toBe(true);
    expect(all.some((row) => at(row, "eid") === "-")).toBe(true);
  });
});

describe("values", () => {
  it("are all text, but for the quantities of bulk jobs, which are text or numbers", async () => {
    const seen = new Set<string>();
    const look = (value: unknown): void => {
      if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
      else seen.add(typeof value);
    };
    for (const name of ["activePrepaid", "withCounter", "withOwnDynamicBenefit"]) look(await info(name));
    expect([...seen]).toEqual(["string"]);
    const jobs = list((await bench.eu.get("/fetchSIMProvisioningDetails")).body, "Response", "responseParam", "rows");
    expect(new Set(jobs.map((row) => typeof at(row, "quantity")))).toEqual(new Set(["number", "string"]));
  });

  it("say UNLIMITED for a postpaid main account and 2099 for never", async () => {
    expect(at(await info("activePostpaid"), "basicInfo")).toMatchObject({
      maBalance: "UNLIMITED",
      ocExpiryDate: "31/12/2099 00:00:00",
    });
  });

  it("keep zeros in front of an id, and ids too long for a number", async () => {
    const reply = await bench.eu.get("/GetEndPointProfile", { endPointId: "01010101" });
    expect(at(reply.body, "Response", "info", "basicInfo", "endPointId")).toBe("01010101");
    expect((await bench.eu.get("/GetEndPointProfile", { endPointId: "1010101" })).inner).toBe("1083");
    expect(Number(at(reply.body, "Response", "responseId"))).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  });

  it("give bytes where the unit says Mb, and MB where an own dynamic benefit has its value", async () => {
    const endPointId = await bench.active();
    const reply = await bench.eu.post("/SubscribeAddon", subscription(endPointId, "795750"));
    expect(at(reply.body, "Response", "info", "benefitInfo", "benefit", 0)).toMatchObject({
      balance: "41943040",
      unitType: "Mb",
    });
    expect(at(reply.body, "Response", "info", "counter", 0)).toMatchObject({
      thresholdValue: "20",
      limit: "20971520",
      usage: "20",
    });
    const own = at(await info("withOwnDynamicBenefit"), "benefitInfo", "dynamicBenefitsDetails", 0, "benefitList", 0);
    expect(at(own, "value")).toBe("100");
    expect(Number(at(own, "balance"))).toBeGreaterThan(100);
  });

  it("show a counter that has not started as empty on subscription and as full afterwards, both without dates", async () => {
    const endPointId = await bench.active();
    const reply = await bench.eu.post("/SubscribeAddon", subscription(endPointId, "838866"));
    const subscribed = at(reply.body, "Response", "info");
    expect(at(subscribed, "counter", 0)).toMatchObject({ usage: "0", resetDate: "-" });
    expect(at(subscribed, "benefitInfo", "benefit", 0)).toMatchObject({ startDate: "-", expiryDate: "-" });
    expect(at(subscribed, "promotionalPlans", "plan", 0)).not.toHaveProperty("planStartDate");
    const details = await bench.eu.get("/GetEndpointAddonDetails", { endPointId });
    expect(at(details.body, "Response", "info", "promotionalPlans", "plan", 0, "counter", 0, "usage")).toBe("3");
  });

  it("move the identity of a localised endpoint in the profile, and not in the list", async () => {
    const id = bench.eu.specimen("localised");
    const listed = await bench.eu.row(id);
    const profile = at(await bench.eu.profile(id), "basicInfo");
    expect(at(profile, "rspState")).toBe("Local");
    for (const key of ["msisdn", "imsi", "iccid"]) expect(at(profile, key)).not.toBe(at(listed, key));
  });
});

describe("clocks", () => {
  it("differ between answers: twelve hours without AM or PM, in two zones, and sometimes twenty-four", async () => {
    bench.sandbox.clock.advance(5 * 3_600_000);
    const eu = await signIn(bench.sandbox);
    const stamps = new Set<string>();
    for (let n = 0; n < 21; n++) {
      const reply = await eu.get("/GetEndpoints", { perPage: "1" });
      stamps.add(String(at(reply.body, "Response", "responseTimestamp")).slice(11, 16));
    }
    expect([...stamps].sort()).toEqual(["03:00", "08:30", "15:00", "20:30"]);
  });

  it("put the date of a bulk job and the last sighting after the answer itself", async () => {
    const { eu } = bench;
    const status = await eu.get("/fetchNetworkStatus", { endPointId: eu.specimen("activeLastSeen") });
    const text = String(at(status.body, "Response", "responseParam", "networkStatusInfo", "networkStatus"));
    expect(text).toMatch(/^Last Seen On \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
    const accepted = await eu.post("/bulkProvisioning", bulkCreation({ iccidList: [eu.specimen("simFree")] }));
    const simProvisionId = String(at(accepted.body, "Response", "simProvisionId"));
    const job = await eu.get("/fetchSIMProvisioningDetails", { simProvisionId });
    expect(at(job.body, "Response", "responseParam", "rows", 0, "simProvisioningDate")).toBe("05/11/2025 10:01:36");
  });
});

describe("networks", () => {
  const coverage = async (query: Record<string, string>): Promise<unknown[]> =>
    list((await bench.eu.get("/endpointCoverage", query)).body, "Response", "responseParam", "coverage");

  it("appear once per roaming profile, barred in one and open in the other", async () => {
    const endPointId = await bench.active({ roamingProfileId: "8953|8955" });
    const found = await coverage({ endPointId });
    const barred = new Map<string, Set<unknown>>();
    for (const row of found) {
      const key = String(at(row, "tadigCode"));
      barred.set(key, (barred.get(key) ?? new Set()).add(at(row, "barredUnbarredStatus")));
    }
    expect(found.length).toBeGreaterThan(barred.size);
    expect([...barred.values()].some((answers) => answers.size === 2)).toBe(true);
  });

  it("have padded names, comma lists of codes, a bootstrap priority and at least forty rows", async () => {
    const endPointId = await bench.active();
    const found = await coverage({ endPointId });
    expect(found.length).toBeGreaterThanOrEqual(40);
    expect(found.map((row) => at(row, "operatorName"))).toContain(" AT&T ");
    expect(found.map((row) => at(row, "mccMnc"))).toContain("40486,40419,40420");
    expect(found.map((row) => at(row, "supplierPriority"))).toContain("B");
  });
});

describe("usage", () => {
  const usage = async (endPointId: string, query = {}): Promise<unknown> => {
    const reply = await bench.eu.get("/GetStatistics", {
      endPointId,
      from_date: "20250907",
      to_date: "20251105",
      ...query,
    });
    return at(reply.body, "Response", "responseParam");
  };

  it("covers sixty days of data, messages and NB-IoT, with sums as a list for messages and as objects otherwise", async () => {
    const all = await Promise.all((await rows()).slice(0, 20).map((row) => usage(String(at(row, "id")))));
    const one = all.find((found) => at(found, "nbiotUsage") && at(found, "smsUsage"));
    expect(list(one, "dataUsage").length).toBeGreaterThan(20);
    expect(list(one, "smsTotalUsage").length).toBeGreaterThan(0);
    expect(at(one, "dataTotalUsage", "totalCost")).toMatch(/^\d+\.\d{3}$/);
    const isOff = (row: unknown): boolean =>
      Number(at(row, "uplink")) + Number(at(row, "downlink")) !== Number(at(row, "totalVolume"));
    expect(all.flatMap((found) => list(found, "nbiotUsage")).some(isOff)).toBe(true);
  });

  it("is the same whenever it is asked for, and only of the days asked for", async () => {
    const id = bench.eu.specimen("activeIdle");
    const whole = list(await usage(id), "dataUsage");
    const day = whole.at(-1);
    const [dd, mm, yyyy] = String(at(day, "date")).split("/");
    const date = `${yyyy}${mm}${dd}`;
    expect(list(await usage(id, { from_date: date, to_date: date }), "dataUsage")).toEqual([day]);
  });
});
