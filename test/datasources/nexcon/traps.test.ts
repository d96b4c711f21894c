import { describe, expect, it } from "vitest";
import { parseAccount } from "../../../src/datasources/carriers.js";
import { DOCUMENTED } from "../../../src/datasources/nexcon/operations/index.js";
import { empty, json, reset, text } from "../../support/scripted-answers.js";
import { CALLBACK, call, failureOf, ICC, JOBS, KEY, lab, PRINTED } from "./support.js";

const nexcon = lab();

const read = () => nexcon.reads.byIccid(ICC, call());
const start = (job: (typeof JOBS)[number], callbackUrl: string | null = null) =>
  nexcon.writes[job](ICC, callbackUrl, call());

/** Makes every call of the carrier once. */
async function everything(): Promise<void> {
  nexcon.says(json(PRINTED));
  await read();
  for (const job of JOBS) await start(job, CALLBACK);
}

const requests = () => nexcon.carrier.requests;

it("X-01 the scheme is `bearer` in small letters, and the key is all there is: nothing logs in", async () => {
  const sent = await nexcon.requestsOf(everything);
  expect(sent).toBe(5);
  for (const { headers } of requests()) expect(headers.authorization).toBe(`bearer ${KEY}`);
});

it("X-02 the paths printed as /activate stand below /simcard", async () => {
  await everything();
  expect(new Set(requests().map(({ path }) => path))).toEqual(
    new Set(["activate", "terminate", "restore", "block", "status"].map((name) => `/api/v1/simcard/${name}`)),
  );
});

it("X-03 all are POST, of which one only reads and may be sent again", async () => {
  await everything();
  expect(new Set(requests().map(({ method }) => method))).toEqual(new Set(["POST"]));
  const { status, ...jobs } = DOCUMENTED;
  expect([status.effect, status.repeat]).toEqual(["read", "safe"]);
  for (const job of Object.values(jobs)) expect([job.effect, job.repeat]).toEqual(["write", "never"]);
});

it("X-04 the ICCID is called icc, and has its 20 digits", async () => {
  await everything();
  for (const { json: body } of requests()) expect(body).toMatchObject({ icc: "89450000000000123456" });
});

it("X-05 a refusal is any status of the 400 range, and its body may be anything or nothing", async () => {
  for (const answer of [empty(418), text("short and stout", 418), json({ any: "thing" }, 418), json(null, 418)]) {
    nexcon.says(answer);
    for (const job of JOBS) expect((await failureOf(start(job))).code).toBe("CARRIER_REFUSED");
    expect((await failureOf(read())).code).toBe("CARRIER_REFUSED");
  }
});

it("X-06 a job may be taken on with an empty body, or one that is no JSON", async () => {
  for (const answer of [empty(), text("OK"), text("  \n")]) {
    nexcon.says(answer);
    for (const job of JOBS) expect((await start(job)).is).toBe("pending");
  }
});

it("X-07 200 means taken on and never done, and brings no job id", async () => {
  for (const answer of [empty(), json({ status: "ACTIVATED", jobId: 5, id: "5" })]) {
    nexcon.says(answer);
    for (const job of JOBS) expect(await start(job)).toMatchObject({ is: "pending", reference: null });
  }
});

it("X-08 an address that is missing is left out and never null", async () => {
  nexcon.says(empty());
  for (const job of JOBS) {
    await start(job, null);
    expect(nexcon.last().text).toBe(`{"icc":"${ICC}"}`);
    expect(DOCUMENTED[job].body.safeParse({ icc: ICC, callbackUrl: null }).success).toBe(false);
  }
});

it("X-09 the address to call is sent as it is, with its token", async () => {
  nexcon.says(empty());
  const url = "https://graph.example.com/base/callbacks/nexcon/Zm9v-YmFy_0?x=%2F";
  for (const job of JOBS) {
    await start(job, url);
    expect(nexcon.last().json).toMatchObject({ callbackUrl: url });
  }
});

it("X-10 a termination is sent once, however it ends", async () => {
  for (const answer of [empty(), empty(500), empty(503), reset(), empty(429), empty(404), text("{")]) {
    nexcon.says(answer);
    expect(await nexcon.requestsOf(() => start("terminate").catch(() => null))).toBe(1);
  }
});

it("X-11 a restoration that the state does not allow is refused as such", async () => {
  nexcon.says(text("SIM card is terminated", 409));
  expect(await failureOf(start("restore"))).toMatchObject({
    code: "INVALID_TRANSITION",
    details: { carrierMessage: "SIM card is terminated" },
  });
});

it("X-12 a status that nobody knows is UNKNOWN, with its word", async () => {
  nexcon.says(json({ ...PRINTED, status: "HIBERNATING" }));
  expect(await read()).toMatchObject({ state: "UNKNOWN", stateRaw: "HIBERNATING" });
  nexcon.says(json({ ...PRINTED, status: "ACTIVATED" }));
  expect(await read()).toMatchObject({ state: "ACTIVE", stateRaw: "ACTIVATED" });
});

describe("X-13 tags, product and pool", () => {
  it("X-13 are of any shape, and nothing of them is lost", async () => {
    nexcon.says(json({ ...PRINTED, tags: ["a", { b: 1 }], product: { c: { d: [2] } }, pool: "e" }));
    expect((await read())?.nexcon).toMatchObject({
      tags: [
        { name: "a", entries: [] },
        { name: null, entries: [{ key: "b", value: "1" }] },
      ],
      product: { name: null, entries: [{ key: "c.d.0", value: "2" }] },
      pool: { name: "e", entries: [] },
    });
  });

  it("X-13 may be null or missing", async () => {
    for (const fields of [{ tags: null, product: null, pool: null }, {}]) {
      nexcon.says(json({ status: "ACTIVATED", ...fields }));
      expect((await read())?.nexcon).toMatchObject({ tags: [], product: null, pool: null });
    }
  });
});

it("X-14 403 may mean the wrong address, and says so", async () => {
  for (const answer of [empty(403), text("Forbidden", 403), text("<html></html>", 403)]) {
    nexcon.says(answer);
    for (const failure of [await failureOf(read()), await failureOf(start("activate"))]) {
      expect([failure.code, failure.hint]).toEqual(["PERMISSION_DENIED", expect.stringContaining("allow-list")]);
    }
  }
});

it("X-15 there is nothing to list, no usage, and no key that would make a repeat safe", async () => {
  const parsed = parseAccount({ id: "nexcon", carrier: "NEXCON", baseUrl: nexcon.carrier.baseUrl, apiKey: KEY });
  if ("faults" in parsed) throw new Error("no account");
  const source = parsed.setup.open(() => {});
  expect([Object.keys(source.reads), Object.keys(source.writes)]).toEqual([["sims"], ["sims"]]);
  await source.close();
  await everything();
  for (const { headers } of requests()) expect(Object.keys(headers).join()).not.toMatch(/idempoten/i);
});

it("X-16 the content type has its charset", async () => {
  await everything();
  for (const { headers } of requests()) expect(headers["content-type"]).toBe("application/json; charset=utf-8");
});

it("X-17 country and number are kept as printed, and a number that can be called is read besides", async () => {
  nexcon.says(json({ ...PRINTED, countryCode: "+45", msisdn: "+45 99 00 00 01" }));
  expect(await read()).toMatchObject({
    msisdn: "4599000001",
    nexcon: { countryCode: "+45", msisdnRaw: "+45 99 00 00 01" },
  });
});
