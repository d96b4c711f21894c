import { expect, test } from "vitest";
import { operation } from "../../../src/datasources/http/operation.js";
import { type Answer, empty, html, json, text } from "../../support/scripted-answers.js";
import { aContext, accepted, aToy, readLine, refused } from "./toy.js";

/** What a write and a read end with that get this answer. */
async function endsOf(answer: Answer): Promise<{ write: unknown; read: unknown; sent: number }> {
  await using toy = await aToy();
  toy.carrier.answer(answer, answer);
  const write = await toy.suspend();
  const read = await toy.read();
  return { write, read, sent: toy.carrier.requests.filter(({ path }) => path !== "/login").length };
}

test("a code of `done` gives the answer as its schema reads it", async () => {
  const { write } = await endsOf(accepted("0", "all well"));
  expect(write).toEqual({ is: "done", code: "0", message: "all well", answer: { data: { name: "Ada" } } });
});

test("a code of `pending` gives the answer too", async () => {
  const { write } = await endsOf(accepted("202"));
  expect(write).toEqual({ is: "pending", code: "202", message: null, answer: { data: { name: "Ada" } } });
});

test.each([accepted("9"), refused("9")])("a code of `already` is no failure, accepted or not", async (answer) => {
  const { write } = await endsOf(answer);
  expect(write).toEqual({ is: "already", code: "9", message: null, answer: null });
});

test.each([accepted("404"), refused("404")])("a code of `empty` is no failure, accepted or not", async (answer) => {
  const { write, read } = await endsOf(answer);
  expect(write).toMatchObject({ is: "empty", answer: null });
  expect(read).toMatchObject({ is: "empty", answer: null });
});

test.each([accepted("99"), refused("99")])(
  "a code of `unknown` is an unknown outcome, accepted or not",
  async (answer) => {
    const { write } = await endsOf(answer);
    expect(write).toMatchObject({ code: "OUTCOME_UNKNOWN", details: { carrierCode: "99" } });
  },
);

test("a code of `failed` is its failure, with the carrier's code and words", async () => {
  const { write, read } = await endsOf(refused("17", "no such line"));
  const failure = { code: "NOT_FOUND", details: { carrierCode: "17", carrierMessage: "no such line", account: "toy" } };
  expect(write).toMatchObject(failure);
  expect(read).toMatchObject(failure);
});

test("a failure code inside an accepted answer is a failure", async () => {
  const { write } = await endsOf(accepted("17"));
  expect(write).toMatchObject({ code: "NOT_FOUND", details: { carrierCode: "17" } });
});

test.each(["0", "202"])(
  "a success code %s inside a failure is no success, and leaves a write unclear",
  async (code) => {
    const answer = json({ ok: false, code, data: { name: "Ada" } });
    const { write } = await endsOf(answer);
    expect(write).toMatchObject({ code: "OUTCOME_UNKNOWN", details: { carrierCode: code } });
  },
);

test("a success code inside a failure is a broken contract for a read", async () => {
  const { read } = await endsOf(json({ ok: false, code: "0", data: { name: "Ada" } }));
  expect(read).toMatchObject({ code: "CARRIER_CONTRACT_VIOLATION" });
});

test("an undeclared code in an accepted answer is never a success", async () => {
  const { write, read } = await endsOf(accepted("1234", "new words"));
  expect(write).toMatchObject({
    code: "OUTCOME_UNKNOWN",
    details: { carrierCode: "1234", carrierMessage: "new words" },
  });
  expect(read).toMatchObject({ code: "CARRIER_CONTRACT_VIOLATION", details: { carrierCode: "1234" } });
});

test("an undeclared code in a refusal is a refusal", async () => {
  const { write, read } = await endsOf(refused("1234", "no"));
  expect(write).toMatchObject({ code: "CARRIER_REFUSED", details: { carrierCode: "1234", carrierMessage: "no" } });
  expect(read).toMatchObject({ code: "CARRIER_REFUSED" });
});

test.each(["constructor", "toString", "__proto__"])("the code %s of every object is undeclared", async (code) => {
  const { write } = await endsOf(refused(code));
  expect(write).toMatchObject({ code: "CARRIER_REFUSED", details: { carrierCode: code } });
});

test("a success code below an undeclared HTTP status is no success", async () => {
  const { write, read } = await endsOf(json({ ok: true, code: "0", data: { name: "Ada" } }, 301));
  expect(write).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  expect(read).toMatchObject({ code: "CARRIER_CONTRACT_VIOLATION" });
  expect(String(read)).toContain("HTTP 301, which is not declared");
});

test("an answer that does not fit its schema is told by the path, never by the value", async () => {
  const { write, read } = await endsOf(json({ ok: true, code: "0", data: { name: 447700900123 } }));
  expect(write).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  expect(read).toMatchObject({ code: "CARRIER_CONTRACT_VIOLATION" });
  expect(String(read)).toContain("does not fit at data.name");
  expect(String(read)).not.toContain("4477");
});

const unreadable: readonly [string, Answer, string][] = [
  ["a page of HTML", html(200), "HTTP 200 with a page of HTML"],
  ["an empty body", empty(200), "HTTP 200 with an empty body"],
  ["half a JSON", text('{"ok":tr'), "HTTP 200 with a body that is no JSON"],
  ["a JSON that is no object", json("fine"), "no object of the usual shape"],
  ["a JSON null", json(null), "no object of the usual shape"],
  ["a JSON array", json([]), "no object of the usual shape"],
];

test.each(unreadable)(
  "%s is a broken contract for a read and an unknown outcome for a write",
  async (_, answer, why) => {
    const { write, read, sent } = await endsOf(answer);
    expect(write).toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(read).toMatchObject({ code: "CARRIER_CONTRACT_VIOLATION" });
    expect(String(read)).toContain(why);
    expect(sent).toBe(2);
  },
);

test("a JSON with a byte order mark is read", async () => {
  const { read } = await endsOf(text(`\uFEFF${JSON.stringify({ ok: true, code: "0", data: { name: "Zoë" } })}`));
  expect(read).toMatchObject({ is: "done", answer: { data: { name: "Zoë" } } });
});

test("an answer that is declared for any status is read below every one, unless its status has its own", async () => {
  await using toy = await aToy();
  const { "2xx": read } = readLine.answers;
  const anyStatus = operation({ ...readLine, answers: { any: read } });
  for (const status of [200, 302, 404]) {
    toy.carrier.answer(json({ ok: true, code: "0", data: { name: "Ada" } }, status));
    const outcome = await toy.client.call(anyStatus, { params: { lineId: "7" } }, aContext());
    expect(outcome.answer).toEqual({ data: { name: "Ada" } });
  }
});
