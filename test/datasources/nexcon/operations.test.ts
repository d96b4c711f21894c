import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../src/datasources/nexcon/operations/index.js";
import { empty, json, text } from "../../support/scripted-answers.js";
import { CALLBACK, call, failureOf, ICC, JOBS, lab, PRINTED } from "./support.js";

const nexcon = lab();

describe("the operations", () => {
  it("are the five of the document, in its order", () => {
    expect(Object.keys(DOCUMENTED)).toEqual(["activate", "terminate", "restore", "block", "status"]);
    for (const [name, operation] of Object.entries(DOCUMENTED)) {
      expect(operation).toMatchObject({ name, path: `/simcard/${name}`, doc: `SimCard - /${name}` });
    }
  });
});

describe.each(JOBS)("%s", (job) => {
  const start = (callbackUrl: string | null = CALLBACK) => nexcon.writes[job](ICC, callbackUrl, call());

  it("sends the ICC and the address to call", async () => {
    nexcon.says(empty());
    await start();
    expect(nexcon.last().json).toEqual({ icc: ICC, callbackUrl: CALLBACK });
  });

  it("is a POST to its own address", async () => {
    nexcon.says(empty());
    await start();
    expect(nexcon.last()).toMatchObject({ method: "POST", path: `/api/v1/simcard/${job}` });
    expect([...nexcon.last().query]).toEqual([]);
  });

  it.each([
    ["nothing", empty(), null],
    ["text", text("Accepted"), "Accepted"],
    ["an object", json({ message: "Accepted" }), "Accepted"],
    ["an object without words", json({}), null],
    ["null", json(null), null],
    ["a text in JSON", json("OK"), "OK"],
  ])("is pending when it is answered 200 with %s", async (_kind, answer, carrierMessage) => {
    nexcon.says(answer);
    expect(await start()).toEqual({ is: "pending", carrierCode: "200", carrierMessage, reference: null });
  });

  it("fails with what the carrier says, and is sent once", async () => {
    nexcon.says(json({ message: "No such SIM card" }, 404));
    const sent = await nexcon.requestsOf(async () => {
      expect(await failureOf(start())).toMatchObject({
        code: "IDENTIFIER_NOT_FOUND",
        details: { carrierOperation: job, carrierCode: "404", carrierMessage: "No such SIM card" },
      });
    });
    expect(sent).toBe(1);
  });

  it.each(["", "12345", "8945000000000012345x", `${ICC}000`])("does not send %j for an ICC", async (iccid) => {
    const sent = await nexcon.requestsOf(async () => {
      const failure = await failureOf(nexcon.writes[job](iccid, null, call()));
      expect(failure).toMatchObject({ code: "INVALID_ARGUMENT", details: { field: ["icc"] } });
    });
    expect(sent).toBe(0);
  });

  it.each(["", "graph.example.com", "ftp://graph.example.com"])("does not send %j for an address", async (url) => {
    const sent = await nexcon.requestsOf(async () => {
      expect(await failureOf(start(url))).toMatchObject({ details: { field: ["callbackUrl"] } });
    });
    expect(sent).toBe(0);
  });
});

describe("status", () => {
  const read = () => nexcon.reads.byIccid(ICC, call());

  it("sends the ICC alone", async () => {
    nexcon.says(json(PRINTED));
    await read();
    expect(nexcon.last().json).toEqual({ icc: ICC });
  });

  it("is a POST to its own address", async () => {
    nexcon.says(json(PRINTED));
    await read();
    expect(nexcon.last()).toMatchObject({ method: "POST", path: "/api/v1/simcard/status" });
  });

  it("reads the answer that the document prints", async () => {
    nexcon.says(json(PRINTED));
    expect(await read()).toEqual({
      key: { account: "nexcon-test", native: ICC },
      iccid: ICC,
      imsi: null,
      msisdn: null,
      eid: null,
      state: "UNKNOWN",
      stateRaw: "string",
      endpoint: null,
      detail: null,
      nexcon: {
        countryCode: "string",
        msisdnRaw: "string",
        tags: [],
        product: { name: null, entries: [] },
        pool: { name: null, entries: [] },
      },
    });
  });

  it("gives null for an ICC that the carrier does not know", async () => {
    for (const answer of [empty(404), text("not found", 404), json({ message: "unknown icc" }, 404)]) {
      nexcon.says(answer);
      expect(await read()).toBeNull();
    }
  });

  it("fails with what the carrier says", async () => {
    nexcon.says(json({ error: "icc is blocked for this key" }, 400));
    expect(await failureOf(read())).toMatchObject({
      code: "CARRIER_REFUSED",
      details: { carrierOperation: "status", carrierCode: "400", carrierMessage: "icc is blocked for this key" },
    });
  });

  it("does not send what is no ICC", async () => {
    expect(await failureOf(nexcon.reads.byIccid("123", call()))).toMatchObject({ code: "INVALID_ARGUMENT" });
  });
});
