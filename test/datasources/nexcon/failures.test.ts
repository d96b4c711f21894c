import { describe, expect, it } from "vitest";
import type { FailureCode } from "../../../src/errors.js";
import {
  type Answer,
  empty,
  hang,
  html,
  json,
  reset,
  text,
  throttled,
  truncated,
} from "../../support/scripted-answers.js";
import { refusingAddress } from "../../support/scripted-carrier.js";
import { call, everythingOf, failureOf, ICC, JOBS, KEY, lab, open } from "./support.js";

const nexcon = lab();

const read = (withinMs?: number) => failureOf(nexcon.reads.byIccid(ICC, call(withinMs)));
const write = (job: (typeof JOBS)[number] = "block", withinMs?: number) =>
  failureOf(nexcon.writes[job](ICC, null, call(withinMs)));

/** What a read and a write fail with that get this answer. */
async function endsOf(answer: Answer): Promise<{ read: FailureCode; write: FailureCode }> {
  nexcon.says(answer);
  return { read: (await read()).code, write: (await write()).code };
}

describe("a refusal", () => {
  const CODES: readonly (readonly [status: number, read: FailureCode | null, write: FailureCode])[] = [
    [400, "CARRIER_REFUSED", "CARRIER_REFUSED"],
    [401, "CARRIER_AUTH_FAILED", "CARRIER_AUTH_FAILED"],
    [402, "CARRIER_REFUSED", "CARRIER_REFUSED"],
    [403, "PERMISSION_DENIED", "PERMISSION_DENIED"],
    [404, null, "IDENTIFIER_NOT_FOUND"],
    [405, "CARRIER_REFUSED", "CARRIER_REFUSED"],
    [409, "CARRIER_REFUSED", "INVALID_TRANSITION"],
    [410, "CARRIER_REFUSED", "CARRIER_REFUSED"],
    [415, "CARRIER_REFUSED", "CARRIER_REFUSED"],
    [422, "CARRIER_REFUSED", "INVALID_ARGUMENT"],
    [429, "TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS"],
    [499, "CARRIER_REFUSED", "CARRIER_REFUSED"],
  ];

  describe.each(CODES)("%d", (status, ofRead, ofWrite) => {
    const soon = { "retry-after": "0" };
    const kinds = [
      text("", status, soon),
      text("no", status, soon),
      json({ message: "no" }, status, soon),
      json([], status, soon),
    ];

    it(`is ${ofRead ?? "no SIM"} for a read and ${ofWrite} for every write, whatever its body`, async () => {
      for (const answer of kinds) {
        nexcon.says(answer);
        if (ofRead === null) expect(await nexcon.reads.byIccid(ICC, call())).toBeNull();
        else expect((await read()).code).toBe(ofRead);
        for (const job of JOBS) expect((await write(job)).code).toBe(ofWrite);
      }
    });

    it("of a write is not sent again", async () => {
      nexcon.says(empty(status));
      expect(await nexcon.requestsOf(() => write())).toBe(1);
    });
  });

  it.each([404, 400, 409])("%d as a page of HTML is of a web server and tells of no SIM", async (status) => {
    expect(await endsOf(html(status))).toEqual({ read: "CARRIER_REFUSED", write: "CARRIER_REFUSED" });
    expect((await write()).hint).toContain("baseUrl");
  });
});

describe("the words of a refusal", () => {
  const wordsIn = async (answer: Answer) => {
    nexcon.says(answer);
    return (await write()).details.carrierMessage;
  };

  it.each([
    ["message", { message: "wrong state" }],
    ["detail", { detail: "wrong state" }],
    ["error", { error: "wrong state" }],
    ["error.message", { error: { code: "STATE", message: "wrong state" } }],
    ["title", { title: "wrong state", status: 409 }],
  ])("are taken from %s", async (_where, body) => {
    expect(await wordsIn(json(body, 409))).toBe("wrong state");
  });

  it("are taken from a text, plain or in JSON", async () => {
    expect(await wordsIn(text("  wrong state\n", 409))).toBe("wrong state");
    expect(await wordsIn(json("wrong state", 409))).toBe("wrong state");
  });

  it("are none where there are none, or far too many", async () => {
    for (const answer of [empty(409), json({}, 409), json([1], 409), json({ message: {} }, 409)]) {
      expect(await wordsIn(answer)).toBeUndefined();
    }
    expect(await wordsIn(text("x ".repeat(400), 409))).toBeUndefined();
  });

  it("show neither the key nor a number", async () => {
    const words = await wordsIn(json({ message: `key ${KEY} may not touch ${ICC}` }, 401));
    expect(words).toBe("key … may not touch …");
    const failure = await write();
    expect(JSON.stringify([failure.message, failure.details])).not.toMatch(new RegExp(`${KEY}|${ICC}`));
  });
});

describe("an unclear end", () => {
  it.each([
    ["500", empty(500), "CARRIER_UNAVAILABLE"],
    ["500 with words", json({ message: "oops" }, 500), "CARRIER_UNAVAILABLE"],
    ["502 as a page", html(502), "CARRIER_UNAVAILABLE"],
    ["503", empty(503), "CARRIER_UNAVAILABLE"],
    ["a page at 200", html(), "CARRIER_CONTRACT_VIOLATION"],
    ["half a JSON text at 200", text('{"status":"ACTI'), "CARRIER_CONTRACT_VIOLATION"],
    ["a connection that breaks in the answer", truncated({ status: "ACTIVATED" }), "CARRIER_UNAVAILABLE"],
    ["a connection that breaks before it", reset(), "CARRIER_UNAVAILABLE"],
    ["201", json({}, 201), "CARRIER_CONTRACT_VIOLATION"],
    ["202", empty(202), "CARRIER_CONTRACT_VIOLATION"],
    ["204", empty(204), "CARRIER_CONTRACT_VIOLATION"],
    ["a redirection", text("", 302, { location: "https://elsewhere.example.com/" }), "CARRIER_CONTRACT_VIOLATION"],
    ["a permanent redirection", text("", 308, { location: "/api/v2" }), "CARRIER_CONTRACT_VIOLATION"],
  ] as const)("%s: a read fails, a write has an unknown outcome", async (_what, answer, ofRead) => {
    expect(await endsOf(answer)).toEqual({ read: ofRead, write: "OUTCOME_UNKNOWN" });
  });

  it("is never followed to another address, and a write is never sent again", async () => {
    for (const answer of [empty(500), reset(), html(), text("", 307, { location: "/api/v1/simcard/terminate" })]) {
      nexcon.says(answer);
      for (const job of JOBS) expect(await nexcon.requestsOf(() => write(job))).toBe(1);
    }
  });

  it("is an unknown outcome when the carrier does not answer a write in time", async () => {
    nexcon.says(hang());
    expect((await write("terminate", 100)).code).toBe("OUTCOME_UNKNOWN");
    expect((await read(100)).code).toBe("CARRIER_TIMEOUT");
  });
});

describe("a read", () => {
  it("is sent again after an outage", async () => {
    nexcon.carrier.answer(empty(503), reset());
    nexcon.says(json({ status: "ACTIVATED" }));
    const sent = await nexcon.requestsOf(async () => {
      expect((await nexcon.reads.byIccid(ICC, call()))?.state).toBe("ACTIVE");
    });
    expect(sent).toBe(3);
  });

  it("waits as long as it is asked to", async () => {
    nexcon.carrier.answer(throttled("0"));
    nexcon.says(json({ status: "ACTIVATED" }));
    expect(await nexcon.requestsOf(() => nexcon.reads.byIccid(ICC, call()))).toBe(2);
  });
});

describe("a carrier out of reach", () => {
  it("has done nothing", async () => {
    const source = open({ baseUrl: await refusingAddress() });
    const { reads, writes } = everythingOf(source);
    expect((await failureOf(writes.terminate(ICC, null, call()))).code).toBe("CARRIER_UNAVAILABLE");
    expect((await failureOf(reads.byIccid(ICC, call(100)))).code).toBe("CARRIER_UNAVAILABLE");
    await source.close();
  });
});

describe("the account's deadline of reads", () => {
  it("holds for reads and not for writes", async () => {
    const source = open({ baseUrl: `${nexcon.carrier.baseUrl}/api/v1`, deadlines: { readMs: 100 } });
    const { reads, writes } = everythingOf(source);
    nexcon.says(hang());
    expect((await failureOf(reads.byIccid(ICC, call()))).code).toBe("CARRIER_TIMEOUT");
    const writing = writes.block(ICC, null, call(600));
    const first = await Promise.race([
      failureOf(writing).then(() => "write"),
      failureOf(reads.byIccid(ICC, call())).then(() => "read"),
    ]);
    expect(first).toBe("read");
    expect((await failureOf(writing)).code).toBe("OUTCOME_UNKNOWN");
    await source.close();
  });
});
