import { describe, expect, test } from "vitest";
import { type Answer, empty, hang, html, json, reset, throttled, truncated } from "../../support/scripted-answers.js";
import { refusingAddress } from "../../support/scripted-carrier.js";
import { aContext, accepted, aToy, readLine, readLineOnce, type Toy } from "./toy.js";

const body = { ok: true, code: "0", data: { name: "Ada" } };

interface Trouble {
  readonly name: string;
  readonly make: (toy: Toy) => void;
  readonly read: string;
  readonly write: string;
  /** How often a read is sent that may be repeated. */
  readonly sent: number;
}

const always = (answer: Answer) => (toy: Toy) => toy.carrier.onRequest(() => answer);

const troubles: readonly Trouble[] = [
  {
    name: "a reset before the request is read",
    make: ({ carrier }) => {
      carrier.serve("/login", () => {
        carrier.dropUnread(9);
        return json({ ok: true, code: "0", token: "token-1", livesMs: 600_000 });
      });
    },
    read: "CARRIER_UNAVAILABLE",
    write: "OUTCOME_UNKNOWN",
    sent: 3,
  },
  {
    name: "a reset after the request is read",
    make: always(reset()),
    read: "CARRIER_UNAVAILABLE",
    write: "OUTCOME_UNKNOWN",
    sent: 3,
  },
  {
    name: "half an answer",
    make: always(truncated(body)),
    read: "CARRIER_UNAVAILABLE",
    write: "OUTCOME_UNKNOWN",
    sent: 3,
  },
  {
    name: "HTTP 500",
    make: always(json(body, 500)),
    read: "CARRIER_UNAVAILABLE",
    write: "OUTCOME_UNKNOWN",
    sent: 3,
  },
  {
    name: "HTTP 502 with a page of HTML",
    make: always(html(502)),
    read: "CARRIER_UNAVAILABLE",
    write: "OUTCOME_UNKNOWN",
    sent: 3,
  },
  { name: "HTTP 503", make: always(empty(503)), read: "CARRIER_UNAVAILABLE", write: "OUTCOME_UNKNOWN", sent: 3 },
  {
    name: "HTTP 429",
    make: always(throttled("0")),
    read: "TOO_MANY_REQUESTS",
    write: "TOO_MANY_REQUESTS",
    sent: 3,
  },
  {
    name: "an empty answer",
    make: always(empty()),
    read: "CARRIER_CONTRACT_VIOLATION",
    write: "OUTCOME_UNKNOWN",
    sent: 1,
  },
];

const sentTo = ({ carrier }: Toy): number => carrier.requests.filter(({ path }) => path !== "/login").length;

describe.each(troubles)("$name", ({ make, read, write, sent }) => {
  test(`is ${read} for a read, sent ${sent} times`, async () => {
    await using toy = await aToy();
    make(toy);
    expect(await toy.read()).toMatchObject({ code: read });
    expect(sentTo(toy)).toBe(sent);
  });

  test(`is ${read} for a read that does not say that a repeat is safe, sent once`, async () => {
    await using toy = await aToy();
    make(toy);
    const call = toy.client.call(readLineOnce, { params: { lineId: "7" } }, aContext());
    await expect(call).rejects.toMatchObject({ code: read });
    expect(sentTo(toy)).toBe(1);
  });

  test(`is ${write} for a write, never sent twice`, async () => {
    await using toy = await aToy();
    make(toy);
    expect(await toy.suspend()).toMatchObject({ code: write });
    expect(sentTo(toy)).toBe(1);
  });
});

describe("a carrier that hangs past the deadline", () => {
  const soon = () => ({ deadlineAt: Date.now() + 300 });

  test("is CARRIER_TIMEOUT for a read, sent once", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => hang());
    expect(await toy.read(soon())).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(sentTo(toy)).toBe(1);
  });

  test("is OUTCOME_UNKNOWN for a write, never sent twice", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => hang());
    expect(await toy.suspend(soon())).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(sentTo(toy)).toBe(1);
  });
});

describe("a refused connection", () => {
  /** Without a token, so that the call itself is what is refused. */
  const withoutToken = { token: () => null, expire: () => {}, headers: () => ({}), judge: () => neverJudged() };
  const neverJudged = () => {
    throw new Error("nothing was answered");
  };

  test("is CARRIER_UNAVAILABLE for a write: it was certainly not sent", async () => {
    await using toy = await aToy({ baseUrl: await refusingAddress(), protocol: () => withoutToken });
    expect(await toy.suspend()).toMatchObject({ code: "CARRIER_UNAVAILABLE" });
    expect(toy.records).toHaveLength(1);
  });

  test("is CARRIER_UNAVAILABLE for a read, tried three times", async () => {
    await using toy = await aToy({ baseUrl: await refusingAddress(), protocol: () => withoutToken });
    expect(await toy.read()).toMatchObject({ code: "CARRIER_UNAVAILABLE" });
    expect(toy.records.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  test("of the login is not multiplied by the repeats of the call that waits for it", async () => {
    await using toy = await aToy({ baseUrl: await refusingAddress() });
    expect(await toy.read()).toMatchObject({ code: "CARRIER_UNAVAILABLE", details: { carrierOperation: "Login" } });
    expect(toy.records.map(({ operation }) => operation)).toEqual(["Login", "Login", "Login", "ReadLine"]);
  });
});

test("a read that succeeds at the second attempt succeeds", async () => {
  await using toy = await aToy();
  toy.carrier.answer(reset(), accepted());
  expect(await toy.read()).toMatchObject({ is: "done" });
  expect(sentTo(toy)).toBe(2);
});

test("Retry-After is told and, when it is longer than the deadline, not waited for", async () => {
  await using toy = await aToy();
  toy.carrier.answer(throttled("3600"));
  expect(await toy.read()).toMatchObject({ code: "TOO_MANY_REQUESTS", details: { retryAfterMs: 3_600_000 } });
  expect(sentTo(toy)).toBe(1);
});

describe("Retry-After beside an outage", () => {
  const away = (seconds: string) => json({}, 503, { "retry-after": seconds });

  test("is told of a read and, when it is longer than the deadline, not waited for", async () => {
    await using toy = await aToy();
    toy.carrier.answer(away("3600"));
    expect(await toy.read()).toMatchObject({ code: "CARRIER_UNAVAILABLE", details: { retryAfterMs: 3_600_000 } });
    expect(sentTo(toy)).toBe(1);
  });

  test("is not told of a write, which is not to be sent again", async () => {
    await using toy = await aToy();
    toy.carrier.answer(away("1"));
    const failure = await toy.suspend();
    expect(failure).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(failure).not.toHaveProperty("details.retryAfterMs");
  });
});

describe("a connection that was kept and is closed under the next request", () => {
  test("leaves a write unknown: the carrier may have read it", async () => {
    await using toy = await aToy({ limits: { concurrency: 1 } });
    toy.carrier.answer(accepted());
    await toy.read();
    toy.carrier.dropUnread();
    expect(await toy.suspend()).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(1);
  });

  test("is passed over by a read", async () => {
    await using toy = await aToy({ limits: { concurrency: 1 } });
    toy.carrier.onRequest(() => accepted());
    await toy.client.call(readLine, { params: { lineId: "1" } }, aContext());
    toy.carrier.dropUnread();
    expect(await toy.read()).toMatchObject({ is: "done" });
  });
});

test("a carrier's rules that throw on an answer leave a write unknown, and say so as a bug for a read", async () => {
  const broken = () => {
    throw new TypeError("a bug in judge");
  };
  await using toy = await aToy({
    protocol: () => ({ token: () => null, expire: () => {}, headers: () => ({}), judge: broken }),
  });
  toy.carrier.onRequest(() => accepted());
  expect(await toy.suspend()).toMatchObject({
    code: "OUTCOME_UNKNOWN",
    cause: { name: "TypeError", message: "a bug in judge" },
  });
  expect(await toy.read()).toMatchObject({ code: "INTERNAL", cause: { name: "TypeError", message: "a bug in judge" } });
  expect(sentTo(toy)).toBe(2);
});

test("a header that HTTP does not allow is a fault of ours and reaches nobody", async () => {
  await using toy = await aToy({
    protocol: () => ({
      token: () => null,
      expire: () => {},
      headers: () => ({ "x-key": "line\nbreak" }),
      judge: () => ({ is: "down" }),
    }),
  });
  expect(await toy.suspend()).toMatchObject({ code: "INTERNAL" });
  expect(await toy.read()).toMatchObject({ code: "INTERNAL" });
  expect(toy.carrier.requests).toHaveLength(0);
});
